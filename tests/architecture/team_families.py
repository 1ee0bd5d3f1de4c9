"""The families of texts of the screens over many dossiers (text_families)."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.team.bleek import Routevervolg
from intake_assistant.domain.team.kansfeiten import GELIJK_IN, Kansuitkomst, Kenmerk
from intake_assistant.operations.views.team.beeld import TERMIJNGROEPEN
from intake_assistant.operations.views.team.rij import Signaal
from intake_assistant.operations.words.kansen import KANSCODES
from intake_assistant.ui.team.model import GROEPEN
from intake_assistant.ui.team.screen import DELEN
from intake_assistant.ui.team.verdeling import KAARTEN

TEAM: Final[dict[str, str | Iterable[str]]] = {
    "{}.bestandsnaam": "kansen team",
    "{}.bewaar_{}": "kansen/pdf kansen/xlsx team/pdf team/xlsx",
    "{}.bewaard": "kansen team",
    "{}.filter_{}": "kansen/pdf kansen/xlsx team/pdf team/xlsx",
    "{}.maken": "kansen team",
    "kansen.andere.{}": "land regievoerder taal",
    "kansen.code.leerroute.{}": "B O Z",
    "kansen.code.{}.{}": "niveau/A2 niveau/B1 niveau/geen ondersteuning/ja ondersteuning/nee",
    "kansen.gelijk.{}": GELIJK_IN,
    "kansen.geslacht.{}": KANSCODES["geslacht"],
    "kansen.kenmerk.{}": Kenmerk,
    "kansen.kolom.{}": "aandeel aantal groep kenmerk marge mensen midden uitkomst verschil wat",
    "kansen.leeftijd.{}": KANSCODES["leeftijd"],
    "kansen.uitkomst.{}": Kansuitkomst,
    "kansen.uren.{}": KANSCODES["uren"],
    "kansen.verschil.{}": "gelijk meer minder",
    "kansen.zin.midden_{}": "uren wachttijd",
    "kansen.{}": "tussen wat welke",
    "team.blad.{}": (
        "aandacht dossiers groepen leeswijzer per_week regievoerders standen tien_weken uren weken"
    ),
    "team.deel.{}": DELEN,
    "team.groep.op.{}": GROEPEN,
    "team.groep.termijn.{}": TERMIJNGROEPEN,
    "team.klasse.{}": "uren weken",
    "team.klasse.{}_tot": "uren weken",
    "team.klasse.{}_vanaf": "uren weken",
    "team.kolom.{}": (
        "groepsles kunnen van_u wanneer "
        "aandacht aantal afgerond afgeschaald afspraken ander_einde baan begin bijna blad dagen "
        "geschakeld gesprekken gesprekstijd groep klaar laatste_contact leerroute lesuren lopend "
        "naam naast onderwerp open open_samen plannen reden regievoerder "
        "stand te_laat termijn toestand uiterlijk uitleg uren vastgesteld_op verschillen voldaan "
        "week weken"
    ),
    "team.rapport.kop_{}": KAARTEN,
    "team.signaal.{}": Signaal,
    "team.uitleg.{}": Signaal,
    "team.vervolg.{}": Routevervolg,
    "team.{}": "groep wie",
    "team.uitleg_blad.{}": "aandacht dossiers leeswijzer per_week regievoerders standen tien_weken",
}

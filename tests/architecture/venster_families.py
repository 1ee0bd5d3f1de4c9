"""The families of texts of the window around the screens, and of its shared side (text_families)."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.recht.klokken import KLOKSOORTEN
from intake_assistant.ui.hulp.toetsenlijst import TOETSEN
from intake_assistant.ui.window.preferences import WENKEN

VENSTER: Final[dict[str, str | Iterable[str]]] = {
    "gesprek.gedeeld.{}": "bedekt ongecontroleerd stil verouderd volgt",
    "gesprek.gedeeld.kleuren_{}": "contrast donker licht",
    "gedeeld.{}": "begrijp_niet later nog_een_keer stop weet_niet wil_niet",
    "gesprek.gedeeld.wens_{}": "beelden nederlands",
    "gesprek.gedeeld.stand_{}": "bedekt persoonlijk stil volgt",
    "toennu.dag.{}": "nu toen",
    "toennu.kolom.{}": "nu onderwerp toen vraag",
    "venster.klok_{}": [*KLOKSOORTEN, "beroep", *"gehaald loopt opgeschort overschreden wacht".split()],
    "venster.naar_{}": (
        "beschikking caseload conflicten documenten dossiers dubbel geschiedenis gesprek instellingen "
        "gelijke_gevallen kansengelijkheid lezen melden nieuw_besluit vandaag "
        "ontwikkelplan overleg poort privacy rechten reservekopieen slot te_regelen team toestemmingen "
        "toen_en_nu toetsen uitvoering duo uitwisseling verder verstrekken weging wissen zoeken"
    ),
    "venster.toetsen.groep_{}": TOETSEN,
    "venster.toetsen.{}": (
        "aangewezen afronden alles_afdrukken alles_bewaren bedekken bron eerder gesprek_klaar gids groot "
        "helft kant keuze kies_taal "
        "formulier_klaar neerleggen nieuw "
        "notitie nu_niet onbekend onderwerpen ongedaan opnieuw opnieuw_kijken pauze "
        "praatplaat privacy stilzetten stuk terug toelichting toetsen tolken vergrendel verteld "
        "volgend_verschil volgende vorig_verschil vorige wil_niet_zeggen zoeken"
    ),
    "venster.wenk.{}": WENKEN,
    "venster.zoeken.{}": "afronden kaarten register samenvoegen versturen vertellen",
}

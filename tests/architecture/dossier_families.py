"""The families of texts of the screens of one dossier (text_families)."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.inburgeraar import VELDEN
from intake_assistant.domain.recht.einde import REDENEN
from intake_assistant.domain.recht.gesprek import VORMEN
from intake_assistant.domain.recht.klokken import KLOKSOORTEN
from intake_assistant.domain.recht.ontwikkelplan import WIE
from intake_assistant.domain.recht.tussen.tolk import ZONDER_TOLK
from intake_assistant.domain.recht.verzoek import SOORTEN

DOSSIER: Final[dict[str, str | Iterable[str]]] = {
    "dossier.code.einde_reden.{}": REDENEN,
    "dossier.code.soort.{}": SOORTEN,
    "dossier.code.zonder_tolk.{}": ZONDER_TOLK,
    "dossier.code.{}.{}": (
        "huishouden/los huishouden/samen "
        "beslissing/afgewezen beslissing/deels beslissing/toegewezen "
        "doelgroep/asielstatushouder doelgroep/gezinsmigrant doelgroep/overige_migrant geslacht/man "
        "geslacht/onbekend geslacht/vrouw geslacht/x uitkomst/aangenomen uitkomst/akkoord uitkomst/geweigerd "
        "uitkomst/ingetrokken uitkomst/terug verblijfstitel/asiel verblijfstitel/regulier "
        "wijze/digitaal wijze/mondeling wijze/schriftelijk wijze/ter_plaatse wijze/video wijze/telefoon "
        "verstaan/goed verstaan/deels verstaan/andere_taal "
        "instemming/ja instemming/nee instemming/niet_gevraagd"
    ),
    "dossier.klok.stand.{}": "gehaald loopt opgeschort overschreden wacht",
    "dossier.klok.{}": [*KLOKSOORTEN, "beroep"],
    "dossier.naar_{}": "samenloop tegenspraken",
    "dossier.stap.{}.knop": (
        "afronden afspraak bekendmaken beschikking bezwaar_kiezen derde gegevens gesprek herziening "
        "onderzoek plan rust samenloop tegenspraak toestemming vaststellen verder weging voorleggen"
    ),
    "dossier.stap.{}.reden": (
        "afronden afspraak bekendmaken beschikking bezwaar_kiezen derde gesprek herziening onderzoek plan "
        "rust samenloop tegenspraak vaststellen verder weging voorleggen"
    ),
    "dossier.stap.{}.titel": (
        "afronden afspraak bekendmaken beperking beschikking bezwaar bezwaar_kiezen derde gegevens gesprek "
        "herziening onderzoek overleg plan rust samenloop tegenspraak toestemming vaststellen verder verzoek "
        "voorleggen weging wissen"
    ),
    "dossier.lijn.baan.{}": "aankomst afspraak besluit gesprek toestemming",
    "dossier.lijn.kolom.{}": "bij stand wanneer wat",
    "dossier.lijn.stand.{}": "komt laat was",
    "dossier.lijn.{}": "alles dichterbij verder",
    "dossier.portret.partner_{}": "elders ergens hier",
    "dossier.portret.regel.{}": "kan leest let_op spreekt was wil",
    "dossier.t.bezwaar.{}": (
        "beroep_op beslist_op hoger_beroep_op ontvangen_op uitspraak_hoger_beroep_op uitspraak_op"
    ),
    "dossier.t.derde.{}": "gevraagd_op ontvangen_op",
    "dossier.t.feit.{}": (
        "begin_inburgeringsplicht einde_inburgeringsplicht inschrijving_brp kennisgeving_duo overgedragen_op"
    ),
    "dossier.t.grond.{}": "afschalen eerste herziening kennelijke_fout ontwikkelplan schakelen verhuizing",
    "dossier.t.toestemming_{}": "ja nee verloopt weg",
    "dossier.t.verschenen.{}": "ja nee",
    "dossier.t.vorm.{}": VORMEN,
    "dossier.t.wie.{}": WIE,
    "dossier.veld.{}": VELDEN,
    "dossier.verschenen.{}": "ja nee",
    "dossier.{}": (
        "einde eerder_pip eerder_pip.dagtekening eerder_pip.gemeente eerder_pip.leerroute eerder_pip.niveau "
        "aanbod_op bsn_hulp contact derden einde_inburgeringsplicht "
        "einde_reden geboorte_hulp inschrijving_brp jaar_hulp kennisgeving_duo oproepen "
        "overgedragen_op persoon samenloop tegenspraken verblijf zaaknummer zonder_achternaam"
    ),
    "dossier.{}_hulp": "aanbod_op bsn geboorte inschrijving_brp jaar kennisgeving_duo",
    "dossier.{}_uitleg": "eerder_pip einde",
    "lezen.staat.{}": ("achtergehouden beantwoord niet_gevraagd onbekend open wil_niet_zeggen"),
}

"""The families of the texts of inzage and the proof of erasing (text_families)."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.kinds import GESPREK, KINDS
from intake_assistant.domain.recht.uitwisseling import ROLLEN
from intake_assistant.operations.papers.documenten import FORMATEN, LOSSE, TOLKBLAD, WANDPLAN, WEEKBLAD
from intake_assistant.operations.papers.documenten import STUKKEN as DOCUMENTEN

STUKKEN: Final[dict[str, str | Iterable[str]]] = {
    "documenten.bekijken_{}": DOCUMENTEN,
    "documenten.bewaar_{}": "docx pdf",
    "documenten.bewaar_{}_{}": [f"{deel}/{formaat}" for deel in DOCUMENTEN for formaat in FORMATEN],
    "documenten.bewaarplek.{}": "los netwerk synchronisatie tijdelijk",
    "documenten.concept_{}": "beschikking ontwikkelplan",
    "documenten.filter_{}": "docx pdf",
    "documenten.log_{}": "docx papier pdf",
    "stukken.artikel.lid_{}": "1 2 3 4 5 6 7 8 9 10",
    "stukken.artikel.{}": "avg wet besl reg pw awb",
    "documenten.{}_uitleg": LOSSE,
    # What hangs on the wall can be made of any dossier.
    "tolkblad.{}": "ongecontroleerd regels titel uitleg vertellen woorden_hier woorden_verder woordenlijst",
    "documenten.{}_wacht": [deel for deel in LOSSE if deel not in (TOLKBLAD, WANDPLAN, WEEKBLAD)],
    "documenten.print.{}": "aantal printer",
    "documenten.print_{}": DOCUMENTEN,
    "documenten.{}": [*DOCUMENTEN, "groter", "kleiner", "passend"],
    "documenten.{}_kort": "groter kleiner passend",
    "stukken.brief.{}": "contact datum kenmerk telefoon",
    "stukken.inzage.bewaren.{}": "dossier k10 laptopkopie lbt_detail",
    "stukken.inzage.bewaren_wacht.{}": "beperking beroep_loopt bezwaar_loopt bezwaar_onbekend",
    "stukken.inzage.code.{}": "delen eerste opvragen zelf_gelezen",
    "stukken.inzage.functie.{}": "medewerker regievoerder teamleider",
    "stukken.inzage.rij.{}": [k.lijst() for k in KINDS if k.in_rijen and k.per_rij and k is not GESPREK],
    "stukken.inzage.rol.{}": (
        "andere_professional coa cultureel_verbinder email familie maatschappelijk_begeleider steunfiguur "
        "telefoon tolk"
    ),
    "stukken.inzage.schets.{}": (
        "afronden duo intrekken overleg planversie samenloop tegenspraak toestemming voorbereiden wissen"
    ),
    "stukken.inzage.stand.{}": "achtergehouden gewist kwijt",
    "stukken.inzage.toegang.{}": (
        "due_dossier geopend gevoelig inzage reservekopie samengevoegd show waarde_gewist"
    ),
    "stukken.inzage.veld.{}": (
        "aangewezen afspraak alleen gegeven gevolg hoe in_besluit ingetrokken_door ingetrokken_op "
        "ingetrokken_reden mensen onderwerpen opnieuw_kijken partij reden toelichting tolk uitgelegd_met "
        "gekozen_omdat volgende_keer vraag vrije_keuze_uitgelegd vve.nvt geheim_in instemming waarom_bekende "
        "verstaan opmerking weg_om tolkt_nu zonder_tolk instelling"
    ),
    "stukken.wisbewijs.kop.{}": "inhoud onderdeel plaats stand",
    "stukken.wisbewijs.rol.{}": ROLLEN,
    "stukken.wisbewijs.veld.{}": "functie gewist_op grond regel toelichting",
}

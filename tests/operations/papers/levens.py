"""Invented lives: a person at random, told to the program through the real acts.

A life hangs together (who cannot write reads on no level, who has no child has no childcare), but what was
answered before a change of mind stays in the dossier, as it does at a real table.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from intake_assistant.domain.formulier import HERHALING, Formulieren, Vraag
from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord
from intake_assistant.operations.acts.beschikking import record_concept
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.workspace import Workspace

GEHEIM = "dit blijft achter slot"
# Every kind of person the table meets, and every kind of dossier.
PROFIELEN = ("leeg", "karig", "gewoon", "vol", "uiterst")
_DEEL = {"leeg": 0.0, "karig": 0.15, "gewoon": 0.55, "vol": 1.0, "uiterst": 0.9}
_GESPREK, _TOETS = "inburgeraar", ("toets", "school", "coa", "duo", "diploma")
_WOORDEN = (
    "Met mijn buurvrouw praten.",
    "Koken voor veel mensen",
    "Ik wil weer naar een school, dat kon vroeger niet.",
    "Elke ochtend, behalve vrijdag",
    "Fietsen",
    "Brieven lezen en zelf bellen",
    "Kan dat ook in de avond?",
)
_UITERST = ("x" * 400, "أريد أن أتعلم", "“zo” zei mijn oom", "regel een\nregel twee", "12", "Ja!", "😀 blij")


@dataclass
class Leven:
    """One person: the profile, and each answer by question with its source."""

    nummer: int
    profiel: str
    doelgroep: str
    antwoorden: dict[str, tuple[object, str]] = field(default_factory=dict)
    rijen: dict[str, list[dict[str, object]]] = field(default_factory=dict)

    def zegt(self, naam: str) -> object:
        """What was answered to a question; an empty string when it was not."""
        return self.antwoorden.get(naam, ("", ""))[0]


def make_leven(nummer: int, formulieren: Formulieren) -> Leven:
    """The life of this number: the same one each time."""
    kans = random.Random(nummer)
    profiel = PROFIELEN[nummer % len(PROFIELEN)]
    leven = Leven(nummer, profiel, ("asielstatushouder", "gezinsmigrant", "overige_migrant")[nummer % 3])
    for vraag in formulieren.vragen.values():
        if vraag.type == HERHALING and kans.random() < _DEEL[profiel]:
            velden = formulieren.velden_van(vraag.naam)
            leven.rijen[vraag.naam] = [
                {veld.kort: _waarde(veld, kans, profiel) for veld in velden}
                for _ in range(kans.randint(1, 3))
            ]
        elif vraag.is_veld and not vraag.herhaling and kans.random() < _DEEL[profiel]:
            bron = kans.choice(_TOETS) if kans.random() < 0.2 else _GESPREK
            leven.antwoorden[vraag.naam] = _waarde(vraag, kans, profiel), bron
    _hang_together(leven, kans)
    return leven


def _waarde(vraag: Vraag, kans: random.Random, profiel: str) -> object:
    if vraag.bijzonder and vraag.type == "text":
        return GEHEIM
    match vraag.type:
        case "select_one":
            return kans.choice([keuze.naam for keuze in vraag.keuzes])
        case "select_multiple":
            codes = [keuze.naam for keuze in vraag.keuzes]
            return kans.sample(codes, kans.randint(1, min(4, len(codes))))
        case "range":
            return kans.randint(vraag.parameters["start"], vraag.parameters["end"])
        case "date":
            return str(datetime.date(2026, 1, 1) + datetime.timedelta(days=kans.randint(0, 700)))
        case "integer" | "decimal":
            return kans.choice((0, 1, 2, 12, 40)) if profiel != "uiterst" else kans.choice((0, 1, 168, 9_999))
        case _:
            return kans.choice(_UITERST if profiel == "uiterst" and kans.random() < 0.5 else _WOORDEN)


def _hang_together(leven: Leven, kans: random.Random) -> None:
    """What a person cannot be at once; what was only left behind by a change of mind may stay."""
    if leven.zegt("taalniveau.geletterdheid") == "niet":
        for naam in ("taalniveau.nl_lezen", "taalniveau.nl_schrijven"):
            _set(leven, naam, kans.choice(("alfa_a", "pre_a1")))
    if leven.zegt("opleiding.hoogste_niveau") == "geen":
        _set(leven, "opleiding.jaren_onderwijs", 0)
        _set(leven, "opleiding.diplomawaardering", "nvt")
    elif leven.zegt("opleiding.jaren_onderwijs") == 0:
        _set(leven, "opleiding.jaren_onderwijs", 6)
    if leven.zegt("motivatie.hoofddoel") == "onderwijs":
        _set(leven, "opleiding.studiewens", "mbo")
    if leven.zegt("taalniveau.cursusuren") == 0:
        _set(leven, "taalniveau.cursusuren", 90)


def _set(leven: Leven, naam: str, waarde: object) -> None:
    if naam in leven.antwoorden:
        leven.antwoorden[naam] = waarde, leven.antwoorden[naam][1]


def live(work: Workspace, leven: Leven) -> str:
    """Tell a life to the program; returns the dossier."""
    with work.vault.transaction():
        return _live(work, leven)


def _live(work: Workspace, leven: Leven) -> str:
    dossier = create_dossier(work, {"voornamen": "Amina", "doelgroep": leven.doelgroep}).made
    gesprek = start_gesprek(work, dossier, {"datum": "2026-03-05", "taal": "ar"}, ()).made
    for naam, (waarde, bron) in leven.antwoorden.items():
        record_antwoord(work, dossier, naam, waarde, bron=bron, gesprek=gesprek)
        if bron != _GESPREK and leven.nummer % 2:
            record_antwoord(work, dossier, naam, waarde, gesprek=gesprek)
    for herhaling, rijen in leven.rijen.items():
        for rij in rijen:
            add_rij(work, dossier, herhaling, rij, gesprek=gesprek)
    if leven.profiel != "leeg":
        _decide(work, dossier, leven)
    return dossier


def _decide(work: Workspace, dossier: str, leven: Leven) -> None:
    leerroute = "BOZ"[leven.nummer % 3]
    record_concept(work, dossier, _concept(leerroute))
    for route in "BOZ":
        for kant in ("voor", "tegen"):
            add_argument(work, dossier, route, kant, "U wilt snel werken.", vraag="motivatie.hoofddoel")
    doel = add_doel(work, dossier, "Weer in een keuken werken", "lang").made
    for wat, uiterlijk in (("Inschrijven bij de school", "2026-06-01"), ("Een stage zoeken", "2027-02-01")):
        add_afspraak(work, dossier, doel, {"wat": wat, "wie": "partner", "uiterlijk": uiterlijk})


def _concept(leerroute: str) -> Mapping[str, object]:
    return {
        "leerroute": leerroute,
        "niveau": "B1",
        "motivering": "Deze route past bij u.",
        "pvt_uren": 12,
        "map_uren": 40,
        "voortgangsgesprekken": 6,
        "ondersteuning": ["Een taalmaatje."],
    }

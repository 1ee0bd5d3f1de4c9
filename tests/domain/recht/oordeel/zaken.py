"""A lawful PIP, to be made unlawful in one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from intake_assistant.domain.recht.besluit import Besluit
from intake_assistant.domain.recht.oordeel.alle import beoordeel
from intake_assistant.domain.recht.oordeel.reden import is_uitweg
from intake_assistant.domain.recht.oordeel.zaak import Persoon, Toets, Zaak
from intake_assistant.operations.workspace import packaged_data

DAG: Final = date(2026, 5, 11)
GEWOON: Final = Zaak(
    concept={
        "dagtekening": DAG.isoformat(),
        "leerroute": "B",
        "niveau": "B1",
        "motivering": "De toets zegt dat de B1-route voor u haalbaar is. "
        "U wilt zo snel mogelijk aan het werk in uw eigen beroep.",
        "zienswijze": "U bent het ermee eens.",
        "pvt_uren": 12,
        "map_uren": 40,
        "voortgangsgesprekken": 6,
        "intensiteit.uren_per_week": 12,
        "intensiteit.weken": 75,
    },
    regels=packaged_data().regels,
    vandaag=DAG,
    dagtekening=DAG,
    gemeente="Delfzijl",
    persoon=Persoon(
        geboortedatum=date(1994, 3, 17),
        nationaliteit="ERI",
        doelgroep="asielstatushouder",
        verblijfstitel="asiel",
    ),
    kennisgeving_duo=date(2026, 3, 2),
    inschrijving_brp=date(2026, 3, 16),
    gesprekken=(date(2026, 4, 1), date(2026, 5, 11)),
    toets=Toets(status="gedaan", datum=date(2026, 4, 9), score=30, uitslag="haalbaar"),
)


def eerste(nummer: int = 1, **anders: Any) -> Besluit:
    """The besluit that set the lawful one, with some words else."""
    return Besluit(
        id=f"b{nummer}",
        nummer=nummer,
        grond="eerste",
        dagtekening=DAG.isoformat(),
        bekendgemaakt_op=DAG.isoformat(),
        aangenomen=False,
        inhoud={**GEWOON.concept, **anders},
    )


def zaak(**anders: Any) -> Zaak:
    """The lawful one, with some facts else."""
    return replace(GEWOON, **anders)


def van(**anders: Any) -> Zaak:
    """The lawful one, of somebody else."""
    return replace(GEWOON, persoon=replace(GEWOON.persoon, **anders))


def gezegd(found: Zaak) -> list[tuple[str, str, str]]:
    """What the law says of it: kind, article, reason."""
    oordelen = beoordeel(found)
    assert all(is_uitweg(o.reden, o.vraag) for o in oordelen), "each judgement leads to where it is mended"
    return [(o.soort.value, o.regel, o.reden.value) for o in oordelen]

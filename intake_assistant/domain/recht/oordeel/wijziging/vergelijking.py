"""What changes against the besluit that holds: parts that go down in level need afschalen (Wet 17(3))."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.besluit import AFSCHALEN
from intake_assistant.domain.recht.oordeel.niveau import ERK, ONDERDELEN, niveaus_of
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

_GEWOON: Final = "B1"
"""What holds for a part of which no level was set (Wet 7(1)(a); duo.md 2, rule 7)."""


def alle_niveaus(concept: Mapping[str, object]) -> dict[str, str]:
    """The level of each part: its own, that of all, or B1."""
    heel = str(concept.get("niveau") or "") or _GEWOON
    delen = niveaus_of(concept)
    return {deel: delen.get(deel, _GEWOON if delen else heel) for deel in ONDERDELEN}


def lagere_delen(zaak: Zaak) -> list[str]:
    """The parts of which the level goes down against every besluit that holds."""
    nieuw = alle_niveaus(zaak.concept)
    oud = [alle_niveaus(besluit.inhoud) for besluit in zaak.geldend]
    return [
        deel
        for deel, niveau in nieuw.items()
        if oud and niveau in ERK and all(ERK.index(niveau) < ERK.index(een[deel]) for een in oud)
    ]


def oordeel_over_niveaus(zaak: Zaak) -> Iterator[Oordeel]:
    """A lower level under any other ground is afschalen by the side door."""
    if zaak.grond == AFSCHALEN or zaak.kiest_route:
        return
    for deel in lagere_delen(zaak):
        sleutel = BESCHIKKING.of(f"niveau_per_onderdeel.{deel}")
        yield Oordeel("Wet 17(3)", sleutel, Reden.NIVEAU_VERLAAGD, {"deel": deel})

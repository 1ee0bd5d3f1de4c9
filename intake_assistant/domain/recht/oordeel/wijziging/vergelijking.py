"""What changes against the besluit that holds: parts that go down in level need afschalen (Wet 17(3))."""

from __future__ import annotations

from collections.abc import Iterator

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.besluit import AFSCHALEN
from intake_assistant.domain.recht.oordeel.niveau import ERK, alle_niveaus
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak


def lagere_delen(zaak: Zaak) -> list[str]:
    """The parts of which the level goes down against every besluit that holds."""
    nieuw = alle_niveaus(zaak.concept)
    oud = [alle_niveaus(besluit.inhoud) for besluit in zaak.geldend]
    geteld = {d: n for d, n in nieuw.items() if oud and n in ERK and d not in zaak.ontheven}
    return [d for d, n in geteld.items() if all(ERK.index(n) < ERK.index(een[d]) for een in oud)]


def oordeel_over_niveaus(zaak: Zaak) -> Iterator[Oordeel]:
    """A lower level under any other ground is afschalen by the side door."""
    if zaak.grond == AFSCHALEN or zaak.kiest_route:
        return
    for deel in lagere_delen(zaak):
        sleutel = BESCHIKKING.of(f"niveau_per_onderdeel.{deel}")
        yield Oordeel("Wet 17(3)", sleutel, Reden.NIVEAU_VERLAAGD, {"deel": deel})

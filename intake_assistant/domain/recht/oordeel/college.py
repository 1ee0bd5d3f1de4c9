"""In whose name a besluit is taken (Awb 3:45(2), 10:10)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

INSTELLINGEN: Final = "instellingen"
"""Where the name of the municipality is typed: no field of the dossier."""


def oordeel_over_college(zaak: Zaak) -> Iterator[Oordeel]:
    """There is no besluit of nobody."""
    if not zaak.gemeente.strip():
        yield Oordeel("Awb 10:10", INSTELLINGEN, Reden.GEEN_GEMEENTE, soort=Soort.ONTBREEKT)

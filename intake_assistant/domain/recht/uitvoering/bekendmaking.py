"""When a besluit was made known: not before it was there, and not on a day to come (Awb 3:40, 3:41)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden

WIJZEN: Final = ("post", "uitgereikt", "digitaal")
"""How a besluit is made known to the person it is for (Awb 2:13, 3:41)."""


def oordeel_over_bekendmaking(
    vraag: str, dagtekening: date, bekend: date, vandaag: date
) -> Iterator[Oordeel]:
    """Whether a besluit can have been made known on that day; `vraag` is where it is filled in."""
    if bekend < dagtekening:
        yield Oordeel("Awb 3:40", vraag, Reden.BEKEND_VOOR_DAGTEKENING, {"op": dagtekening.isoformat()})
    if bekend > vandaag:
        yield Oordeel("Awb 3:41", vraag, Reden.BEKEND_IN_TOEKOMST)

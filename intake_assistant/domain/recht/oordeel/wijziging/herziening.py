"""A besluit looked at again: after bezwaar, after a judgment, or on own power (Awb 7:11(2), 8:72)."""

from __future__ import annotations

from collections.abc import Iterator

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak


def oordeel_over_herziening(zaak: Zaak) -> Iterator[Oordeel]:
    """Another route only where bezwaar or a judgment asks for it; else that is schakelen (Wet 17(2))."""
    if zaak.kiest_route and not zaak.herzien_na:
        yield Oordeel("Wet 17(2)", BESCHIKKING.of("leerroute"), Reden.ROUTE_ONDER_HERZIENING)

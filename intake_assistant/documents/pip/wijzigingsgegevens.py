"""What a later besluit says beside the plan itself: what it goes on from, and how a bezwaar was handled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from intake_assistant.domain.recht.besluit import BEZWAAR


@dataclass(frozen=True, slots=True)
class Bezwaarbehandeling:
    """When a bezwaar came in, whether a commissie advised, when one was heard or why not (Awb 7:2, 7:3)."""

    ontvangen_op: date
    gehoord_op: date | None = None
    niet_gehoord: str = ""
    commissie: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigingGegevens:
    """What a later besluit goes on from, and what its ground rests on; of a first one nothing.

    `herzien_na`: bezwaar or uitspraak, or own power. `verbeteringen`: per field what it was and is now.
    """

    vorig: date | None = None
    vorig_kenmerk: str = ""
    vorig_rechtsmiddel: str = BEZWAAR
    kiest_route: bool = True
    herzien_na: str = ""
    deels: bool = False
    """Whether a bezwaar was right in part and no more."""
    weging_van: date | None = None
    lesuren: Decimal = Decimal(0)
    scholen: tuple[str, ...] = ()
    lagere_delen: tuple[str, ...] = ()
    inspanning: str = ""
    uitzondering: str = ""
    uitzondering_soort: str = ""
    verbeteringen: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    anders: tuple[tuple[str, str, str], ...] = ()
    """Of what it gives and asks: each part in words, what it was and what it is now; empty says nothing."""
    gevolgd: Decimal = Decimal(0)
    """Hours of Dutch and KNM that were followed (Besl 5.4(4)(c))."""
    bezwaar: Bezwaarbehandeling | None = None
    """Of a besluit on a bezwaar: how that was handled."""
    gesproken: tuple[date, ...] = ()
    """The days on which somebody spoke with the person since the besluit that holds."""

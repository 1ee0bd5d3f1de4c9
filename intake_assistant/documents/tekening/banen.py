"""Lanes of time: an axis of weeks with how many end in each, and below it a lane for each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from intake_assistant.documents.tekening.vormen import (
    Kleurrol,
    Letter,
    Rechthoek,
    Rondje,
    Schrift,
    Streep,
    Tekening,
    Vorm,
    moved,
)

AS_REGELS: Final = 4.6
"""How high an axis is, in lines."""
BAAN_REGELS: Final = 1.9
"""How high a lane is, in lines."""
_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Tijdas:
    """The weeks from a Monday on, today, the names of the months by their number, and how wide it is."""

    eerste: date
    weken: int
    vandaag: date
    maanden: Sequence[str]
    breed: float

    @property
    def einde(self) -> date:
        """The first day after it."""
        return self.eerste + self.weken * _WEEK

    def x(self, dag: date) -> float:
        """Where a day begins; what lies outside the axis stands at its edge."""
        dagen = min(max((dag - self.eerste).days, 0), self.weken * 7)
        return self.breed * dagen / (self.weken * 7)


@dataclass(frozen=True, slots=True)
class Loopbaan:
    """What is drawn of one row: from its first to its last day; None has not begun, or stands still."""

    begin: date | None
    uiterlijk: date | None
    merken: tuple[date, ...]
    """Days of which one sees that something was done."""
    kleur: Kleurrol
    woord: str
    """What is written in or beside the lane."""


def draw_as(as_: Tijdas, per_week: Mapping[date, int], druk: date | None, letter: Letter) -> Tekening:
    """How many lanes end in each week as standing bars, the busiest in bold; months and weeks below."""
    hoog = letter.hoog * AS_REGELS
    return Tekening(as_.breed, hoog, tuple(_axis(as_, per_week, druk, letter, hoog)))


def _axis(
    as_: Tijdas, per_week: Mapping[date, int], druk: date | None, letter: Letter, hoog: float
) -> Iterator[Vorm]:
    grond, most = hoog - letter.hoog * 1.3, max(per_week.values(), default=1)
    room, month = grond - letter.hoog * 1.2, 0
    for nummer in range(as_.weken):
        week = as_.eerste + nummer * _WEEK
        left, right = as_.x(week), as_.x(week + _WEEK)
        aantal = per_week.get(week, 0)
        if aantal:
            is_druk = week == druk
            kleur: Kleurrol = "let_op" if is_druk else "accent"
            top = grond - room * aantal / most
            yield Rechthoek(left + 1, top, right - left - 2, grond - top, kleur)
            middle = (left + right) / 2
            yield Schrift(middle, top - letter.hoog * 0.6, str(aantal), kleur, "midden", vet=is_druk)
        # A month is named above the first Monday in it, unless the next one leaves no room.
        if week.month != month and nummer < as_.weken - 2:
            month = week.month
            yield Streep(left, grond, left, hoog, "rand")
            yield Schrift(left + 3, hoog - letter.hoog * 0.6, as_.maanden[month - 1], "zacht", klein=True)
    yield Streep(0, grond, as_.breed, grond, "rand")
    yield from _today(as_, hoog)


def draw_baan(baan: Loopbaan, as_: Tijdas, letter: Letter, hoog: float = 0) -> Tekening:
    """One lane: where it runs, how much of it is over, and the days on which something was done."""
    hoog = hoog or letter.hoog * BAAN_REGELS
    return Tekening(as_.breed, hoog, tuple(_lane(baan, as_, letter, hoog)), baan.woord)


def _lane(baan: Loopbaan, as_: Tijdas, letter: Letter, hoog: float) -> Iterator[Vorm]:
    middle, dik = hoog / 2, letter.hoog * 0.9
    for nummer in range(1, as_.weken):
        left = as_.x(as_.eerste + nummer * _WEEK)
        yield Streep(left, 0, left, hoog, "lijn")
    if baan.begin is None:
        yield Schrift(as_.x(as_.vandaag) + 6, middle, baan.woord, baan.kleur)
        yield from _today(as_, hoog)
        return
    left, right = as_.x(baan.begin), as_.x((baan.uiterlijk or as_.einde) + timedelta(days=1))
    over = min(max(as_.x(as_.vandaag), left), right)
    lane = Rechthoek(left, middle - dik / 2, max(right - left, 2), dik, "vlak_zacht", baan.kleur)
    yield lane
    if over > left:
        yield Rechthoek(left, middle - dik / 2, over - left, dik, "accent_vlak", baan.kleur)
    for dag in baan.merken:
        if as_.eerste <= dag < as_.einde:
            yield Rondje(as_.x(dag), middle, dik * 0.28, "tekst")
    yield Streep(right, middle - dik * 0.75, right, middle + dik * 0.75, baan.kleur, 3)
    yield from _today(as_, hoog)
    yield _beside(baan, lane, as_, letter)


def _beside(baan: Loopbaan, lane: Rechthoek, as_: Tijdas, letter: Letter) -> Schrift:
    """The words right of the lane, where there is no room left of it, and else in what is still to come."""
    left, gap, y = lane.x, letter.hoog * 0.5, lane.y + lane.hoog / 2
    # Of what is late not through the line of today.
    vandaag = as_.x(as_.vandaag)
    right = max(lane.x + lane.breed, vandaag)
    room, breed = as_.breed - right - gap, letter.breedte(baan.woord)
    if breed > max(room, left - gap) and vandaag + breed + gap <= lane.x + lane.breed:
        return Schrift(vandaag + gap / 2, y, baan.woord, baan.kleur)
    if breed <= room or room >= left:
        return Schrift(right + gap, y, letter.cut(baan.woord, room), baan.kleur)
    return Schrift(left - gap, y, letter.cut(baan.woord, left - gap), baan.kleur, "rechts")


def _today(as_: Tijdas, hoog: float) -> Iterator[Vorm]:
    x = as_.x(as_.vandaag)
    yield Streep(x, 0, x, hoog, "let_op", 2, gestreept=True)


def stack(tekeningen: Sequence[Tekening], links: float, namen: Sequence[Schrift], zin: str) -> Tekening:
    """Drawings below each other, with words in the room left of them; the names have their y already."""
    vormen, y = list[Vorm](namen), 0.0
    for tekening in tekeningen:
        vormen += [moved(vorm, links, y) for vorm in tekening.vormen]
        y += tekening.hoog
    breed = links + max((t.breed for t in tekeningen), default=0)
    return Tekening(breed, y, tuple(vormen), zin)

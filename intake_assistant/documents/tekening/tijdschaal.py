"""The part of time that one looks at: nearer and further, and the marks that fit on its axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from intake_assistant.dates import months_in_short, without_year
from intake_assistant.documents.tekening.vormen import Letter

LEAST_DAYS: Final = 14
_FIRST, _LAST = date(1900, 1, 1), date(2100, 12, 31)
_MONTH_DAYS: Final = 30.4
_STEPS: Final = (1, 7, 14)
_MONTHS: Final = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Uitzicht:
    """From a day up to a day."""

    van: date
    tot: date

    @property
    def dagen(self) -> int:
        """How many days it holds."""
        return max((self.tot - self.van).days, 1)

    def zoomed(self, factor: float, at: float = 0.5) -> Uitzicht:
        """Nearer (below 1) or further; what lies `at` that part of it stays where it is."""
        dagen = min(max(round(self.dagen * factor), LEAST_DAYS), (_LAST - _FIRST).days)
        return _of(self.van + timedelta(days=round(self.dagen * at - dagen * at)), dagen)

    def moved(self, part: float) -> Uitzicht:
        """Earlier or later by a part of it."""
        return _of(self.van + timedelta(days=round(self.dagen * part)), self.dagen)


def around(dagen: Sequence[date], vandaag: date, *, jaren: int | None = None) -> Uitzicht:
    """Where all these days and today lie, with some room; `jaren` leaves out what lies further from today."""
    far = timedelta(days=round(365.25 * jaren)) if jaren else _LAST - _FIRST
    near = [vandaag, *(dag for dag in dagen if abs(dag - vandaag) <= far)]
    first, last = min(near), max(near)
    dagen_ = max((last - first).days, LEAST_DAYS * 2)
    room = max(dagen_ // 30, 2)
    return _of(_day(first.toordinal() - room), dagen_ + 2 * room)


def steps_of(uitzicht: Uitzicht, room: float, letter: Letter) -> Iterator[tuple[date, str, bool]]:
    """The days to mark, with their word, and whether a year or a month begins: as close as words allow."""
    for nummer, (dag, woord, is_groot) in enumerate(_marks(uitzicht, room, letter)):
        # The year of what begins in the middle of one is told once.
        needs_year = nummer == 0 and not woord.isdecimal()
        yield dag, f"{woord} {dag.year}" if needs_year else woord, is_groot


def _marks(uitzicht: Uitzicht, room: float, letter: Letter) -> Iterator[tuple[date, str, bool]]:
    for days in _STEPS:
        if days * room >= letter.breedte("30 sep 00"):
            yield from _by_day(uitzicht, days)
            return
    for months in _MONTHS:
        wide = letter.breedte("sep 00") if months < 12 else letter.breedte("20000")
        if months * _MONTH_DAYS * room >= wide:
            yield from _by_month(uitzicht, months)
            return


def _by_day(uitzicht: Uitzicht, days: int) -> Iterator[tuple[date, str, bool]]:
    # Weeks begin on Monday.
    dag = uitzicht.van + timedelta(days=-uitzicht.van.weekday() % 7 if days > 1 else 0)
    while dag <= uitzicht.tot:
        yield dag, without_year(dag), dag.day <= days
        dag += timedelta(days=days)


def _by_month(uitzicht: Uitzicht, months: int) -> Iterator[tuple[date, str, bool]]:
    number = uitzicht.van.year * 12 + uitzicht.van.month - 1
    number += -number % months if months > 1 else (1 if uitzicht.van.day > 1 else 0)
    while (number // 12, number % 12 + 1) <= (uitzicht.tot.year, uitzicht.tot.month):
        dag = date(number // 12, number % 12 + 1, 1)
        if dag >= uitzicht.van:
            yield dag, str(dag.year) if dag.month == 1 else months_in_short()[dag.month - 1], dag.month == 1
        number += months


def _of(van: date, dagen: int) -> Uitzicht:
    """That many days from a day on, kept within the years that there are."""
    first = min(max(van.toordinal(), _FIRST.toordinal()), _LAST.toordinal() - dagen)
    return Uitzicht(_day(first), _day(first + dagen))


def _day(nummer: int) -> date:
    return date.fromordinal(min(max(nummer, _FIRST.toordinal()), _LAST.toordinal()))

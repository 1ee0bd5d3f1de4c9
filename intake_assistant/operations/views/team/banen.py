"""The ten weeks of each person on one axis of time, and how many end in each week (art. 5.3 Besl)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from intake_assistant.domain.recht.klokken import Klok
from intake_assistant.operations.views.team.rij import Teamrij

TERUG: Final = 10
VOORUIT: Final = 13
"""The weeks that the axis reaches back and forth: who began today ends on it."""
DRUK: Final = 2
"""From so many plans on a week is a busy one."""


@dataclass(frozen=True, slots=True)
class Baan:
    """The ten weeks of one person; without `uiterlijk` they stand still or have not begun."""

    dossier: str
    naam: str
    regievoerder: str
    klok: Klok
    startposities: tuple[str, ...]
    gespreksdagen: tuple[date, ...]

    @property
    def begin(self) -> date | None:
        """The first day."""
        return self.klok.begin

    @property
    def uiterlijk(self) -> date | None:
        """The last day."""
        return self.klok.uiterlijk

    @property
    def klaar(self) -> int:
        """Of how many of the thirteen no question is open."""
        return self.startposities.count("klaar")

    def voorbij(self, vandaag: date) -> float:
        """The part of the ten weeks that is over: 0 to 1."""
        if self.begin is None or self.uiterlijk is None:
            return 0.0
        alle = max((self.uiterlijk - self.begin).days, 1)
        return min(max((vandaag - self.begin).days / alle, 0.0), 1.0)


@dataclass(frozen=True)
class Banen:
    """The lanes of a team, what ends first on top, and the weeks below which they run."""

    op: date
    banen: tuple[Baan, ...]

    @property
    def eerste(self) -> date:
        """The Monday on which the axis begins."""
        return maandag(self.op) - timedelta(weeks=TERUG)

    @property
    def weken(self) -> tuple[date, ...]:
        """The Mondays of the axis."""
        return tuple(self.eerste + timedelta(weeks=n) for n in range(TERUG + VOORUIT))

    @property
    def einde(self) -> date:
        """The first day after the axis."""
        return self.eerste + timedelta(weeks=TERUG + VOORUIT)

    @cached_property
    def per_week(self) -> Counter[date]:
        """How many lanes end in the week of each Monday, from this week on."""
        dagen = (baan.uiterlijk for baan in self.banen if baan.uiterlijk is not None)
        return Counter(maandag(dag) for dag in dagen if dag >= maandag(self.op))

    @property
    def te_laat(self) -> int:
        """How many ended before today without a plan."""
        return sum(baan.uiterlijk is not None and baan.uiterlijk < self.op for baan in self.banen)

    @property
    def drukste(self) -> tuple[date, int] | None:
        """The Monday of the first of the busiest weeks, and how many plans must be there in it."""
        found = [(-aantal, week) for week, aantal in self.per_week.items() if aantal >= DRUK]
        return (min(found)[1], -min(found)[0]) if found else None


def banen_of(rijen: Iterable[Teamrij], vandaag: date) -> Banen:
    """A lane for each person whose PIP is not there yet."""
    found = [
        Baan(r.dossier, r.naam, r.regievoerder, r.tien_weken, r.startposities, r.gespreksdagen)
        for r in rijen
        if r.tien_weken is not None and r.is_lopend
    ]
    return Banen(vandaag, tuple(sorted(found, key=_order)))


def ends_in(rij: Teamrij, week: date) -> bool:
    """Whether the ten weeks of somebody end in the week of a Monday, as `per_week` counts them."""
    uiterlijk = rij.tien_weken.uiterlijk if rij.tien_weken is not None and rij.is_lopend else None
    return uiterlijk is not None and maandag(uiterlijk) == week


def maandag(dag: date) -> date:
    """The Monday of the week of a day."""
    return dag - timedelta(days=dag.weekday())


def _order(baan: Baan) -> tuple[date, date, str]:
    return (baan.uiterlijk or date.max, baan.begin or date.max, baan.naam.casefold())

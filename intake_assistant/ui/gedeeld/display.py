"""Which display the shared side goes to: the one that was chosen before, and never a wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

KEPT = 8
"""So many displays are remembered; the longest unused goes."""

Vierkant = tuple[int, int, int, int]


class Display(NamedTuple):
    """What the computer tells of a display: number of the maker, name, and place (x, y, wide, high)."""

    serial: str
    name: str
    geometry: Vierkant

    @property
    def size(self) -> tuple[int, int]:
        """Wide and high."""
        return self.geometry[2], self.geometry[3]


def usable(now: Iterable[Display], ours: Display) -> list[Display]:
    """The displays that show nothing of our own side: another one, and no mirror of it."""
    return [one for one in now if one != ours and not _overlap(one.geometry, ours.geometry)]


def choose(kept: Sequence[Display], now: Sequence[Display], ours: Display) -> Display | None:
    """The display that was chosen last of those that are there; None when that is not beyond doubt."""
    free = usable(now, ours)
    for wanted in kept:
        alike = [one for one in now if _is_alike(wanted, one)]
        if len(alike) > 1:
            # Two of one make without a number: only the one in the very same place can be meant.
            alike = [one for one in alike if one.geometry == wanted.geometry]
        if len(alike) == 1 and alike[0] in free:
            return alike[0]
    return None


def remember(kept: Sequence[Display], chosen: Display) -> tuple[Display, ...]:
    """What is remembered once this one was chosen."""
    return (chosen, *(one for one in kept if not _is_alike(one, chosen)))[:KEPT]


def forget(kept: Sequence[Display], left: Display) -> tuple[Display, ...]:
    """What is remembered once this one was put off."""
    return tuple(one for one in kept if not _is_alike(one, left))


def _is_alike(wanted: Display, one: Display) -> bool:
    if wanted.serial or one.serial:
        return (wanted.serial, wanted.name) == (one.serial, one.name)
    # A plug has the same name whatever hangs on it: the size must be the same as well.
    return (wanted.name, wanted.size) == (one.name, one.size)


def _overlap(a: Vierkant, b: Vierkant) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]

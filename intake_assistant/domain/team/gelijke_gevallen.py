"""What others with the same facts were offered: counted, without names; no score, no ranking (AVG 22)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from intake_assistant.domain.team.groepen import MINSTENS, ONBEKEND
from intake_assistant.domain.team.kansfeiten import GelijkFeiten, KansFeiten

UREN: Final = {"tot_10": 10, "tot_15": 15, "tot_20": 20, "vanaf_20": 999}
"""Ranges of hours in a week, each with the hours at which the next one begins."""


@dataclass(frozen=True, slots=True)
class Gelijken:
    """Of how many others, in what they are the same, and what they were offered."""

    gelijk_in: tuple[str, ...]
    aantal: int
    leerroutes: Mapping[str, int]
    uren: Mapping[str, int]
    """By range; `onbekend` where no hours were set."""


def gelijke_gevallen(feit: GelijkFeiten, anderen: Sequence[KansFeiten]) -> Gelijken | None:
    """The others that are the same in as much as possible; None when there are fewer than ten.

    What weighs least for a leerroute is let go first: the age, then the level, then the schooling.
    """
    known = feit.known()
    for much in range(len(known), 0, -1):
        namen = known[:much]
        found = [ander for ander in anderen if _is_gelijk(feit, ander, namen)]
        if len(found) >= MINSTENS:
            return Gelijken(
                gelijk_in=namen,
                aantal=len(found),
                leerroutes=Counter(ander.leerroute for ander in found),
                uren=Counter(uren_in(ander.uren) for ander in found),
            )
    return None


def uren_in(uren: float | None) -> str:
    """The range in which hours lie."""
    if uren is None:
        return ONBEKEND
    return next((code for code, tot in UREN.items() if uren < tot), ONBEKEND)


def _is_gelijk(feit: GelijkFeiten, ander: KansFeiten, namen: tuple[str, ...]) -> bool:
    return all(getattr(feit, naam) == getattr(ander, naam) for naam in namen)

"""Which questions lie side by side in *toen en nu*; knows no file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Toennuonderwerp:
    """A topic and the questions of it, in order; `afspraken`: what was agreed and is done as well.

    `bord`: the board on which some of them stand, which is drawn for both days.
    """

    startpositie: str
    vragen: tuple[str, ...]
    afspraken: bool = False
    bord: str = ""


@dataclass(frozen=True)
class Toennukeuze:
    """All topics in order, and of each list of choices that is one the stairs, from the lowest step."""

    onderwerpen: tuple[Toennuonderwerp, ...]
    trappen: Mapping[str, tuple[tuple[str, ...], ...]]

    def trede(self, lijst: str, code: str) -> tuple[int, int] | None:
        """On which step of how many a choice stands; None when it stands on no stairs."""
        for treden in self.trappen.get(lijst, ()):
            if code in treden:
                return treden.index(code) + 1, len(treden)
        return None

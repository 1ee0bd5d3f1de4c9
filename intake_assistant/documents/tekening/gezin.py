"""A family as a row of discs: oneself, a partner and the children; who lives elsewhere is a ring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from intake_assistant.documents.tekening.vormen import Letter, Rondje, Schrift, Streep, Tekening, Vorm

_REGELS: Final = (3.2, 4.2)
"""How high it is, in lines: with words on one line, and on two."""
_GROOT, _KLEIN = 0.85, 0.6


@dataclass(frozen=True, slots=True)
class Figuur:
    """One disc: what stands below it on two lines, and whether it is a grown-up and lives here.

    `kort` is said instead when there are too many for all words.
    """

    woord: str
    bij: str = ""
    kort: str = ""
    is_groot: bool = True
    is_hier: bool = True


def draw_gezin(gezin: Sequence[Figuur], breed: float, letter: Letter, zin: str) -> Tekening:
    """Who belongs together from left to right, oneself first; who has no more room is counted."""
    hoog = letter.hoog * _REGELS[any(figuur.bij for figuur in gezin)]
    return Tekening(breed, hoog, tuple(_row(gezin, breed, letter)), zin)


def _row(gezin: Sequence[Figuur], breed: float, letter: Letter) -> Iterator[Vorm]:
    row = _fitting(gezin, breed, letter)
    places = _places(row, letter)
    shown = sum(right <= breed for _, right in places)
    if shown < len(row):
        # The last place is kept for how many there are more.
        shown = max(sum(right + letter.breedte("+99") <= breed for _, right in places), 1)
        yield Schrift(places[shown - 1][1], letter.hoog * 1.05, f"+{len(row) - shown}", "zacht", vet=True)
    middle = letter.hoog * 1.05
    for nummer in range(1, shown):
        x1, x2, elders = places[nummer - 1][0], places[nummer][0], not row[nummer].is_hier
        yield Streep(x1, middle, x2, middle, "rand", 1.5, gestreept=elders)
    for figuur, (x, _) in zip(row[:shown], places, strict=False):
        yield from _disc(figuur, x, middle, letter)


def _fitting(gezin: Sequence[Figuur], breed: float, letter: Letter) -> Sequence[Figuur]:
    """With all words, or with fewer when only then all of them fit."""
    without = [replace(figuur, bij="") for figuur in gezin]
    short = [replace(figuur, woord=figuur.kort or figuur.woord) for figuur in without]
    fits = (row for row in (gezin, without, short) if _places(row, letter)[-1][1] <= breed)
    return next(fits, short)


def _places(row: Sequence[Figuur], letter: Letter) -> list[tuple[float, float]]:
    """The middle of each, and where its room ends."""
    found, x = list[tuple[float, float]](), 0.0
    for figuur in row:
        words = max(letter.breedte(figuur.woord), letter.breedte(figuur.bij))
        room = max(words, letter.hoog * 2 * (_GROOT if figuur.is_groot else _KLEIN)) + letter.hoog * 0.9
        found.append((x + room / 2, x + room))
        x += room
    return found


def _disc(figuur: Figuur, x: float, y: float, letter: Letter) -> Iterator[Vorm]:
    straal = letter.hoog * (_GROOT if figuur.is_groot else _KLEIN)
    # Closed below the ring, or the line would run through it.
    yield Rondje(x, y, straal, "vlak_zacht" if not figuur.is_hier else "accent")
    if not figuur.is_hier:
        yield Rondje(x, y, straal, "accent", open=True)
    yield Schrift(x, letter.hoog * 2.6, figuur.woord, "tekst", "midden", klein=True)
    if figuur.bij:
        yield Schrift(x, letter.hoog * 3.6, figuur.bij, "zacht", "midden", klein=True)

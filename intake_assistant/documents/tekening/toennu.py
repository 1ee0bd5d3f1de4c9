"""Two days side by side as stairs: a row for each thing, one that was not asked yet without steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake_assistant.documents.tekening.vormen import (
    Kleurrol,
    Letter,
    Rechthoek,
    Schrift,
    Streep,
    Tekening,
    Vorm,
)

_LABEL = 0.5
_TREE = 1.1
_BETWEEN = 0.25
"""How wide a step is and what lies between two, in lines."""
_RISE = 1.6
_ROW = 2.4


@dataclass(frozen=True, slots=True)
class Trappaar:
    """What it is of, in one or two languages, and on which step of how many somebody stood on each day."""

    woorden: tuple[str, ...]
    toen: tuple[int, int] | None
    nu: tuple[int, int] | None


def draw_trapparen(
    paren: Sequence[Trappaar], koppen: tuple[str, str], breed: float, letter: Letter, zin: str = ""
) -> Tekening:
    """The pairs below each other, below the names of both days."""
    links, helft = breed * _LABEL, breed * (1 - _LABEL) / 2
    vormen = list[Vorm]()
    for kolom, kop in enumerate(koppen):
        x = links + kolom * helft
        vormen.append(Schrift(x, letter.hoog * 0.6, letter.cut(kop, helft), vet=True))
    for nummer, paar in enumerate(paren):
        onder = letter.hoog * (1.6 + _ROW * (nummer + 1) - 0.4)
        vormen += _words(paar.woorden, onder, links, letter)
        for kolom, stand in enumerate((paar.toen, paar.nu)):
            vormen += _stairs(stand, links + kolom * helft, onder, letter)
        vormen.append(Streep(0, onder + letter.hoog * 0.2, breed, onder + letter.hoog * 0.2, "lijn"))
    return Tekening(breed, letter.hoog * (1.6 + _ROW * len(paren)), tuple(vormen), zin)


def _words(woorden: tuple[str, ...], onder: float, room: float, letter: Letter) -> Iterator[Vorm]:
    room -= letter.hoog * 0.4
    for nummer, woord in enumerate(reversed(woorden)):
        y = onder - letter.hoog * (0.4 + nummer)
        yield Schrift(0, y, letter.cut(woord, room), vet=nummer == len(woorden) - 1)


def _stairs(stand: tuple[int, int] | None, x: float, onder: float, letter: Letter) -> Iterator[Vorm]:
    if stand is None:
        yield Streep(x, onder - letter.hoog * 0.5, x + letter.hoog, onder - letter.hoog * 0.5, "zacht")
        return
    tree, van = stand
    for nummer in range(1, van + 1):
        hoog = letter.hoog * _RISE * nummer / van
        kleur: Kleurrol = "accent" if nummer <= tree else "vlak_zacht"
        at = x + (nummer - 1) * letter.hoog * (_TREE + _BETWEEN)
        yield Rechthoek(at, onder - hoog, letter.hoog * _TREE, hoog, kleur, "rand")

"""A small square: the letters of a topic and how far it is, with a tick when all was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intake_assistant.documents.tekening.vormen import (
    Letter,
    Rechthoek,
    Schrift,
    Streep,
    Tekening,
    Vorm,
)


@dataclass(frozen=True, slots=True)
class Vakje:
    """Its letters, which part of it is done, and whether that is all."""

    letters: str
    deel: float
    is_af: bool = False
    zin: str = ""


def draw_vakje(vakje: Vakje, zijde: float, letter: Letter) -> Tekening:
    """The square at some size."""
    return Tekening(zijde, zijde, tuple(_square(vakje, zijde, letter)), vakje.zin)


def _square(vakje: Vakje, zijde: float, letter: Letter) -> Iterator[Vorm]:
    yield Rechthoek(1, 1, zijde - 2, zijde - 2, "accent_vlak" if vakje.is_af else "vlak_zacht", "rand")
    yield Schrift(zijde / 2, zijde * 0.4, vakje.letters, "tekst", "midden", vet=vakje.is_af)
    if vakje.is_af:
        x, y, size = zijde / 2, zijde * 0.84, letter.hoog * 0.18
        yield Streep(x - size * 1.3, y - size * 0.5, x - size * 0.3, y + size * 0.4, "accent", 2)
        yield Streep(x - size * 0.3, y + size * 0.4, x + size * 1.5, y - size, "accent", 2)
        return
    # Below the letters: a line through them would strike them out.
    left, breed, hoog = zijde * 0.14, zijde * 0.72, zijde * 0.12
    yield Rechthoek(left, zijde * 0.76, breed, hoog, "lijn")
    if vakje.deel > 0:
        yield Rechthoek(left, zijde * 0.76, max(breed * min(vakje.deel, 1.0), 2), hoog, "accent")

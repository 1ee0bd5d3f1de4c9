"""A small square that fills from below: how far one topic is, with its letters, a tick when all was asked."""

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
    """Its letters, which part of it is done, and whether anything was put off."""

    letters: str
    deel: float
    is_af: bool = False
    zin: str = ""


def draw_vakje(vakje: Vakje, zijde: float, letter: Letter) -> Tekening:
    """The square at some size."""
    return Tekening(zijde, zijde, tuple(_square(vakje, zijde, letter)), vakje.zin)


def _square(vakje: Vakje, zijde: float, letter: Letter) -> Iterator[Vorm]:
    yield Rechthoek(1, 1, zijde - 2, zijde - 2, "vlak_zacht", "rand")
    hoog = (zijde - 2) * min(max(vakje.deel, 0.0), 1.0)
    if hoog >= 1:
        yield Rechthoek(1, zijde - 1 - hoog, zijde - 2, hoog, "accent_vlak", "rand")
    middle = zijde / 2 - (letter.hoog * 0.3 if vakje.is_af else 0)
    yield Schrift(zijde / 2, middle, vakje.letters, "tekst", "midden", vet=vakje.is_af)
    if vakje.is_af:
        y, size = zijde - letter.hoog * 0.42, letter.hoog * 0.22
        yield Streep(
            zijde / 2 - size * 1.3, y - size * 0.5, zijde / 2 - size * 0.3, y + size * 0.4, "accent", 2
        )
        yield Streep(zijde / 2 - size * 0.3, y + size * 0.4, zijde / 2 + size * 1.5, y - size, "accent", 2)

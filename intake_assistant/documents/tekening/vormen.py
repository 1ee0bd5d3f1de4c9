"""What a drawing is made of; colours are named by their use, so that each page has its own (ui/kit/theme)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

type Kleurrol = Literal[
    "tekst", "zacht", "rand", "lijn", "vlak_zacht", "accent", "accent_vlak", "let_op", "fout"
]
type Kant = Literal["links", "midden", "rechts"]


@dataclass(frozen=True, slots=True)
class Rechthoek:
    """A filled rectangle; `kader` is the colour of its edge, if it has one."""

    x: float
    y: float
    breed: float
    hoog: float
    kleur: Kleurrol
    kader: Kleurrol | None = None


@dataclass(frozen=True, slots=True)
class Streep:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    kleur: Kleurrol
    dik: float = 1.0
    gestreept: bool = False


@dataclass(frozen=True, slots=True)
class Rondje:
    """A disc, or a ring when it is open."""

    x: float
    y: float
    straal: float
    kleur: Kleurrol
    open: bool = False


@dataclass(frozen=True, slots=True)
class Schrift:
    """Words on one line; `y` is the middle of the line, `x` the side that they keep to."""

    x: float
    y: float
    tekst: str
    kleur: Kleurrol = "tekst"
    kant: Kant = "links"
    vet: bool = False
    klein: bool = False


type Vorm = Rechthoek | Streep | Rondje | Schrift


@dataclass(frozen=True, slots=True)
class Tekening:
    """A drawing of some size, and the sentence that says the same."""

    breed: float
    hoog: float
    vormen: tuple[Vorm, ...]
    zin: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """How large letters are where a drawing goes: the height of a line and the width of words."""

    hoog: float
    breedte: Callable[[str], float]

    def cut(self, tekst: str, room: float) -> str:
        """As much of a text as fits, with an ellipsis when that is not all."""
        if self.breedte(tekst) <= room:
            return tekst
        low, high = 0, len(tekst)
        while low < high:
            half = (low + high + 1) // 2
            low, high = (half, high) if self.breedte(tekst[:half] + _REST) <= room else (low, half - 1)
        return tekst[:low].rstrip() + _REST


_REST: Final = "…"

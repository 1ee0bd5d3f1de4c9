"""What a drawing is made of; colours are named by their use, so that each page has its own (ui/kit/theme)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

type Kleurrol = Literal[
    "tekst", "zacht", "rand", "lijn", "vlak", "vlak_zacht", "accent", "accent_vlak", "let_op", "fout"
]
type Kant = Literal["links", "midden", "rechts"]


@dataclass(frozen=True, slots=True)
class Rechthoek:
    """A filled rectangle; `kader` is the colour of its edge, if it has one, and `rond` how round it is."""

    x: float
    y: float
    breed: float
    hoog: float
    kleur: Kleurrol
    kader: Kleurrol | None = None
    rond: float = 0.0
    dik: float = 1.0


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
    schaal: float = 1.0
    """How large its letters are beside those of the drawing."""


@dataclass(frozen=True, slots=True)
class Prent:
    """A picture of the forms, as high as it is wide, by the name of its file."""

    x: float
    y: float
    zijde: float
    bestand: str


type Vorm = Rechthoek | Streep | Rondje | Schrift | Prent


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

    def wrap(self, tekst: str, room: float, most: int) -> list[str]:
        """A text on so many lines at most, broken between words; what is too long is cut."""
        regels = list[str]()
        for woord in tekst.split():
            naast = f"{regels[-1]} {woord}" if regels else woord
            if regels and self.breedte(naast) <= room:
                regels[-1] = naast
            else:
                regels.append(woord)
        shown = regels if len(regels) <= most else [*regels[: most - 1], " ".join(regels[most - 1 :])]
        return [self.cut(regel, room) for regel in shown]


def moved(vorm: Vorm, dx: float, dy: float) -> Vorm:
    """The same form elsewhere."""
    if isinstance(vorm, Streep):
        return replace(vorm, x1=vorm.x1 + dx, y1=vorm.y1 + dy, x2=vorm.x2 + dx, y2=vorm.y2 + dy)
    return replace(vorm, x=vorm.x + dx, y=vorm.y + dy)


def mirrored(tekening: Tekening) -> Tekening:
    """The same drawing as it is read from the right; pictures and words stay the right way round."""
    return replace(tekening, vormen=tuple(_mirrored(vorm, tekening.breed) for vorm in tekening.vormen))


def _mirrored(vorm: Vorm, breed: float) -> Vorm:
    match vorm:
        case Rechthoek():
            return replace(vorm, x=breed - vorm.x - vorm.breed)
        case Prent():
            return replace(vorm, x=breed - vorm.x - vorm.zijde)
        case Streep():
            return replace(vorm, x1=breed - vorm.x1, x2=breed - vorm.x2)
        case Rondje():
            return replace(vorm, x=breed - vorm.x)
        case Schrift():
            return replace(vorm, x=breed - vorm.x, kant=_OTHER[vorm.kant])


_OTHER: Final[dict[Kant, Kant]] = {"links": "rechts", "midden": "midden", "rechts": "links"}
_REST: Final = "…"

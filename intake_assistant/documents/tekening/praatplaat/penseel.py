"""Draws from above: cards, tiles, steps; and remembers where each can be touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from intake_assistant.documents.tekening.praatplaat.plaat import Plaatvak
from intake_assistant.documents.tekening.vormen import (
    Kant,
    Kleurrol,
    Letter,
    Prent,
    Rechthoek,
    Schrift,
    Streep,
    Tekening,
    Vorm,
)

_ROND: Final = 0.18
_LEAST: Final = 0.66
_LAAG: Final = 1.6
"""A tile that is lower, in targets, has its words beside its picture."""
_KLEIN: Final = 0.9
"""How wide small letters are beside others, told on the wide side."""


class Ruimte(NamedTuple):
    """The room for something."""

    x: float
    y: float
    breed: float
    hoog: float


@dataclass(frozen=True, slots=True)
class Aanraakvlak:
    """Where something can be touched."""

    x: float
    y: float
    breed: float
    hoog: float
    code: str

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.x + self.breed and self.y <= y < self.y + self.hoog

    @property
    def midden(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.breed / 2, self.y + self.hoog / 2

    def mirrored(self, breed: float) -> Aanraakvlak:
        """Where it lies when all is read from the right."""
        return replace(self, x=breed - self.x - self.breed)


@dataclass(frozen=True, slots=True)
class Plaattekening:
    """A drawing, and where it can be touched."""

    tekening: Tekening
    vakken: tuple[Aanraakvlak, ...]

    def code_at(self, x: float, y: float) -> str:
        """What is touched at a point; the last drawn lies on top."""
        return next((vak.code for vak in reversed(self.vakken) if vak.holds(x, y)), "")


class Penseel:
    """Where drawing has come to, and with which letters."""

    def __init__(self, breed: float, letter: Letter, doel: float, *, is_rtl: bool = False) -> None:
        self.breed, self.letter, self.doel = breed, letter, doel
        self._is_rtl = is_rtl
        self.y = 0.0
        self._vormen: list[Vorm] = []
        self._vakken: list[Aanraakvlak] = []

    @property
    def tussen(self) -> float:
        """The room between two things."""
        return self.doel * 0.18

    def tekening(self, zin: str) -> Plaattekening:
        """What was drawn."""
        return Plaattekening(Tekening(self.breed, self.y, tuple(self._vormen), zin), tuple(self._vakken))

    # -- pieces ----------------------------------------------------------------------------------------------

    def reach(self, x: float, y: float, breed: float, hoog: float, code: str) -> None:
        """This can be touched."""
        if code:
            self._vakken.append(Aanraakvlak(x, y, breed, hoog, code))

    def box(
        self,
        x: float,
        y: float,
        breed: float,
        hoog: float,
        *,
        is_aan: bool = False,
        is_vol: bool | None = None,
        code: str = "",
        zacht: bool = False,
    ) -> None:
        """A card; chosen it has a thick edge, and unless it is said otherwise it is filled."""
        is_vol = is_aan if is_vol is None else is_vol
        fill: Kleurrol = "accent_vlak" if is_vol else "vlak_zacht" if zacht else "vlak"
        edge: Kleurrol = "accent" if is_aan else "rand"
        dik = self.doel * 0.07 if is_aan else 1.0
        self._vormen.append(Rechthoek(x, y, breed, hoog, fill, edge, self.doel * _ROND, dik))
        self.reach(x, y, breed, hoog, code)

    def fill(self, x: float, y: float, breed: float, hoog: float, kleur: Kleurrol) -> None:
        """A filled bar without an edge."""
        self._vormen.append(Rechthoek(x, y, breed, hoog, kleur, None, min(breed, hoog) * _ROND))

    def add(self, vorm: Vorm) -> None:
        """Anything else."""
        self._vormen.append(vorm)

    def picture(self, beeld: str, x: float, y: float, zijde: float) -> None:
        """A picture, when there is one."""
        if beeld:
            self._vormen.append(Prent(x, y, zijde, beeld))

    def words(
        self,
        tekst: str,
        x: float,
        y: float,
        room: float,
        *,
        kant: Kant = "links",
        most: int = 1,
        vet: bool = False,
        klein: bool = False,
        schaal: float = 1.0,
    ) -> None:
        """Words with the middle of their block at `y`."""
        small = schaal * (_KLEIN if klein else 1)
        regels = self.letter.wrap(tekst, room / small, most)
        hoog = self.letter.hoog * small
        top = y - hoog * (len(regels) - 1) / 2
        for nummer, regel in enumerate(regels):
            at = top + nummer * hoog
            self._vormen.append(Schrift(x, at, regel, "tekst", kant, vet=vet, klein=klein, schaal=schaal))

    def fitting(self, woorden: Iterable[str], room: float) -> float:
        """How large small letters are with which all of these words fit, without being hard to read."""
        widest = max((self.letter.breedte(woord) * _KLEIN for woord in woorden), default=0.0)
        return max(min(1.0, room / widest), _LEAST) if widest else 1.0

    def tick(self, x: float, y: float) -> None:
        """That it is chosen, for who sees no colours."""
        # Mirrored with all else it must stand as it does anywhere.
        size, dik = self.doel * 0.13, self.doel * 0.07
        ahead = -size if self._is_rtl else size
        self._vormen.append(Streep(x - ahead, y, x - ahead * 0.2, y + size * 0.8, "accent", dik))
        self._vormen.append(Streep(x - ahead * 0.2, y + size * 0.8, x + ahead * 1.3, y - size, "accent", dik))

    # -- tiles -----------------------------------------------------------------------------------------------

    def tiles(self, vakken: Sequence[Plaatvak], x: float, breed: float, hoog: float) -> None:
        """Tiles beside each other, and below each other when there is no room; moves down."""
        if not vakken:
            return
        naast = max(1, min(len(vakken), int(breed // (self.doel * 2))))
        # As many in each row: the last one does not stand alone.
        naast = -(-len(vakken) // -(-len(vakken) // naast))
        wide = (breed - self.tussen * (naast - 1)) / naast
        for nummer, vak in enumerate(vakken):
            if nummer and nummer % naast == 0:
                self.y += hoog + self.tussen
            self.tile(vak, x + (nummer % naast) * (wide + self.tussen), self.y, wide, hoog)
        self.y += hoog

    def tile(self, vak: Plaatvak, x: float, y: float, breed: float, hoog: float) -> None:
        """One tile: its picture above its words, beside them where it is low, or either alone."""
        self.box(x, y, breed, hoog, is_aan=vak.is_aan, code=vak.code)
        if not vak.beeld:
            room = breed - self.doel * 0.3
            lines = 2 if hoog > self.letter.hoog * 2 else 1
            woord, small = vak.woord or vak.cijfer, self.fitting(vak.woord.split(), room)
            self.words(woord, x + breed / 2, y + hoog / 2, room, kant="midden", most=lines, schaal=small)
        elif hoog < self.doel * _LAAG:
            self._beside(vak, Ruimte(x, y, breed, hoog))
        else:
            self._above(vak, Ruimte(x, y, breed, hoog))
        if vak.is_aan:
            self.tick(x + breed - self.doel * 0.35, y + self.doel * 0.3)

    def _beside(self, vak: Plaatvak, ruimte: Ruimte) -> None:
        x, y, breed, hoog = ruimte
        zijde = min(hoog * 0.8, breed * 0.5)
        left = x + (self.doel * 0.15 if vak.woord else (breed - zijde) / 2)
        self.picture(vak.beeld, left, y + (hoog - zijde) / 2, zijde)
        if vak.woord:
            left += zijde + self.doel * 0.1
            room = x + breed - left - self.doel * 0.1
            small = self.fitting(vak.woord.split(), room)
            self.words(vak.woord, left, y + hoog / 2, room, most=2, klein=True, schaal=small)

    def _above(self, vak: Plaatvak, ruimte: Ruimte) -> None:
        x, y, breed, hoog = ruimte
        room, middle = breed - self.doel * 0.3, x + breed / 2
        lines = len(self.letter.wrap(vak.woord, room / _KLEIN, 2))
        below = self.letter.hoog * _KLEIN * lines
        zijde = min(hoog - below - self.doel * 0.3, breed - self.doel * 0.2)
        top = y + (hoog - below - zijde) / 2
        self.picture(vak.beeld, middle - zijde / 2, top, zijde)
        small, at = self.fitting(vak.woord.split(), room), top + zijde + below / 2
        self.words(vak.woord, middle, at, room, kant="midden", most=2, klein=True, schaal=small)

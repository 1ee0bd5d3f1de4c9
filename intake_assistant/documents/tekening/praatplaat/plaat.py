"""What stands on a board, in words and pictures; knows no question and no language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatvak:
    """Something to touch: its code, what is seen of it, and whether it is chosen."""

    code: str
    woord: str = ""
    beeld: str = ""
    cijfer: str = ""
    is_aan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatveld:
    """One field of a row: what it is (`schaal`, `keuze`, `aantal`), and what can be touched of it."""

    rol: str
    woord: str = ""
    beeld: str = ""
    vakken: tuple[Plaatvak, ...] = ()
    code: str = ""
    """Of a cell that is touched as a whole."""
    cijfer: str = ""
    """Of a number, what it is now."""

    @property
    def aan(self) -> tuple[Plaatvak, ...]:
        """What is chosen."""
        return tuple(vak for vak in self.vakken if vak.is_aan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatrij:
    """One row: how it is opened, what it is about, and its fields."""

    code: str
    woord: str = ""
    beeld: str = ""
    velden: tuple[Plaatveld, ...] = ()
    is_open: bool = False
    van: int | None = None
    tot: int | None = None
    """On a line of time its first and its last year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatdeel:
    """Rows that belong together, and what adds one."""

    woord: str = ""
    beeld: str = ""
    rijen: tuple[Plaatrij, ...] = ()
    nieuw: Plaatvak | None = None
    aanbod: tuple[Plaatvak, ...] = ()
    """What a new row can be about, while one is being added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bordplaat:
    """One board; `kwasten` are what a touch on a cell puts there, of which one is on."""

    soort: str
    delen: tuple[Plaatdeel, ...]
    kwasten: tuple[Plaatvak, ...] = ()
    zin: str = ""
    is_rtl: bool = False
    cijfers: str = "0123456789"
    """The digits of its language, of the years on a line of time."""

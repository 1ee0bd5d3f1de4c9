"""What lies side by side as it is drawn: one page of a topic, in words of one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat

# So many rows can still be read across a table.
MEEST: Final = 3


@dataclass(frozen=True, slots=True)
class Toennucel:
    """What was said on one day: words with their pictures, and on which step of how many."""

    woorden: tuple[str, ...] = ()
    beelden: tuple[str, ...] = ()
    """The picture of each word; empty where there is none."""
    trede: tuple[int, int] | None = None
    bron: str = ""
    """Who said so, where on the other day somebody else did: then it tells of no change of the person."""
    is_leeg: bool = False
    """Whether it only says why there is no answer."""

    @property
    def zin(self) -> str:
        """The same in one line."""
        woorden = ", ".join(self.woorden)
        return f"{woorden} ({self.bron})" if self.bron else woorden


@dataclass(frozen=True, slots=True)
class Toennurij:
    """A question, and what was said on it on both days."""

    naam: str
    woord: str
    toen: Toennucel
    nu: Toennucel


@dataclass(frozen=True, slots=True)
class Toennublad:
    """A page of a topic: what is above both days, and the rows."""

    naam: str
    titel: str
    beeld: str
    koppen: tuple[tuple[str, str], tuple[str, str]]
    """For each day the word above it, and the day itself."""
    rijen: tuple[Toennurij, ...] = ()
    platen: tuple[Bordplaat, ...] = ()
    """In the place of rows a board as it stood on each of the days."""

"""The plan for the wall in Word: letters as large as one page can hold, as its PDF measures them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from intake_assistant.documents.model import KOLOMMEN, Alinea, Beeld, Kop, Stuk, Tabel

if TYPE_CHECKING:
    from docx.document import Document

# Of the letter of the page, as the PDF has it.
_STYLES: Final = {
    "Normal": 1, "Nadruk": 1, "List Bullet": 1, "Tabeltekst": 1, "Tabelkop": 1,
    "Heading 2": 1.15, "Heading 3": 1.05, "Groot": 1.5,
}  # fmt: skip
_TITLE: Final = 1.7
_SIZES: Final = (18, 16, 14, 12)
# Of what is read at home, and may tell of much.
_SMALLEST: Final = 10.5
# In points, of what lies within the margins of the page.
_WIDE, _HIGH = 468, 690
# Of the size of the letter: how wide one is, and from line to line.
_LETTER, _LINE = 0.52, 1.3


def enlarge(word: Document, stuk: Stuk) -> None:
    """Make every letter of the page as large as there is room for; a template may lack a style."""
    from docx.shared import Pt  # late: only who writes Word needs it

    size = size_for(stuk)
    for style in word.styles:
        if style.name in _STYLES:
            style.font.size = Pt(_STYLES[style.name] * size)
    for run in (run for paragraph in word.paragraphs for run in paragraph.runs if run.font.size is not None):
        # The title: the only words of the page with a size of their own.
        run.font.size = Pt(_TITLE * size)


def size_for(stuk: Stuk) -> float:
    """The largest size in which it stays one page, in points."""
    sizes = (*_SIZES, _SMALLEST) if stuk.soort in ("verteld", "bezwaarblad") else _SIZES
    return next((size for size in sizes if _height(stuk, size) <= _HIGH), sizes[-1])


def _height(stuk: Stuk, size: float) -> float:
    return sum(_heights(stuk, size), _TITLE * size * _LINE + 14)


def _heights(stuk: Stuk, size: float) -> Iterator[float]:
    for blok in stuk.blokken:
        match blok:
            case Kop():
                yield _lines(blok.tekst, 1.15 * size, _WIDE) + 26
            case Alinea():
                yield _lines(blok.tekst, (1.5 if blok.stijl == "groot" else 1) * size, _WIDE) + 12
            case Beeld():
                yield _lines(blok.tekst, size, _WIDE) + 12
            case Tabel():
                breedtes = KOLOMMEN[blok.vorm]
                for rij in (tuple(blok.koppen), *blok.rijen):
                    cellen = zip(rij, breedtes, strict=False)
                    yield max(_lines(cel, size, _WIDE * deel / 100 - 12) for cel, deel in cellen) + 4


def _lines(tekst: str, size: float, wide: float) -> float:
    regels = (math.ceil(max(1.0, len(regel) * _LETTER * size / wide)) for regel in tekst.split("\n"))
    return sum(regels) * _LINE * size

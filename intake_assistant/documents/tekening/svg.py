"""A drawing as SVG, in the colours of paper."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from pathlib import Path
from typing import Final

from intake_assistant.documents.tekening.vormen import (
    Kleurrol,
    Letter,
    Prent,
    Rechthoek,
    Rondje,
    Schrift,
    Streep,
    Tekening,
)
from intake_assistant.documents.tekens import covered_by, schoon

_PAPIER: Final[dict[Kleurrol, str]] = {
    "tekst": "#1c1f24",
    "zacht": "#47505c",
    "rand": "#78858f",
    "lijn": "#d5dae0",
    "vlak": "#ffffff",
    "vlak_zacht": "#eef2f7",
    "accent": "#1d3d63",
    "accent_vlak": "#c9d8ea",
    "let_op": "#8a3b00",
    "fout": "#9b1c1c",
}
_BUITENSTE: Final = re.compile(r"<svg(?P<eigen>[^>]*)>(?P<inhoud>.*)</svg>", re.DOTALL)
_VIEWBOX: Final = re.compile(r'viewBox="[^"]*"')
_ANCHOR: Final = {"links": "start", "midden": "middle", "rechts": "end"}
_POINTS: Final = 9.5
_FONTS: Final = ("Noto Sans", "Vazirmatn", "Noto Sans Ethiopic")
_GEEN: Final = "\N{REPLACEMENT CHARACTER}"
# Noto Sans is 0.57 wide on average, bold a little more: rather a word cut than one over another.
PAPIERLETTER: Final = Letter(_POINTS * 1.25, lambda tekst: len(tekst) * _POINTS * 0.6)
"""The letters on paper."""
PAPIERBREED: Final = 480.0
"""How wide a drawing is on a page."""


def as_svg(tekening: Tekening, beelden: Path = Path()) -> str:
    """The drawing as one SVG document; `beelden` is the folder of the pictures of the forms."""
    vormen = "".join(
        _picture(vorm, beelden) if isinstance(vorm, Prent) else _shape(vorm) for vorm in tekening.vormen
    )
    size = f'width="{tekening.breed:.1f}" height="{tekening.hoog:.1f}"'
    view = f'viewBox="0 0 {tekening.breed:.1f} {tekening.hoog:.1f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view}>{vormen}</svg>'


def _picture(prent: Prent, beelden: Path) -> str:
    """A picture inside another: what the file has in its outermost element, at another place and size."""
    at = f'x="{prent.x:.1f}" y="{prent.y:.1f}" width="{prent.zijde:.1f}" height="{prent.zijde:.1f}"'
    found = _BUITENSTE.search((beelden / prent.bestand).read_text(encoding="utf-8"))
    if found is None:
        return ""
    view = _VIEWBOX.search(found["eigen"])
    return f"<svg {at} {view[0] if view else ''}>{found['inhoud']}</svg>"


def _shape(vorm: Rechthoek | Streep | Rondje | Schrift) -> str:
    kleur = _PAPIER[vorm.kleur]
    match vorm:
        case Rechthoek():
            edge = (
                f' stroke="{_PAPIER[vorm.kader]}" stroke-width="{0.7 * vorm.dik:.1f}"' if vorm.kader else ""
            )
            edge += f' rx="{vorm.rond:.1f}"' if vorm.rond else ""
            at = f'x="{vorm.x:.1f}" y="{vorm.y:.1f}" width="{vorm.breed:.1f}" height="{vorm.hoog:.1f}"'
            return f'<rect {at} fill="{kleur}"{edge}/>'
        case Streep():
            dash = ' stroke-dasharray="3 3"' if vorm.gestreept else ""
            at = f'x1="{vorm.x1:.1f}" y1="{vorm.y1:.1f}" x2="{vorm.x2:.1f}" y2="{vorm.y2:.1f}"'
            return f'<line {at} stroke="{kleur}" stroke-width="{vorm.dik:.1f}"{dash}/>'
        case Rondje():
            fill = f'fill="none" stroke="{kleur}"' if vorm.open else f'fill="{kleur}"'
            return f'<circle cx="{vorm.x:.1f}" cy="{vorm.y:.1f}" r="{vorm.straal:.1f}" {fill}/>'
        case Schrift():
            points = _POINTS * vorm.schaal * (0.88 if vorm.klein else 1)
            weight = ' font-weight="bold"' if vorm.vet else ""
            # The middle of small letters is a third of their size above the line they stand on.
            at = f'x="{vorm.x:.1f}" y="{vorm.y + points * 0.34:.1f}" text-anchor="{_ANCHOR[vorm.kant]}"'
            # What is replaced is told where the words beside the drawing say the same.
            family, tekst = _font_for(_without_marks(schoon(vorm.tekst)[0]))
            font = f'font-family="{family}" font-size="{points:.1f}"{weight}'
            return f'<text {at} {font} fill="{kleur}">{escape(tekst)}</text>'


def _without_marks(tekst: str) -> str:
    """Vowel signs have no letter of their own in the text of a drawing, and PDF/UA refuses the whole page."""
    return "".join(teken for teken in tekst if unicodedata.category(teken) != "Mn")


def _font_for(tekst: str) -> tuple[str, str]:
    """The font that has all the letters, with the text; a drawing looks for no second one by itself."""
    if tekst.isascii():
        return _FONTS[0], tekst
    for font in _FONTS:
        if set(tekst) <= covered_by((font,)):
            return font, tekst
    has = covered_by(_FONTS[:1])
    return _FONTS[0], "".join(letter if letter in has else _GEEN for letter in tekst)

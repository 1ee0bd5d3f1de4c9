"""The fonts that came with the program, and which families a language is drawn with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from intake_assistant import paths

BASIS = "Noto Sans"
FAMILIES = (BASIS, "Noto Sans Ethiopic", "Vazirmatn")


@cache
def load(patroon: str) -> tuple[str, ...]:
    """Make the fonts of the package known to Qt; returns their families."""
    families: list[str] = []
    for file in sorted(paths.fonts_dir().glob(patroon)):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def load_first() -> None:
    """Load what the unlock window needs; the other scripts wait until a dossier can be shown."""
    load("NotoSans-*.ttf")


def load_all() -> None:
    """Load the fonts of every script."""
    load_first()
    load("*.ttf")


def staff_font(points: float) -> QFont:
    """The font of the staff side: ours on each platform, so that what was measured here fits there."""
    return _font(FAMILIES, points)


def taal_font(lettertypen: Iterable[str], points: float) -> QFont:
    """The font for text in a language: its own families first (`Taal.lettertypen`)."""
    return _font([*lettertypen, *FAMILIES], points)


def _font(families: Iterable[str], points: float) -> QFont:
    font = QFont()
    font.setFamilies(list(dict.fromkeys(families)))
    font.setPointSizeF(points)
    return font

"""Where the data of the program lies: beside the package (source, bundle) or under share (installed)."""

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHARE = "share/intake-assistant"


@cache
def _data_dir(name: str) -> Path:
    beside = _PACKAGE.parent / name
    return beside if beside.is_dir() else Path(sys.prefix) / _SHARE / name


def forms_dir() -> Path:
    """Return the folder of the forms, rules and fixed legal texts."""
    return _data_dir("forms")


def translations_dir() -> Path:
    """Return the folder with one folder per language."""
    return _data_dir("translations")


def fonts_dir() -> Path:
    """Return the folder of the fonts for screen, Word and PDF; part of the package."""
    return _PACKAGE / "fonts"


def templates_dir() -> Path:
    """Return the folder of the Word and typst templates; part of the package."""
    return _PACKAGE / "documents" / "templates"

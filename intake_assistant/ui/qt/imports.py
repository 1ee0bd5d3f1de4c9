"""Imports as Python does them, after Qt was imported."""

from __future__ import annotations

import builtins


def have_back() -> None:
    """Undo that PySide6 reads the source of each module that is imported, 8 MB of lines.

    It looks there for the wish to have Qt's names otherwise (`__feature__`); nobody wishes that here.
    """
    names = vars(builtins)
    names["__import__"] = names.get("__orig_import__", names["__import__"])

"""Keeps the one `True` of Python 3.11 alive: PySide6 6.12 takes a reference of it at every emit."""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_PLENTY: Final = 1 << 40


def hold() -> None:
    """Give `True` more references than can ever be taken; from Python 3.12 on it is immortal by itself.

    Without this the program ends with `bool_dealloc` after some five hundred signals: `Signal.emit` answers
    True and forgets to take a reference of its own.
    """
    if (
        sys.implementation.name == "cpython"
        and sys.version_info < (3, 12)
        and sys.getrefcount(True) < _PLENTY
    ):
        # The count is the first field of every object of CPython 3.11.
        ctypes.c_ssize_t.from_address(id(True)).value += 2 * _PLENTY

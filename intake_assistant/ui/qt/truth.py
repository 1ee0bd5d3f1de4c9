"""Keeps `True`, `False` and `None` alive on Python 3.11: PySide6 6.12 takes references of them."""

from __future__ import annotations

import sys
from typing import Final

_PLENTY: Final = 1 << 40


def hold() -> None:
    """Give them more references than can ever be taken; from Python 3.12 on they are immortal by themselves.

    Without this the program ends with `bool_dealloc` after some five hundred signals (`Signal.emit` answers
    True) or `none_dealloc` after some thousands of calls (each method without a result answers None): neither
    takes a reference of its own.
    """
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    import ctypes  # late: a start of a newer Python does without it

    for one in (True, False, None):
        if sys.getrefcount(one) < _PLENTY:
            # The count is the first field of every object of CPython 3.11.
            ctypes.c_ssize_t.from_address(id(one)).value += 2 * _PLENTY

"""Python's search for cycles that nobody holds, on the thread of the window alone.

By itself Python searches on whichever thread happens to make objects. A thread at work would then take apart
what hangs together with the window, in the middle of what Qt does with it: the program ends at once.

What is free goes back to the system as well: C would keep it, since something that is held lies behind it.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from itertools import count

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
_GIVE_BACK = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
# As Python's own thresholds: what is young often, all there is seldom.
_MIDDLE, _ALL = 10, 100


def collect_here(parent: QObject) -> QTimer:
    """Search on this thread from now on, and nowhere else, as long as `parent` lives."""
    gc.disable()
    turns = count(1)
    timer = QTimer(parent, interval=EVERY_MS)
    timer.setObjectName("afval")
    timer.timeout.connect(lambda: _collect(next(turns)))
    timer.start()
    return timer


def collect_all() -> None:
    """Search through all there is, now."""
    gc.collect()


def give_back() -> None:
    """Let the system have what nobody holds: after a long list was read that is 3 kB for each dossier."""
    if _GIVE_BACK is not None:
        _GIVE_BACK(0)


def _collect(turn: int) -> None:
    generation = _generation(turn)
    gc.collect(generation)
    if generation:
        give_back()


def _generation(turn: int) -> int:
    if turn % _ALL == 0:
        return 2
    return 1 if turn % _MIDDLE == 0 else 0

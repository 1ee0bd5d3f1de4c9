"""Python's search for cycles that nobody holds, on the thread of the window alone.

By itself Python searches on whichever thread happens to make objects. A thread at work would then take apart
what hangs together with the window, in the middle of what Qt does with it: the program ends at once.
"""

from __future__ import annotations

import gc
from itertools import count

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
# As Python's own thresholds: what is young often, all there is seldom.
_MIDDLE, _ALL = 10, 100


def collect_here(parent: QObject) -> QTimer:
    """Search on this thread from now on, and nowhere else, as long as `parent` lives."""
    gc.disable()
    turns = count(1)
    timer = QTimer(parent, interval=EVERY_MS)
    timer.setObjectName("afval")
    timer.timeout.connect(lambda: gc.collect(_generation(next(turns))))
    timer.start()
    return timer


def collect_all() -> None:
    """Search through all there is, now."""
    gc.collect()


def _generation(turn: int) -> int:
    if turn % _ALL == 0:
        return 2
    return 1 if turn % _MIDDLE == 0 else 0

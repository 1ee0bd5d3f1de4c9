"""Where the time of an act goes: which function of ours ran, or had the engine at work, moment by moment.

Time of the processor: other programs and a slow disk change nothing of it.
"""

from __future__ import annotations

import signal
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

import intake_assistant

_STEP: Final = 0.00025
_OURS: Final = str(Path(intake_assistant.__file__).parent)
_LINES: Final = 14
_READER: Final = "_text_in.<locals>.read"
"""The engine calls it for each text: what passes is of who asked for that."""


class Phases:
    """The seconds of each function while it was watched; nothing is counted until somebody asks for it."""

    def __init__(self) -> None:
        self._taken = defaultdict[str, float](float)
        self._is_on = False
        self._seen = 0.0

    def begin(self) -> None:
        """Look each quarter of a millisecond from now on, at no set place in what is watched."""
        signal.signal(signal.SIGALRM, self._look)
        signal.setitimer(signal.ITIMER_REAL, _STEP, _STEP)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Count within."""
        self._is_on = True
        try:
            yield
        finally:
            self._is_on = False

    def _look(self, _: int, frame: FrameType | None) -> None:
        # While the engine is at work nobody looks: all that passed is of who asked it.
        now = time.process_time()
        if self._is_on:
            self._taken[_name_of(frame)] += now - self._seen
        self._seen = now

    def ended(self) -> list[str]:
        """Look no more; the share of each, the greatest first."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        total = sum(self._taken.values()) or 1.0
        shares = sorted(((taken / total, name) for name, taken in self._taken.items()), reverse=True)
        return [f"{100 * share:5.1f} % {name}" for share, name in shares[:_LINES]]


def _name_of(frame: FrameType | None) -> str:
    while frame is not None and not _is_ours(frame):
        frame = frame.f_back
    if frame is None:
        return "outside"
    return f"{frame.f_code.co_filename.removeprefix(_OURS)[1:]} {frame.f_code.co_qualname}"


def _is_ours(frame: FrameType) -> bool:
    code = frame.f_code
    return code.co_filename.startswith(_OURS) and code.co_qualname != _READER


PHASES: Final = Phases()
"""Of what is measured in this process."""

"""Long work in a terminal: one line that tells how far it is, and Ctrl+C that ends it where that is safe."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from intake_assistant.errors import KnownError
from intake_assistant.operations.words.voortgang import progress_in_words
from intake_assistant.progress import CANCELLED, Progress, Watch
from intake_assistant.texts import text

_EVERY = 0.2  # seconds; more often nobody reads


class _Line:
    """The last line of the terminal, written over itself; nothing where nobody looks."""

    def __init__(self) -> None:
        self._is_seen = sys.stderr is not None and sys.stderr.isatty()
        self._shown, self._at = "", float("-inf")

    def show(self, watch: Watch) -> None:
        """Tell how far it is."""
        now = time.monotonic()
        if watch.share and now - self._at >= _EVERY:
            self._at = now
            self._write(progress_in_words(watch))

    def say(self, line: str) -> None:
        """Say something that stays, above it."""
        self.clear()
        if self._is_seen:
            # Elsewhere the first word is the code of a refusal.
            print(line, file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Leave nothing of it behind."""
        self._write("")

    def _write(self, line: str) -> None:
        if self._is_seen and line != self._shown:
            # With spaces: an old console of Windows knows no sign that clears the rest.
            over = " " * max(len(self._shown) - len(line), 0)
            print(f"\r{line}{over}", end="" if line else "\r", file=sys.stderr, flush=True)
            self._shown = line


@contextmanager
def watched() -> Iterator[Progress]:
    """What long work is given.

    The first Ctrl+C has it end where all is as it was, or says that it can no longer be stopped; the second
    ends the program as ever. KeyboardInterrupt when it ended so.
    """
    line = _Line()
    watch, asked = Watch(line.show), 0

    def interrupt(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        asked += 1
        if asked > 1:
            raise KeyboardInterrupt
        line.say(text("kluis.voortgang.stopt" if watch.cancel() else "kluis.voortgang.vast"))

    is_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, interrupt) if is_main else None
    try:
        yield watch.progress
    except KnownError as error:
        if error.code != CANCELLED:
            raise
        raise KeyboardInterrupt from error
    finally:
        if is_main:
            signal.signal(signal.SIGINT, before)
        line.clear()

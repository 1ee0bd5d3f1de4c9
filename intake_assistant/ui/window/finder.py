"""Searches what was recorded, and brings its index up to date while nobody is busy; off the UI thread."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from intake_assistant.errors import KnownError
from intake_assistant.operations.views.finding import Kijker, Treffer, find, index_some
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import Watch
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.qt.later import Later
from intake_assistant.ui.qt.tasks import Taak
from intake_assistant.ui.window.context import Context

FEWEST: Final = 2
"""With so many letters a search begins: one letter begins a word in nearly every answer."""
# Who types on is not searched for at each key; what takes longer than a moment is told.
_AFTER_MS, _LONG_MS = 150, 400
# Nobody did anything for so long; a piece of work after which one looks again whether that is still so.
_QUIET_SECONDS, _PIECE_SECONDS = 3.0, 0.25
_LOOK_MS, _NEXT_MS = 2000, 250


class Zoeker(QObject):
    """Of one open vault: `found` with what holds the words, `busy` when that takes longer than a moment."""

    found = Signal(list)
    busy = Signal(bool)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._woorden = ""
        self._zoekt: Taak | None = None
        self._werkt: Taak | None = None
        self._up_to: int | None = None
        self._after = Later(self, self._begin, _AFTER_MS)
        self._long = Later(self, lambda: self.busy.emit(True), _LONG_MS)
        self._look, self._next = QTimer(self, interval=_LOOK_MS), Later(self, self.look, _NEXT_MS)
        self._look.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on whether there is a quiet moment."""
        self._look.start()

    # -- searching -------------------------------------------------------------------------------------------

    @property
    def is_searching(self) -> bool:
        """Whether an answer is still to come."""
        return self._after.isActive() or self._zoekt is not None

    def search(self, woorden: str) -> None:
        """Search for this from now on; what was searched for before is called off."""
        self.stop()
        if sum(letter.isalnum() for letter in woorden) >= FEWEST:
            self._woorden = woorden
            self._after.start()

    def stop(self) -> None:
        """Call off what is being searched for, and forget it."""
        self._woorden = ""
        self._after.stop()
        self._long.stop()
        if self._zoekt is not None:
            self._zoekt.cancel()
        self.busy.emit(False)

    def _begin(self) -> None:
        if self._werkt is not None:
            self._werkt.cancel()
        work, woorden, kijker, watch = self._context.work, self._woorden, _kijker(self._context), Watch()
        self._zoekt = taak = Taak(
            lambda: find(work, woorden, kijker, lambda: watch.cancelled),
            self._done,
            self._failed,
            watch=watch,
        )
        taak.over.connect(self._searched)
        self._long.start()
        taak.start()

    def _searched(self) -> None:
        self._zoekt = None
        self._long.stop()
        self.busy.emit(False)

    def _done(self, found: list[Treffer]) -> None:
        self.found.emit(found)

    def _failed(self, error: KnownError) -> None:
        self._context.failed.emit(error)
        self.found.emit([])

    # -- in a quiet moment -----------------------------------------------------------------------------------

    def look(self) -> Taak | None:
        """Index a piece when nobody is busy; None when that is not so, or when all of it was indexed."""
        if self._context.quiet_seconds() < _QUIET_SECONDS or self.is_searching or tasks.is_busy():
            return None
        work, watch = self._context.work, Watch()
        here = work.vault.changes()
        if here == self._up_to:
            return None
        self._werkt = taak = Taak(
            lambda: _index_piece(work, watch),
            lambda whole: self._indexed(here, whole),
            self._let_be,
            watch=watch,
        )
        taak.over.connect(self._worked)
        taak.start()
        return taak

    def _indexed(self, here: int, whole: bool) -> None:
        if whole:
            self._up_to = here
        else:
            self._next.start()

    def _let_be(self, error: KnownError) -> None:
        """Nobody asked for it: who records or searches meets the same full disk, and is told."""

    def _worked(self) -> None:
        self._werkt = None


def _index_piece(work: Workspace, watch: Watch) -> bool:
    until = time.monotonic() + _PIECE_SECONDS
    return index_some(work, lambda: watch.cancelled or time.monotonic() > until)


def _kijker(context: Context) -> Kijker:
    is_open = bool(context.dossier_id) and not context.is_gesloten()
    return Kijker(context.dossier_id, gevoelig_open=is_open, samen=context.samen)

"""Makes the lines of the list anew behind the screen, after new forms or in a new year.

The list can be used meanwhile.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from intake_assistant.operations.views.overzicht import is_behind, refresh_for
from intake_assistant.progress import Watch
from intake_assistant.ui.qt.tasks import Taak

if TYPE_CHECKING:
    from intake_assistant.ui.window.context import Context

# The list is read anew after each turn: soon at first, then seldom, since very many lines take a moment.
FIRST, LONGEST = 1.0, 16.0


class Regelwacht(QObject):
    """Of one open vault. A lock calls it off between a few lines; the next opening goes on."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._taak: Taak | None = None
        self._seconds = FIRST
        context.behind.connect(self.look)

    def start(self) -> None:
        """Make what is behind, also when no list is shown."""
        if is_behind(self._context.work):
            self.look()

    def look(self) -> None:
        """Begin to make what is behind, unless that is being done."""
        if self._taak is not None:
            return
        work, seconds, watch = self._context.work, self._seconds, Watch()
        self._seconds = min(2 * seconds, LONGEST)
        job = partial(refresh_for, work, seconds, watch.progress)
        self._taak = taak = Taak(job, self._done, self._context.failed.emit, watch=watch, whole=True)
        taak.over.connect(self._end)
        taak.start()

    def _done(self, more: bool) -> None:
        if not more:
            self._seconds = FIRST
        self._context.lines_made.emit()
        if more:
            self.look()

    def _end(self) -> None:
        self._taak = None

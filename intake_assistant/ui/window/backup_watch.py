"""Makes backups while somebody works and nobody waits: the first of the day, and when something changed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts import wissen
from intake_assistant.operations.exchange import uitgaand
from intake_assistant.operations.vault import reservekopie
from intake_assistant.operations.vault.reservekopie import Gemaakt, Plaatsstand
from intake_assistant.progress import Progress, Watch
from intake_assistant.ui.qt.later import Later
from intake_assistant.ui.qt.tasks import Taak

if TYPE_CHECKING:
    from intake_assistant.operations.workspace import Workspace
    from intake_assistant.ui.window.context import Context

# The list of dossiers stands by then; nothing of ours slows it down.
AFTER_MS, EVERY_MS = 3000, 10 * 60 * 1000


class Reservewacht(QObject):
    """Of one open vault. A lock calls off what is being made; then the next opening makes it."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._seen: int | None = None
        self._taak: Taak | None = None
        self._has_told = False
        self._first = Later(self, self.look, AFTER_MS)
        self._later = QTimer(self, interval=EVERY_MS)
        self._later.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._first.start()
        self._later.start()

    def look(self) -> Taak | None:
        """Make in the background what is due; None when something is being made already."""
        if self._taak is not None:
            return None
        work, seen, watch = self._context.work, self._seen, Watch()
        # Whoever joins files holds the vault for minutes: here nobody waits for it.
        self._taak = taak = Taak(
            lambda: _make_due(work, watch.progress, seen),
            self._done,
            self._failed,
            watch=watch,
        )
        taak.over.connect(self._end)
        taak.start()
        return taak

    def last(self) -> None:
        """At closing, when nobody looks any more: what changed since the last backup goes along in one."""
        if self._taak is not None:
            self._taak.cancel()
        work = self._context.work
        # Nobody is there to tell; the first opening that follows makes it, and tells.
        with suppress(KnownError):
            if work.vault.changes() != self._seen and work.vault.dossiers():
                reservekopie.back_up(work, reservekopie.DAG)

    def _done(self, outcome: tuple[Gemaakt | Plaatsstand | None, int | None]) -> None:
        made, self._seen = outcome
        if made is not None:
            self._context.backed_up.emit()

    def _failed(self, error: KnownError) -> None:
        # Once: the first screen goes on telling how old the last one is.
        if not self._has_told:
            self._has_told = True
            self._context.failed.emit(error)

    def _end(self) -> None:
        self._taak = None


def _make_due(
    work: Workspace, progress: Progress, seen: int | None
) -> tuple[Gemaakt | Plaatsstand | None, int | None]:
    """What was made, and how many changes the last backup has seen."""
    changed, first = work.vault.changes() != seen, seen is None
    if first:
        uitgaand.settle(work)
    # What could not be erased while a place was away goes first: it would be copied once more.
    wissen.catch_up(work, everywhere=first)
    soort = reservekopie.due(work, changed=changed)
    if soort:
        return reservekopie.back_up(work, soort, progress), work.vault.changes()
    return reservekopie.catch_up(work, progress), seen

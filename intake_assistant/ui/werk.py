"""Long work off the UI thread: the result comes back by signal, a task can be called off."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance

from intake_assistant.errors import KnownError

T = TypeVar("T")


class Melder(QObject):
    """What work reports to: the window shows `failed` as a banner and `busy` as progress."""

    failed = Signal(object)
    """A KnownError for the banner; nothing was lost."""
    busy = Signal(object)
    """A Taak that has begun."""


class _Meldt(Protocol):
    @property
    def failed(self) -> SignalInstance: ...
    @property
    def busy(self) -> SignalInstance: ...


class Taak(QObject):
    """One piece of work on its way; `over` comes in any case, last of all."""

    over = Signal()
    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(
        self, job: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[KnownError], None]
    ) -> None:
        super().__init__()
        self.titel = ""
        self.cancelled = False
        self.whole = False
        """Set by who runs it: it writes in the vault or its slots, and locking waits until it has ended."""
        self._begun, self._ended = threading.Event(), threading.Event()
        self._job, self._done, self._failed = job, done, failed
        self._returned.connect(self._take_result)
        self._raised.connect(self._take_error)

    def cancel(self) -> None:
        """Call it off: what it still brings is thrown away; a job must not write files itself."""
        if not self.cancelled:
            self.cancelled = True
            self.over.emit()

    def refuse_cancelled(self) -> None:
        """For the job, between two steps: raise KnownError `backup.stopped` when it was called off."""
        if self.cancelled:
            raise KnownError("backup.stopped")

    def start(self) -> None:
        """Begin, in the pool."""
        _running.add(self)
        QThreadPool.globalInstance().start(self._work)

    def wait(self) -> None:
        """Wait until it has ended; what had no thread yet when it was called off never begins."""
        if self._begun.is_set():
            self._ended.wait()

    def _work(self) -> None:
        self._begun.set()
        if self.cancelled:
            # Before a thread was free; by now the vault may be closed.
            self._returned.emit(None)
            return
        try:
            result = self._job()
        except BaseException as error:  # noqa: BLE001  # carried to the UI thread, which raises it there
            self._raised.emit(error)
        else:
            self._returned.emit(result)
        finally:
            self._ended.set()

    def _take_result(self, result: object) -> None:
        done, _ = self._let_go()
        if not self.cancelled:
            self.over.emit()
            done(result)

    def _take_error(self, error: BaseException) -> None:
        _, failed = self._let_go()
        if self.cancelled:
            return
        self.over.emit()
        if not isinstance(error, KnownError):
            raise error
        failed(error)

    def _let_go(self) -> tuple[Callable[[Any], None], Callable[[KnownError], None]]:
        """It has ended: what it was asked holds a dossier and its screen, and may outlive neither."""
        _running.discard(self)
        done, failed = self._done, self._failed
        self._job, self._done, self._failed = (lambda: None), (lambda _: None), (lambda _: None)
        return done, failed


# A task nobody holds would be collected while its thread still works.
_running: set[Taak] = set()


def run(
    context: _Meldt,
    job: Callable[[], T],
    done: Callable[[T], None],
    titel: str,
    failed: Callable[[KnownError], None] | None = None,
) -> Taak:
    """Run `job` in the pool; `done` gets its result on the UI thread, a KnownError goes to the banner.

    The job touches no widget and writes no file: write in `done`, so that calling off leaves nothing behind.
    What must be written there (a backup, a restore) is whole or not at all, and asks `refuse_cancelled`;
    what may not be cut off from the vault half-way is `Taak.whole`.
    """
    taak = Taak(job, done, failed or context.failed.emit)
    taak.titel = titel
    context.busy.emit(taak)
    taak.start()
    return taak


def cancel_all() -> None:
    """Call everything off, and wait for what must end whole: the vault is about to close."""
    running = tuple(_running)
    for taak in running:
        taak.cancel()
    for taak in running:
        if taak.whole:
            taak.wait()


def is_busy() -> bool:
    """Whether something is still on its way."""
    return any(not taak.cancelled for taak in _running)

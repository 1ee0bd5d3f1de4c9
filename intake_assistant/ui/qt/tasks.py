"""Long work off the UI thread: the result comes back by signal, a task can be called off.

What the thread is given is plain: nothing of Qt may die there, and nothing there may take apart what belongs
to the window (`afval`). So the thread has an `_Arbeid`, and only the window holds the `Taak`.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable
from functools import cache, partial
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance

from intake_assistant.errors import KnownError
from intake_assistant.progress import CANCELLED, Watch
from intake_assistant.staftaal import dutch

TURN = 0.0001
"""Seconds that a thread may work on while the window waits; Python's own are 0.005.

Whoever reads a row hands over its turn: beside a thread a dossier of 450 rows took 84 times as long to open,
and now takes 2 to 10 (tests/benchmarks). To build a screen then takes a tenth longer.
"""


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


class _Arbeid:
    """What the thread is given, and where it leaves what came of it."""

    def __init__(self, job: Callable[[], Any], watch: Watch, *, asks_nobody: bool) -> None:
        self.begun, self.ended = threading.Event(), threading.Event()
        self.result: Any = None
        self.error: BaseException | None = None
        self._job, self._watch, self._asks_nobody = job, watch, asks_nobody

    def __call__(self) -> None:
        self.begun.set()
        try:
            if self._watch.cancelled:
                # Before a thread was free; by now the vault may be closed.
                raise KnownError(CANCELLED)
            if self._asks_nobody:
                self._watch.progress.commit()
            self.result = self._job()
        except BaseException as error:  # noqa: BLE001  # carried to the UI thread, which raises it there
            self.error = error
        finally:
            self._job = _nothing
            self.ended.set()
            _bode().ended.emit(id(self))


class _Bode(QObject):
    """Brings word from the threads; lives as long as the program, so that no thread finds it gone."""

    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ended.connect(_take_in)


@cache
def _bode() -> _Bode:
    return _Bode()


def _nothing(*_: object) -> None:
    """What an ended task keeps of what it was asked."""


def _take_in(number: int) -> None:
    _running.pop(number).end()


class Taak(QObject):
    """One piece of work on its way, of the window alone; `over` comes in any case, and once."""

    over = Signal()

    def __init__(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[KnownError], None],
        *,
        watch: Watch | None = None,
        whole: bool = False,
    ) -> None:
        super().__init__()
        refuse_widgets(job)
        self.titel = ""
        self.whole = whole
        """It writes in the vault or its slots, and locking waits until it has ended."""
        self.watch = watch or Watch()
        """How far it is; made before its task, for a job that tells and asks."""
        # Who writes and asks nobody whether to go on cannot be stopped once it has begun.
        self._arbeid = _Arbeid(job, self.watch, asks_nobody=whole and watch is None)
        self._done, self._failed = done, failed
        self._is_left = self._has_ended = False

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._is_left

    def cancel(self) -> None:
        """Call it off, if it still can be: what it brings is thrown away; a job must not write files."""
        if not self._has_ended and self.watch.cancel():
            self._leave()

    def leave(self) -> None:
        """Call it off; what can no longer be stopped goes on to its end, and nobody is told."""
        self.watch.cancel()
        self._leave()

    def _leave(self) -> None:
        if not self._is_left and not self._has_ended:
            self._is_left = True
            self.over.emit()

    def start(self) -> None:
        """Begin, in the pool."""
        sys.setswitchinterval(TURN)
        _bode()  # here, so that it is of this thread
        _running[id(self._arbeid)] = self
        QThreadPool.globalInstance().start(self._arbeid)

    def wait(self) -> None:
        """Wait until it has ended; what had no thread yet when it was called off never begins."""
        if self._arbeid.begun.is_set():
            self._arbeid.ended.wait()

    def end(self) -> None:
        """Take in what came of it."""
        # What it was asked holds a dossier and its screen, and may outlive neither.
        arbeid, done, failed = self._arbeid, self._done, self._failed
        result, error = arbeid.result, arbeid.error
        self._done = self._failed = _nothing
        self._has_ended = True
        arbeid.result = arbeid.error = None
        if self.cancelled:
            return
        self.over.emit()
        if error is None:
            done(result)
        elif isinstance(error, KnownError):
            failed(error)
        else:
            raise error


# A task nobody holds would be collected while its thread still works.
_running: dict[int, Taak] = {}


def run[T](
    context: _Meldt,
    job: Callable[[], T],
    done: Callable[[T], None],
    titel: str,
    failed: Callable[[KnownError], None] | None = None,
    *,
    watch: Watch | None = None,
    whole: bool = False,
    shown: bool = False,
) -> Taak:
    """Run `job` in the pool; `done` gets its result on the UI thread, a KnownError goes to the banner.

    The job holds no screen, touches no widget and writes no file: write in `done`, so that calling off leaves
    nothing behind. What must be written there (a backup, a restore) is whole or not at all, and asks its
    `watch`; what may not be cut off from the vault half-way is `whole`. It writes Dutch, unless its words are
    `shown` as they come.
    """
    taak = Taak(job if shown else dutch(job), done, failed or context.failed.emit, watch=watch, whole=whole)
    taak.titel = titel
    context.busy.emit(taak)
    taak.start()
    return taak


def cancel_all() -> None:
    """Call everything off, and wait for what must end whole: the vault is about to close."""
    running = tuple(_running.values())
    for taak in running:
        taak.leave()
    for taak in running:
        if taak.whole:
            taak.wait()


def finish() -> None:
    """Wait until no thread works any more: the program is about to end."""
    cancel_all()
    QThreadPool.globalInstance().waitForDone()


def is_busy() -> bool:
    """Whether something is still on its way."""
    return any(not taak.cancelled for taak in _running.values())


def refuse_widgets(job: Callable[[], Any]) -> None:
    """TypeError when a job holds something of Qt: the last hold on it could be let go of on its thread."""
    held: dict[int, object] = {}
    _gather(job, held)
    for thing in held.values():
        if isinstance(thing, shiboken6.Object):
            raise TypeError(f"a job for a thread holds a {type(thing).__name__}")


def _gather(thing: object, held: dict[int, object]) -> None:
    """What a function, or a function with its arguments, holds, as deep as functions go."""
    if id(thing) in held:
        return
    held[id(thing)] = thing
    for inside in _parts(thing):
        _gather(inside, held)


def _parts(thing: object) -> Iterable[object]:
    if isinstance(thing, FunctionType):
        return (*(cell.cell_contents for cell in thing.__closure__ or ()), *(thing.__defaults__ or ()))
    if isinstance(thing, MethodType):
        return (thing.__self__, thing.__func__)
    if isinstance(thing, BuiltinMethodType):
        return (thing.__self__,)
    if isinstance(thing, partial):
        return (thing.func, *thing.args, *thing.keywords.values())
    return thing if isinstance(thing, tuple | list) else ()

"""What waits for the end of what is being done: an act of a page, and a page that is done with.

It hangs on its page: when that is left or the vault closes it is called off, and never meets a closed vault.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import QWidget

AGAIN_MS = 20


class Later(QTimer):
    """Does its act a moment after it was started; once, however often it was."""

    def __init__(self, page: QObject, act: Callable[[], object], ms: int = 0) -> None:
        super().__init__(page, singleShot=True, interval=ms)
        self.timeout.connect(act)

    def call_off(self) -> None:
        """Do not do it any more: its page goes."""
        self.stop()


class Surely(Later):
    """What may not stay undone: done at once when its page is left."""

    def call_off(self) -> None:
        """Its page goes; what it was for does not."""
        if self.isActive():
            self.stop()
            self.timeout.emit()


class _Once(Later):
    """Goes as soon as it is done; with nothing to wait for it comes in its turn, before any timer."""

    _in_turn = Signal()

    def __init__(self, page: QObject, act: Callable[[], object], ms: int) -> None:
        super().__init__(page, act, ms)
        self._is_off = False
        self.timeout.connect(self.deleteLater)
        self._in_turn.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Wait from now on."""
        if self.interval():
            self.start()
        else:
            self._in_turn.emit()

    def _do(self) -> None:
        if not self._is_off:
            self.timeout.emit()

    def stop(self) -> None:
        """Not any more; also when its turn has been asked for."""
        self._is_off = True
        super().stop()

    def call_off(self) -> None:
        """Nobody asks for it again."""
        super().call_off()
        self.deleteLater()


def later(page: QObject, act: Callable[[], object], ms: int = 0) -> None:
    """Do this after what is being done now, as long as the page is there."""
    _Once(page, act, ms).begin()


def while_there(page: QObject, act: Callable[[], object]) -> Callable[[], None]:
    """The act for who may ask for it later: nothing happens once the page is gone."""

    def do() -> None:
        if shiboken6.isValid(page):
            act()

    return do


def call_off(page: QObject) -> None:
    """Nothing of a page that was left comes after it."""
    for waiting in page.findChildren(Later):
        waiting.call_off()


def discard(widget: QWidget) -> None:
    """Delete a widget as soon as nobody waits inside it any more.

    Within a dialog, what asked the question stands below it and goes on when the dialog ends; deleted before
    that, it would find itself gone.
    """
    if not shiboken6.isValid(widget):
        return
    from intake_assistant.ui.qt import messages  # late: when nothing was put away yet, no dialog was needed

    if messages.is_asking() or QThread.currentThread().loopLevel() > 1:
        # The widget itself holds nothing that waits any more.
        later(cast("QCoreApplication", QCoreApplication.instance()), partial(discard, widget), AGAIN_MS)
    else:
        widget.deleteLater()

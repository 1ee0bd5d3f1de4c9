"""Notices that nobody is there, or that the computer has slept: then the vault is locked."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from intake_assistant.domain.ports import Clock
from intake_assistant.ui.qt.later import Later

_ACTS = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove,
        QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress,
        QEvent.Type.NativeGesture,
    }
)  # fmt: skip
KINDS = _ACTS | {QEvent.Type.ShortcutOverride}
LOCK_KEYS = (
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L),
    QKeyCombination(Qt.Key.Key_F12),
)
HIDE_KEY = QKeyCombination(Qt.Key.Key_F9)
_OURS = (QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K), *LOCK_KEYS)
SLEPT_SECONDS = 60
LOOK_SECONDS = 15


class Bewaker(QObject):
    """`expired` when idle for so long, or when the wall clock ran ahead of the running time (stack 5)."""

    expired = Signal()
    asked = Signal()
    """A key that locks, in a dialog or a menu: there the keys of the window are silent."""
    hidden = Signal()
    """The key that covers the screen, there."""

    def __init__(self, clock: Clock, idle_seconds: float, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._idle = Later(self, self.expired.emit, round(idle_seconds * 1000))
        self._look = QTimer(self, interval=LOOK_SECONDS * 1000)
        self._look.timeout.connect(self.look)
        self._wall, self._running = clock.now(), time.monotonic()
        self._pointer = QPointF()

    @property
    def idle_seconds(self) -> float:
        """After how long it is taken that nobody is there."""
        return self._idle.interval() / 1000

    @property
    def quiet_seconds(self) -> float:
        """For how long nobody did anything; while it does not watch, none."""
        return (self._idle.interval() - self._idle.remainingTime()) / 1000 if self._idle.isActive() else 0.0

    def set_idle(self, seconds: float) -> None:
        """Wait as long as this from now on; counted from now."""
        self._idle.setInterval(round(seconds * 1000))

    def watch(self, on: bool) -> None:
        """Watch while a vault is open."""
        self._wall, self._running = self._clock.now(), time.monotonic()
        for timer in (self._idle, self._look):
            if on:
                timer.start()
            else:
                timer.stop()

    def look(self) -> None:
        """Compare the two clocks; a computer that slept sends no signal everywhere."""
        wall, running = self._clock.now(), time.monotonic()
        gap = (wall - self._wall).total_seconds() - (running - self._running)
        self._wall, self._running = wall, running
        if gap > SLEPT_SECONDS:
            self.expired.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any act of a person starts the waiting anew; only a claim on one of our keys is held back."""
        if event.type() in _ACTS and self._idle.isActive() and not self._is_still(event):
            self._idle.start()
        if isinstance(event, QKeyEvent):
            return self._take_key(event)
        return False

    def _is_still(self, event: QEvent) -> bool:
        # A system tells of the pointer too when what lies below it changes.
        if not isinstance(event, QMouseEvent) or event.type() is not QEvent.Type.MouseMove:
            return False
        before, self._pointer = self._pointer, event.globalPosition()
        return before == self._pointer

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._refuse_claim(event)
        above = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        is_key = event.type() == QEvent.Type.KeyPress and event.keyCombination() in (*LOCK_KEYS, HIDE_KEY)
        if above is None or not is_key or not self._idle.isActive():
            return False
        (self.hidden if event.keyCombination() == HIDE_KEY else self.asked).emit()
        return True

    @staticmethod
    def _refuse_claim(event: QKeyEvent) -> bool:
        # On Linux a text field would take Ctrl+K for itself: delete to the end of the line.
        if event.keyCombination() not in _OURS:
            return False
        event.ignore()
        return True

"""What an input method is still composing: letters on the screen that are in no field yet."""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent

KINDS: Final = (QEvent.Type.InputMethod,)


class Samenstelling:
    """Follows what is being composed (Tigrinya, Chinese, a dead key), and has it end in its field."""

    def __init__(self) -> None:
        self._field: QObject | None = None
        self._composing = ""

    def read_along(self, watched: QObject, event: QEvent) -> bool:
        """Read along; nothing is held back."""
        if isinstance(event, QInputMethodEvent):
            self._field, self._composing = watched, event.preeditString()
        return False

    def finish(self) -> None:
        """Have it written as it stands; a field that loses the keyboard first would throw it away."""
        QGuiApplication.inputMethod().commit()
        field, composing = self._field, self._composing
        self._field, self._composing = None, ""
        if composing and field is not None and shiboken6.isValid(field):
            written = QInputMethodEvent()
            written.setCommitString(composing)
            QGuiApplication.sendEvent(field, written)

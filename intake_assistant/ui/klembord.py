"""The clipboard: what was copied in this window is cleared at locking, what came from elsewhere is not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication


class Klembord(QObject):
    """Notices where the last copy was made: not every platform tells whose the clipboard is."""

    def __init__(self, parent: QObject, has_keyboard: Callable[[], bool] | None = None) -> None:
        super().__init__(parent)
        self._has_keyboard = has_keyboard or (lambda: QGuiApplication.focusWindow() is not None)
        self._clipboard = QGuiApplication.clipboard()
        self._of_ours = False
        self._clipboard.dataChanged.connect(self._changed)

    def _changed(self) -> None:
        # Elsewhere one copies while another program has the keyboard.
        self._of_ours = self._clipboard.ownsClipboard() or self._has_keyboard()

    def clear_ours(self) -> None:
        """Clear what was copied here."""
        if self._of_ours or self._clipboard.ownsClipboard():
            self._clipboard.clear()

"""The half of the window that the other side sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from intake_assistant.ui.gedeeld.vlak import Gedeeldvlak


class GedeeldeHelft(Gedeeldvlak):
    """A view that we can give the keyboard, to scroll it."""

    def __init__(self) -> None:
        super().__init__("gedeelde_helft")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the arrows."""
        stap = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        self.roll(stap)
        if not stap:
            super().keyPressEvent(event)

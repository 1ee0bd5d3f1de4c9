"""The half of the window that the other side sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen

from intake_assistant.ui.gedeeld.vlak import Gedeeldvlak
from intake_assistant.ui.kit.theme import kleur, px


class GedeeldeHelft(Gedeeldvlak):
    """A view that we can give the keyboard, to scroll it."""

    def __init__(self) -> None:
        super().__init__("gedeelde_helft", rolt=True)
        # Not by a click: who touches it types nothing.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say that the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.setPen(QPen(kleur("accent"), px(4)))
                painter.drawRect(self.rect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The edge comes."""
        super().focusInEvent(event)
        self.show_keys(here=True)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The edge goes."""
        super().focusOutEvent(event)
        self.show_keys(here=False)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over a board by the arrows, and touch it by the space bar; scroll what is no board."""
        if self.press(event.key()):
            return
        stap = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        self.roll(stap)
        if not stap:
            super().keyPressEvent(event)

"""A card as a picture that another computer reads with its camera."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from intake_assistant.documents.qr import qr_rows
from intake_assistant.ui.kit.parts import zweeftekst
from intake_assistant.ui.kit.theme import px

_EDGE = 4
_SIZE = 260


class Qrbeeld(QWidget):
    """Black on white, also in dark colours: that is how it is read."""

    def __init__(self, naam: str) -> None:
        super().__init__()
        self.setObjectName(naam)
        self._rows: tuple[tuple[bool, ...], ...] = ()

    def show_text(self, tekst: str, woorden: str) -> None:
        """Show this text as a code; `woorden` says to who hears the screen what it is."""
        self._rows = qr_rows(tekst)
        self.setAccessibleName(woorden)
        self.setToolTip(zweeftekst(woorden))
        self.update()

    def sizeHint(self) -> QSize:
        """So large that each square is a few points."""
        return QSize(px(_SIZE), px(_SIZE))

    def minimumSizeHint(self) -> QSize:
        """Smaller it is read badly."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whole points to a square: one that is blurred is not read."""
        across = len(self._rows) + 2 * _EDGE
        size = max(min(self.width(), self.height()) // across, 1)
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, size * across, size * across), Qt.GlobalColor.white)
        for y, row in enumerate(self._rows, start=_EDGE):
            for x, dark in enumerate(row, start=_EDGE):
                if dark:
                    painter.fillRect(x * size, y * size, size, size, Qt.GlobalColor.black)
        painter.end()

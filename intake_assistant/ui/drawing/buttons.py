"""A button that is a drawing: its sentence is its name and its hint."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from intake_assistant.documents.tekening.vakje import Vakje, draw_vakje
from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.ui.drawing.painting import letter_of, paint
from intake_assistant.ui.kit.parts import Knop, zweeftekst
from intake_assistant.ui.kit.theme import kleur, px

ZIJDE = 32


class Vakknop(Knop):
    """A square of a topic."""

    def __init__(self, naam: str, vakje: Vakje, clicked: Callable[[], object]) -> None:
        super().__init__()
        self._vakje = vakje
        self.setObjectName(naam)
        self.setAccessibleName(op_scherm(vakje.zin))
        self.setToolTip(zweeftekst(vakje.zin))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: clicked())

    @property
    def zin(self) -> str:
        """What it says in words."""
        return self._vakje.zin

    def sizeHint(self) -> QSize:
        """A square, with room around it for the ring of the keyboard."""
        side = max(px(ZIJDE), round(letter_of(self.font()).hoog * 1.55)) + px(4)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never smaller: the letters must be read."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, and the ring when it has the keyboard."""
        with QPainter(self) as painter:
            painter.setFont(self.font())
            ring, side = px(2), min(self.width(), self.height())
            paint(
                painter, draw_vakje(self._vakje, side - 2 * ring, letter_of(self.font())), QPointF(ring, ring)
            )
            if self.hasFocus() or self.underMouse():
                painter.setPen(QPen(kleur("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(1, 1, side - 2, side - 2)

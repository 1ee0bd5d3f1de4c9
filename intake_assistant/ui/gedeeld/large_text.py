"""Words that are read across a table, in the ink of the shared side; each line ends straight."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption

from intake_assistant.ui.kit.parts import WrappedLabel

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class Groottekst(WrappedLabel):
    """Qt counts the space at which a line is broken as part of it, and moves the line aside by it."""

    def __init__(self, ink: QColor | None = None) -> None:
        super().__init__()
        self._ink = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @property
    def is_from_right(self) -> bool:
        """Whether its lines end straight at the right."""
        by_script = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return by_script or bool(self.alignment() & Qt.AlignmentFlag.AlignRight)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line by line, each without the space after it."""
        lines = list(self._lines())
        room = QRectF(self.contentsRect())
        y = room.top() + max(0.0, room.height() - sum(high for _, high in lines)) / 2
        flags = self._side() | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self._ink or self.palette().color(self.foregroundRole()))
            painter.setLayoutDirection(self.layoutDirection())
            for words, high in lines:
                painter.drawText(QRectF(room.left(), y, room.width(), high), int(flags), words)
                y += high

    def _side(self) -> Qt.AlignmentFlag:
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return Qt.AlignmentFlag.AlignHCenter
        return _RIGHT if self.is_from_right else _LEFT

    def _lines(self) -> Iterator[tuple[str, float]]:
        """The words of each line, broken as Qt breaks them, and its height."""
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph or " ", self.font())
            option = QTextOption()
            option.setTextDirection(self.layoutDirection())
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(self.contentsRect().width())
                begin = line.textStart()
                yield paragraph[begin : begin + line.textLength()].strip(), line.height() + line.leading()
            layout.endLayout()

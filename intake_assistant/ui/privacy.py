"""The neutral page that F9 puts over everything at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from intake_assistant.texts import text
from intake_assistant.ui.bouwstenen import knop, kolom, label
from intake_assistant.ui.thema import kleur, px


class Privacy(QWidget):
    """Nothing of anybody: calm colours, one sentence, the way back."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("privacy")
        box = kolom(self, rand=48, tussen=16)
        box.addStretch(3)
        box.addWidget(label(text("venster.privacy_kop"), "kop1"), 0, Qt.AlignmentFlag.AlignHCenter)
        zin = label(text("venster.privacy_zin"), "zacht")
        box.addWidget(zin, 0, Qt.AlignmentFlag.AlignHCenter)
        self.terug = knop(text("venster.privacy_terug"), "privacy_terug", self.left.emit)
        box.addSpacing(px(16))
        box.addWidget(self.terug, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back, as F9 does."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw rings, as of a drop in water."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = kleur("accent")
        middle = QPointF(self.width() / 2, self.height() * 0.28)
        for nummer in range(1, 6):
            ring.setAlphaF(0.36 - nummer * 0.06)
            painter.setPen(QPen(ring, px(2)))
            painter.drawEllipse(middle, px(22) * nummer, px(22) * nummer)
        painter.end()

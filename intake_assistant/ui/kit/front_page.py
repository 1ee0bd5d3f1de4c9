"""The page before a vault is open: who we are on the left, one thing to do on the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import Vel, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.qt.focus import can_take

BREEDTE = 480
KRAP = 860


class Merkvlak(QFrame):
    """The calm left half: the name of the program, and who sit at the table with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("merkvlak")
        self.setFixedWidth(px(360))
        box = kolom(self, rand=40, tussen=16)
        box.addWidget(label(text("venster.programma"), "kop1"))
        box.addWidget(label(text("venster.belofte"), "zacht", wrap=True))
        box.addStretch(1)
        box.addWidget(label(text("venster.alles_blijft_hier"), "zacht", wrap=True))

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters ask for more room, also on a page that is not made anew."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setFixedWidth(px(360))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw three people at a table: who asks, who tells the question, and whose plan it is."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = kleur("balk_zacht")
        ink.setAlphaF(0.5)
        painter.setPen(QPen(ink, px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(kleur("balk"))
        midden = QPointF(self.width() / 2, self.height() * 0.52)
        for opzij, hoger in ((0, 44), (-96, 16), (96, 16)):
            hoofd = midden + QPointF(px(opzij), -px(hoger))
            romp = QRectF(hoofd.x() - px(34), hoofd.y() + px(22), px(68), px(134))
            painter.drawArc(romp, 0, 180 * 16)
            painter.drawEllipse(hoofd, px(17), px(17))
        # The table lies before them: what of a person is below its edge is not seen.
        painter.drawEllipse(midden + QPointF(0, px(72)), px(132), px(30))
        painter.end()


class Voorpagina(QWidget):
    """Holds pages of one column beside the calm half."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = QStackedWidget()
        row = rij(self, tussen=0)
        self._merk = Merkvlak()
        row.addWidget(self._merk)
        row.addWidget(self.pages, 1)

    def add_page(self, naam: str) -> QVBoxLayout:
        """A new page; returns the column to fill."""
        inner = Vel(BREEDTE)
        inner.setObjectName(naam)
        column = kolom(inner, rand=8, tussen=12)
        room = QWidget()
        around = rij(room, rand=16)
        around.addStretch(1)
        middle = kolom(tussen=0)
        middle.addStretch(1)
        middle.addWidget(inner)
        middle.addStretch(1)
        around.addLayout(middle, 8)
        around.addStretch(1)
        self.pages.addWidget(schuifvlak(room))
        return column

    def resting_place(self) -> QWidget:
        """The first field of the page that is shown; the page when it has none."""
        page = self.pages.currentWidget() or self.pages
        return next((veld for veld in page.findChildren(QLineEdit) if can_take(veld)), page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the one thing to do gets the room."""
        super().resizeEvent(event)
        self._merk.setVisible(self.width() >= px(KRAP))

    def show_page(self, number: int) -> None:
        """Show one of the pages, and give the keyboard to its first field."""
        self.pages.setCurrentIndex(number)

"""One laptop between two people: the shared side over the whole window, turned to who sits opposite."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from intake_assistant.errors import KnownError
from intake_assistant.texts import text
from intake_assistant.ui.gedeeld.bord import Bordvlak
from intake_assistant.ui.gedeeld.gedeeld import Zicht
from intake_assistant.ui.gedeeld.kaart import Aanraakkaart
from intake_assistant.ui.gedeeld.vlak import Gedeeldvlak
from intake_assistant.ui.kit.parts import knop, kolom, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context

GROOT = "F8"


class Omgedraaid(QWidget):
    """Lies over the page; the keys of the conversation go on, what is typed goes nowhere."""

    weg = Signal()
    aangeraakt = Signal(str)

    def __init__(self, over: QWidget, context: Context) -> None:
        super().__init__(over)
        self.setObjectName("omgedraaid")
        self.setAccessibleName(text("gesprek.gedeeld.naam"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._over, self._context, self._voorkeuren = over, context, context.voorkeuren
        self._eigen: QWidget | None = None
        self.vlak = Gedeeldvlak("gedeeld_groot")
        # Never shown itself: this page paints it, turned.
        self.vlak.setParent(self)
        self.vlak.hide()
        self.vlak.aangeraakt.connect(self.aangeraakt)
        box = self._box = kolom(self, rand=8, tussen=0)
        box.addStretch(1)
        self._onder = rij(tussen=8)
        for made in (
            knop(text("gesprek.gedeeld.terug"), "groot_terug", self.weg.emit),
            knop(text("gesprek.gedeeld.draaien"), "groot_draaien", self.turn_round, "stil"),
        ):
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._onder.addWidget(made)
        self._onder.addStretch(1)
        box.addLayout(self._onder)
        over.installEventFilter(self)
        self.hide()

    def add_own(self, deel: QWidget) -> None:
        """Put a line of ours above our own buttons; shown, it takes its room from theirs."""
        self._box.insertWidget(1, deel)
        self._eigen = deel
        deel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover all of the page, and share the room anew."""
        if watched is self._over:
            if event.type() is QEvent.Type.Resize:
                self.setGeometry(self._over.rect())
        elif event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize):
            self._share_room()
        return super().eventFilter(watched, event)

    def open_page(self) -> None:
        """Cover the page, with the keyboard."""
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.setFocus()
        self.vlak.show_keys(here=True)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the person reads whatever comes into sight."""
        super().showEvent(event)
        self._context.turned.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """What waited for us may be seen."""
        super().hideEvent(event)
        self._context.turned.emit(False)

    def show_zicht(self, zicht: Zicht) -> None:
        """Show this, while it covers the page."""
        if self.isVisible():
            self.vlak.show_zicht(zicht, self._voorkeuren.gedeelde_vorm)
            self.repaint()

    def turn_round(self) -> None:
        """The other way up: the laptop itself was turned, or back."""
        try:
            self._voorkeuren.keep(gedeeld_andersom=not self._is_andersom)
        except KnownError:
            # Which way it lies is seen, and is chosen again in a second.
            return
        self.update()

    @property
    def _is_andersom(self) -> bool:
        return self._voorkeuren.keuzes.gedeeld_andersom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All but the line with our own buttons is theirs."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        eigen = self._eigen
        ruimte = eigen.height() if eigen is not None and eigen.isVisible() else 0
        laag = self._onder.sizeHint().height() + px(16) + ruimte
        self.vlak.resize(self.width(), self.height() - laag)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shared side, the way up that its reader sits."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().window())
            if self._is_andersom:
                painter.translate(self.vlak.width(), self.vlak.height())
                painter.rotate(180)
            painter.drawPixmap(0, 0, self.vlak.grab())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger is on the card that is seen there."""
        card = self._card_at(event.position())
        if isinstance(card, Bordvlak):
            card.press_at(card.mapFrom(self.vlak, self._there(event.position())))
        elif card is not None:
            card.ingedrukt.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A touch is of the card that is seen there."""
        card = self._card_at(event.position())
        if isinstance(card, Bordvlak):
            card.lift_at(card.mapFrom(self.vlak, self._there(event.position())))
        elif card is not None:
            card.aangeraakt.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A hand that trembles touches twice and means it once."""
        event.accept()

    def _card_at(self, point: QPointF) -> Aanraakkaart | Bordvlak | None:
        card: QWidget | None = self.vlak.childAt(self._there(point))
        while card is not None and not isinstance(card, Aanraakkaart | Bordvlak):
            card = card.parentWidget()
        return card

    def _there(self, point: QPointF) -> QPoint:
        if self._is_andersom:
            point = QPointF(self.vlak.width() - point.x(), self.vlak.height() - point.y())
        return point.toPoint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back; the arrows and the space bar are for a board, without one the bar turns it."""
        if event.key() == Qt.Key.Key_Escape:
            self.weg.emit()
        elif self.vlak.press(event.key()):
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self.turn_round()
        # Anything else is no answer: nobody sees the field that it would go into.

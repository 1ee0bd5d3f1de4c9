"""A board on the shared side: touched by a finger or a mouse, or walked by the arrows."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from intake_assistant.documents.tekening.praatplaat import draw_plaat
from intake_assistant.documents.tekening.praatplaat.penseel import Aanraakvlak, Plaattekening
from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat
from intake_assistant.ui.drawing.painting import Palet, letter_of, paint
from intake_assistant.ui.gedeeld.vorm import Vorm

DOEL: Final = 44
"""What a finger needs, in pixels (ui.md, *Measures*)."""
_PIJLEN: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_RAAK: Final = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
# What lies aside of the way one goes counts so much more than what lies on it.
_OPZIJ: Final = 2.5


class Bordvlak(QWidget):
    """Draws a board for the room there is; says by its code what was touched."""

    ingedrukt = Signal()
    """A finger was put on it."""
    aangeraakt = Signal(str)

    def __init__(self, plaat: Bordplaat, palet: Palet, vorm: Vorm, font: Callable[[float], QFont]) -> None:
        """`font` gives the letters of the language, so many times as large."""
        super().__init__()
        self.setObjectName("praatplaat")
        self._plaat, self._palet, self._vorm, self._font = plaat, palet, vorm, font
        self._doel = float(vorm.px(DOEL))
        self._made: tuple[int, Plaattekening] | None = None
        self._gedrukt = self._cursor = ""
        self._plek = (0.0, 0.0)
        self._met_cursor = False
        # As high as its width asks: `Fixed` would be as high as another width asks.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_factor(1.0)
        self.show_plaat(plaat)

    def show_plaat(self, plaat: Bordplaat) -> None:
        """Show it as it stands now."""
        self._plaat = plaat
        self.setAccessibleName(plaat.zin)
        self._made = None
        self.updateGeometry()
        self.update()

    def set_factor(self, factor: float) -> None:
        """Letters and targets so many times as large; smaller only where all of it must be in sight."""
        self.setFont(self._font(factor))
        self._doel = self._vorm.px(DOEL) * factor
        self._made = None
        self.updateGeometry()

    # -- drawing ---------------------------------------------------------------------------------------------

    def tekening(self, breed: int = 0) -> Plaattekening:
        """What is seen, for a width; made once for each."""
        breed = breed or self.width()
        if self._made is None or self._made[0] != breed:
            self._made = breed, draw_plaat(self._plaat, float(breed), letter_of(self.font()), self._doel)
        return self._made[1]

    def heightForWidth(self, width: int) -> int:
        """As high as its width asks."""
        return round(self.tekening(width).tekening.hoog) + 2

    def hasHeightForWidth(self) -> bool:
        """It asks another height for another width."""
        return True

    def sizeHint(self) -> QSize:
        """So wide that a week of targets lies in it."""
        breed = self._vorm.px(DOEL * 9)
        return QSize(breed, self.heightForWidth(breed))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than a few targets."""
        return QSize(self._vorm.px(DOEL * 4), self._vorm.px(DOEL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, with a ring around what the keys are at."""
        with QPainter(self) as painter:
            painter.setFont(self.font())
            paint(painter, self.tekening().tekening, palet=self._palet)
            vak = self._at_cursor() if self._met_cursor else None
            if vak is not None:
                painter.setPen(QPen(self._vorm.kleur("tekst"), self._vorm.px(3), Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(vak.x, vak.y, vak.breed, vak.hoog).adjusted(2, 2, -2, -2))

    # -- touching --------------------------------------------------------------------------------------------

    def code_at(self, point: QPoint) -> str:
        """What lies at a point."""
        return self.tekening().code_at(point.x(), point.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger comes."""
        self.press_at(event.position().toPoint())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A finger goes."""
        self.lift_at(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick touches are two: less and more are touched so."""
        self.press_at(event.position().toPoint())
        event.accept()

    def press_at(self, point: QPoint) -> None:
        """It is of what lies there, until the finger is lifted."""
        self._gedrukt = self.code_at(point)
        self.ingedrukt.emit()

    def lift_at(self, point: QPoint) -> None:
        """Touched, when the finger is lifted from the same; one that slides off touches nothing."""
        gedrukt, self._gedrukt = self._gedrukt, ""
        if gedrukt and gedrukt == self.code_at(point):
            self.aangeraakt.emit(gedrukt)

    # -- keys ------------------------------------------------------------------------------------------------

    def show_cursor(self, *, met: bool) -> None:
        """Whether the keys are here."""
        self._met_cursor = met
        self.update()

    def press(self, key: int) -> bool:
        """Walk by the arrows, touch by the space bar or Enter; False for any other key."""
        if key in _RAAK:
            vak = self._at_cursor()
            if vak is not None:
                self.aangeraakt.emit(vak.code)
            return True
        if key not in _PIJLEN:
            return False
        self._step(*_PIJLEN[Qt.Key(key)])
        return True

    def _at_cursor(self) -> Aanraakvlak | None:
        """Where the keys are: at the same thing, else at what came to lie where it was."""
        vakken = self.tekening().vakken
        same = next((vak for vak in vakken if vak.code == self._cursor), None)
        if same is None and vakken:
            same = min(
                vakken, key=lambda vak: hypot(vak.midden[0] - self._plek[0], vak.midden[1] - self._plek[1])
            )
        if same is not None:
            self._cursor, self._plek = same.code, same.midden
        return same

    def _step(self, dx: int, dy: int) -> None:
        here = self._at_cursor()
        if here is None:
            return
        x, y = here.midden

        def far(vak: Aanraakvlak) -> float:
            naar_x, naar_y = vak.midden[0] - x, vak.midden[1] - y
            vooruit, opzij = naar_x * dx + naar_y * dy, abs(naar_x * dy) + abs(naar_y * dx)
            return vooruit + opzij * _OPZIJ if vooruit > 1 else float("inf")

        doel = min(self.tekening().vakken, key=far)
        if far(doel) < float("inf"):
            self._cursor, self._plek = doel.code, doel.midden
            self.update()

    @property
    def plek(self) -> QRectF:
        """Where the keys are, to be kept in sight."""
        vak = self._at_cursor()
        return QRectF(vak.x, vak.y, vak.breed, vak.hoog) if vak else QRectF()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters make another drawing."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._made = None

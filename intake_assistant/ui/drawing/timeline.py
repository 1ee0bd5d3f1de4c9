"""A line of time that one moves along and looks at from near or far: mouse, wheel with Ctrl, and keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from intake_assistant.documents.tekening.levenslijn import Levenslijn, Raakvlak, draw_levenslijn
from intake_assistant.documents.tekening.tijdschaal import LEAST_DAYS, Uitzicht, around
from intake_assistant.documents.tekening.vormen import Tekening
from intake_assistant.ui.drawing.painting import letter_of, paint
from intake_assistant.ui.kit.parts import zweeftekst
from intake_assistant.ui.kit.theme import kleur, px

_NEARER: Final = 0.6
_STEP: Final = 0.2
_MOST_HINTS: Final = 6


class Tijdvlak(QLabel):
    """Shows a part of the line; `pointed` tells which dots were clicked.

    A label, so that a screen reader takes it for something to be read: its name is the whole line in words.
    """

    pointed = Signal(list)

    def __init__(self, naam: str) -> None:
        super().__init__()
        self.setObjectName(naam)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lijn: Levenslijn | None = None
        self._hints: Sequence[str] = ()
        self._uitzicht: Uitzicht | None = None
        self._whole: Uitzicht | None = None
        self.raakvlakken: list[Raakvlak] = []

    @property
    def uitzicht(self) -> Uitzicht:
        """The part of time that is seen."""
        if self._uitzicht is None:
            raise ValueError("no line is shown")
        return self._uitzicht

    def show_line(self, lijn: Levenslijn, hints: Sequence[str], whole: Uitzicht, *, anew: bool) -> None:
        """Show a line; `hints` say by its number what a dot is. Of another one the whole is seen first."""
        self._lijn, self._hints = lijn, hints
        if anew or self._uitzicht is None:
            self._uitzicht = whole
        self._whole = whole
        self.setAccessibleName(lijn.zin)
        made, _ = self._made()
        self.setFixedHeight(round(made.hoog) + px(8))
        self.update()

    # -- nearer, further, earlier, later ---------------------------------------------------------------------

    def look_nearer(self, at: float | None = None) -> None:
        """See less of it, larger: what lies `at` that part of it stays, else today."""
        self._look(self.uitzicht.zoomed(_NEARER, self._today() if at is None else at))

    def look_further(self, at: float | None = None) -> None:
        """See more of it."""
        self._look(self.uitzicht.zoomed(1 / _NEARER, self._today() if at is None else at))

    def _today(self) -> float:
        """Where today is in what is seen; the middle when it is not."""
        seen = self.uitzicht
        if self._lijn is None or not seen.van <= self._lijn.vandaag <= seen.tot:
            return 0.5
        return (self._lijn.vandaag - seen.van).days / seen.dagen

    def look_at_all(self) -> None:
        """From the first to the last day, however far."""
        if self._lijn is not None:
            everything = around(self._lijn.dagen, self._lijn.vandaag)
            self._look(self._whole if self._whole and self._uitzicht != self._whole else everything)

    def look_at(self, nummers: Sequence[int]) -> bool:
        """See these dots from near enough to tell them apart; False when they lie on one day."""
        lijn = self._lijn
        if lijn is None:
            return False
        dagen = [m.dag for baan in lijn.banen for m in baan.momenten if m.nummer in nummers]
        if not dagen or (max(dagen) - min(dagen)).days < 1 or self.uitzicht.dagen <= LEAST_DAYS:
            return False
        self._look(around(dagen, min(dagen)))
        return True

    def _look(self, uitzicht: Uitzicht) -> None:
        self._uitzicht = uitzicht
        self.update()

    # -- what the platform asks ------------------------------------------------------------------------------

    def _made(self) -> tuple[Tekening, list[Raakvlak]]:
        if self._lijn is None:
            return Tekening(self.width(), 0, ()), []
        return draw_levenslijn(self._lijn, self.uitzicht, self.width() - px(8), letter_of(self.font()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it for the width of now, with the ring of the keyboard around it."""
        made, raakvlakken = self._made()
        self.raakvlakken = [_moved(raakvlak, px(4)) for raakvlak in raakvlakken]
        with QPainter(self) as painter:
            painter.setFont(self.font())
            paint(painter, made, QPointF(px(4), px(4)))
            if self.hasFocus():
                painter.setPen(QPen(kleur("accent"), 2))
                painter.drawRect(1, 1, self.width() - 2, self.height() - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew."""
        super().resizeEvent(event)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl nearer or further, where the mouse is; without it the page scrolls."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or not event.angleDelta().y():
            event.ignore()
            return
        at = min(max(event.position().x() / max(self.width(), 1), 0.0), 1.0)
        (self.look_nearer if event.angleDelta().y() > 0 else self.look_further)(at)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus, the arrows, and Home for all."""
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.look_nearer()
            case Qt.Key.Key_Minus:
                self.look_further()
            case Qt.Key.Key_Left:
                self._look(self.uitzicht.moved(-_STEP))
            case Qt.Key.Key_Right:
                self._look(self.uitzicht.moved(_STEP))
            case Qt.Key.Key_Home:
                self.look_at_all()
            case _:
                super().keyPressEvent(event)

    def _at(self, point: QPointF) -> list[int]:
        """The dots at a point; the last drawn lies on top."""
        found = (raakvlak for raakvlak in reversed(self.raakvlakken) if raakvlak.holds(point.x(), point.y()))
        return list(next(found, Raakvlak(0, 0, 0, 0, ())).nummers)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads there."""
        nummers = self._at(event.position())
        if nummers and event.button() == Qt.MouseButton.LeftButton:
            self.pointed.emit(nummers)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what leads somewhere."""
        hand = Qt.CursorShape.PointingHandCursor if self._at(event.position()) else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)

    def event(self, event: QEvent) -> bool:
        """Say what a dot is while the mouse rests on it."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            nummers = self._at(QPointF(event.pos()))
            said = [self._hints[nummer] for nummer in nummers[:_MOST_HINTS]]
            more = ["…"] if len(nummers) > _MOST_HINTS else []
            QToolTip.showText(event.globalPos(), zweeftekst("\n".join([*said, *more])), self)
            return True
        return super().event(event)


def _moved(raakvlak: Raakvlak, by: float) -> Raakvlak:
    return Raakvlak(raakvlak.x + by, raakvlak.y + by, raakvlak.breed, raakvlak.hoog, raakvlak.nummers)

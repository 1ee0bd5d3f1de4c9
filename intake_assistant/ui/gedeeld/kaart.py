"""What can be pointed at: a choice, a button, and the picture above them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from intake_assistant.operations.words.gedeeld import Gedeeldekeuze
from intake_assistant.ui.drawing.pictures import read_picture
from intake_assistant.ui.drawing.rings import RINGS, paint_rings
from intake_assistant.ui.gedeeld.vorm import Vorm

# The place of the tick after the words: they never meet, whichever way is read.
TIK = 32
# What a finger hits without looking twice.
VINGER = 44
# Of a picture on a card, and above a question.
KLEIN_BEELD, GROOT_BEELD = 64, 160


class Aanraakkaart(QFrame):
    """Says that a finger was put on it, and lifted from it; one that slides off touches nothing."""

    ingedrukt = Signal()
    aangeraakt = Signal()

    def __init__(self, code: str, vorm: Vorm) -> None:
        super().__init__()
        self.code, self.vorm = code, vorm
        self.setObjectName(f"aanraken_{code.removeprefix(':')}")
        self.setMinimumHeight(vorm.px(56))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It is of this card, until the finger is lifted."""
        event.accept()
        self.ingedrukt.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A hand that trembles touches twice and means it once."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Touched, when the finger is lifted from it."""
        if self.rect().contains(event.position().toPoint()):
            self.aangeraakt.emit()

    def _paint_edge(self, *, dik: int, vlak: str, rand: str) -> QRectF:
        vorm = self.vorm
        box = QRectF(self.rect()).adjusted(dik, dik, -dik, -dik)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(vorm.kleur(vlak))
            pen = painter.pen()
            pen.setColor(vorm.kleur(rand))
            pen.setWidth(dik)
            painter.setPen(pen)
            painter.drawRoundedRect(box, vorm.px(12), vorm.px(12))
        return box


class Gebaarkaart(Aanraakkaart):
    """A button of the shared side."""

    def __init__(self, code: str, vorm: Vorm, beeld: QWidget, woorden: QLabel | None) -> None:
        super().__init__(code, vorm)
        box = QHBoxLayout(self)
        box.setContentsMargins(vorm.px(24), vorm.px(12), vorm.px(24), vorm.px(12))
        box.setSpacing(vorm.px(16))
        box.addWidget(beeld)
        if woorden is not None:
            self.setAccessibleName(woorden.text())
            box.addWidget(woorden, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as something to press."""
        self._paint_edge(dik=self.vorm.px(2), vlak="accent_vlak", rand="accent")


class Merkkaart(Aanraakkaart):
    """Can be marked: as the answer, or as what is only pointed at."""

    def __init__(self, code: str, vorm: Vorm) -> None:
        super().__init__(code, vorm)
        self.gekozen = self.aangewezen = False

    def mark(self, *, gekozen: bool, aangewezen: bool) -> None:
        """The answer has a thick edge and a tick, what is only pointed at a ring: never colour alone."""
        if (gekozen, aangewezen) != (self.gekozen, self.aangewezen):
            self.gekozen, self.aangewezen = gekozen, aangewezen
            self.update()

    def _paint_marked_edge(self, rand: str = "rand") -> QRectF:
        is_marked = self.gekozen or self.aangewezen
        dik = self.vorm.px(4) if is_marked else 1
        vlak = "accent_vlak" if self.gekozen else "vlak"
        return self._paint_edge(dik=dik, vlak=vlak, rand="accent" if is_marked else rand)

    def _paint_marks(self, box: QRectF, *, boven: bool) -> None:
        begin = self._mark_place(box, boven=boven)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.gekozen:
                self._paint_tick(painter, begin)
            if self.aangewezen:
                self._paint_ring(painter, begin)

    def _mark_place(self, box: QRectF, *, boven: bool) -> QPointF:
        """The left of the tick, halfway up."""
        px = self.vorm.px
        rechts = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = box.left() + px(14) if rechts else box.right() - px(34)
        return QPointF(x, box.top() + px(18) if boven else box.center().y() - px(2))

    def _take_pen(self, painter: QPainter) -> None:
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(self.vorm.kleur("accent"))
        pen.setWidth(self.vorm.px(4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_tick(self, painter: QPainter, begin: QPointF) -> None:
        px = self.vorm.px
        self._take_pen(painter)
        painter.drawPolyline([begin, begin + QPointF(px(6), px(8)), begin + QPointF(px(18), -px(8))])

    def _paint_ring(self, painter: QPainter, begin: QPointF) -> None:
        px = self.vorm.px
        self._take_pen(painter)
        painter.drawEllipse(begin + QPointF(px(9), 0), px(13), px(13))


class Keuzekaart(Merkkaart):
    """One choice: number, picture, words, and for a step of a scale a bar as high as the step."""

    def __init__(
        self,
        code: str,
        vorm: Vorm,
        cijfer: QLabel,
        woorden: QLabel | None,
        *,
        deel: float = 0.0,
        tegel: bool = False,
    ) -> None:
        super().__init__(code, vorm)
        self._deel, self._is_tegel = deel, tegel or woorden is None
        self.setAccessibleName(" ".join(filter(None, (cijfer.text(), woorden.text() if woorden else ""))))
        cijfer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # The steps of a scale share the narrowest half; a choice has room to spare.
        cijfer.setMinimumWidth(vorm.px(20 if deel else 40))
        # With words beside it in a row; as a tile, or a step, one below the other.
        row = QVBoxLayout(self) if self._is_tegel else QHBoxLayout(self)
        naast = vorm.px(4 if deel else 12)
        row.setContentsMargins(naast, vorm.px(6), naast, vorm.px(6))
        row.setSpacing(vorm.px(12))
        if deel:
            row.addStretch(1)
        row.addWidget(cijfer)
        self._row = row
        self._woorden = QVBoxLayout()
        if woorden is not None and self._is_tegel:
            woorden.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if woorden is not None:
            self._woorden.addWidget(woorden)
            row.addLayout(self._woorden, 1)
        if woorden is not None and not self._is_tegel:
            row.addSpacing(vorm.px(TIK))

    def add_beeld(self, beeld: QWidget) -> None:
        """Put the picture of the choice beside its number; on a tile above it."""
        self._row.insertWidget(0 if self._is_tegel else 1, beeld, 0, Qt.AlignmentFlag.AlignCenter)

    def add_onder(self, dutch: QLabel) -> None:
        """Put the same in Dutch, small, below the words."""
        self._woorden.addWidget(dutch)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edge, bar, tick and ring."""
        box = self._paint_marked_edge()
        if self._deel:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_bar(painter, box)
        self._paint_marks(box, boven=self._is_tegel)

    def _paint_bar(self, painter: QPainter, box: QRectF) -> None:
        px = self.vorm.px
        ruimte = box.height() - px(64)
        hoog = ruimte * self._deel
        vak = QRectF(box.center().x() - px(16), box.top() + px(16) + ruimte - hoog, px(32), hoog)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.vorm.kleur("accent"))
        painter.drawRoundedRect(vak, px(4), px(4))


class Gebaartegel(Merkkaart):
    """What can be said beside an answer: a picture, and below it a word or two where there is room."""

    def __init__(self, keuze: Gedeeldekeuze, vorm: Vorm, beeld: QWidget, woorden: QLabel | None) -> None:
        super().__init__(keuze.code, vorm)
        self.setAccessibleName(keuze.woorden)
        self.setMinimumHeight(vorm.px(VINGER))
        box = QVBoxLayout(self)
        box.setContentsMargins(*(vorm.px(4),) * 4)
        box.setSpacing(0)
        box.addWidget(beeld, 0, Qt.AlignmentFlag.AlignHCenter)
        if woorden is not None:
            woorden.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(woorden, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a quiet edge, and what marks it."""
        self._paint_marks(self._paint_marked_edge("lijn"), boven=True)


class Beeldvak(QWidget):
    """The picture of a topic or a choice; without one the rings of rest, which mean nothing."""

    def __init__(self, file: Path | None, vorm: Vorm) -> None:
        super().__init__()
        self.setObjectName("gedeeld_beeld")
        self._file, self._vorm = file, vorm

    def set_hoog(self, hoog: int) -> None:
        """Be as high as this, and as wide, in pixels."""
        self.setMinimumSize(hoog, hoog)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the middle."""
        hoog = self.minimumHeight()
        beeld = read_picture(self._file, hoog) if self._file else QPixmap()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QRectF(self.rect()).center()
            if beeld.isNull():
                step = min(self.width(), self.height()) / 2.4 / RINGS
                ink = self._vorm.kleur("accent")
                paint_rings(painter, middle, min(step, self._vorm.px(28)), ink, self._vorm.px(2))
            else:
                self._paint_paper(painter, middle)
                painter.drawPixmap(middle - QPointF(beeld.width() / 2, beeld.height() / 2), beeld)

    def _paint_paper(self, painter: QPainter, middle: QPointF) -> None:
        # The pictures are drawn with black lines: on dark they stand on a card.
        if self._vorm.kleuren.soort != "licht":
            side = float(min(self.width(), self.height()))
            card = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRoundedRect(card, side / 8, side / 8)

"""Paints a drawing on a widget, or in an SVG file; its words are real text in the letters of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from intake_assistant.documents.tekening.vormen import (
    Letter,
    Prent,
    Rechthoek,
    Rondje,
    Schrift,
    Streep,
    Tekening,
)
from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.ui.drawing.pictures import read_picture
from intake_assistant.ui.kit.theme import kleur

SMALL: Final = 0.88
_FAR: Final = 10_000.0
_ALIGN: Final = {
    "links": Qt.AlignmentFlag.AlignLeft,
    "midden": Qt.AlignmentFlag.AlignHCenter,
    "rechts": Qt.AlignmentFlag.AlignRight,
}


@dataclass(frozen=True)
class Palet:
    """Other colours than those of the program, and the folder of the pictures of the forms."""

    inkt: Callable[[str], QColor]
    beelden: Path
    is_donker: bool


def letter_of(font: QFont) -> Letter:
    """The letters of a widget."""
    metrics = QFontMetricsF(font)
    return Letter(metrics.height(), metrics.horizontalAdvance)


def paint(
    painter: QPainter, tekening: Tekening, at: QPointF | None = None, palet: Palet | None = None
) -> None:
    """Paint a drawing with its left upper corner at a point, in the colours of the program or in others."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if at is not None:
        painter.translate(at)
    font = QFont(painter.font())
    for vorm in tekening.vormen:
        if isinstance(vorm, Prent):
            _paint_picture(painter, vorm, palet)
        else:
            _paint(painter, vorm, font, palet.inkt if palet else kleur)
    painter.restore()


def _paint_picture(painter: QPainter, prent: Prent, palet: Palet | None) -> None:
    if palet is None:
        raise ValueError("a drawing with pictures needs to be told where they lie")
    beeld = read_picture(palet.beelden / prent.bestand, round(prent.zijde))
    if palet.is_donker:
        # The pictures are drawn with black lines: on dark they stand on a card.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(
            QRectF(prent.x, prent.y, prent.zijde, prent.zijde), prent.zijde / 8, prent.zijde / 8
        )
    painter.drawPixmap(QPointF(prent.x, prent.y), beeld)


def _paint(
    painter: QPainter,
    vorm: Rechthoek | Streep | Rondje | Schrift,
    font: QFont,
    inkt: Callable[[str], QColor],
) -> None:
    ink = inkt(vorm.kleur)
    match vorm:
        case Rechthoek():
            painter.setPen(QPen(inkt(vorm.kader), vorm.dik) if vorm.kader else Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(ink))
            painter.drawRoundedRect(QRectF(vorm.x, vorm.y, vorm.breed, vorm.hoog), vorm.rond, vorm.rond)
        case Streep():
            style = Qt.PenStyle.DashLine if vorm.gestreept else Qt.PenStyle.SolidLine
            painter.setPen(QPen(ink, vorm.dik, style, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(vorm.x1, vorm.y1), QPointF(vorm.x2, vorm.y2))
        case Rondje():
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush if vorm.open else QBrush(ink))
            painter.drawEllipse(QPointF(vorm.x, vorm.y), vorm.straal, vorm.straal)
        case Schrift():
            _write(painter, vorm, font, ink)


def _write(painter: QPainter, schrift: Schrift, font: QFont, ink: QColor) -> None:
    own = QFont(font)
    own.setBold(schrift.vet)
    if schrift.klein or schrift.schaal != 1:
        own.setPointSizeF(font.pointSizeF() * schrift.schaal * (SMALL if schrift.klein else 1))
    painter.setFont(own)
    painter.setPen(ink)
    left = {"links": 0.0, "midden": _FAR / 2, "rechts": _FAR}[schrift.kant]
    box = QRectF(schrift.x - left, schrift.y - _FAR / 2, _FAR, _FAR)
    painter.drawText(box, _ALIGN[schrift.kant] | Qt.AlignmentFlag.AlignVCenter, op_scherm(schrift.tekst))


class Plaat(QWidget):
    """Shows a drawing that is made for the room there is; the sentence that says the same is its name."""

    def __init__(self, naam: str) -> None:
        super().__init__()
        self._make: Callable[[float, Letter], Tekening] = lambda breed, letter: Tekening(breed, 0, ())
        self.setObjectName(naam)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_drawing(self, make: Callable[[float, Letter], Tekening]) -> None:
        """Show what is made of a width and letters."""
        self._make = make
        made = self._made()
        self.setAccessibleName(made.zin)
        # Of any width it is as high: only the words and bars lie otherwise.
        self.setFixedHeight(round(made.hoog) + 1)
        self.update()

    def _made(self) -> Tekening:
        return self._make(self.width(), letter_of(self.font()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it for the width of now."""
        painter = QPainter(self)
        painter.setFont(self.font())
        paint(painter, self._made())
        painter.end()

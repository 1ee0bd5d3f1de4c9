"""Paints a row of the list: the name with its tag, words, the ten weeks, and the topics as squares."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from intake_assistant.documents.tekening.banen import draw_baan
from intake_assistant.documents.tekening.vakje import Vakje, draw_vakje
from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.views.team.tekeningen import loopbaan, tijdas
from intake_assistant.operations.words.naam import has_een_naam
from intake_assistant.texts import text
from intake_assistant.ui.dossiers.model import KLOK, MERKEN, NAAM, STAP, Dossierlijst, naam_of
from intake_assistant.ui.drawing.painting import letter_of, paint
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.words import klokken

ROW_HEIGHT = 36
ZIJDE, TUSSEN = 19, 4
_SMALL: Final = 0.88
_BAAN: Final = 0.77
_LETTERS: Final = 0.68
"""How large the two letters in a square are, beside those of the list."""
_Index = QModelIndex | QPersistentModelIndex


class Rijtekenaar(QStyledItemDelegate):
    """One line for each cell; two of them are drawings that say the same as their words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """A fixed height; the columns decide the width."""
        return QSize(px(100), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        rij, model = index.data(Qt.ItemDataRole.UserRole), index.model()
        if not isinstance(rij, Overzicht) or not isinstance(model, Dossierlijst):
            return
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        painter.setFont(option.font)
        _paint_ground(painter, option, rect)
        inside, column = rect.adjusted(px(8), 0, -px(8), -1), index.column()
        if rij.is_beschadigd or column not in (NAAM, KLOK, MERKEN):
            ink = "fout" if rij.is_beschadigd else "tekst" if column == STAP else "zacht"
            _write(painter, inside, model.words(rij, column), kleur(ink))
        elif column == NAAM:
            _paint_name(painter, inside, rij)
        elif column == MERKEN:
            _paint_squares(painter, inside, model, rij)
        else:
            _paint_term(painter, rect, inside, model, rij)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
    # Not where the mouse is: Qt knows of one cell only, and what is chosen is a row.
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, kleur("accent_vlak"))
    painter.setPen(kleur("lijn"))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _paint_name(painter: QPainter, box: QRect, rij: Overzicht) -> None:
    """The name in bold; of who has one name only a small tag behind it."""
    tag = text("dossiers.een_naam") if has_een_naam(rij.naam) else ""
    wide = _width(painter, tag, small=True) + px(12) if tag else 0
    end = _write(
        painter, box.adjusted(0, 0, -wide - px(8) if tag else 0, 0), naam_of(rij), kleur("tekst"), bold=True
    )
    if not tag:
        return
    high = painter.fontMetrics().height()
    pill = QRectF(end + px(8), box.center().y() - high / 2, wide, high)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(kleur("rand"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(pill, high / 2, high / 2)
    _write(painter, pill.toRect().adjusted(px(6), 0, 0, 0), tag, kleur("zacht"), small=True)


def _paint_term(painter: QPainter, rect: QRect, box: QRect, model: Dossierlijst, rij: Overzicht) -> None:
    """The ten weeks as a lane below the same axis in every row; of who has a PIP the first clock in words."""
    baan = model.baan_of(rij)
    if baan is None:
        klok = rij.eerste_klok
        ink = klokken.inkt(klok) if klok else "zacht"
        words = klokken.in_short(klok) if klok else text("dossiers.geen_klok")
        _write(painter, box, words, kleur(ink), bold=ink in ("fout", "let_op"))
        return
    banen = model.banen
    _smaller(painter, _BAAN)
    letter, as_ = letter_of(painter.font()), tijdas(banen, rect.width())
    made = draw_baan(loopbaan(baan, banen.op), as_, letter, rect.height())
    paint(painter, made, QPointF(rect.topLeft()))


def _paint_squares(painter: QPainter, box: QRect, model: Dossierlijst, rij: Overzicht) -> None:
    _smaller(painter, _LETTERS)
    side = px(ZIJDE)
    x, y = box.left(), box.center().y() - side // 2 + 1
    ratio = painter.device().devicePixelRatioF()
    colours = "".join(kleur(naam).name() for naam in ("tekst", "vlak_zacht", "accent"))
    dress = f"vakje {side} {ratio} {painter.font().key()} {colours}"
    for groep in model.vakjes_of(rij):
        for vakje in groep:
            painter.drawPixmap(x, y, _square(vakje, side, ratio, painter.font(), dress))
            x += side + 1
        x += px(TUSSEN)


def _square(vakje: Vakje, side: int, ratio: float, font: QFont, dress: str) -> QPixmap:
    """Drawn once for each letters and colours: a screenful holds two hundred, of which few differ."""
    key = f"{dress} {vakje.letters} {vakje.deel} {vakje.is_af}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    inner = QPainter(made)
    inner.setFont(font)
    paint(inner, draw_vakje(vakje, side, letter_of(font)))
    inner.end()
    QPixmapCache.insert(key, made)
    return made


def _smaller(painter: QPainter, part: float) -> None:
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * part)
    painter.setFont(font)


def _width(painter: QPainter, words: str, *, small: bool) -> int:
    painter.save()
    if small:
        _smaller(painter, _SMALL)
    wide = painter.fontMetrics().horizontalAdvance(words)
    painter.restore()
    return wide


def _write(
    painter: QPainter, box: QRect, words: str, ink: QColor, *, bold: bool = False, small: bool = False
) -> int:
    """Write on one line, cut off where there is no room; returns where the words end."""
    painter.save()
    font = QFont(painter.font())
    font.setBold(bold)
    painter.setFont(font)
    if small:
        _smaller(painter, _SMALL)
    painter.setPen(ink)
    metrics = painter.fontMetrics()
    cut = metrics.elidedText(op_scherm(words), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
    painter.restore()
    return box.left() + metrics.horizontalAdvance(cut)

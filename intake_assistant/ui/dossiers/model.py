"""The table of dossiers: a model over a Python list, and a delegate that paints the rows (stack 5)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from intake_assistant.dates import in_short, read_date, short_date
from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.domain.recht.klokken import Klok
from intake_assistant.domain.recht.stand import STANDEN
from intake_assistant.operations.views.overzicht import BESCHADIGD, Overzicht, by_name
from intake_assistant.operations.words.klok import uitleg_of
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import zweeftekst
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.words import klokken

NAAM, STAND, MERKEN, KLOK, CONTACT = range(5)
KOLOMMEN: Final = ("naam", "stand", "merken", "klok", "contact")
ROW_HEIGHT = 60
_Index = QModelIndex | QPersistentModelIndex
_LATEST = datetime.date.max


def _uiterlijk(rij: Overzicht) -> datetime.date:
    if rij.is_beschadigd:
        return datetime.date.min  # in sight, however long the list
    klok = rij.eerste_klok
    return klok.uiterlijk if klok is not None and klok.uiterlijk is not None else _LATEST


SORTERING: Final[dict[int, Callable[[Overzicht], Any]]] = {
    NAAM: by_name,
    STAND: lambda rij: (BESCHADIGD, *STANDEN).index(rij.stand),
    MERKEN: lambda rij: rij.startposities_open,
    KLOK: _uiterlijk,
    # What is no date sorts with those of whom nothing is known.
    CONTACT: lambda rij: rij.laatste_contact if read_date(rij.laatste_contact) else "",
}


class Dossierlijst(QAbstractTableModel):
    """What is shown of all rows: filtered and sorted in Python, then put in at once."""

    def __init__(
        self, taalnaam: Callable[[str], str], werk: Callable[[Overzicht], Iterable[str]] = lambda _: ()
    ) -> None:
        """`werk` says who takes a dossier over, or stands in."""
        super().__init__()
        self._werk = werk
        self._taalnaam = taalnaam
        self._all: list[Overzicht] = []
        self.rows: list[Overzicht] = []
        self._sorted = (KLOK, Qt.SortOrder.AscendingOrder)
        self._keep: Callable[[Overzicht], bool] = lambda rij: True

    def set_all(self, rows: Iterable[Overzicht]) -> None:
        """Take all rows anew."""
        self._all = list(rows)
        self._show()

    @property
    def alle(self) -> list[Overzicht]:
        """Every row, whatever the filter."""
        return self._all

    def set_filter(self, keep: Callable[[Overzicht], bool]) -> None:
        """Show only the rows that are kept."""
        self._keep = keep
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a click on its header does."""
        self._sorted = (column, order)
        self._show()

    def _show(self) -> None:
        column, order = self._sorted
        by_name = sorted((r for r in self._all if self._keep(r)), key=SORTERING[NAAM])
        self.beginResetModel()
        self.rows = sorted(by_name, key=SORTERING[column], reverse=order is Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def row_of(self, dossier: str) -> int:
        """The row of a dossier; -1 when it is not shown."""
        return next((n for n, rij in enumerate(self.rows) if rij.dossier == dossier), -1)

    # -- for the view ----------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """One row per dossier."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """Five."""
        return 0 if parent.isValid() else len(KOLOMMEN)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return text(f"dossiers.kolom_{KOLOMMEN[section]}")
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the same words are read aloud by a screen reader."""
        rij = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(filter(None, self.lines(rij, index.column())))
        if role == Qt.ItemDataRole.ToolTipRole:
            klok = rij.eerste_klok
            return zweeftekst(uitleg_of(klok)) if index.column() == KLOK and klok else None
        if role == Qt.ItemDataRole.UserRole:
            return rij
        return None

    def lines(self, rij: Overzicht, column: int) -> tuple[str, str]:
        """The line and the soft line below it."""
        if rij.is_beschadigd:
            return _damaged_lines(rij, column)
        klok = rij.eerste_klok
        if column == NAAM:
            below = (*self._werk(rij), self._taalnaam(rij.spreektaal))
            return op_scherm(rij.naam), " · ".join(filter(None, below))
        if column == STAND:
            return text(f"dossiers.stand_{rij.stand}"), self._flags(rij)
        if column == KLOK:
            return _klok_lines(klok)
        if column == CONTACT:
            return _contact_lines(rij.laatste_contact)
        klaar = rij.startposities.count("klaar")
        return text("dossiers.merken", klaar=klaar, alle=len(rij.startposities)), ""

    def _flags(self, rij: Overzicht) -> str:
        flags = [text("dossiers.verschillen", aantal=rij.conflicten)] if rij.conflicten else []
        besluiten = [text("dossiers.samenloop")] if rij.has_samenloop else []
        return ", ".join([*besluiten, *flags, *([text("dossiers.onvolledig")] if rij.onvolledig else [])])


def naam_of(rij: Overzicht) -> str:
    """The name of the person; of a line that was lost what tells the dossier from others."""
    return rij.naam or text("dossiers.beschadigd.zonder_naam", kenmerk=rij.dossier[:8])


def _damaged_lines(rij: Overzicht, column: int) -> tuple[str, str]:
    if column == STAND:
        return text(f"dossiers.stand_{rij.stand}"), text("dossiers.beschadigd.zie")
    return (op_scherm(naam_of(rij)) if column == NAAM else ""), ""


def _contact_lines(getypt: str) -> tuple[str, str]:
    dag = short_date(getypt)
    if dag or not getypt:
        return dag or text("dossiers.nog_geen_contact"), ""
    return getypt, text("dossiers.contact_geen_datum")


def _klok_lines(klok: Klok | None) -> tuple[str, str]:
    if klok is None:
        return text("dossiers.geen_klok"), ""
    uiterlijk = in_short(klok.uiterlijk) if klok.uiterlijk else ""
    return klokken.in_short(klok), text("dossiers.uiterlijk", datum=uiterlijk) if uiterlijk else ""


class Rijtekenaar(QStyledItemDelegate):
    """Paints two lines per cell, and the thirteen marks."""

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
        self._paint_ground(painter, option, rect)
        inside = rect.adjusted(px(12), px(8), -px(8), -px(8))
        first, second = model.lines(rij, index.column())
        if index.column() == MERKEN:
            paint_marks(painter, rij.startposities, inside)
        elif index.column() == STAND:
            self._paint_stand(painter, inside, first, second)
        else:
            ink = klokken.inkt(rij.eerste_klok) if index.column() == KLOK else "tekst"
            self._paint_lines(
                painter, inside, (first, second), kleur(ink), index.column() == NAAM or ink != "tekst"
            )
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, kleur("accent_vlak"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, kleur("vlak_zacht"))
        painter.setPen(kleur("lijn"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    @staticmethod
    def _paint_lines(painter: QPainter, box: QRect, lines: tuple[str, str], ink: QColor, bold: bool) -> None:
        first, second = lines
        top = QRect(box.left(), box.top(), box.width(), box.height() // 2) if second else box
        _write(painter, top, first, ink, bold=bold)
        if second:
            low = QRect(box.left(), box.top() + box.height() // 2, box.width(), box.height() // 2)
            _write(painter, low, second, kleur("zacht"), small=True)

    @staticmethod
    def _paint_stand(painter: QPainter, box: QRect, first: str, second: str) -> None:
        metrics = painter.fontMetrics()
        pill = QRectF(box.left(), 0, metrics.horizontalAdvance(first) + px(12), metrics.height() + px(4))
        pill.moveCenter(QPointF(pill.center().x(), box.center().y() - (px(10) if second else 0)))
        pill.setWidth(min(pill.width(), box.width()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(kleur("vlak_zacht"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        _write(painter, pill.toRect().adjusted(px(8), 0, 0, 0), first, kleur("tekst"), small=True)
        if second:
            low = QRect(box.left(), box.center().y() + px(4), box.width(), box.height() // 2)
            _write(painter, low, second, kleur("let_op"), small=True)


def paint_marks(painter: QPainter, merken: Iterable[str], box: QRect) -> None:
    """Paint one mark per startpositie: ring, half disc, disc; the shape tells, not the colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size, step = px(10), px(13)
    for nummer, merk in enumerate(merken):
        disc = QRectF(box.left() + nummer * step, box.center().y() - size / 2, size, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(kleur("rand" if merk == "leeg" else "accent"), px(2) * 0.75))
        painter.drawEllipse(disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(kleur("accent"))
        if merk == "klaar":
            painter.drawEllipse(disc)
        elif merk == "deels":
            painter.drawChord(disc, 180 * 16, 180 * 16)


def _write(
    painter: QPainter, box: QRect, words: str, ink: QColor, *, bold: bool = False, small: bool = False
) -> None:
    before = painter.font()
    font = QFont(before)
    font.setBold(bold)
    if small:
        font.setPointSizeF(before.pointSizeF() * 0.88)
    painter.setFont(font)
    painter.setPen(ink)
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
    painter.setFont(before)

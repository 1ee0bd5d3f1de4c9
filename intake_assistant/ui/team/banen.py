"""The ten weeks of everybody on one axis of time: a table whose last column is drawn."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from intake_assistant.dates import in_words
from intake_assistant.documents.tekening.banen import AS_REGELS, BAAN_REGELS, draw_as, draw_baan
from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.operations.views.team.banen import Baan, Banen
from intake_assistant.operations.views.team.tekeningen import loopbaan, tijdas
from intake_assistant.operations.words.team import baan_in_words, hoe_ver, regievoerder_of, zinnen_banen
from intake_assistant.texts import text
from intake_assistant.ui.drawing.painting import letter_of, paint
from intake_assistant.ui.kit.parts import zweeftekst
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.kit.word_table import TableIndex

NAAM, WIE, VER, BAAN = range(4)
KOLOMMEN: Final = ("naam", "regievoerder", "klaar", "baan")
_WIDTHS: Final = (168, 128, 96)
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_LEAST: Final = 420


class Banenlijst(QAbstractTableModel):
    """The lanes in their order; what ends first on top."""

    def __init__(self) -> None:
        super().__init__()
        self.banen = Banen(datetime.date.min, ())

    def show_all(self, banen: Banen) -> None:
        """Show just these."""
        self.beginResetModel()
        self.banen = banen
        self.endResetModel()

    def rowCount(self, parent: TableIndex = QModelIndex()) -> int:  # noqa: B008  # the signature of Qt
        """One row for each person."""
        return 0 if parent.isValid() else len(self.banen.banen)

    def columnCount(self, parent: TableIndex = QModelIndex()) -> int:  # noqa: B008  # the signature of Qt
        """Who, of whom, how far, until when."""
        return 0 if parent.isValid() else len(KOLOMMEN)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns; of the drawn one also what the axis says."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and section == BAAN:
            return " ".join([text("team.kolom.baan"), *zinnen_banen(self.banen)])
        return text(f"team.kolom.{KOLOMMEN[section]}") if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: TableIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the drawn one has them for who does not see it."""
        baan, column = self.banen.banen[index.row()], index.column()
        if role == Qt.ItemDataRole.UserRole:
            return baan
        if role in _WORDS or role == Qt.ItemDataRole.ToolTipRole:
            words = self._words(baan, column)
            return zweeftekst(words) if role == Qt.ItemDataRole.ToolTipRole else op_scherm(words)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(kleur("tekst" if column == NAAM else "zacht"))
        return None

    def _words(self, baan: Baan, column: int) -> str:
        if column == NAAM:
            return baan.naam
        if column == WIE:
            return regievoerder_of(baan.regievoerder)
        if column == VER:
            return hoe_ver(baan.startposities)
        over = baan_in_words(baan, self.banen.op)
        if baan.begin is None or baan.uiterlijk is None:
            return over
        return text(
            "team.baan.heel", begin=in_words(baan.begin), uiterlijk=in_words(baan.uiterlijk), over=over
        )


class Askop(QHeaderView):
    """The header: names above the columns, and above the lanes the axis with how many end in each week."""

    def __init__(self, lijst: Banenlijst) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._lijst = lijst
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """As high as the axis."""
        return QSize(super().sizeHint().width(), round(letter_of(self.font()).hoog * AS_REGELS) + px(4))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw the axis above the lanes; the rest as ever."""
        if logicalIndex != BAAN:
            super().paintSection(painter, rect, logicalIndex)
            return
        banen = self._lijst.banen
        if not banen.banen:
            return
        druk = banen.drukste[0] if banen.drukste else None
        letter = letter_of(self.font())
        made = draw_as(tijdas(banen, rect.width()), banen.per_week, druk, letter)
        painter.save()
        painter.setFont(self.font())
        painter.setClipRect(rect)
        paint(painter, made, QPointF(rect.left(), rect.bottom() - made.hoog))
        painter.restore()


class Baantekenaar(QStyledItemDelegate):
    """Draws the lane of a row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: TableIndex) -> None:
        """Draw one."""
        baan, model = index.data(Qt.ItemDataRole.UserRole), index.model()
        if not isinstance(baan, Baan) or not isinstance(model, Banenlijst):
            return
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, kleur("accent_vlak"))
        banen, letter = model.banen, letter_of(option.font)
        # As high as the row, so that the weeks run on from lane to lane.
        made = draw_baan(loopbaan(baan, banen.op), tijdas(banen, rect.width()), letter, rect.height())
        painter.setFont(option.font)
        painter.setClipRect(rect)
        paint(painter, made, QPointF(rect.topLeft()))
        painter.restore()


class Banentabel(QTableView):
    """The lanes; Enter opens the dossier of one."""

    def __init__(self, lijst: Banenlijst, opened: Callable[[], None]) -> None:
        super().__init__()
        self._opened = opened
        self.setObjectName("team_banen")
        self.setAccessibleName(text("team.deel.tien_weken"))
        self.setModel(lijst)
        self.setHorizontalHeader(Askop(lijst))
        self.setItemDelegateForColumn(BAAN, Baantekenaar(self))
        self.activated.connect(lambda _: opened())
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMinimumHeight(px(280))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setStyleSheet(f"QTableView::item {{ padding: 0px {px(8)}px; }}")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(letter_of(self.font()).hoog * BAAN_REGELS) + px(4))
        self.horizontalHeader().show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the dossier."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._opened()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lanes get what the words leave."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, px(width))
        left = self.viewport().width() - px(sum(_WIDTHS))
        header.resizeSection(BAAN, max(left, px(_LEAST)))

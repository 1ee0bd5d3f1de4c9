"""The ten weeks of everybody on one axis of time: a table whose last column is drawn."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from intake_assistant.dates import in_words
from intake_assistant.documents.tekening.banen import AS_REGELS, BAAN_REGELS, draw_as, draw_baan
from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.operations.views.team.banen import Baan, Banen
from intake_assistant.operations.views.team.tekeningen import loopbaan, tijdas
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.operations.words.team import baan_in_words, hoe_ver, regievoerder_of, zinnen_banen
from intake_assistant.texts import text
from intake_assistant.ui.drawing.painting import letter_of, paint
from intake_assistant.ui.kit.parts import zweeftekst
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.kit.word_table import Opentabel, TableIndex

NAAM, WIE, VER, BAAN = range(4)
KOLOMMEN: Final = ("naam", "regievoerder", "klaar", "baan")
_WIDTHS: Final = (208, 128, 88)
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
        if role == Qt.ItemDataRole.ToolTipRole and section == BAAN:
            return zweeftekst(text("team.baan.klik"))
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
            return lijstnaam(baan.naam)
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

    week = Signal(object)
    """The Monday of the week of which the bar was clicked."""

    def __init__(self, lijst: Banenlijst) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._lijst = lijst
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.setHighlightSections(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the bar of a week tells which."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint().x() - self.sectionViewportPosition(BAAN)
        banen, width = self._lijst.banen, self.sectionSize(BAAN)
        if event.button() is Qt.MouseButton.LeftButton and 0 <= place < width:
            week = banen.weken[place * len(banen.weken) // width]
            if banen.per_week[week]:
                self.week.emit(week)

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


class Banentabel(Opentabel):
    """The lanes; Enter opens the dossier of one."""

    def __init__(
        self, lijst: Banenlijst, opened: Callable[[], None], chosen: Callable[[datetime.date], None]
    ) -> None:
        super().__init__(opened)
        self.setObjectName("team_banen")
        self.setAccessibleName(text("team.deel.tien_weken"))
        self.setModel(lijst)
        kop = Askop(lijst)
        kop.week.connect(chosen)
        self.setHorizontalHeader(kop)
        self.setItemDelegateForColumn(BAAN, Baantekenaar(self))
        self.setWordWrap(False)
        self.setMinimumHeight(px(280))
        self.setStyleSheet(f"QTableView::item {{ padding: 0px {px(8)}px; }}")
        self.verticalHeader().setDefaultSectionSize(round(letter_of(self.font()).hoog * BAAN_REGELS) + px(4))
        self.horizontalHeader().show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lanes get what the words leave."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, px(width))
        left = self.viewport().width() - px(sum(_WIDTHS))
        header.resizeSection(BAAN, max(left, px(_LEAST)))

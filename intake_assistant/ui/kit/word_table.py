"""A table of words to choose a row from; Enter opens it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.ui.kit.parts import zweeftekst
from intake_assistant.ui.kit.theme import kleur, px

type TableIndex = QModelIndex | QPersistentModelIndex
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_ROW_HEIGHT, _LEAST, _LEAST_WHOLE, _PADDING = 36, 160, 165, 8
_EDGE, _HIGHEST = 8, 1 << 16
EVERY_ROW: Final = 1 << 16
"""More than are ever shown: the page scrolls, not a table in it."""


class Woordrijen(QAbstractTableModel):
    """Rows of words under the names of their columns; `let_op` marks rows in the colour of a warning.

    `zacht` are the columns in a soft colour; those of the first one alone stand out when not told.
    """

    def __init__(self, kolommen: Sequence[str], zacht: Collection[int] | None = None) -> None:
        super().__init__()
        self._kolommen = tuple(kolommen)
        self._zacht = range(1, len(self._kolommen)) if zacht is None else zacht
        self.rijen: list[tuple[str, ...]] = []
        self._let_op: set[int] = set()

    def show_all(self, rijen: Sequence[tuple[str, ...]]) -> None:
        """Show just these."""
        self.beginResetModel()
        self.rijen, self._let_op = list(rijen), set()
        self.endResetModel()

    def put(self, row: int, rij: tuple[str, ...], *, let_op: bool = False) -> None:
        """Show a row anew, the choice stays where it is."""
        self.rijen[row] = rij
        if let_op:
            self._let_op.add(row)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._kolommen) - 1))

    def rowCount(self, parent: TableIndex = QModelIndex()) -> int:  # noqa: B008  # the signature of Qt
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rijen)

    def columnCount(self, parent: TableIndex = QModelIndex()) -> int:  # noqa: B008  # the signature of Qt
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._kolommen)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._kolommen[section]
        return None

    def data(self, index: TableIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        if role in _WORDS:
            return op_scherm(self.rijen[index.row()][index.column()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return zweeftekst(self.rijen[index.row()][index.column()])
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.row() in self._let_op:
                return QBrush(kleur("fout"))
            return QBrush(kleur("zacht" if index.column() in self._zacht else "tekst"))
        return None


def share_room(
    table: QTableView, wanted: Mapping[int, tuple[int, int]], give_way: Sequence[int] = ()
) -> None:
    """Give each column its width and its parts of what is left; none is narrower than its head.

    With too little room those of `give_way` are not shown, the first first.
    """
    header, room = table.horizontalHeader(), table.viewport().width()
    for nr in give_way:
        table.setColumnHidden(nr, False)  # of what is hidden Qt tells no size
    least = {nr: max(width, header.sectionSizeHint(nr)) for nr, (width, _) in wanted.items()}
    for nr in give_way:
        if sum(least.values()) > room:
            table.setColumnHidden(nr, True)
            del least[nr]
    left = max(room - sum(least.values()), 0)
    parts = max(sum(wanted[nr][1] for nr in least), 1)
    for nr, width in least.items():
        header.resizeSection(nr, width + left * wanted[nr][1] // parts)


class Opentabel(QTableView):
    """A table to choose a row from: Enter opens it, Tab goes on."""

    def __init__(self, opened: Callable[[], None]) -> None:
        super().__init__()
        self._opened = opened
        self.activated.connect(lambda _: opened())
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row that is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._opened()
        else:
            super().keyPressEvent(event)


class WholeCell(QStyledItemDelegate):
    """Asks for as many lines as the words of a cell take in its column."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: TableIndex) -> QSize:
        """The padding of a table is none of its words, and an edge of the style lies beside it."""
        room = self._table.columnWidth(index.column()) - 2 * px(_PADDING) - _EDGE
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        metrics = self._table.fontMetrics()
        rect = metrics.boundingRect(QRect(0, 0, room, _HIGHEST), Qt.TextFlag.TextWordWrap.value, words)
        return QSize(rect.width(), rect.height() + px(10))


class Woordtabel(Opentabel):
    """The table itself; given `most`, as high as its rows up to so many: what comes below matters as much.

    Of one that is `heel` no word is left out: its rows are as high as what they say. With too little room the
    columns of `wijkt` go: what they say stands elsewhere on the page. Of one that is `ruim` each column grows
    to what it says, as far as the one without a width can miss it.
    """

    def __init__(
        self,
        model: Woordrijen,
        naam: str,
        titel: str,
        breed: Sequence[int],
        opened: Callable[[], None],
        *,
        most: int = 0,
        heel: bool = False,
        wijkt: Sequence[int] = (),
        ruim: bool = False,
    ) -> None:
        super().__init__(opened)
        self._ruim = ruim
        self._breed, self._most, self._heel, self._wijkt = tuple(breed), most, heel, tuple(wijkt)
        self.setObjectName(naam)
        self.setAccessibleName(titel)
        self.setModel(model)
        self.setWordWrap(heel)
        if heel:
            self.setItemDelegate(WholeCell(self))
        if most:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            model.modelReset.connect(self._fit_rows)
        else:
            self.setMinimumHeight(px(160))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setStyleSheet(f"QTableView::item {{ padding: 0px {px(_PADDING)}px; }}")
        self.verticalHeader().setDefaultSectionSize(px(_ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for plek, breedte in enumerate(breed):
            header.resizeSection(plek, px(breedte))
        if ruim:
            model.modelReset.connect(self._share)

    def sizeHint(self) -> QSize:
        """As high as its rows, when it is to be."""
        return self._made_low(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """No lower than that."""
        return self._made_low(super().minimumSizeHint())

    def _fit_rows(self) -> None:
        # What Qt does itself makes each as high as the head of a row, which is not shown here.
        for row in range(self.model().rowCount() if self._heel else 0):
            self.setRowHeight(row, max(self.sizeHintForRow(row), px(_ROW_HEIGHT)))
        self.updateGeometry()

    def _made_low(self, hint: QSize) -> QSize:
        if not self._most:
            return hint
        rows = min(max(self.model().rowCount(), 1), self._most)
        head, row = self.horizontalHeader().sizeHint().height(), self.verticalHeader().defaultSectionSize()
        high = max(self.verticalHeader().length(), row) if self._heel else rows * row
        if self._heel and self.horizontalHeader().length() > self.viewport().width():
            high += self.horizontalScrollBar().sizeHint().height()
        # The padding and the frame of a table, above and below.
        return QSize(hint.width(), head + high + px(16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the column without a width; with too little all give way."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        room, least = self.viewport().width(), px(_LEAST)
        wanted = [px(breedte) for breedte in self._breed]
        # A table of one column asks for no width.
        share = min(1.0, max(0, room - least) / max(sum(wanted), 1))
        widths = [int(breedte * share) for breedte in wanted]
        if self._ruim:
            self._grow(widths, room)
        rest = px(_LEAST_WHOLE) if self._heel else least * 3 // 4
        share_room(self, {nr: (w or rest, 0 if w else 1) for nr, w in enumerate(widths)}, self._wijkt)
        if self._heel:
            self._fit_rows()

    def _grow(self, widths: list[int], room: int) -> None:
        """Wider where words would be cut."""
        need = [self.sizeHintForColumn(nr) for nr in range(len(widths))]
        rest = sum(need[nr] for nr, width in enumerate(widths) if not width)
        left = room - sum(widths) - max(rest, px(_LEAST))
        for nr, width in enumerate(widths):
            more = min(need[nr] - width, left) if width else 0
            widths[nr] += max(more, 0)
            left -= max(more, 0)

    @property
    def row(self) -> int:
        """The row that is chosen, or -1."""
        return self.currentIndex().row()

"""The lines of the history as a table, under a head for each day and conversation."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QBrush, QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from intake_assistant.dates import in_words
from intake_assistant.operations.views.geschiedenis import Geschiedenisregel
from intake_assistant.texts import text
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.kit.word_table import TableIndex, Woordrijen
from intake_assistant.ui.words.moments import moment_in_words

KOLOMMEN: Final = ("wanneer", "wat", "waarde", "wie")
_WIE_VANAF: Final = 720
"""From which width it is shown who."""
AANWEZIG: Final = "aanwezig"
_ZACHT: Final = tuple(KOLOMMEN.index(naam) for naam in ("wanneer", "wie"))


class HistoryModel(Woordrijen):
    """The lines, newest first; a value that is gone is in italics, as well as told in words."""

    def __init__(self) -> None:
        super().__init__([text(f"geschiedenis.{naam}") for naam in KOLOMMEN], zacht=_ZACHT)
        self.regels: list[Geschiedenisregel] = []
        self._rows: list[int] = []
        self.koppen: list[int] = []
        """The rows that are a head."""

    def show_lines(self, regels: list[Geschiedenisregel]) -> None:
        """Show just these."""
        self.regels, self._rows, self.koppen = regels, [], []
        rijen: list[tuple[str, ...]] = []
        kop = ""
        for regel in regels:
            if kop != (kop := _head(regel)):
                self.koppen.append(len(rijen))
                rijen.append((kop, *[""] * (len(KOLOMMEN) - 1)))
            self._rows.append(len(rijen))
            rijen.append(tuple(_cell(regel, naam) for naam in KOLOMMEN))
        self.show_all(rijen)

    def row_of(self, nummer: int) -> int:
        """Where this one of the lines stands."""
        return self._rows[nummer]

    def regel_at(self, row: int) -> Geschiedenisregel | None:
        """The line of a row; None for a head."""
        at = bisect_left(self._rows, row)
        return self.regels[at] if at < len(self._rows) and self._rows[at] == row else None

    def flags(self, index: TableIndex) -> Qt.ItemFlag:
        """A head is read, and passed over by the arrows."""
        return Qt.ItemFlag.NoItemFlags if self.regel_at(index.row()) is None else super().flags(index)

    def data(self, index: TableIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, and how they look."""
        regel = self.regel_at(index.row())
        if regel is None and role in (Qt.ItemDataRole.FontRole, Qt.ItemDataRole.ForegroundRole):
            return _bold() if role == Qt.ItemDataRole.FontRole else QBrush(kleur("tekst"))
        gone = regel is not None and regel.aanwezig != AANWEZIG and KOLOMMEN[index.column()] == "waarde"
        if gone and role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setItalic(True)
            return font
        if gone and role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(kleur("zacht"))
        return super().data(index, role)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def _head(regel: Geschiedenisregel) -> str:
    return " · ".join(filter(None, (in_words(regel.op.date()), regel.gesprek_naam)))


def _cell(regel: Geschiedenisregel, kolom: str) -> str:
    if kolom == "wanneer":
        return f"{regel.op:%H:%M}"
    woorden = {"wat": regel.wat, "waarde": regel.waarde, "wie": regel.wie}
    # One line each: the whole stands below the table.
    return " ".join(woorden[kolom].split())


class HistoryTable(QTableView):
    """The table; in a narrow window who gives way, for the line below tells it too."""

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """A head goes over the whole width."""
        super().setModel(model)
        if isinstance(model, HistoryModel):
            model.modelReset.connect(lambda: self._lay_heads(model))

    def _lay_heads(self, model: HistoryModel) -> None:
        self.clearSpans()
        for row in model.koppen:
            self.setSpan(row, 0, 1, len(KOLOMMEN))
            self.setRowHeight(row, px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self.setColumnHidden(KOLOMMEN.index("wie"), self.width() < px(_WIE_VANAF))


def make_table(model: HistoryModel) -> HistoryTable:
    """The table, to be read with the arrows."""
    made = HistoryTable()
    made.setObjectName("geschiedenis_lijst")
    made.setAccessibleName(text("geschiedenis.titel"))
    made.setModel(model)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setStyleSheet(f"QTableView::item {{ padding: 0px {px(8)}px; }}")
    made.setWordWrap(False)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.setMinimumHeight(px(34 * 5))
    made.verticalHeader().setDefaultSectionSize(px(34))
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    for plek, breed in enumerate((88, 0, 0, 208)):
        if breed:
            header.setSectionResizeMode(plek, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(plek, px(breed))
        else:
            header.setSectionResizeMode(plek, QHeaderView.ResizeMode.Stretch)
    return made


def row_words(regel: Geschiedenisregel) -> str:
    """Who recorded it and when, in words."""
    return text("geschiedenis.detail.wie", wie=regel.wie, wanneer=moment_in_words(regel.op))

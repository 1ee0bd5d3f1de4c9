"""The lines of the history as a table."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.operations.views.geschiedenis import Geschiedenisregel
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import zweeftekst
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.words.moments import moment_in_words

KOLOMMEN: Final = ("wanneer", "wat", "waarde", "wie", "in_gesprek")
VANAF: Final = {"wie": 720, "in_gesprek": 880}
"""From which width a column is shown."""
AANWEZIG: Final = "aanwezig"
_Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """The lines that are shown, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.regels: list[Geschiedenisregel] = []

    def show_all(self, regels: list[Geschiedenisregel]) -> None:
        """Show just these."""
        self.beginResetModel()
        self.regels = regels
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # the signature of Qt
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.regels)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # the signature of Qt
        """When, what, value, who, in which conversation."""
        return 0 if parent.isValid() else len(KOLOMMEN)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return text(f"geschiedenis.{KOLOMMEN[section]}")
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; a value that is gone is in italics, as well as told in words."""
        regel = self.regels[index.row()]
        kolom = KOLOMMEN[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cell(regel, kolom)
        if role == Qt.ItemDataRole.ToolTipRole:
            return zweeftekst(_cell(regel, kolom))
        gone = regel.aanwezig != AANWEZIG and kolom == "waarde"
        if role == Qt.ItemDataRole.FontRole and gone:
            font = QFont()
            font.setItalic(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and (gone or kolom in ("wanneer", "wie", "in_gesprek")):
            return QBrush(kleur("zacht"))
        return None


def _cell(regel: Geschiedenisregel, kolom: str) -> str:
    if kolom == "wanneer":
        return f"{regel.op:%d-%m-%Y  %H:%M}"
    woorden = {"wat": regel.wat, "waarde": regel.waarde, "wie": regel.wie, "in_gesprek": regel.gesprek_naam}
    # One line each: the whole stands below the table.
    return op_scherm(" ".join(woorden[kolom].split()))


class HistoryTable(QTableView):
    """The table; in a narrow window who and where give way, for the line below tells them too."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        for kolom, vanaf in VANAF.items():
            self.setColumnHidden(KOLOMMEN.index(kolom), self.width() < px(vanaf))


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
    for plek, breed in enumerate((168, 0, 0, 136, 208)):
        if breed:
            header.setSectionResizeMode(plek, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(plek, px(breed))
        else:
            header.setSectionResizeMode(plek, QHeaderView.ResizeMode.Stretch)
    return made


def row_words(regel: Geschiedenisregel) -> str:
    """Who recorded it and when, in words."""
    return text("geschiedenis.detail.wie", wie=regel.wie, wanneer=moment_in_words(regel.op))

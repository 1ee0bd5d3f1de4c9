"""The lines of the history as a table."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from intake_assistant.operations.views.geschiedenis import Geschiedenisregel
from intake_assistant.texts import text
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.kit.word_table import TableIndex, Woordrijen
from intake_assistant.ui.words.moments import moment_in_words

KOLOMMEN: Final = ("wanneer", "wat", "waarde", "wie", "in_gesprek")
VANAF: Final = {"wie": 720, "in_gesprek": 880}
"""From which width a column is shown."""
AANWEZIG: Final = "aanwezig"
_ZACHT: Final = tuple(KOLOMMEN.index(naam) for naam in ("wanneer", "wie", "in_gesprek"))


class HistoryModel(Woordrijen):
    """The lines, newest first; a value that is gone is in italics, as well as told in words."""

    def __init__(self) -> None:
        super().__init__([text(f"geschiedenis.{naam}") for naam in KOLOMMEN], zacht=_ZACHT)
        self.regels: list[Geschiedenisregel] = []

    def show_lines(self, regels: list[Geschiedenisregel]) -> None:
        """Show just these."""
        self.regels = regels
        self.show_all([tuple(_cell(regel, naam) for naam in KOLOMMEN) for regel in regels])

    def data(self, index: TableIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, and how they look."""
        gone = self.regels[index.row()].aanwezig != AANWEZIG and KOLOMMEN[index.column()] == "waarde"
        if gone and role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setItalic(True)
            return font
        if gone and role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(kleur("zacht"))
        return super().data(index, role)


def _cell(regel: Geschiedenisregel, kolom: str) -> str:
    if kolom == "wanneer":
        return f"{regel.op:%d-%m-%Y  %H:%M}"
    woorden = {"wat": regel.wat, "waarde": regel.waarde, "wie": regel.wie, "in_gesprek": regel.gesprek_naam}
    # One line each: the whole stands below the table.
    return " ".join(woorden[kolom].split())


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

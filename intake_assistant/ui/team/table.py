"""The table around the rows of a team: columns that share the room, what waits is whole, Enter opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from intake_assistant.texts import text
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import Opentabel, WholeCell, share_room
from intake_assistant.ui.team.model import (
    AANDACHT,
    KLAAR,
    NAAM,
    STAND,
    TERMIJN,
    UREN,
    WIE,
    Groepkop,
    Teamlijst,
    words_of,
)

# Column -> its least width, and its share of the room that is left over.
_WIDTHS: Final = {
    NAAM: (172, 30), WIE: (128, 10), STAND: (112, 5), KLAAR: (88, 0), UREN: (112, 5), TERMIJN: (192, 25),
    AANDACHT: (184, 25),
}  # fmt: skip
# With large letters these give way, the first first: who it is about and what waits stay in sight.
_GIVE_WAY: Final = (UREN, KLAAR, STAND, WIE)
_WHOLE: Final = (TERMIJN, AANDACHT)
"""What is read whole, on more lines where one has no room."""
_ROW_HEIGHT: Final = 36


class Teamtabel(Opentabel):
    """A table whose Enter opens, and whose Tab goes on."""

    def __init__(self, model: Teamlijst, opened: Callable[[], None]) -> None:
        super().__init__(opened)
        self._lijst = model
        self.setObjectName("team_tabel")
        self.setAccessibleName(text("team.deel.aandacht"))
        self.setModel(model)
        for column in _WHOLE:
            self.setItemDelegateForColumn(column, WholeCell(self))
        self.setMinimumHeight(px(200))
        self.setStyleSheet(f"QTableView::item {{ padding: 0px {px(8)}px; }}")
        self.verticalHeader().setDefaultSectionSize(px(_ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSortIndicator(AANDACHT, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        model.modelReset.connect(self._fit_rows)

    def _fit_rows(self) -> None:
        """What names a group has the whole row; where a line has no room for all the row is higher."""
        self.clearSpans()
        high: dict[tuple[int, str], int] = {}
        for row, rij in enumerate(self._lijst.rows):
            if isinstance(rij, Groepkop):
                self.setSpan(row, 0, 1, len(_WIDTHS))
            else:
                wanted = max(self._height(row, column, words_of(rij, column), high) for column in _WHOLE)
                if self.rowHeight(row) != wanted:
                    self.setRowHeight(row, wanted)

    def _height(self, row: int, column: int, words: str, high: dict[tuple[int, str], int]) -> int:
        # In thousands of rows stand the same few words.
        if (column, words) not in high:
            wanted = self.sizeHintForIndex(self._lijst.index(row, column)).height() if words else 0
            high[column, words] = max(wanted, px(_ROW_HEIGHT))
        return high[column, words]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room over the columns; with too little of it some are not shown."""
        super().resizeEvent(event)
        widths = {column: (px(least), share) for column, (least, share) in _WIDTHS.items()}
        share_room(self, widths, _GIVE_WAY)
        self._fit_rows()

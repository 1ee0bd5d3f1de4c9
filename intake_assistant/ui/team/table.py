"""The table around the rows of a team: columns that share the room, Enter that opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from intake_assistant.texts import text
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import Opentabel, share_room
from intake_assistant.ui.team.model import AANDACHT, KLAAR, NAAM, STAND, TERMIJN, UREN, WIE, Teamlijst

# Column -> its least width, and its share of the room that is left over.
_WIDTHS: Final = {
    NAAM: (172, 30), WIE: (128, 10), STAND: (112, 5), KLAAR: (88, 0), UREN: (112, 5), TERMIJN: (192, 25),
    AANDACHT: (184, 25),
}  # fmt: skip
# With large letters these give way, the first first: who it is about and what waits stay in sight.
_GIVE_WAY: Final = (UREN, KLAAR, STAND, WIE)
_ROW_HEIGHT: Final = 36


class Teamtabel(Opentabel):
    """A table whose Enter opens, and whose Tab goes on."""

    def __init__(self, model: Teamlijst, opened: Callable[[], None]) -> None:
        super().__init__(opened)
        self._lijst = model
        self.setObjectName("team_tabel")
        self.setAccessibleName(text("team.deel.aandacht"))
        self.setModel(model)
        self.setWordWrap(False)
        self.setMinimumHeight(px(200))
        self.setStyleSheet(f"QTableView::item {{ padding: 0px {px(8)}px; }}")
        self.verticalHeader().setDefaultSectionSize(px(_ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSortIndicator(AANDACHT, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        model.modelReset.connect(self._span)

    def _span(self) -> None:
        """What names a group has the whole row."""
        self.clearSpans()
        for row in self._lijst.koppen():
            self.setSpan(row, 0, 1, len(_WIDTHS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room over the columns; with too little of it some are not shown."""
        super().resizeEvent(event)
        widths = {column: (px(least), share) for column, (least, share) in _WIDTHS.items()}
        share_room(self, widths, _GIVE_WAY)

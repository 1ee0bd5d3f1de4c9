"""The table around the rows of a team: columns that share the room, Enter that opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from intake_assistant.texts import text
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.team.model import AANDACHT, KLAAR, NAAM, STAND, TERMIJN, UREN, WIE, Teamlijst

# Column -> its least width, and its share of the room that is left over.
_WIDTHS: Final = {
    NAAM: (152, 25), WIE: (112, 10), STAND: (128, 5), KLAAR: (88, 0), UREN: (112, 5), TERMIJN: (216, 20),
    AANDACHT: (208, 35),
}  # fmt: skip
# With large letters these give way, the first first: whose it is and what waits stay in sight.
_GIVE_WAY: Final = (UREN, KLAAR, STAND)
_ROW_HEIGHT: Final = 36


class Teamtabel(QTableView):
    """A table whose Enter opens, and whose Tab goes on."""

    def __init__(self, model: Teamlijst, opened: Callable[[], None]) -> None:
        super().__init__()
        self._opened, self._lijst = opened, model
        self.setObjectName("team_tabel")
        self.setAccessibleName(text("team.deel.aandacht"))
        self.setModel(model)
        self.setTabKeyNavigation(False)
        self.activated.connect(lambda _: opened())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMinimumHeight(px(200))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setStyleSheet(f"QTableView::item {{ padding: 0px {px(8)}px; }}")
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the dossier."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._opened()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room over the columns; with too little of it some are not shown."""
        super().resizeEvent(event)
        room, shown = self.viewport().width(), dict(_WIDTHS)
        for column in _GIVE_WAY:
            if _least(shown) > room:
                del shown[column]
            self.setColumnHidden(column, column not in shown)
        left = max(room - _least(shown), 0)
        for column, (least, share) in shown.items():
            self.horizontalHeader().resizeSection(column, px(least) + left * share // 100)


def _least(columns: dict[int, tuple[int, int]]) -> int:
    return sum(px(least) for least, _ in columns.values())

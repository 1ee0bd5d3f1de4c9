"""The table around the list of dossiers: columns that share the room, Enter that opens."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from intake_assistant.ui.dossiers.model import CONTACT, KLOK, MERKEN, NAAM, ROW_HEIGHT, STAND
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import Opentabel

# Column -> its least width, and its share of the room that is left over.
_WIDTHS: Final = {NAAM: (152, 45), STAND: (140, 10), MERKEN: (190, 5), KLOK: (184, 35), CONTACT: (104, 5)}


class DossierTable(Opentabel):
    """A table whose Enter opens, and whose Tab goes on."""

    def dress(self) -> None:
        """Set it up, once it has its model."""
        self.setMinimumHeight(px(200))
        self.setMouseTracking(True)
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSortIndicator(KLOK, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room over the columns; too little of it scrolls."""
        super().resizeEvent(event)
        left = max(self.viewport().width() - px(sum(least for least, _ in _WIDTHS.values())), 0)
        for column, (least, share) in _WIDTHS.items():
            self.horizontalHeader().resizeSection(column, px(least) + left * share // 100)

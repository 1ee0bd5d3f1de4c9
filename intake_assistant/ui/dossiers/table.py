"""The table around the list of dossiers: columns that share the room, Enter that opens."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from intake_assistant.ui.dossiers.model import KLOK, MERKEN, NAAM, STAP, TAAL
from intake_assistant.ui.dossiers.row_painter import ROW_HEIGHT
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import Opentabel, share_room

# Column -> its least width, and its share of the room that is left over.
_WIDTHS: Final = {NAAM: (166, 45), TAAL: (92, 5), STAP: (208, 15), KLOK: (250, 35), MERKEN: (322, 0)}
# With large letters these give way, the first first: who it is and what comes next stay in sight.
_GIVE_WAY: Final = (MERKEN, TAAL, KLOK)


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
        """Share the room over the columns; with too little of it some are not shown."""
        super().resizeEvent(event)
        widths = {column: (px(least), share) for column, (least, share) in _WIDTHS.items()}
        share_room(self, widths, _GIVE_WAY)

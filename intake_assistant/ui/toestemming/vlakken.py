"""What scrolls while consent is asked: never one thing within another."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QTreeWidget

from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.toestemming.gegevens import REGEL

# So many lines of the tree are seen at least, where there is room.
_MINST = 4


class Boomvlak(QScrollArea):
    """A page with a tree, which takes the room that there is; too low for it, the page scrolls."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No higher than what is in sight, so that its own lines scroll and not the tree itself."""
        super().resizeEvent(event)
        for boom in self.findChildren(QTreeWidget):
            boom.setMinimumHeight(min(px(_MINST * REGEL + 8), self.viewport().height()))


class Invulvlak(QScrollArea):
    """Scrolls what it holds, or is as high as that when it lies on a page that scrolls."""

    _heel = False

    def set_heel(self, *, heel: bool) -> None:
        """Whether all of it is in sight, and the page scrolls."""
        self._heel = heel
        self._grow()

    def viewportEvent(self, event: QEvent) -> bool:
        """What it holds may ask for more room than before."""
        done = super().viewportEvent(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._grow()
        return done

    def _grow(self) -> None:
        inhoud = self.widget()
        if inhoud is not None:
            self.setMinimumHeight(inhoud.heightForWidth(self.viewport().width()) if self._heel else 0)

"""Parts of a screen of which one is shown, each as high as itself alone."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Bladen(QStackedWidget):
    """Asks for the room of the part that is shown: a long one would have the others scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Of the part that is shown."""
        here = self.currentWidget()
        return here.sizeHint() if here else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same."""
        here = self.currentWidget()
        return here.minimumSizeHint() if here else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """As that part has."""
        here = self.currentWidget()
        return here is not None and here.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """The same."""
        here = self.currentWidget()
        return here.heightForWidth(width) if here else -1

"""A button that holds a small layout: a whole row to click, with one accessible name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.ui.kit.parts import Knop, zweeftekst
from intake_assistant.ui.kit.theme import px


class Rijknop(Knop):
    """What lies on it never takes the mouse; it is as high as its content."""

    def __init__(self, naam: str, toegankelijk: str, clicked: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(naam)
        self.setAccessibleName(op_scherm(toegankelijk))
        self.setToolTip(zweeftekst(toegankelijk))
        self.setProperty("rol", "stil")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # The least height of a push button would win from what lies on it.
        self.setStyleSheet("min-height: 0px;")
        self.clicked.connect(lambda: clicked())

    def fill(self, box: QHBoxLayout | QVBoxLayout, boven: int = 6) -> None:
        """Lay this on the button, so far from its upper and lower edge."""
        box.setContentsMargins(px(8), px(boven), px(8), px(boven))
        self.setLayout(box)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def showEvent(self, event: QShowEvent) -> None:
        """The style sheet gave it a least height of its own: that of its content is the true one."""
        box = self.layout()
        if box is not None and not box.hasHeightForWidth():
            self.setMinimumHeight(box.sizeHint().height())
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        """As large as what lies on it."""
        box = self.layout()
        return box.sizeHint() if box else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As large as what lies on it can be made."""
        box = self.layout()
        return box.minimumSize() if box else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Text on it may wrap."""
        box = self.layout()
        return bool(box and box.hasHeightForWidth())

    def heightForWidth(self, width: int) -> int:
        """How high it is at a width."""
        box = self.layout()
        return box.heightForWidth(width) if box else super().heightForWidth(width)

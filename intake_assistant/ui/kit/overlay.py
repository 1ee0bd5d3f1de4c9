"""A box over the page: dims what lies behind, keeps the keyboard inside, goes away on Escape."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from intake_assistant.ui.kit.parts import kaart, kolom, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.focus import can_take, step


class Overleg(QFrame):
    """The veil and the box; fill `box`."""

    is_page = False
    """Whether it is a part of the page: the lock leaves it open, and it comes back with the page."""

    def __init__(self, parent: QWidget, breedte: int, *, links: bool = False, rechts: bool = False) -> None:
        """A box in the middle; or a drawer, as high as the page, at its left or right edge."""
        super().__init__(parent)
        self.setObjectName("sluier")
        self._over = parent
        self._before: QWidget | None = None
        self.panel = kaart(naam="overleg")
        self.panel.setMaximumWidth(px(breedte))
        self.box: QVBoxLayout = kolom(self.panel, rand=24, tussen=12)
        if links or rechts:
            row = rij(self)
            if rechts:
                row.addStretch(1)
            row.addWidget(self.panel, 20)
            if rechts:
                self.hide()
                return
        else:
            row = rij(self, rand=24)
            row.addStretch(1)
            column = kolom(tussen=0)
            # The first to give way where there is little room.
            column.addItem(QSpacerItem(0, px(32), QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum))
            column.addWidget(self.panel)
            column.addStretch(1)
            row.addLayout(column, 20)
        row.addStretch(1)
        self.hide()

    def open_box(self) -> None:
        """Show it over the whole page."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.setGeometry(self.room())
        self.raise_()
        self.show()
        self.first_field().setFocus()

    def room(self) -> QRect:
        """What it lies over."""
        return self._over.rect()

    def close_box(self) -> None:
        """Put it away; the keyboard returns to where it was."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        # What lies below may have been made anew meanwhile: then the keyboard goes where the page says.
        if before is not None and shiboken6.isValid(before) and can_take(before):
            before.setFocus()

    def first_field(self) -> QWidget:
        """What gets the keyboard."""
        return self.panel

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the box; once it is put away the window says where the keyboard goes."""
        if self.isHidden():
            return super().focusNextPrevChild(forward)
        step(self.panel, self.focusWidget(), forward=forward)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the box puts it away."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_box()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_box()
        else:
            super().keyPressEvent(event)

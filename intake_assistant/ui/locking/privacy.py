"""The neutral page: put over everything by F9, and in a moment by locking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.qt import messages

if TYPE_CHECKING:
    from intake_assistant.ui.window.window import Venster


class Rust(QWidget):
    """Nothing of anybody: calm colours and a few words."""

    def __init__(self, naam: str, kop: str, zin: str) -> None:
        super().__init__()
        self.setObjectName(naam)
        self._box = box = kolom(self, rand=48, tussen=16)
        box.addStretch(3)
        box.addWidget(label(kop, "kop1"), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(label(zin, "groot"), 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hide what lies below, and draw rings, as of a drop in water."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = kleur("accent")
        middle = QPointF(self.width() / 2, self.height() * 0.28)
        for nummer in range(1, 6):
            ring.setAlphaF(0.36 - nummer * 0.06)
            painter.setPen(QPen(ring, px(2)))
            painter.drawEllipse(middle, px(22) * nummer, px(22) * nummer)
        painter.end()


class Dek(Rust):
    """Lies over the whole window while it is being locked, painted before anything else is done."""

    def __init__(self, venster: QWidget) -> None:
        super().__init__("dek", text("venster.dek_kop"), text("venster.dek_zin"))
        self._venster = venster
        self._box.addStretch(2)
        self.setParent(venster)
        self.hide()

    def cover(self) -> None:
        """Cover the window now, not at the next turn: what follows may have to wait for the disk."""
        self.setGeometry(self._venster.rect())
        self.raise_()
        self.show()
        self.repaint()


class Privacy(Rust):
    """The page of F9, with the way back."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__("privacy", text("venster.privacy_kop"), text("venster.privacy_zin"))
        box = self._box
        self.terug = knop(text("venster.privacy_terug"), "privacy_terug", self.left.emit)
        box.addSpacing(px(16))
        box.addWidget(self.terug, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)


class Afdekking:
    """Puts the neutral page over what is shown, and takes it away again; nothing else does."""

    def __init__(self, venster: Venster) -> None:
        self._venster = venster
        self._under: QWidget | None = None
        self._focus_before: QWidget | None = None

    @property
    def is_on(self) -> bool:
        """Whether the neutral page is shown."""
        return self._venster.stack.currentWidget() is self._venster.guards.privacy

    def toggle(self) -> None:
        """Hide all but a neutral page at once, and come back to the same field."""
        if self.is_on:
            self._uncover()
        else:
            self._cover()

    def forget(self) -> None:
        """What lay under it is no more."""
        self._under = self._focus_before = None

    def _cover(self) -> None:
        venster = self._venster
        # A question that is open, or the name of a file, lies over the window: it gets no answer.
        messages.close_all(venster)
        venster.guards.grendel.samenstelling.finish()
        venster.houvast.settle()
        self._under, self._focus_before = venster.stack.currentWidget(), venster.focusWidget()
        venster.stack.setCurrentWidget(venster.guards.privacy)
        # Not on the button: the next key is still meant for what was being typed.
        venster.guards.privacy.setFocus()

    def _uncover(self) -> None:
        venster, focus = self._venster, self._focus_before
        venster.stack.setCurrentWidget(self._under or venster.ontgrendelen)
        self.forget()
        if focus is not None:
            focus.setFocus()

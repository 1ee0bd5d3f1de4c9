"""The neutral page: put over everything by F9, and in a moment by locking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from intake_assistant.texts import text
from intake_assistant.ui.drawing.rings import paint_rings
from intake_assistant.ui.kit import fonts
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.theme import kleur, px, set_rol, thema
from intake_assistant.ui.qt import messages

if TYPE_CHECKING:
    from intake_assistant.ui.gedeeld.gedeeld import Zicht
    from intake_assistant.ui.window.window import Venster

_BEDEKT = "bedekt"
# Read from the other side of a table.
PAUZE, VERDER = 32.0, 20.0


class Rust(QWidget):
    """Nothing of anybody: calm colours and a few words."""

    def __init__(self, naam: str, kop: str, zin: str) -> None:
        super().__init__()
        self.setObjectName(naam)
        self._box = box = kolom(self, rand=48, tussen=16)
        box.addStretch(3)
        self._woorden = label(kop, "kop1"), label(zin, "groot")
        for woorden in self._woorden:
            box.addWidget(woorden, 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hide what lies below, and draw rings, as of a drop in water."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() * 0.28)
        paint_rings(painter, middle, px(22), kleur("accent"), px(2))
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
        super().__init__("privacy", text("gedeeld.pauze"), text("gedeeld.zo_verder"))
        box = self._box
        self._dutch = text("gedeeld.pauze"), text("gedeeld.zo_verder")
        self._klein = label(" · ".join(self._dutch), "klein")
        box.addWidget(self._klein, 0, Qt.AlignmentFlag.AlignHCenter)
        self.terug = knop(text("venster.privacy_terug"), "privacy_terug", self.left.emit)
        box.addSpacing(px(16))
        box.addWidget(self.terug, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)

    def show_pauze(self, zicht: Zicht) -> None:
        """Say it in the language of who sits opposite, large; the Dutch stands small below it."""
        zinnen = [zin.tekst for zin in zicht.blad.zinnen] or list(self._dutch)
        for woorden, zin, punten in zip(self._woorden, zinnen, (PAUZE, VERDER), strict=True):
            woorden.setText(zin)
            # A role has a size of its own, which would count.
            set_rol(woorden, "")
            woorden.setFont(fonts.taal_font(zicht.taal.lettertypen, punten * thema.schaal / 100))
        self._klein.setVisible(zinnen != list(self._dutch))


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
        venster.guards.tweede.pauze(_BEDEKT, on=True)
        # A question that is open, or the name of a file, lies over the window: it gets no answer.
        messages.close_all(venster)
        venster.guards.grendel.samenstelling.finish()
        venster.houvast.settle()
        if venster.context is not None:
            venster.context.gedeeld.stilte.emit()
            venster.guards.privacy.show_pauze(venster.context.gedeeld.pauze)
        self._under, self._focus_before = venster.stack.currentWidget(), venster.focusWidget()
        venster.stack.setCurrentWidget(venster.guards.privacy)
        # Not on the button: the next key is still meant for what was being typed.
        venster.guards.privacy.setFocus()

    def _uncover(self) -> None:
        venster, focus = self._venster, self._focus_before
        venster.stack.setCurrentWidget(self._under or venster.ontgrendelen)
        self.forget()
        venster.guards.tweede.pauze(_BEDEKT, on=False)
        if focus is not None:
            focus.setFocus()

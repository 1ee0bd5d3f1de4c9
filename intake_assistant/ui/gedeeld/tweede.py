"""The second screen of a conversation: comes and goes with its display, neutral while we are away."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from intake_assistant.errors import KnownError
from intake_assistant.ui.gedeeld.display import Display, choose, forget, remember, usable
from intake_assistant.ui.gedeeld.gedeeld import Gedeeld, Gedeeldestand, Zicht
from intake_assistant.ui.gedeeld.venster import LOS, Gedeeldvenster
from intake_assistant.ui.qt.later import discard

if TYPE_CHECKING:
    from intake_assistant.ui.window.preferences import Voorkeuren

_OP_SLOT = "op slot"


def display_of(screen: QScreen) -> Display:
    """What a screen of Qt is to us."""
    place = screen.geometry()
    return Display(
        screen.serialNumber(), screen.name(), (place.x(), place.y(), place.width(), place.height())
    )


def displays() -> list[Display]:
    """What hangs on this computer now."""
    return [display_of(screen) for screen in QGuiApplication.screens()]


class Tweedescherm(QObject):
    """Of one window of the program; outlives the lock, and holds nothing of a dossier while it is locked."""

    gewisseld = Signal()
    """It came, went, or may go elsewhere now."""

    def __init__(
        self, venster: QWidget, voorkeuren: Voorkeuren, now: Callable[[], list[Display]] = displays
    ) -> None:
        super().__init__(venster)
        self._venster, self._voorkeuren, self._now = venster, voorkeuren, now
        self._gedeeld: Gedeeld | None = None
        self._is_aan = self._is_los = self._is_weg = False
        self._pauzes: set[str] = set()
        self._is_bedekt = False
        self._follows_window = False
        self._zicht: Zicht | None = None
        self.op: Display | None = None
        """The display it is on now."""
        self.buiten: Gedeeldvenster | None = None
        """Its window, while it has one."""
        self._follow_displays()

    # -- what it shows ---------------------------------------------------------------------------------------

    def attach(self, gedeeld: Gedeeld) -> None:
        """A vault was opened: show what is shared of it, from the moment that a conversation is on."""
        self._gedeeld = gedeeld
        if self._is_bedekt:
            gedeeld.set_wijze(Gedeeldestand.BEDEKT)
        gedeeld.gewijzigd.connect(self.draw)
        gedeeld.aan.connect(self._turn)
        handle = self._venster.windowHandle()
        if not self._follows_window and self._venster.isVisible():
            # Our own window may come to the display that is shared.
            handle.screenChanged.connect(self.arrange)
            self._follows_window = True

    def detach(self) -> None:
        """The vault closes: until it opens again the page stays neutral."""
        self.pauze(_OP_SLOT, on=True)
        if self._gedeeld is not None:
            self._gedeeld.stilte.emit()
            self._is_bedekt = self._gedeeld.wijze is Gedeeldestand.BEDEKT
        self._gedeeld = None

    def _turn(self, on: bool) -> None:
        if on is not self._is_aan:
            self._is_los = self._is_weg = False
        self._is_aan = on
        self.pauze(_OP_SLOT, on=False)
        self.arrange()

    def pauze(self, waarom: str, *, on: bool) -> None:
        """Show the neutral page at once; what is shared only when nothing asks for that page any more."""
        if on:
            self._pauzes.add(waarom)
        else:
            self._pauzes.discard(waarom)
        self.draw()

    def draw(self) -> None:
        """Have the window show what is in sight; while we are away the neutral page in the same language."""
        if self._gedeeld is not None:
            self._zicht = self._gedeeld.pauze if self._pauzes else self._gedeeld.zicht
        if self.buiten is not None and self._zicht is not None:
            self.buiten.vlak.show_zicht(self._zicht, self._voorkeuren.gedeelde_vorm)
            self.buiten.vlak.paint_now()

    # -- where it is -----------------------------------------------------------------------------------------

    def to_choose(self) -> list[Display]:
        """The displays that it may go to."""
        return usable(self._now(), self._ours())

    def go_to(self, display: Display) -> None:
        """Show it over a whole display, and there again next time."""
        self._keep(remember(self._kept(), display))
        self._is_los = self._is_weg = False
        self.arrange()

    def go_loose(self) -> None:
        """Show it in a window that can be shared in a video call, behind our own."""
        self._is_los, self._is_weg = True, False
        self.arrange()
        # Ours stays before it: what is shared is seen in the call, not on this display.
        self._venster.activateWindow()

    def go_away(self) -> None:
        """Put it away; it does not come back to that display by itself."""
        if self.op is not None:
            self._keep(forget(self._kept(), self.op))
        self._is_los, self._is_weg = False, True
        self.arrange()

    def arrange(self) -> None:
        """Be where it belongs, now that something changed: nowhere, rather than on a wrong display."""
        is_gevraagd = self._is_aan and not self._is_weg
        found = choose(self._kept(), self._now(), self._ours()) if is_gevraagd else None
        if self._is_los and is_gevraagd:
            self._open(None)
        elif found is not None:
            self._open(found)
        else:
            self.end()
        self.gewisseld.emit()

    def end(self) -> None:
        """Put the window away, whatever was chosen."""
        buiten, self.buiten, self.op = self.buiten, None, None
        if buiten is not None:
            buiten.hide()
            discard(buiten)

    def _open(self, display: Display | None) -> None:
        if self.buiten is None or (self.op is None) != (display is None):
            self.end()
            made = self.buiten = Gedeeldvenster(los=display is None)
            made.vlak.aangeraakt.connect(self._touched)
            made.closed.connect(self.go_away)
        self.op = display
        # Drawn before it is seen: nothing of before flashes by on a wall.
        self.draw()
        if display is not None:
            self.buiten.put_on(QRect(*display.geometry))
        elif not self.buiten.isVisible():
            self.buiten.put_on(LOS.translated(self._venster.pos()))

    def _touched(self, code: str) -> None:
        if self._gedeeld is not None:
            self._gedeeld.aangeraakt.emit(code)

    def _ours(self) -> Display:
        return display_of(self._venster.screen())

    # -- what is remembered ----------------------------------------------------------------------------------

    def _kept(self) -> tuple[Display, ...]:
        return self._voorkeuren.keuzes.gedeeld_op

    def _keep(self, kept: tuple[Display, ...]) -> None:
        # Not worth a question in a conversation: next time the display is chosen once more.
        with suppress(KnownError):
            self._voorkeuren.keep(gedeeld_op=kept)

    def _follow_displays(self) -> None:
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication):
            raise TypeError("a second screen needs a QGuiApplication")
        app.screenAdded.connect(self._take_screen)
        # Told before Qt would move its windows to the display that is left.
        app.screenRemoved.connect(self._lose_screen)
        for screen in app.screens():
            screen.geometryChanged.connect(self.arrange)

    def _take_screen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.arrange)
        self.arrange()

    def _lose_screen(self, screen: QScreen) -> None:
        if self.op == display_of(screen):
            self.end()
            self.gewisseld.emit()

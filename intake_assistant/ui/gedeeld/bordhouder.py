"""The part of a view that holds a board: made with its page, drawn anew when touched, reached by keys."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat
from intake_assistant.ui.drawing.painting import Palet
from intake_assistant.ui.gedeeld.bord import Bordvlak
from intake_assistant.ui.gedeeld.gedeeld import Zicht
from intake_assistant.ui.gedeeld.vorm import Vorm
from intake_assistant.ui.kit import fonts

BORD_PUNTEN = 15.0
# A finger that comes sooner after another page is seen was on its way to the page before.
GEZIEN = 0.35


class Bordhouder(QFrame):
    """Knows whether a board is in sight, and since when."""

    aangeraakt = Signal(str)
    bord: Bordvlak | None = None
    """The board that is filled there."""
    _met_toetsen, _is_gezien, _gezien_op = False, True, 0.0

    def _make_bord(self, zicht: Zicht, vorm: Vorm) -> Bordvlak | None:
        """A new board for a page that has one."""
        self.bord, plaat = None, zicht.blad.plaat
        if plaat is None:
            return None
        made = self.bord = board(plaat, zicht, vorm)
        made.ingedrukt.connect(self._press_bord)
        made.aangeraakt.connect(self._lift_bord)
        made.show_cursor(met=self._met_toetsen)
        return made

    def _show_touched(self, before: Zicht | None, zicht: Zicht) -> bool:
        """Of a board that was touched only the board is drawn anew; False when more than that changed."""
        plaat = zicht.blad.plaat
        if before is None or plaat is None or self.bord is None:
            return False
        if replace(before, blad=replace(before.blad, plaat=plaat)) != zicht:
            return False
        self.bord.show_plaat(plaat)
        self._fit()
        return True

    def _fit(self) -> bool:
        """Make it as large as there is room for."""
        raise NotImplementedError

    def _is_seen(self) -> bool:
        """Whether a finger that comes now can be meant for this page."""
        return time.monotonic() - self._gezien_op >= GEZIEN

    def _press_bord(self) -> None:
        self._is_gezien = self._is_seen()

    def _lift_bord(self, code: str) -> None:
        if self._is_gezien:
            self.aangeraakt.emit(code)

    def show_keys(self, *, here: bool) -> None:
        """Whether the keyboard is here: a board shows where."""
        self._met_toetsen = here
        if self.bord is not None:
            self.bord.show_cursor(met=here)

    def press(self, key: int) -> bool:
        """Have a key walk over the board, or touch it; False when there is none, or it does nothing there."""
        if self.bord is None or not self.bord.press(key):
            return False
        self._show_at(self.bord)
        return True

    def _show_at(self, bord: Bordvlak) -> None:
        """Keep in sight where the keys are."""
        raise NotImplementedError


def board(plaat: Bordplaat, zicht: Zicht, vorm: Vorm) -> Bordvlak:
    """A board in the letters of its language and the colours of the shared side."""
    lettertypen = zicht.taal.lettertypen
    palet = Palet(vorm.kleur, zicht.beelden, is_donker=vorm.kleuren.soort != "licht")
    return Bordvlak(
        plaat, palet, vorm, lambda factor: fonts.taal_font(lettertypen, vorm.punten(BORD_PUNTEN * factor))
    )

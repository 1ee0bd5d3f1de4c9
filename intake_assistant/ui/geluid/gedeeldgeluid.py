"""What is heard of the shared side: what is in sight there, by a touch on the ear or by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from intake_assistant.operations.geluid.klanken import Klanken
from intake_assistant.operations.words.gedeeld import LUISTER
from intake_assistant.ui.gedeeld.gedeeld import Gedeeld, Zicht
from intake_assistant.ui.geluid.speler import Speler

if TYPE_CHECKING:
    from intake_assistant.ui.window.preferences import Voorkeuren


class Gedeeldgeluid(QObject):
    """Silent as soon as something else comes into sight, or nothing may be seen."""

    mislukt = Signal(object)
    """A KnownError: there is no loudspeaker."""

    def __init__(self, gedeeld: Gedeeld, klanken: Klanken, voorkeuren: Voorkeuren) -> None:
        super().__init__(gedeeld)
        self._gedeeld, self._klanken, self._voorkeuren = gedeeld, klanken, voorkeuren
        self.speler = Speler(self)
        self.speler.mislukt.connect(self.mislukt)
        self._was = _wat(gedeeld.zicht)
        gedeeld.gewijzigd.connect(self._follow)
        gedeeld.aangeraakt.connect(self._hear)
        gedeeld.stilte.connect(self.speler.stop)

    def _follow(self) -> None:
        zicht = self._gedeeld.zicht
        was, self._was = self._was, _wat(zicht)
        if was == self._was:
            return
        self.speler.stop()
        if self._voorkeuren.keuzes.gedeeld_leest_voor:
            self.read()

    def _hear(self, code: str) -> None:
        if code == LUISTER and self.speler.is_on:
            self.speler.stop()
        elif code == LUISTER:
            self.read()

    def read(self) -> None:
        """Say what is in sight."""
        zicht = self._gedeeld.zicht
        self.speler.play(self._klanken.files(zicht.taal.code, zicht.blad.te_horen))


def _wat(zicht: Zicht) -> tuple[str, object]:
    return zicht.taal.code, zicht.blad.te_horen

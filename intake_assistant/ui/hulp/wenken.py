"""A hint at the moment it matters: three of them, each once, for who just made the first vault here."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject

from intake_assistant.errors import KnownError
from intake_assistant.texts import text
from intake_assistant.ui.window.banner import Banner
from intake_assistant.ui.window.preferences import Voorkeuren


class Wenken(QObject):
    """Tells them in the banner: over our own half only, moving nothing and taking no keyboard."""

    def __init__(self, voorkeuren: Voorkeuren, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._voorkeuren = voorkeuren
        self._banner = banner
        self._shown = ""

    def show(self, naam: str) -> None:
        """Tell this hint when it was not told yet; the one before it goes, its moment has passed."""
        if self._shown and self._banner.tekst.text() == self._shown:
            self._banner.hide()
        self._shown = ""
        nog = self._voorkeuren.keuzes.wenken
        # Anything else that is told there comes first; the hint waits for the next time.
        if naam not in nog or not self._banner.isHidden():
            return
        with suppress(KnownError):
            # On a disk that is full it is told once more at the next start.
            self._voorkeuren.keep(wenken=tuple(one for one in nog if one != naam))
        self._shown = text(f"venster.wenk.{naam}")
        self._banner.show_message(self._shown, "wenk")

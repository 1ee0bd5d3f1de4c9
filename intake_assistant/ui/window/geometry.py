"""Size and place of the window: as it was left, and never larger than the screen it opens on."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

from intake_assistant.errors import KnownError
from intake_assistant.ui.window.preferences import Voorkeuren

WENS, MINST = QSize(1366, 768), QSize(960, 600)
# What a title bar and edges take, which no platform tells before the window is shown.
RAND = QSize(16, 40)


def restore(venster: QWidget, voorkeuren: Voorkeuren) -> None:
    """Give the window its size and place of last time; the first time it takes what the screen offers."""
    kept = voorkeuren.keuzes.venster
    _fit(venster)
    # Qt moves what lies outside every screen of now, and makes smaller what is larger than its screen.
    if kept and venster.restoreGeometry(QByteArray.fromBase64(kept.encode())):
        # It may have come to another screen.
        _fit(venster)
        return
    ruimte = venster.screen().availableSize() - RAND
    if ruimte.width() < WENS.width() or ruimte.height() < WENS.height():
        venster.showMaximized()


def keep(venster: QWidget, voorkeuren: Voorkeuren) -> None:
    """Keep size, place and whether it fills the screen."""
    # Not worth a question to who closes: the next window opens as the first did.
    with suppress(KnownError):
        voorkeuren.keep(venster=bytes(venster.saveGeometry().toBase64().data()).decode())


def _fit(venster: QWidget) -> None:
    """A least size that a small screen has no room for would push the lowest line off it."""
    ruimte = venster.screen().availableSize() - RAND
    venster.setMinimumSize(MINST.boundedTo(ruimte))
    if not venster.isMaximized():
        venster.resize(venster.size().boundedTo(ruimte))

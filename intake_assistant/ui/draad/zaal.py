"""The tray and the page that is filled from it, in one window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from intake_assistant.ui.draad.bakje import Bakje
from intake_assistant.ui.kit.parts import kolom, rij
from intake_assistant.ui.kit.theme import px

_BAKJE: Final = 272
_RUIM, _KRAP = 1024, 760
"""From the one on three columns have room beside the tray; narrower than the other one column has none."""
_LAAG: Final = 640
"""Lower than this a tray above the page would leave nearly nothing of it."""
_RAND: Final = 24
_HOOGST, _DEEL = 272, 2 / 5
_ENDLESS: Final = 16777215


class Bakjezaal(QWidget):
    """The tray beside the page, or above it where the page would have no room."""

    def __init__(self, bakje: Bakje, vlak: QWidget) -> None:
        super().__init__()
        self._naast_elkaar = rij(self, tussen=0)
        self._houder = QWidget()
        self._rand = kolom(self._houder, tussen=0)
        self._rand.addWidget(bakje)
        self._naast_elkaar.addWidget(self._houder)
        self._naast_elkaar.addWidget(vlak, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other or above."""
        super().resizeEvent(event)
        naast, rand = _is_beside(self.size()), px(_RAND)
        self._naast_elkaar.setDirection(
            QBoxLayout.Direction.LeftToRight if naast else QBoxLayout.Direction.TopToBottom
        )
        self._rand.setContentsMargins(rand, rand, 0 if naast else rand, rand if naast else 0)
        hoog = min(px(_HOOGST), int(self.height() * _DEEL))
        self._houder.setMaximumSize(px(_BAKJE) if naast else _ENDLESS, _ENDLESS if naast else hoog)


def page_width(size: QSize) -> int:
    """How wide the page is in a room of this size."""
    return size.width() - px(_BAKJE) if _is_beside(size) else size.width()


def _is_beside(size: QSize) -> bool:
    return size.width() >= px(_RUIM) or (size.width() >= px(_KRAP) and size.height() < px(_LAAG))

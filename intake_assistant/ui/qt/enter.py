"""Enter in a field goes on to the next one, and from the last one does what the page is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def enter_goes_on(velden: Sequence[QWidget], klaar: Callable[[], object]) -> None:
    """Through these fields in this order; a field of more lines keeps Enter for itself."""
    for nummer, veld in enumerate(velden):
        volgende = velden[nummer + 1].setFocus if nummer + 1 < len(velden) else klaar
        regel = veld.lineEdit() if isinstance(veld, QComboBox) else veld
        if isinstance(regel, QLineEdit):
            regel.returnPressed.connect(partial(_go, volgende))
        else:
            veld.installEventFilter(_Doorgaan(veld, volgende))


def _go(volgende: Callable[[], object]) -> None:
    volgende()


class _Doorgaan(QObject):
    """A list to choose from tells nobody of Enter."""

    def __init__(self, veld: QWidget, volgende: Callable[[], object]) -> None:
        super().__init__(veld)
        self._volgende = volgende

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on by Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER:
            self._volgende()
            return True
        return False

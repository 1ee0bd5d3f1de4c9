"""Enter goes on to the next field, and from the last one does what the page is for; Ctrl+Enter at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from intake_assistant.ui.kit.parts import zweeftekst

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL_ENTER = ("Ctrl+Return", "Ctrl+Enter")
_VORIGE = "ctrl_enter"
"""The property of a window that holds when it was last pressed, and what that did."""


def enter_goes_on(velden: Sequence[QWidget], klaar: Callable[[], object]) -> None:
    """Through these fields in this order; a field of more lines keeps Enter for itself."""
    for nummer, veld in enumerate(velden):
        volgende = velden[nummer + 1].setFocus if nummer + 1 < len(velden) else klaar
        regel = veld.lineEdit() if isinstance(veld, QComboBox) else veld
        if isinstance(regel, QLineEdit):
            regel.returnPressed.connect(partial(_go, volgende))
        else:
            veld.installEventFilter(_Doorgaan(veld, volgende))


def ctrl_enter_does(knop: QAbstractButton, page: QWidget) -> None:
    """Ctrl and Enter anywhere on a page do what its one clear button does, when that can be pressed."""
    for toets in _CTRL_ENTER:
        sneltoets = QShortcut(QKeySequence(toets), page)
        sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        sneltoets.setAutoRepeat(False)
        sneltoets.activated.connect(partial(_press, knop))
    knop.setToolTip(zweeftekst(f"{knop.accessibleName()} (Ctrl+Enter)"))


def _press(knop: QAbstractButton) -> None:
    if knop.isVisible() and knop.isEnabled() and not _is_second(knop):
        # What is being typed is of the field until the keyboard leaves it.
        knop.setFocus()
        knop.click()


def _is_second(knop: QAbstractButton) -> bool:
    """Whether who pressed twice would do what the next page is for, unseen."""
    venster, nu = knop.window(), time.monotonic()
    toen, ander = venster.property(_VORIGE) or (-1.0, knop.objectName())
    venster.setProperty(_VORIGE, (nu, knop.objectName()))
    return ander != knop.objectName() and (nu - toen) * 1000 < QApplication.doubleClickInterval()


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

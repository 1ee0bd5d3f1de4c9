"""What tests of locking share: the real dialogs, an act within one, and what must hold afterwards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.window import Venster
from tests import patience


def go(venster: Venster, naam: str, **arguments: str) -> QWidget:
    """Go to a screen and let it draw."""
    assert venster.werkblad is not None
    venster.werkblad.go(naam, arguments)
    QApplication.processEvents()
    return venster.werkblad.scherm


def when(shown: Callable[[], QWidget | None], act: Callable[[QWidget], object]) -> None:
    """Act as soon as something is shown, also while a dialog keeps the caller waiting."""
    timer = QTimer(QApplication.instance(), interval=10)

    def look() -> None:
        widget = shown()
        if widget is not None:
            timer.stop()
            timer.deleteLater()
            act(widget)

    timer.timeout.connect(look)
    timer.start()


def a_dialog(kind: type[QWidget]) -> Callable[[], QWidget | None]:
    """Look for a dialog of a kind that waits for an answer."""

    def look() -> QWidget | None:
        widget = QApplication.activeModalWidget()
        return widget if isinstance(widget, kind) else None

    return look


def assert_locked(venster: Venster) -> None:
    """Nothing but the page to unlock is left, once all has come to rest."""
    assert venster.werkblad is None
    assert venster.stack.currentWidget() is venster.ontgrendelen
    assert venster.guards.dek.isHidden()
    others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not venster]
    assert not others
    QThreadPool.globalInstance().waitForDone(patience.MS)
    QTest.qWait(60)
    assert not messages.is_asking()
    left = [w.objectName() for w in venster.findChildren(QWidget) if w.objectName().startswith("scherm_")]
    assert not left, "a screen is kept in memory"

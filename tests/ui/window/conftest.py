"""What of the window shows itself beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Wachter(QObject):
    """Remembers every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.getoond: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.getoond.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def getoond(qapp: QApplication) -> Iterator[list[str]]:
    """What was shown as a window: a part that is shown before it lies in its place is one."""
    wachter = Wachter()
    qapp.installEventFilter(wachter)
    yield wachter.getoond
    qapp.removeEventFilter(wachter)

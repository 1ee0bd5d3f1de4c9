"""The wheel scrolls what lies behind a field; it never changes what a field says in passing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QScrollBar,
    QTabBar,
)

# By kind, for the whole program: a field that is made tomorrow is kept from the wheel as well.
_KEEPS: Final = (QComboBox, QAbstractSpinBox, QAbstractSlider, QCalendarWidget, QTabBar)


class Wielrem(QObject):
    """Stands before every widget of the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the wheel back from a field; what is ignored, Qt brings to the widget around it."""
        if event.type() is not QEvent.Type.Wheel:
            return False
        if not isinstance(watched, _KEEPS) or isinstance(watched, QScrollBar):
            return False
        event.ignore()
        return True

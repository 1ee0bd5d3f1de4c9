"""The wheel scrolls what lies behind a field; in passing it changes nothing, and takes no keyboard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QScrollBar,
    QTabBar,
    QWidget,
)

# By kind, for the whole program: a field that is made tomorrow is kept from the wheel as well.
_KEEPS: Final = (QComboBox, QAbstractSpinBox, QAbstractSlider, QCalendarWidget, QTabBar)


class Wielrem(QObject):
    """Stands before every widget of the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the wheel back from a field; what is ignored, Qt brings to the widget around it."""
        # Of everything that happens in the program nearly nothing is one of these two.
        kind = event.type()
        if kind is QEvent.Type.Wheel and isinstance(watched, _KEEPS) and not isinstance(watched, QScrollBar):
            event.ignore()
            return True
        if kind is QEvent.Type.Polish and isinstance(watched, QWidget):
            _keep_focus(watched)
        return False


def _keep_focus(field: QWidget) -> None:
    # Before any filter sees a wheel, Qt has given the keyboard to a field that asks for it by the wheel.
    if field.focusPolicy() is Qt.FocusPolicy.WheelFocus:
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

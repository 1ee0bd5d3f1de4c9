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


KINDS: Final = (QEvent.Type.Wheel, QEvent.Type.Polish)


def held_back(watched: QObject, event: QEvent) -> bool:
    """Hold the wheel back from a field; what is ignored, Qt brings to the widget around it."""
    if event.type() is QEvent.Type.Polish:
        if isinstance(watched, QWidget):
            _keep_focus(watched)
        return False
    if not isinstance(watched, _KEEPS) or isinstance(watched, QScrollBar):
        return False
    event.ignore()
    return True


def _keep_focus(field: QWidget) -> None:
    # Before any filter sees a wheel, Qt has given the keyboard to a field that asks for it by the wheel.
    if field.focusPolicy() is Qt.FocusPolicy.WheelFocus:
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

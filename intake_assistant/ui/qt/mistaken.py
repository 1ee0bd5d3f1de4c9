"""Alt and a letter that leads nowhere types nothing: a mistaken key puts no letter in an answer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QOperatingSystemVersion, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

KINDS: Final = (QEvent.Type.KeyPress,)
_ALT: Final = Qt.KeyboardModifier.AltModifier
_ALONE: Final = (_ALT, _ALT | Qt.KeyboardModifier.ShiftModifier)


def held_back(watched: QObject, event: QEvent) -> bool:
    """Whether a field would take as a letter what was meant as a key; what has a meaning never comes here."""
    if not isinstance(event, QKeyEvent) or not isinstance(watched, QLineEdit | QTextEdit | QPlainTextEdit):
        return False
    # There Alt is the Option key, with which one types é and ü.
    is_mac = QOperatingSystemVersion.currentType() == QOperatingSystemVersion.OSType.MacOS
    return not is_mac and event.modifiers() in _ALONE and event.text().isprintable() and event.text() != ""

"""Ctrl+Z and its way back: first what was typed in a line, then what was recorded of the question."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QTextEdit

# What people know from elsewhere; Qt takes on each system but one of the two.
OPNIEUW = ("Ctrl+Shift+Z", "Ctrl+Y")
_CTRL_Y = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)


def take_redo(watched: QObject, event: QEvent) -> bool:
    """Have a line redo what was typed in it, and give way when there is nothing; True when dealt with."""
    if not isinstance(event, QKeyEvent) or not isinstance(watched, QLineEdit | QTextEdit):
        return False
    if not (event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() == _CTRL_Y):
        return False
    can = (
        watched.isRedoAvailable() if isinstance(watched, QLineEdit) else watched.document().isRedoAvailable()
    )
    event.setAccepted(can)
    if can and event.type() == QEvent.Type.KeyPress:
        watched.redo()
    return True


def give_way(watched: QObject, event: QEvent) -> bool:
    """The same, and for Ctrl+Z: a line with nothing typed in it would claim that key for itself."""
    if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
        if isinstance(watched, QLineEdit) and not watched.isUndoAvailable():
            event.ignore()
            return True
        return False
    return take_redo(watched, event)

"""What a screen reader is told beside what has the keyboard."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, tekst: str) -> None:
    """Have a screen reader say it."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, tekst))

"""The seam to the computer: it tells that somebody leaves, and keeps the screen out of recordings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Systeemwacht(QObject):
    """Of a computer that tells nothing and can hide nothing; each platform says what it knows more."""

    leaving = Signal(str)
    """The session is locked, the computer goes to sleep, another user comes: the reason in one word."""

    clipboard_marks: ClassVar[Mapping[str, bytes]] = {}
    """Formats beside what is copied, by which a keeper of clipboard history passes it over."""

    def __init__(self, venster: QWidget) -> None:
        super().__init__(venster)

    @property
    def hears_sleep(self) -> bool:
        """Whether the computer says that it goes to sleep before it does."""
        return False

    def hold(self, on: bool) -> None:
        """While a vault is open, ask the computer to wait with sleeping until it was locked."""

    def exclude_capture(self, on: bool) -> None:
        """Keep every window of the program out of screenshots and shared screens, or no longer."""

"""When what is typed is kept: within a second of the first key, however one types on (design 2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

BEWAAR_NA_MS: Final = 400


class Bewaarklok(QTimer):
    """The only clock of whatever keeps; told at each key."""

    bewaar = Signal()
    """It is time."""

    def __init__(self, parent: QObject, keep: Callable[[], object]) -> None:
        super().__init__(parent, singleShot=True, interval=BEWAAR_NA_MS)
        self.bewaar.connect(keep)
        self.timeout.connect(self.bewaar)

    def typed(self) -> None:
        """Something was typed. The next key does not put it off: who never pauses is kept too."""
        if not self.isActive():
            self.start()

    def flush(self) -> None:
        """Keep at once what was typed since."""
        if self.isActive():
            self.stop()
            self.bewaar.emit()

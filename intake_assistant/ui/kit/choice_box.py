"""A box of choices that a screen reader calls by its name."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """On Linux Qt gives readers its value for a name; what it is called is read as its description there."""

    def setAccessibleName(self, name: str) -> None:
        """Call it so."""
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)
        if sys.platform == "linux":
            self.setAccessibleDescription(name)

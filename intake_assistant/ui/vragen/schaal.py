"""A scale, as 1 to 5: one button a number, and the digit presses it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.formulier import Vraag
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.vragen.knoppen import Knoppen


class Schaalvraag(Editor):
    """`range`."""

    def __init__(self, vraag: Vraag) -> None:
        super().__init__()
        stappen = [str(stap) for stap in vraag.stappen]
        self._knoppen = Knoppen([(stap, stap, stap) for stap in stappen], len(stappen), een=True)
        self._knoppen.gekozen.connect(self.gekozen)
        self._knoppen.terug.connect(self.terug)
        self.vak.addWidget(self._knoppen)

    def show_waarde(self, waarde: object) -> None:
        """Show a number of the scale."""
        self._knoppen.set_codes([] if waarde is None else [str(waarde)])

    def waarde(self) -> object:
        """Return the number."""
        return next((int(code) for code in self._knoppen.codes()), None)

    def invoer(self) -> QWidget | None:
        """Return the chosen number, else the first."""
        return self._knoppen.eerste()

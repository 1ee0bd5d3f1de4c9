"""One typed line: what number and date have in common. What is no number or date is kept as it was typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from intake_assistant.domain.formulier import Vraag
from intake_assistant.ui.kit.parts import rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.vragen.basis import Antwoordveld


class RegelVeld(Antwoordveld):
    """One line; a kind of question says how a line is read and shown."""

    breedte = 160

    def __init__(self, vraag: Vraag) -> None:
        super().__init__(vraag)
        self.regel = QLineEdit()
        self.regel.setFixedWidth(px(self.breedte))
        self.regel.textEdited.connect(lambda _: self.getypt.emit())
        self.watch(self.regel)
        self.rij = rij()
        self.rij.addWidget(self.regel)
        self.rij.addStretch(1)
        self.vak.addLayout(self.rij)

    def to_regel(self, waarde: object) -> str:
        """Return a value as it is typed."""
        return str(waarde)

    def from_regel(self, getypt: str) -> object:
        """Return the value of what was typed."""
        return getypt

    def show_waarde(self, waarde: object) -> None:
        """Show a value; what is being typed and means the same is left alone."""
        if waarde is None:
            self.regel.clear()
        elif self.waarde() != waarde:
            self.regel.setText(self.to_regel(waarde))

    def waarde(self) -> object:
        """Return the value of the line, None when it is empty."""
        getypt = self.regel.text().strip()
        return self.from_regel(getypt) if getypt else None

    def invoer(self) -> QWidget | None:
        """Return the line."""
        return self.regel

    def cursor_plek(self) -> int:
        """Return where the cursor stands."""
        return self.regel.cursorPosition()

    def set_cursor(self, plek: int) -> None:
        """Put the cursor back."""
        self.regel.setCursorPosition(plek)

    def can_undo(self) -> bool:
        """Say whether something typed can be taken back."""
        return self.regel.isUndoAvailable()

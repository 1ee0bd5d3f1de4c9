"""That the recovery key may be on no paper yet, on the first screen, with the way to a new sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from intake_assistant.operations.vault.sleutels import is_sheet_unchecked
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld
from intake_assistant.ui.kit.parts import knop, label, rij
from intake_assistant.ui.window.context import Context


class Herstelbladregel(QFrame):
    """Hidden as long as all is well."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("herstelblad_regel")
        self.setProperty("rol", "waarschuwing")
        self._context = context
        row = rij(self, tussen=8)
        row.addWidget(beeld("let_op", "let_op", midden=True))
        row.addWidget(label(text("instellingen.sleutels.niet_nagekeken"), wrap=True), 1)
        nieuw = text("instellingen.sleutels.nieuw_blad")
        row.addWidget(knop(nieuw, "naar_herstelblad", self._go, "stil"))
        self.hide()

    def refresh(self) -> None:
        """Show it, or not."""
        self.setVisible(is_sheet_unchecked(self._context.work))

    def _go(self) -> None:
        self._context.navigate.emit("instellingen", {"deel": "kluis"})

"""When nobody interprets: how one understands each other, as a fact of the conversation."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.recht.tussen.tolk import ZONDER_TOLK
from intake_assistant.texts import text
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.kit.parts import kolom, label, with_label


class Zondertolk(QWidget):
    """One choice, with what to beware of."""

    def __init__(self) -> None:
        super().__init__()
        woorden = [(code, text(f"dossier.code.zonder_tolk.{code}")) for code in ZONDER_TOLK]
        self.keuze = ChoiceEditor(woorden, text("gesprek.voorbereiden.aanwezig.niet_gezegd"))
        name_field(self.keuze, "zonder_tolk", text("gesprek.tolk.zonder"))
        self.let_op = label("", "waarschuwing", wrap=True, naam="zonder_tolk_let_op")
        woord = label(text("gesprek.tolk.zonder"), "zacht", wrap=True)
        woord.setBuddy(self.keuze)
        box = kolom(self, tussen=2)
        for wat in (woord, self.keuze, self.let_op):
            box.addWidget(wat)
        self.keuze.gekozen.connect(self._show_let_op)
        self._show_let_op()

    def show_waarde(self, waarde: str) -> None:
        """Show what was chosen."""
        self.keuze.show_waarde(waarde)
        self._show_let_op()

    def velden(self) -> dict[str, str]:
        """The field of the conversation; nothing when nothing was said."""
        waarde = str(self.keuze.waarde() or "")
        return {"zonder_tolk": waarde} if waarde else {}

    def _show_let_op(self) -> None:
        code = self.keuze.waarde()
        is_zorg = code in ("vertaalapp", "slecht")
        with_label(self.let_op, text(f"gesprek.tolk.zonder_let_op.{code}") if is_zorg else "")

"""A private note: kept from partners, not from the person; closed until asked for, since screens are seen."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from intake_assistant.texts import text
from intake_assistant.ui.fields.text import TextEditor
from intake_assistant.ui.kit.parts import knop, kolom, label, zweeftekst
from intake_assistant.ui.vragen.voering import Gespreksvoering

NOTITIE: Final = "Ctrl+T"


class NoteField(QWidget):
    """The note on one question, or on the conversation; its button stands where the page wants it."""

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self._voering = voering
        self._subject = ""
        self.knop = knop("", "notitie_knop", self.toggle, "stil")
        self._editor = TextEditor(2)
        self.vak = self._editor.tekst
        self.vak.setObjectName("notitie")
        self._editor.getypt.connect(self._typed)
        self._editor.verlaten.connect(self.leave)
        self._regel = label(text("gesprek.notitie.wie"), "klein", wrap=True, naam="notitie_wie")
        box = kolom(self, tussen=2)
        box.addWidget(self._editor)
        box.addWidget(self._regel)
        self._show_open(False)

    def show_note(self, subject: str) -> None:
        """Show the note on a question or on a conversation; closed."""
        if subject == self._subject:
            return
        self.leave()
        self._subject = subject
        self._editor.show_waarde(None)
        self._voering.show_in(self._editor, self._subject, self._voering.value(self._subject).get("waarde"))
        self.vak.setAccessibleName(text("gesprek.notitie"))
        self._show_open(False)

    def toggle(self) -> None:
        """Open and type, or close."""
        if self.vak.isVisible():
            self.leave()
            self._show_open(False)
        else:
            self.open()

    def open(self) -> None:
        """Open and type."""
        self._show_open(True)
        self.vak.setFocus()

    def leave(self) -> None:
        """Record what was typed."""
        if self._subject:
            self._voering.left(self._subject)
            self._show_knop()

    def _typed(self) -> None:
        value = {"waarde": self.vak.toPlainText()}
        self._voering.typed(self._subject, value, self._editor.cursor_plek())

    def _show_open(self, shown: bool) -> None:
        self.setVisible(shown)
        self.vak.setVisible(shown)
        self._regel.setVisible(shown)
        self._show_knop()

    def _show_knop(self) -> None:
        er_is = bool(self.vak.toPlainText().strip())
        sleutel = "sluiten" if self.vak.isVisibleTo(self) else "lezen" if er_is else "maken"
        self.knop.setText(text(f"gesprek.notitie.{sleutel}.kort"))
        woorden = text(f"gesprek.notitie.{sleutel}")
        self.knop.setAccessibleName(woorden)
        self.knop.setToolTip(zweeftekst(f"{woorden} ({NOTITIE})"))

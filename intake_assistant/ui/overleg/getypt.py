"""What is typed on the screen of overleg and not said yet: kept through a lock and a crash."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.editor import Editor, name_field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.text import TextEditor
from intake_assistant.ui.window.context import Context


class Getypt(QWidget):
    """Gives fields that outlive their card: a card that is drawn anew shows what was being typed."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._typed: dict[str, str] = {}
        self._draft = Draft(Keeper(context, self), lambda: dict(self._typed), self)

    def begin(self, naam: str) -> None:
        """Take up what stood on the page of this name."""
        self._typed = {veld: str(tekst) for veld, tekst in self._draft.begin(naam).items()}

    def field(self, naam: str, voor: str, regels: int = 2) -> TextEditor:
        """A field of this name for a text, with the words that a screen reader says."""
        made = TextEditor(regels)
        name_field(made, naam, voor)
        self.follow(naam, made)
        return made

    def follow(self, naam: str, veld: Editor) -> None:
        """Show in a field what was being typed there, and keep what is typed on."""
        veld.show_waarde(self._typed.get(naam, ""))
        veld.getypt.connect(lambda: self._note(naam, str(veld.waarde() or "")))

    def said(self, naam: str) -> str:
        """What stands in a field now."""
        return self._typed.get(naam, "")

    def done(self, *namen: str) -> None:
        """What stood in these fields was said."""
        for naam in namen:
            self._note(naam, "")
        self.keep()

    def keep(self) -> None:
        """Keep at once what was typed."""
        self._draft.keep()

    def _note(self, naam: str, tekst: str) -> None:
        self._typed.pop(naam, None)
        if tekst:
            self._typed[naam] = tekst
        self._draft.touched()

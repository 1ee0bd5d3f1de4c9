"""Who takes over or stands in: a colleague whose card is known, or a name that is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from intake_assistant.domain.overleg.overdracht import Collega
from intake_assistant.operations.views.overleg.collega import collegas
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import Editor, name_field
from intake_assistant.ui.kit.parts import ChoiceBox


class Collegakiezer(Editor):
    """A list in which one can type."""

    def __init__(self, work: Workspace, naam: str, voor: str) -> None:
        super().__init__()
        self._known = {collega.naam: collega for collega in collegas(work)}
        self.keuze = ChoiceBox()
        self.keuze.setEditable(True)
        self.keuze.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.keuze.addItems(["", *self._known])
        self.setFocusProxy(self.keuze)
        self.vak.addWidget(self.keuze)
        name_field(self, naam, voor)
        self.keuze.activated.connect(lambda _: self.getypt.emit())
        if (regel := self.keuze.lineEdit()) is not None:
            regel.setPlaceholderText(text("overleg.kies_collega"))
            regel.textEdited.connect(lambda _: self.getypt.emit())

    def show_waarde(self, waarde: object) -> None:
        """Show a name."""
        self.keuze.setCurrentText(str(waarde or ""))

    def waarde(self) -> object:
        """Return the name that stands here, None when there is none."""
        return self.keuze.currentText().strip() or None

    def invoer(self) -> QWidget | None:
        """Return the list."""
        return self.keuze

    def collega(self) -> Collega:
        """The colleague whose name stands here."""
        naam = str(self.waarde() or "")
        return self._known.get(naam, Collega(naam))

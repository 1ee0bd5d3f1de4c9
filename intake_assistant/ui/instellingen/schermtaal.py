"""In which language this user reads the screen: Dutch, or one whose folder says that it serves the staff."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake_assistant.errors import KnownError
from intake_assistant.texts import SOURCE, staftalen, text
from intake_assistant.ui.kit.parts import ChoiceBox, kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context


class Schermtaal(QWidget):
    """The choice, kept at once; the screen speaks it from the next start on."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.keuze = ChoiceBox()
        self.keuze.setObjectName("schermtaal")
        self.keuze.setAccessibleName(text("instellingen.schermtaal_kop"))
        self.keuze.setMaximumWidth(px(240))
        for taal in staftalen():
            self.keuze.addItem(taal.naam, taal.code)
        gekozen = context.voorkeuren.keuzes.taal or SOURCE
        self.keuze.setCurrentIndex(max(self.keuze.findData(gekozen), self.keuze.findData(SOURCE)))
        self.keuze.activated.connect(lambda _: self._keep())
        box = kolom(self, tussen=12)
        box.addWidget(self.keuze)
        box.addWidget(label(text("instellingen.schermtaal_uitleg"), "klein", wrap=True))

    def _keep(self) -> None:
        try:
            self._context.voorkeuren.keep(taal=self.keuze.currentData())
        except KnownError as error:
            self._context.failed.emit(error)

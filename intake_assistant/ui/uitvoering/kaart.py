"""The sociale kaart: to whom one can refer, from and to Excel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.operations.acts.instelling import keep_kaart
from intake_assistant.operations.socialekaart.groepen import groepslessen_of
from intake_assistant.operations.socialekaart.kaart import kaart_file, organisaties_of, read_kaart
from intake_assistant.texts import text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context


class SocialeKaart(QWidget):
    """How many there are, the way in from Excel and out to it."""

    gelezen = Signal()
    """Another one was read."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        made = kaart(naam="kaart_sociaal")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("uitvoering.kaart.kop"), "kop2"))
        box.addWidget(label(text("uitvoering.kaart.uitleg"), "zacht", wrap=True))
        self._stand = label("", wrap=True, naam="kaart_stand")
        box.addWidget(self._stand)
        row = Vloei()
        row.addWidget(knop(text("uitvoering.kaart.lees"), "kaart_lees", self._read))
        row.addWidget(knop(text("uitvoering.kaart.bewaar"), "kaart_bewaar", self._write))
        box.addLayout(row)
        kolom(self).addWidget(made)

    def show_now(self) -> None:
        """Say how many are known."""
        aantal = len(organisaties_of(self.context.work))
        stand = text("uitvoering.kaart.stand", aantal=aantal)
        if groepen := len(groepslessen_of(self.context.work)):
            stand = f"{stand} {text('uitvoering.kaart.stand_groepen', aantal=groepen)}"
        self._stand.setText(stand)

    def _read(self) -> None:
        home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        path = messages.choose_file(
            self, "open", text("uitvoering.kaart.lees"), home, text("uitvoering.kaart.filter")
        )
        if path is None:
            return
        work = self.context.work
        if self.context.act(lambda: keep_kaart(work, *read_kaart(work, path))) is not None:
            self.show_now()
            self.gelezen.emit()

    def _write(self) -> None:
        work = self.context.work
        uit = destination.Uitgaand(
            text("uitvoering.kaart.bewaar"),
            text("uitvoering.kaart.bestand"),
            text("uitvoering.kaart.filter"),
            "kaart xlsx",
        )
        destination.keep(self.context, self, uit, lambda: kaart_file(work))

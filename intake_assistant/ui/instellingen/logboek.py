"""The log as the FG reads it: who did what with which dossier; by dossier and period, and to a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLineEdit, QWidget

from intake_assistant.dates import read_date, read_typed
from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault import logboek
from intake_assistant.operations.vault.logboek import FORMATEN, Formaat, Logregel, Logzeef
from intake_assistant.texts import text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import ChoiceBox, knop, kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.words.moments import moment_in_words

KOLOMMEN: Final = ("wanneer", "wat", "dossier", "wie")
MEEST: Final = 500


class Logboek(QWidget):
    """Filters, the table, and two buttons that write it to a file."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.model = Woordrijen([text(f"instellingen.logboek.kolom_{naam}") for naam in KOLOMMEN], zacht=())
        self._namen: dict[str, str] = {}
        self.dossier = ChoiceBox()
        self.dossier.setObjectName("logboek_dossier")
        self.dossier.setAccessibleName(text("instellingen.logboek.welk_dossier"))
        self.dossier.setMinimumContentsLength(30)
        self.dossier.activated.connect(lambda _: self.refresh())
        self.van, self.tot = self._day("van"), self._day("tot_en_met")
        self.stand = label("", "zacht", wrap=True, naam="logboek_aantal")
        self.tabel = Woordtabel(
            self.model, "logboek_tabel", text("instellingen.logboek.kop"), (208, 0, 168, 120), lambda: None
        )
        inhoud = QWidget()
        # In a low window it moves as a whole; the table keeps room for some lines.
        kolom(self, tussen=0).addWidget(schuifvlak(inhoud))
        box = kolom(inhoud, tussen=12)
        box.addWidget(label(text("instellingen.logboek.uitleg"), "zacht", wrap=True))
        box.addWidget(self._filters())
        box.addWidget(self.stand)
        box.addWidget(self.tabel, 1)
        row = Vloei()
        for formaat in FORMATEN:
            row.addWidget(self._button(formaat))
        box.addLayout(row)
        box.addWidget(label(text("instellingen.logboek.bewaar_uitleg"), "klein", wrap=True))

    def _day(self, naam: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(f"logboek_{naam}")
        made.setAccessibleName(text(f"instellingen.logboek.{naam}"))
        made.setPlaceholderText(text("instellingen.logboek.datum_hulp"))
        made.setFixedWidth(px(128))
        made.editingFinished.connect(self.refresh)
        return made

    def _filters(self) -> QWidget:
        made = QWidget()
        row = Vloei(made)
        for naam, field in (("welk_dossier", self.dossier), ("van", self.van), ("tot_en_met", self.tot)):
            veld = QWidget()
            part = kolom(veld, tussen=4)
            above = label(text(f"instellingen.logboek.{naam}"), "veldnaam")
            above.setBuddy(field)
            part.addWidget(above)
            part.addWidget(field)
            row.addWidget(veld)
        return made

    def _button(self, formaat: Formaat) -> QWidget:
        return knop(
            text(f"instellingen.logboek.bewaar_{formaat}"), f"logboek_{formaat}", lambda: self.export(formaat)
        )

    # -- reading ---------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the log as it is now, and note that it was looked at."""
        self._namen = {line.dossier: line.naam for line in self.context.lines()}
        chosen = self.dossier.currentData()
        self.dossier.clear()
        self.dossier.addItem(text("instellingen.logboek.alle"), "")
        for dossier, naam in self._namen.items():
            self.dossier.addItem(op_scherm(naam), dossier)
        self.dossier.setCurrentIndex(max(self.dossier.findData(chosen), 0))
        self.refresh()
        try:
            logboek.note_reading(self.context.work)
        except KnownError as error:
            self.context.failed.emit(error)

    @property
    def zeef(self) -> Logzeef:
        """What is wanted now."""
        van, tot = (read_date(read_typed(field.text())) for field in (self.van, self.tot))
        return Logzeef(str(self.dossier.currentData() or ""), van, tot)

    def refresh(self) -> None:
        """Show what is wanted, the newest of it when it is very much."""
        regels = logboek.read_logboek(self.context.work, self.zeef)
        self.model.show_all([self._words(regel) for regel in regels[:MEEST]])
        if len(regels) > MEEST:
            self.stand.setText(text("instellingen.logboek.eerste", eerste=MEEST, aantal=len(regels)))
        else:
            self.stand.setText(
                text("instellingen.logboek.aantal", aantal=len(regels))
                if regels
                else text("instellingen.logboek.leeg")
            )

    def _words(self, regel: Logregel) -> tuple[str, ...]:
        """When, what, which dossier by its name, which stays in the vault, and who."""
        weg = text("instellingen.logboek.weg")
        naam = self._namen.get(regel.dossier) if regel.dossier else ""
        if regel.is_of_vault and not regel.dossier:
            naam = text("instellingen.logboek.kluis")
        return moment_in_words(regel.moment), logboek.in_words(regel), naam or weg, regel.wie

    def export(self, formaat: Formaat) -> None:
        """Write what is wanted, all of it, where the user says."""
        work = self.context.work
        naam = text("instellingen.logboek.bestandsnaam", dag=work.clock.today().isoformat())
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        titel, filter = (
            text(f"instellingen.logboek.bewaar_{formaat}"),
            text(f"instellingen.logboek.filter_{formaat}"),
        )
        path = destination.ask(self.context, self, titel, Path(place) / f"{naam}.{formaat}", filter)
        if path is None:
            return
        try:
            logboek.export_logboek(work, path, formaat, self.zeef, overwrite=os.path.lexists(path))
        except KnownError as error:
            self.context.failed.emit(error)
            return
        self.context.saved.emit(text("instellingen.logboek.bewaard", bestand=str(path)), path.parent)
        self.refresh()

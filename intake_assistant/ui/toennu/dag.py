"""One of the two days: of a conversation that was held, today, or any other day that is typed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from intake_assistant.dates import in_words, read_date
from intake_assistant.operations.views.geschiedenis import gespreksnaam
from intake_assistant.operations.views.toennu.vergelijken import Gesprekskeuze
from intake_assistant.texts import text
from intake_assistant.ui.fields.line import DateEditor
from intake_assistant.ui.kit.parts import ChoiceBox, kolom, label

_ANDERS = ""


class Dagkeuze(QWidget):
    """A list of days, and a line for one that is not in it."""

    gekozen = Signal()

    def __init__(self, naam: str) -> None:
        super().__init__()
        kop = text(f"toennu.dag.{naam}")
        self.lijst, self.ander = ChoiceBox(), DateEditor()
        self.lijst.setObjectName(f"toennu_{naam}")
        self.lijst.setAccessibleName(kop)
        # A day of which the year is cut off is another day.
        self.lijst.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lijst.setMinimumContentsLength(23)
        self.ander.regel.setObjectName(f"toennu_{naam}_anders")
        self.ander.regel.setAccessibleName(text("toennu.dag.getypt", kop=kop))
        self.ander.regel.setPlaceholderText(text("gesprek.vragen.datum.voorbeeld"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        box = kolom(self, tussen=4)
        kopje = label(kop, "veldnaam")
        kopje.setBuddy(self.lijst)
        for part in (kopje, self.lijst, self.ander):
            box.addWidget(part)
        self.lijst.activated.connect(lambda _: self._turn())
        self.ander.verlaten.connect(self.gekozen)

    def offer(self, keuzes: Sequence[Gesprekskeuze], vandaag: datetime.date, dag: datetime.date) -> None:
        """Offer the conversations and today, with this day chosen."""
        self.lijst.clear()
        for keuze in keuzes:
            self.lijst.addItem(gespreksnaam(keuze.gesprek), keuze.tot.isoformat())
        self.lijst.addItem(text("toennu.dag.vandaag", datum=in_words(vandaag)), vandaag.isoformat())
        self.lijst.addItem(text("toennu.dag.anders"), _ANDERS)
        nummer = self.lijst.findData(dag.isoformat())
        self.lijst.setCurrentIndex(nummer if nummer >= 0 else self.lijst.count() - 1)
        self.ander.show_waarde("" if nummer >= 0 else dag.isoformat())
        self.ander.setVisible(nummer < 0)

    @property
    def dag(self) -> datetime.date | None:
        """The day that is chosen; None when what was typed is none."""
        return read_date(self.lijst.currentData() or self.ander.waarde())

    def _turn(self) -> None:
        is_anders = self.lijst.currentData() == _ANDERS
        self.ander.setVisible(is_anders)
        if is_anders:
            self.ander.regel.setFocus()
        else:
            self.gekozen.emit()

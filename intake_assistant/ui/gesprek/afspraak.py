"""The next appointment: a day to choose or to type, the hour and the place."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from intake_assistant.dates import as_typed, hour_as_typed, read_hour, weekday_in_short
from intake_assistant.domain.recht.gesprek import moment_of
from intake_assistant.operations.views.afronden.afspraak import (
    Afspraakoordeel,
    Afspraakvoorzet,
    judge_dag,
    judge_uur,
    propose_afspraak,
)
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.flag import Flag
from intake_assistant.ui.fields.line import DateEditor, LineEditor
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.vragen.voering import Gespreksvoering


class Afspraakvelden(QWidget):
    """Nothing stands in it beforehand: an appointment that nobody made must not be recorded."""

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self._voering = voering
        self._voorzet = Afspraakvoorzet((), "", "")
        self.dag = DateEditor(160, in_woorden=True, met_weekdag=True)
        self.uur, self.hoe = LineEditor(96), QLineEdit()
        self.regels: dict[str, QLineEdit] = {
            "afspraak": self.dag.regel,
            "uur": self.uur.regel,
            "hoe": self.hoe,
        }
        name_field(self.dag, "volgende_afspraak", text("gesprek.afronden.afspraak"))
        name_field(self.uur, "volgende_afspraak_uur", text("gesprek.afronden.afspraak.uur"))
        self.dag.regel.setObjectName("volgende_afspraak")
        self.uur.regel.setObjectName("volgende_afspraak_uur")
        self.uur.regel.setPlaceholderText(text("gesprek.afronden.afspraak.uur.voorbeeld"))
        self.hoe.setObjectName("volgende_afspraak_hoe")
        self.hoe.setAccessibleName(text("gesprek.afronden.afspraak.hoe"))
        self.hoe.setPlaceholderText(text("gesprek.afronden.afspraak.hoe.voorbeeld"))
        self._keuzes = Vloei()
        self._gebreken = (
            (Flag(self.dag.regel, lambda: self._judge_dag().zin), self.dag.regel, self._judge_dag),
            (Flag(self.uur.regel, lambda: self._judge_uur().zin), self.uur.regel, self._judge_uur),
        )
        self._build()

    def _build(self) -> None:
        box, grid = kolom(self, tussen=4), QGridLayout()
        box.addLayout(self._keuzes)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        for nummer, (sleutel, veld) in enumerate((("dag", self.dag), ("uur", self.uur), ("hoe", self.hoe))):
            woord = label(text(f"gesprek.afronden.afspraak.{sleutel}"))
            woord.setBuddy(veld)
            grid.addWidget(woord, 2 * nummer, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(veld, 2 * nummer, 1)
            if nummer < len(self._gebreken):
                grid.addWidget(self._gebreken[nummer][0], 2 * nummer + 1, 1)
        box.addLayout(grid)

    def show_afspraak(self) -> None:
        """Show what was recorded, and days to choose from."""
        v = self._voering
        gesprek = v.gesprek
        self.dag.show_waarde(gesprek.volgende_afspraak[:10] or None)
        self.uur.show_waarde(hour_as_typed(gesprek.afspraak_uur) or None)
        self.hoe.setText(gesprek.afspraak_hoe)
        self._voorzet = propose_afspraak(v.work, v.dossier, v.id)
        empty_layout(self._keuzes)
        for weken, dag in self._voorzet.dagen:
            woorden = text("gesprek.afspraak.over_weken", aantal=weken, dag=weekday_in_short(dag))
            self._keuzes.addWidget(
                knop(woorden, f"afspraak_over_{weken}", partial(self._choose, dag), "chip")
            )

    def _choose(self, dag: date) -> None:
        """The day, and hour and place as last time where nothing was filled in."""
        for regel, woorden in (
            (self.dag.regel, as_typed(dag)),
            (self.uur.regel, self.uur.regel.text() or hour_as_typed(self._voorzet.uur)),
            (self.hoe, self.hoe.text() or self._voorzet.hoe),
        ):
            regel.setText(woorden)
            regel.setModified(True)
            regel.textEdited.emit(woorden)
        for gebrek, _, _ in self._gebreken:
            gebrek.look()
        self.uur.regel.setFocus()

    def velden(self) -> dict[str, object]:
        """What is recorded; a place without a day is no appointment."""
        dag = str(self.dag.waarde() or "")
        moment = moment_of(dag, read_hour(self.uur.regel.text()))
        return {"volgende_afspraak": moment, "volgende_afspraak_hoe": self.hoe.text().strip() if dag else ""}

    def first_wrong(self) -> QLineEdit | None:
        """The first line with what cannot be, which is then told below it; what is odd may stay."""
        for gebrek, regel, judge in self._gebreken:
            gebrek.look()
            if not judge().kan:
                return regel
        return None

    def _judge_dag(self) -> Afspraakoordeel:
        v = self._voering
        return judge_dag(v.work, v.dossier, v.id, str(self.dag.waarde() or ""))

    def _judge_uur(self) -> Afspraakoordeel:
        getypt = self.uur.regel.text().strip()
        return judge_uur(self._voering.work, str(self.dag.waarde() or ""), getypt)

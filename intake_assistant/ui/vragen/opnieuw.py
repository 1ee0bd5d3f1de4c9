"""The day on which to look again at an answer: beside it, opened by its button."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.dates import read_date
from intake_assistant.domain.recht.tussen.herkijken import OPNIEUW, is_herkijkdag
from intake_assistant.operations.views.finding import place_of
from intake_assistant.texts import text
from intake_assistant.ui.fields.line import DateEditor
from intake_assistant.ui.kit.parts import Rijknop, breekbaar, kolom, label, rij, with_label
from intake_assistant.ui.vragen.voering import Gespreksvoering
from intake_assistant.ui.window.context import Context

HERKIJK: Final = "Alt+L"


class Herkijkveld(QWidget):
    """A day of the years that come is recorded; of another it is said that nothing will come of it."""

    verlaten = Signal()

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self._voering, self._naam = voering, ""
        self._dag = DateEditor(160, in_woorden=True)
        self._dag.regel.setObjectName("opnieuw_kijken")
        self._dag.regel.setAccessibleName(text("gesprek.opnieuw_kijken"))
        self._dag.getypt.connect(self._typed)
        self._dag.verlaten.connect(self.verlaten)
        self._fout = label("", "waarschuwing", wrap=True, naam="opnieuw_kijken_fout")
        box, regel = kolom(self, tussen=2), rij(tussen=8)
        regel.addWidget(label(text("gesprek.opnieuw_kijken"), "zacht"))
        regel.addWidget(self._dag, 1)
        box.addLayout(regel)
        box.addWidget(self._fout)
        self._fout.hide()

    def show_day(self, naam: str, *, anew: bool = False) -> None:
        """Show the day beside the answer to a question; in sight when there is one."""
        dag = self._voering.value(self._voering.subject(naam)).get(OPNIEUW, "")
        if anew or naam != self._naam or self._fout.isHidden():
            self._naam = naam
            self._dag.show_waarde(dag)
            with_label(self._fout, "")
        if anew:
            self.setVisible(bool(dag))

    def toggle(self) -> None:
        """Open and type, or close; a day that stands in it stays in sight."""
        if self.isVisible() and not self._dag.regel.text():
            self.hide()
        else:
            self.show()
            self._dag.regel.setFocus()

    def _typed(self) -> None:
        waarde = self._dag.waarde()
        op, vandaag = read_date(waarde), self._voering.work.clock.today()
        past = op is not None and is_herkijkdag(op, vandaag)
        if past or waarde is None:
            self._voering.typed_extra(self._naam, OPNIEUW, str(waarde or ""), self._dag.cursor_plek())
        with_label(self._fout, "" if past or waarde is None else text("gesprek.opnieuw_kijken_fout"))


def oordeelregel(context: Context, subject: str, zin: str) -> QWidget:
    """What was judged and is looked at again in the talk that comes: a click leads there."""
    naar = partial(context.navigate.emit, *place_of(context.dossier(), subject))
    made, row = Rijknop(f"opnieuw_{subject}", zin, naar), rij(tussen=8)
    row.addWidget(label(breekbaar(zin), wrap=True), 1)
    made.fill(row)
    return made

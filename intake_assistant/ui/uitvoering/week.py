"""The week: drawn as it is now and step by step, with what does not fit, and the rows it is made of."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from intake_assistant.domain import kinds
from intake_assistant.operations.acts.ontwikkelplan import begin_week
from intake_assistant.operations.vault.beleid import asks_again
from intake_assistant.operations.views.uitvoering.weekfeiten import can_begin_week
from intake_assistant.operations.views.uitvoering.weekplan import Weekstand, draw_stand, weekplan_shown
from intake_assistant.texts import text
from intake_assistant.ui.drawing.painting import Plaat
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label
from intake_assistant.ui.uitvoering import weeksoorten
from intake_assistant.ui.uitvoering.deel import Uitvoeringsdeel


class WeekDeel(Uitvoeringsdeel):
    """Each step drawn with its sentences; below them the rows, and the hours that were agreed."""

    naam = "week"
    kinds = (kinds.WEEKBLOK, kinds.WEEKSTAP)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        made = kaart(naam="kaart_week")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("uitvoering.week.kop"), "kop2", wrap=True))
        self._weken = QWidget()
        kolom(self._weken, tussen=12)
        box.addWidget(self._weken)
        papier = knop(text("uitvoering.week.naar_blad"), "week_blad", self._to_paper)
        box.addWidget(papier, 0, Qt.AlignmentFlag.AlignLeft)
        self.vak.addWidget(made)
        self.add_lijst(self.judged(weeksoorten.WEEKBLOK))
        self.add_lijst(self.judged(weeksoorten.WEEKSTAP))

    def refresh(self) -> None:
        """Draw the weeks anew, and offer to begin with the answers while there is nothing."""
        clear(self._weken)
        work, dossier, box = self.context.work, self.context.dossier(), inside(self._weken)
        standen = weekplan_shown(work, dossier, gezondheid=not asks_again(work))
        for nummer, stand in enumerate(standen, start=1):
            box.addWidget(_week(stand, nummer))
        if not standen:
            box.addWidget(label(text("uitvoering.week.nog_niets"), "zacht", wrap=True))
        if can_begin_week(work, dossier):
            begin = knop(text("uitvoering.week.begin"), "week_begin", self._begin, "hoofdknop")
            box.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)

    def _begin(self) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        begun = self.context.act(lambda: begin_week(work, dossier))
        if begun is not None:
            self.show_dossier(self.context.dossier())
            # What the answers do not say is which lessons they are.
            self.open_at(kinds.WEEKBLOK.of(begun.made, "wat"))

    def _to_paper(self) -> None:
        self.context.navigate.emit("documenten", {"deel": "weekblad"})


def _week(stand: Weekstand, nummer: int) -> QWidget:
    made = QWidget()
    made.setObjectName(f"week_{nummer}")
    box = kolom(made, tussen=8)
    box.addWidget(label(stand.kop, "kop3", wrap=True))
    box.addWidget(label(stand.zin, wrap=True))
    if stand.zinnen:
        regels = (text("uitvoering.week.past_niet"), *(f"• {zin}" for zin in stand.zinnen))
        box.addWidget(label("\n".join(regels), "waarschuwing", wrap=True, naam="past_niet"))
    plaat = Plaat(f"week_{nummer}_tekening")
    plaat.show_drawing(partial(draw_stand, stand))
    box.addWidget(plaat)
    return made

"""What comes after the besluit: six places, each for what one comes to do, with one keeper for them all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.kinds import ANTWOORD, BESLUIT, GESPREK, PERSOON, of_soort
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.dossier.agenda import write_agenda
from intake_assistant.texts import text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.flow import Chiprij, Vloei
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.uitvoering.deel import Plaatsenvlak, Uitvoeringsdeel, Uitvoeringsplaats
from intake_assistant.ui.uitvoering.delen import (
    BezwaarDeel,
    DaarnaDeel,
    HandhavingDeel,
    OntzorgenDeel,
    VerwijzingenDeel,
)
from intake_assistant.ui.uitvoering.geld import GeldDeel
from intake_assistant.ui.uitvoering.gesprekken import GesprekkenDeel
from intake_assistant.ui.uitvoering.tussen import TussenDeel
from intake_assistant.ui.uitvoering.uren import UrenDeel
from intake_assistant.ui.uitvoering.week import WeekDeel
from intake_assistant.ui.uitvoering.werkplek import WerkplekDeel
from intake_assistant.ui.window.context import Context, Scherm

PLAATSEN: Final[Mapping[str, tuple[type[Uitvoeringsdeel], ...]]] = {
    "uren": (UrenDeel, DaarnaDeel),
    "tussen": (GesprekkenDeel, TussenDeel),
    "week": (WeekDeel, WerkplekDeel),
    "geld": (GeldDeel, OntzorgenDeel),
    "regelen": (VerwijzingenDeel,),
    "bezwaar": (BezwaarDeel, HandhavingDeel),
}
"""What one comes to do, and the parts in which that is done."""
PLAATS_VAN: Final = {soort.naam: plaats for plaats, soorten in PLAATSEN.items() for soort in soorten}
"""In which place a part is found."""
_LOW: Final = 420
_SMAL: Final = 600
_KINDS: Final = tuple(kind for soorten in PLAATSEN.values() for soort in soorten for kind in soort.kinds)


class UitvoeringScherm(Scherm):
    """Six places in one row; what is typed in any of them has one keeper."""

    naam = "uitvoering"
    toont = (*_KINDS, ANTWOORD, BESLUIT, GESPREK, PERSOON, *of_soort("plan"))

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.keeper = Keeper(context, self)
        self.plaatsen = {naam: Uitvoeringsplaats(self.keeper, soorten) for naam, soorten in PLAATSEN.items()}
        self.keuze = Chiprij(
            "uitvoering_plaats_", {naam: text(f"uitvoering.plaats.{naam}") for naam in PLAATSEN}, self._turn
        )
        self._vlak = Plaatsenvlak(self.plaatsen.values())
        self._box = kolom(self, tussen=8)
        self._box.addWidget(self._vlak, 1)
        self._boven = self._head()
        self._is_low: bool | None = None
        self._choose(next(iter(PLAATSEN)))

    def _head(self) -> QWidget:
        made, row = QWidget(), Vloei()
        self.kop = label(text("uitvoering.kop"), "kop1")
        row.addWidget(self.kop)
        row.addWidget(knop(text("toennu.knop"), "uitvoering_toen_en_nu", self._to_toennu))
        row.addWidget(knop(text("uitvoering.naar_duo"), "uitvoering_duo", self._to_duo))
        row.addWidget(knop(text("uitvoering.agenda"), "uitvoering_agenda", self._keep_agenda))
        box = kolom(made, tussen=8)
        box.addLayout(row)
        box.addWidget(self.keuze)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window, or with large letters, the choice of a place scrolls along with what is asked."""
        super().resizeEvent(event)
        rand = px(24 if self.width() >= px(_SMAL) else 8)
        self._box.setContentsMargins(rand, px(16), rand, px(8))
        is_low = self.height() < px(_LOW)
        if is_low is not self._is_low:
            self._is_low = is_low
            self.kop.setVisible(not is_low)
            if is_low:
                self._vlak.put_above(self._boven)
            else:
                self._box.insertWidget(0, self._boven)
            # What goes to another place is hidden by that.
            self._boven.show()

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read it all anew; `deel` chooses the part, `veld` the row and the field in it."""
        deel = arguments.get("deel", "")
        if deel in PLAATS_VAN:
            self._choose(PLAATS_VAN[deel])
        self._show()
        if deel in PLAATS_VAN:
            self._go_to(self._plaats().delen[deel], arguments.get("veld", ""))

    def follow(self) -> None:
        """Read it all anew."""
        self._show()

    def follow_own(self, changed: Changed) -> None:
        """Say anew what follows from what was just recorded."""
        self._plaats().refresh()

    def leave(self) -> None:
        """Record what stands in the fields."""
        if self.context.dossier_id:
            self._plaats().leave()

    def where(self) -> dict[str, str]:
        """Which part is shown, and the field in it that has the keyboard."""
        return self._plaats().where()

    def _show(self) -> None:
        self.keeper.begin(_KINDS)
        self._plaats().show_dossier(self.context.dossier())

    def _turn(self, naam: str) -> None:
        self.leave()
        self._choose(naam)
        self._vlak.to_top()
        if self.context.dossier_id:
            self._show()

    def _choose(self, naam: str) -> None:
        self.keuze.choose(naam)
        for ander, plaats in self.plaatsen.items():
            plaats.setVisible(ander == naam)

    def _go_to(self, deel: Uitvoeringsdeel, veld: str) -> None:
        if veld:
            deel.open_at(veld)
        self._vlak.bring(deel)

    def _plaats(self) -> Uitvoeringsplaats:
        return self.plaatsen[next(n for n, chip in self.keuze.chips.items() if chip.isChecked())]

    def _keep_agenda(self) -> None:
        """Terms and agreements as a file for a calendar: initials at most."""
        work, dossier = self.context.work, self.context.dossier()
        uit = destination.Uitgaand(
            text("uitvoering.agenda"),
            text("uitvoering.agenda_naam"),
            text("uitvoering.agenda_filter"),
            "agenda ics",
        )
        destination.keep(self.context, self, uit, lambda: write_agenda(work, dossier))

    def _to_duo(self) -> None:
        self.context.navigate.emit("duo", {})

    def _to_toennu(self) -> None:
        self.context.navigate.emit("toen_en_nu", {})

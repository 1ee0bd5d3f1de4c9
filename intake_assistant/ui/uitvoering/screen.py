"""What comes after the besluit, on one screen in parts: hours, talks, bezwaar, enforcement and the rest."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QTabWidget, QWidget

from intake_assistant.domain.kinds import ANTWOORD, BESLUIT, GESPREK, PERSOON, of_soort
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.dossier.agenda import write_agenda
from intake_assistant.texts import text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import knop, kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.uitvoering.deel import Uitvoeringsdeel
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

SOORTEN: Final[tuple[type[Uitvoeringsdeel], ...]] = (
    UrenDeel,
    WerkplekDeel,
    GesprekkenDeel,
    BezwaarDeel,
    HandhavingDeel,
    OntzorgenDeel,
    GeldDeel,
    VerwijzingenDeel,
    WeekDeel,
    DaarnaDeel,
    TussenDeel,
)
DELEN: Final = tuple(soort.naam for soort in SOORTEN)
_LAAGST: Final = 240
_KINDS: Final = tuple(kind for soort in SOORTEN for kind in soort.kinds)


class UitvoeringScherm(Scherm):
    """One tab for each part; what is typed in any of them has one keeper."""

    naam = "uitvoering"
    toont = (*_KINDS, ANTWOORD, BESLUIT, GESPREK, PERSOON, *of_soort("plan"))

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.keeper = Keeper(context, self)
        self.delen = [soort(self.keeper) for soort in SOORTEN]
        self.tabs = QTabWidget()
        self.tabs.setObjectName("uitvoering_delen")
        self.tabs.setAccessibleName(text("venster.naar_uitvoering"))
        self.tabs.tabBar().setAccessibleName(text("venster.naar_uitvoering"))
        for deel in self.delen:
            self.tabs.addTab(deel, text(f"uitvoering.deel.{deel.naam}"))
        self.tabs.currentChanged.connect(self._turn)
        # In a low window with large letters the head would leave no room for what is below it.
        self.tabs.setMinimumHeight(px(_LAAGST))
        inhoud = QWidget()
        kolom(self, tussen=0).addWidget(schuifvlak(inhoud))
        box = kolom(inhoud, tussen=8)
        box.setContentsMargins(px(24), px(16), px(24), px(8))
        box.addWidget(label(text("uitvoering.kop"), "kop1"))
        row = Vloei()
        row.addWidget(knop(text("uitvoering.naar_duo"), "uitvoering_duo", self._to_duo))
        row.addWidget(knop(text("uitvoering.agenda"), "uitvoering_agenda", self._keep_agenda))
        box.addLayout(row)
        box.addWidget(self.tabs, 1)

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read it all anew; `deel` chooses the part, `veld` the row and the field in it."""
        deel = arguments.get("deel", "")
        if deel in DELEN:
            self.tabs.setCurrentIndex(DELEN.index(deel))
        self._show()
        if veld := arguments.get("veld"):
            self._deel().open_at(veld)

    def follow(self) -> None:
        """Read it all anew."""
        self._show()

    def follow_own(self, changed: Changed) -> None:
        """Say anew what follows from what was just recorded."""
        self._deel().refresh()

    def leave(self) -> None:
        """Record what stands in the fields."""
        if self.context.dossier_id:
            for deel in self.delen:
                deel.leave()

    def where(self) -> dict[str, str]:
        """Which part is shown, and the field in it that has the keyboard."""
        return {"deel": DELEN[self.tabs.currentIndex()], "veld": self._deel().subject()}

    def _show(self) -> None:
        self.keeper.begin(_KINDS)
        dossier = self.context.dossier()
        for deel in self.delen:
            deel.show_dossier(dossier)

    def _turn(self, nummer: int) -> None:
        if self.context.dossier_id and self.isVisible():
            self.leave()
            self.delen[nummer].refresh()

    def _deel(self) -> Uitvoeringsdeel:
        return self.delen[self.tabs.currentIndex()]

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

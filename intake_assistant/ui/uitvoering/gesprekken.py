"""Voortgangsgesprekken: held against promised, the way to the next one, and the agreements of the plan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from intake_assistant.dates import date_in_words, in_words
from intake_assistant.domain.recht.ontwikkelplan import Afspraak, doelen_of
from intake_assistant.operations.views.uitvoering.stand import gesprekken_shown
from intake_assistant.texts import text
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label
from intake_assistant.ui.uitvoering.deel import Uitvoeringsdeel


class GesprekkenDeel(Uitvoeringsdeel):
    """Nothing is typed here: a talk is held where talks are held, an agreement is kept in the plan."""

    naam = "gesprekken"

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._gesprekken = self._kaart("uitvoering.gesprekken.kop", "kaart_voortgang")
        self._afspraken = self._kaart("uitvoering.gesprekken.afspraken", "kaart_afspraken")

    def _kaart(self, kop: str, naam: str) -> QWidget:
        made, inhoud = kaart(naam=naam), QWidget()
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text(kop), "kop2", wrap=True))
        kolom(inhoud, tussen=8)
        box.addWidget(inhoud)
        self.vak.addWidget(made)
        return inhoud

    def refresh(self) -> None:
        """Show what was held and what was agreed."""
        self._show_gesprekken()
        self._show_afspraken()

    def _show_gesprekken(self) -> None:
        clear(self._gesprekken)
        box, stand = inside(self._gesprekken), gesprekken_shown(self.context.work, self.context.dossier())
        box.addWidget(label(stand.zin if stand else text("uitvoering.geen_besluit"), wrap=True))
        for gesprek in stand.gehouden if stand else ():
            zin = text(
                "uitvoering.gesprekken.gehouden", nummer=gesprek.nummer, datum=date_in_words(gesprek.datum)
            )
            box.addWidget(label(zin, wrap=True))
        if stand and stand.verlenging:
            box.addWidget(label(stand.verlenging, "klein", wrap=True))
        nieuw = knop(text("uitvoering.gesprekken.volgende"), "uitvoering_gesprek", self._prepare, "hoofdknop")
        box.addWidget(nieuw, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_afspraken(self) -> None:
        clear(self._afspraken)
        box, dossier = inside(self._afspraken), self.context.dossier()
        afspraken = [afspraak for doel in doelen_of(dossier) for afspraak in doel.afspraken]
        for afspraak in sorted(afspraken, key=_open_first):
            box.addWidget(label(self._in_words(afspraak), wrap=True))
        if not afspraken:
            box.addWidget(label(text("uitvoering.gesprekken.geen_afspraken"), "zacht", wrap=True))
        naar = knop(text("uitvoering.gesprekken.naar_plan"), "uitvoering_plan", self._to_plan)
        box.addWidget(naar, 0, Qt.AlignmentFlag.AlignLeft)

    def _in_words(self, afspraak: Afspraak) -> str:
        if afspraak.gedaan is not None:
            return text("uitvoering.gesprekken.gedaan", wat=afspraak.wat, datum=in_words(afspraak.gedaan))
        dag = afspraak.laatste_dag
        if dag is None:
            return text("uitvoering.gesprekken.open", wat=afspraak.wat)
        late = dag < self.context.work.clock.today()
        datum = in_words(dag)
        return (
            text("uitvoering.gesprekken.te_laat", wat=afspraak.wat, datum=datum)
            if late
            else text("uitvoering.gesprekken.voor", wat=afspraak.wat, datum=datum)
        )

    def _prepare(self) -> None:
        self.context.navigate.emit("gesprek", {})

    def _to_plan(self) -> None:
        self.context.navigate.emit("ontwikkelplan", {})


def _open_first(afspraak: Afspraak) -> tuple[bool, str]:
    return (afspraak.gedaan is not None, afspraak.uiterlijk or "9")

"""Looking back at a talk on each agreement on help: who does it now is one press."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain.recht.ontwikkelplan import Afspraak
from intake_assistant.operations.acts.ontwikkelplan import look_back_on
from intake_assistant.operations.views.uitvoering.hulptrap import hulpafspraken, hulpwoorden
from intake_assistant.texts import text
from intake_assistant.ui.drawing.hulptrap import hulpplaat
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.vragen.voering import Gespreksvoering


class Terugkijken(QWidget):
    """Each agreement on help with its stairs; hidden when there is none."""

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self.setObjectName("terugkijken")
        self._voering, self._rijen = voering, QWidget()
        kolom(self._rijen, tussen=12)
        box = kolom(self, tussen=8)
        box.addWidget(label(text("gesprek.terugkijken.kop"), "kop2"))
        box.addWidget(label(text("gesprek.terugkijken.uitleg"), "zacht", wrap=True))
        box.addWidget(self._rijen)
        self.hide()

    def show_afspraken(self) -> None:
        """Show what there is to look back on."""
        clear(self._rijen)
        afspraken = hulpafspraken(self._voering.dossier)
        for afspraak in afspraken:
            inside(self._rijen).addWidget(self._row(afspraak))
        self.setVisible(bool(afspraken))

    def _row(self, afspraak: Afspraak) -> QWidget:
        made, keuzes = QWidget(), Vloei()
        made.setObjectName(f"terugkijken_{afspraak.id}")
        vandaag = self._voering.work.clock.today()
        box = kolom(made, tussen=4)
        box.addWidget(label(afspraak.wat, "veldnaam", wrap=True))
        box.addWidget(hulpplaat(afspraak.hulp, vandaag))
        for trede, woord in hulpwoorden().items():
            keuzes.addWidget(self._keuze(afspraak, trede, woord))
        box.addLayout(keuzes)
        if gezien := self._gezien(afspraak):
            box.addWidget(label(gezien, "klein", wrap=True, naam="teruggekeken"))
        return made

    def _keuze(self, afspraak: Afspraak, trede: str, woord: str) -> QWidget:
        made = knop(woord, f"hulp_{trede}", partial(self._record, afspraak.id, trede), "chip")
        made.setAccessibleName(text("gesprek.terugkijken.keuze", trede=woord, wat=afspraak.wat))
        made.setCheckable(True)
        made.setChecked(afspraak.hulp.nu == trede)
        return made

    def _gezien(self, afspraak: Afspraak) -> str:
        op = afspraak.hulp.teruggekeken_op
        if op == self._dag():
            return text("gesprek.terugkijken.gezien")
        return text("gesprek.terugkijken.vorige", datum=date_in_words(op)) if op else ""

    def _dag(self) -> str:
        return self._voering.gesprek.datum or self._voering.work.clock.today().isoformat()

    def _record(self, afspraak: str, trede: str) -> None:
        v = self._voering
        dag, id = self._dag(), v.context.dossier_id
        if v.attempt(lambda: look_back_on(v.work, id, afspraak, op=dag, hulp=trede, gesprek=v.id)):
            v.refresh()
        self.show_afspraken()
        self._focus(afspraak, trede)

    def _focus(self, afspraak: str, trede: str) -> None:
        """The same button in the row that was made anew."""
        row = self.findChild(QWidget, f"terugkijken_{afspraak}")
        gekozen = row.findChild(QWidget, f"hulp_{trede}") if row else None
        if gekozen is not None:
            gekozen.setFocus()

"""The first screen: today's talks, what is late or near, what others would do, and what lies loose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from intake_assistant.dates import with_weekday
from intake_assistant.operations.views.dossier.portret import Portret, portret_of
from intake_assistant.operations.views.vandaag.dag import Dag, Spreekuur, read_dag
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.texts import text
from intake_assistant.ui.kit.backup_line import Backupregel
from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import Vel, knop, kolom, label, rij, schuifvlak, with_label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.vandaag.herstelblad import Herstelbladregel
from intake_assistant.ui.vandaag.kaarten import (
    Regelkaart,
    dag_in_words,
    eindjesregel,
    gesprekskaart,
    navraag_in_words,
    regel,
    weekdag_in_words,
)
from intake_assistant.ui.window.context import ALLES, Context, Scherm
from intake_assistant.ui.words import klokken
from intake_assistant.ui.words.moments import moment_in_words

MANY: Final = 200
"""Of so many dossiers the day is reckoned behind the screen."""
PORTRETTEN: Final = 8
"""Of so many talks of today it is shown who comes; what comes late in the day is read when it is that far."""
_BREED: Final = 1120
_RAND: Final = 24 + 24 + 16
"""At both sides, and a scroll bar."""


class VandaagScherm(Scherm):
    """What one sees first; nobody in particular is open here."""

    naam: ClassVar[str] = "vandaag"
    toont = ALLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.dag: Dag | None = None
        self._first: QPushButton | None = None
        vel = Vel(_BREED)
        box = kolom(vel, rand=24, tussen=12)
        box.addLayout(self._build_head())
        self.klok = label("", "fout", wrap=True, naam="vandaag_klok")
        self.klok.hide()
        self.backups, self.herstelblad = Backupregel(context), Herstelbladregel(context)
        self._delen = QWidget()
        kolom(self._delen, tussen=12)
        for part in (self.klok, self.herstelblad, self.backups, self._delen):
            box.addWidget(part)
        box.addStretch(1)
        kolom(self, tussen=0).addWidget(schuifvlak(vel))
        context.lines_made.connect(self._follow_lines)

    def _build_head(self) -> Groepen:
        links, mensen, nieuw = rij(), rij(), rij()
        self.kop = label("", "kop1", naam="vandaag_kop")
        links.addWidget(self.kop, 1)
        self.mensen = knop("", "vandaag_mensen", self._to("dossiers"), icoon="dossiers")
        mensen.addWidget(self.mensen)
        begin = partial(self.context.asked.emit, "nieuw")
        self.nieuw = knop(text("dossiers.nieuw"), "vandaag_nieuw", begin, icoon="nieuw")
        nieuw.addWidget(self.nieuw)
        return Groepen(links, mensen, nieuw, delen=(1, 0, 0))

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the day anew."""
        self.backups.refresh()
        self.herstelblad.refresh()
        lines, work = self.context.lines(), self.context.work
        woorden = text("vandaag.mensen", aantal=len(lines))
        self.mensen.setText(f" {woorden}")
        self.mensen.setAccessibleName(woorden)
        self.mensen.setVisible(bool(lines))
        dag = with_weekday(work.clock.today())
        self.kop.setText(f"{dag[:1].upper()}{dag[1:]}")
        self._fit_head()
        if len(lines) <= MANY:
            self._take(read_dag(work, lines))
        else:
            # Ten thousand clocks take a second: the window lives on, with what it showed before.
            read = partial(read_dag, work, lines)
            tasks.run(self.context, read, self._take, text("vandaag.lezen"), shown=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The day has as many lines as it needs."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        # Only where it does not fit on one: else it would share its line with what stands beside it.
        room = self.width() - px(_RAND)
        wide = self.kop.fontMetrics().horizontalAdvance(self.kop.text())
        self.kop.setWordWrap(wide > room)
        self.kop.setMinimumWidth(min(wide, room))

    def follow(self) -> None:
        """Read the day anew."""
        self.show_with({})

    def _follow_lines(self) -> None:
        if self._is_shown():
            self.show_with({})

    def resting_place(self) -> QWidget:
        """The first thing to do."""
        return self._first or (self.nieuw if self.mensen.isHidden() else self.mensen)

    def _take(self, dag: Dag) -> None:
        self.dag, self._first = dag, None
        achter = dag.loopt_achter
        with_label(self.klok, text("vandaag.klok", moment=moment_in_words(achter)) if achter else "")
        clear(self._delen)
        box = inside(self._delen)
        for part in self._parts(dag):
            box.addWidget(part)
        self._first = self.findChild(QPushButton, self._first_name(dag))

    @staticmethod
    def _first_name(dag: Dag) -> str:
        return f"vandaag_begin_{dag.vandaag[0].dossier}" if dag.vandaag else "termijn_0"

    def _parts(self, dag: Dag) -> Iterator[QWidget]:
        if dag.vandaag:
            yield label(text("vandaag.gesprekken", aantal=len(dag.vandaag)), "kop2")
        else:
            yield label(text("vandaag.geen"), "zacht", wrap=True, naam="vandaag_geen")
        for nummer, spreekuur in enumerate(dag.vandaag):
            yield self._talk(spreekuur, nummer < PORTRETTEN)
        yield Regelkaart("week", len(dag.week), (self._week(spreekuur) for spreekuur in dag.week))
        termijnen = len(dag.termijnen) + len(dag.herkijken)
        yield Regelkaart("termijnen", termijnen, self._termijnen(dag))
        yield Regelkaart("navragen", len(dag.navragen), self._navragen(dag))
        yield Regelkaart("opruimen", len(dag.eindjes) + bool(dag.vragend), self._eindjes(dag))

    def _talk(self, spreekuur: Spreekuur, with_portret: bool) -> QFrame:
        taal = klokken.taalnaam(self.context.work, spreekuur.taal)
        portret = self._portret(spreekuur.dossier) if with_portret else None
        begin = self._to("gesprek", dossier=spreekuur.dossier)
        return gesprekskaart(spreekuur, portret, taal, begin)

    def _portret(self, dossier: str) -> Portret:
        return portret_of(self.context.work, self.context.work.vault.dossier(dossier))

    def _week(self, spreekuur: Spreekuur) -> QWidget:
        go = self._to("dossier", dossier=spreekuur.dossier)
        zin = weekdag_in_words(spreekuur)
        return regel(f"week_{spreekuur.dossier}", lijstnaam(spreekuur.naam), zin, go, icoon="gesprek")

    def _termijnen(self, dag: Dag) -> Iterator[QWidget]:
        for nummer, termijn in enumerate(dag.termijnen):
            go = self._to("dossier", dossier=termijn.dossier)
            zin, inkt = klokken.in_short(termijn.klok), klokken.inkt(termijn.klok)
            wie = lijstnaam(termijn.naam)
            yield regel(f"termijn_{nummer}", wie, zin, go, icoon="klok", inkt=inkt)
        for nummer, dag_ in enumerate(dag.herkijken):
            go = self._to("gesprek", dossier=dag_.dossier)
            zin = text("vandaag.herkijken", wanneer=dag_in_words(dag_.op, dag.op))
            inkt = "fout" if dag_.op < dag.op else "let_op"
            yield regel(f"herkijken_{nummer}", lijstnaam(dag_.naam), zin, go, icoon="klok", inkt=inkt)

    def _navragen(self, dag: Dag) -> Iterator[QWidget]:
        for nummer, navraag in enumerate(dag.navragen):
            go = self._to(navraag.scherm, dossier=navraag.dossier, **navraag.argumenten)
            inkt = "fout" if navraag.uiterlijk < dag.op else "let_op"
            zin, wie = navraag_in_words(navraag, dag.op), lijstnaam(navraag.naam)
            yield regel(f"navraag_{nummer}", wie, zin, go, icoon=navraag.scherm, inkt=inkt)

    def _eindjes(self, dag: Dag) -> Iterator[QWidget]:
        if dag.vragend:
            zin = text("vandaag.te_regelen", aantal=dag.vragend)
            wie = text("venster.naar_te_regelen")
            yield regel("vandaag_te_regelen", wie, zin, self._to("te_regelen"), icoon="te_regelen")
        for nummer, eindje in enumerate(dag.eindjes):
            yield eindjesregel(nummer, eindje, self.context.navigate.emit)

    def _to(self, scherm: str, **arguments: str) -> Callable[[], None]:
        return lambda: self.context.navigate.emit(scherm, dict(arguments))

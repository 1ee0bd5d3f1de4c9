"""All that two laptops recorded otherwise, by dossier: choose what is right, once for all."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import besluiten_of, samenloop_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.besluit.wijziging import begin_samenloop
from intake_assistant.operations.acts.conflict import undo_settling
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.conflict.tegenspraak import half_known_of, tegenspraken_of
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.texts import text
from intake_assistant.ui.conflicten.kaart import Act, Conflictkaart
from intake_assistant.ui.conflicten.samenloop import Samenloopkaart
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.mark import beeld, clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.window.context import ALLES, Context, Scherm

LIJST: Final = 300
SMAL, LAAG = 900, 420


class ConflictenScherm(Scherm):
    """On the left the dossiers with something to settle; beside it what there is in the one that is open."""

    naam: ClassVar[str] = "conflicten"
    toont = ALLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.keeper = Keeper(context, self)
        self.kaarten: list[Conflictkaart] = []
        self._samenloop: Samenloopkaart | None = None
        self._laatste: tuple[Changed, str] | None = None
        self._lines: list[Overzicht] = []
        self.regels = Woordrijen([text("conflicten.kolom.naam"), text("conflicten.kolom.aantal")])
        self.lijst = Woordtabel(
            self.regels, "conflicten_dossiers", text("conflicten.dossiers"), (0, 96), self._open_chosen
        )
        self.lijst.setFixedWidth(px(LIJST))
        self.lijst.clicked.connect(lambda _: self._open_chosen())
        self._uitleg = label(text("conflicten.uitleg"), "zacht", wrap=True)
        self._gedaan, self._inhoud = QWidget(), QWidget()
        kolom(self._gedaan)
        kolom(self._inhoud, tussen=12)
        self._vlak: QScrollArea = schuifvlak(self._inhoud)
        self._lay_out()
        for toets, stap in (("Alt+Down", 1), ("Alt+Up", -1)):
            made = QShortcut(QKeySequence(toets), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(partial(self.go_on, stap))
        context.lines_made.connect(self._follow_lines)

    def _lay_out(self) -> None:
        box, row, right = kolom(self, tussen=12), rij(tussen=16), kolom(tussen=12)
        box.setContentsMargins(px(24), px(16), px(24), px(16))
        box.addWidget(label(text("conflicten.titel"), "kop1"))
        box.addWidget(self._uitleg)
        right.addWidget(self._gedaan)
        right.addWidget(self._vlak, 1)
        row.addWidget(self.lijst)
        row.addLayout(right, 1)
        box.addLayout(row, 1)

    # -- what is shown ---------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read anew what there is to settle, here and in the other dossiers."""
        if self._laatste and self.context.dossier_id not in self._laatste[0].dossiers:
            self._laatste = None
        self._show_lines()
        self._draw()

    def follow(self) -> None:
        """Read anew what there is to settle in the dossier that is open."""
        self._draw()

    def leave(self) -> None:
        """Keep the reasons and values that are being typed."""
        self.keeper.keep()

    def resting_place(self) -> QWidget:
        """The first conflict, with nothing chosen; else the list of dossiers."""
        if self.kaarten:
            return self.kaarten[0]
        return self.lijst if self.lijst.isVisibleTo(self) else self

    def _follow_lines(self) -> None:
        if self._is_shown():
            self._show_lines()

    def _show_lines(self) -> None:
        self._lines = [rij for rij in self.context.lines() if rij.conflicten or rij.has_samenloop]
        self.regels.show_all([(lijstnaam(rij.naam), _aantal(rij)) for rij in self._lines])
        here = self._here()
        if here >= 0:
            self.lijst.selectRow(here)
        self._give_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window what is to be chosen comes before the list and the words about it."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        self._uitleg.setVisible(self.height() >= px(LAAG))
        others = [rij for rij in self._lines if rij.dossier != self.context.dossier_id]
        roomy = self.width() >= px(SMAL) or not self.context.dossier_id
        self.lijst.setVisible(bool(others) and roomy)

    def _here(self) -> int:
        return next((n for n, rij in enumerate(self._lines) if rij.dossier == self.context.dossier_id), -1)

    def _open_chosen(self) -> None:
        if 0 <= self.lijst.row < len(self._lines):
            dossier = self._lines[self.lijst.row].dossier
            if dossier != self.context.dossier_id:
                self.context.navigate.emit(self.naam, {"dossier": dossier})

    # -- drawing ---------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        # While what is being typed on the cards is still there.
        self.keeper.keep()
        typed = {made.wat.subject: (made.wat.wat, made.typed()) for made in self.kaarten}
        clear(self._inhoud)
        self.kaarten, self._samenloop = [], None
        box = inside(self._inhoud)
        clear(self._gedaan)
        self._gedaan.setVisible(self._laatste is not None)
        if self._laatste:
            inside(self._gedaan).addWidget(self._just_done(*self._laatste))
        if self.context.dossier_id:
            self._draw_dossier(self.context.dossier(), typed)
        elif self._lines:
            box.addWidget(label(text("conflicten.kies_dossier"), wrap=True, naam="conflicten_kies_dossier"))
        else:
            box.addWidget(label(text("conflicten.nergens"), wrap=True, naam="conflicten_nergens"))
        box.addStretch(1)

    def _draw_dossier(self, dossier: Dossier, typed: dict[str, tuple[str, dict[str, Any]]]) -> None:
        box, samenloop = inside(self._inhoud), samenloop_of(besluiten_of(dossier))
        if samenloop:
            made = Samenloopkaart(self.keeper, samenloop)
            made.gevraagd.connect(self._set_besluit)
            self._samenloop = made
            box.addWidget(made)
        alle, work = tegenspraken_of(self.context.work, dossier), self.context.work
        for nummer, wat in enumerate(alle):
            card = Conflictkaart(self.keeper, wat, nummer, self._settle)
            self.kaarten.append(card)
            box.addWidget(card)
        for subject in typed.keys() - {wat.subject for wat in alle}:
            self._draw_lapsed(*typed[subject])
        if half := half_known_of(work, dossier):
            zin = text("conflicten.half.uitleg", wat=opsomming(half), aantal=len(half))
            box.addWidget(_card(text("conflicten.half.kop"), zin, "half_bekend"))
        if not (samenloop or alle or half):
            box.addWidget(label(text("conflicten.niets_hier"), wrap=True, naam="conflicten_niets_hier"))

    def _draw_lapsed(self, wat: str, typed: dict[str, Any]) -> None:
        """What was typed about a conflict that was settled elsewhere meanwhile: nothing of it is lost."""
        if typed:
            zin = text("conflicten.vervallen", getypt="; ".join(str(waarde) for waarde in typed.values()))
            inside(self._inhoud).addWidget(_card(wat, zin, "vervallen"))

    def _just_done(self, changed: Changed, zin: str) -> QFrame:
        made = kaart("zachtvlak", "net_gekozen")
        box = rij(made, rand=16, tussen=12)
        box.addWidget(beeld("vink", "goed", 20, midden=True))
        gezegd = kolom(tussen=4)
        gezegd.addWidget(label(zin, wrap=True))
        gezegd.addWidget(label(text("conflicten.stuur_uitleg"), "klein", wrap=True))
        box.addLayout(gezegd, 1)
        keuze = {"deel": "versturen", "dossiers": self.context.dossier_id}
        stuur = partial(self.context.navigate.emit, "uitwisseling", keuze)
        box.addWidget(knop(text("conflicten.stuur"), "keuze_versturen", stuur))
        box.addWidget(knop(text("conflicten.terug"), "terug_naar_verschil", lambda: self._undo(changed)))
        return made

    # -- what is done ----------------------------------------------------------------------------------------

    def go_on(self, stap: int) -> None:
        """To the next conflict, or the one before; past the last one to the next dossier."""
        here = next((n for n, made in enumerate(self.kaarten) if _has_keyboard(made)), None)
        to = (0 if stap > 0 else len(self.kaarten) - 1) if here is None else here + stap
        if 0 <= to < len(self.kaarten):
            self._go_to(to)
            return
        row = self._here() + stap
        if 0 <= row < len(self._lines):
            self.lijst.selectRow(row)
            self._open_chosen()

    def _go_to(self, nummer: int) -> None:
        made = self.kaarten[nummer]
        made.setFocus()
        self._vlak.ensureWidgetVisible(made, 0, px(8))

    def _settle(self, made: Conflictkaart, act: Act, zin: str) -> None:
        work, nummer = self.context.work, self.kaarten.index(made)
        changed = self.context.act(lambda: act(work), self._refused)
        if changed is not None:
            made.schets.drop()
            self.kaarten.remove(made)
            self._laatste = changed, zin
            announce(self, zin)
        self._show_lines()
        self._draw()
        if self.kaarten:
            self._go_to(min(nummer, len(self.kaarten) - 1))

    def _set_besluit(self, besluit: str, waarom: str) -> None:
        """The besluit that says what holds is answered, signed and set on its own screen."""
        work, dossier = self.context.work, self.context.dossier_id
        if self.context.act(lambda: begin_samenloop(work, dossier, besluit, waarom)) is not None:
            if self._samenloop is not None:
                self._samenloop.schets.drop()
            self.context.navigate.emit("nieuw_besluit", {})

    def _refused(self, error: KnownError) -> None:
        self.context.failed.emit(error)

    def _undo(self, changed: Changed) -> None:
        work, self._laatste = self.context.work, None
        if self.context.act(lambda: undo_settling(work, changed)):
            self.context.told.emit(text("conflicten.teruggezet"))
        self._show_lines()
        self._draw()


def _aantal(line: Overzicht) -> str:
    return str(line.conflicten + line.has_samenloop)


def _has_keyboard(card: QWidget) -> bool:
    return card.hasFocus() or any(part.hasFocus() for part in card.findChildren(QWidget))


def _card(kop: str, zin: str, naam: str) -> QFrame:
    made = kaart("waarschuwing", naam)
    made.setAccessibleName(kop)
    box = rij(made, rand=16, tussen=12)
    box.addWidget(beeld("let_op", "let_op", 22))
    inner = kolom(tussen=4)
    inner.addWidget(label(kop, "kop3", wrap=True))
    inner.addWidget(label(zin, wrap=True))
    box.addLayout(inner, 1)
    return made

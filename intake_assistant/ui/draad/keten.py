"""The rode draad as a box over the page: what something rests on, and what else rests on that."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from intake_assistant.operations.views.besluit.draad import (
    Rustend,
    Steun,
    gronden_in_words,
    gronden_of,
    rests_on,
    rustende,
    steun_of,
)
from intake_assistant.texts import text
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.mark import merk
from intake_assistant.ui.kit.overlay import Overleg
from intake_assistant.ui.kit.parts import breekbaar, kaart, knop, kolom, label, schuifvlak, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context


class Keten(Overleg):
    """Opened for one thing, or for the whole besluit."""

    naar_vraag = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, 620)
        self._context = context
        self.setObjectName("keten")
        self._inhoud = QWidget()
        self._vak = kolom(self._inhoud, tussen=8)
        vlak = schuifvlak(self._inhoud)
        vlak.setMinimumHeight(px(320))
        self.box.addWidget(vlak, 1)
        self.sluiten = knop(text("venster.sluiten"), "keten_sluiten", self.close_box)
        self.box.addWidget(self.sluiten, 0, Qt.AlignmentFlag.AlignRight)

    def first_field(self) -> QWidget:
        """The button that closes."""
        return self.sluiten

    def open_for(self, subject: str) -> None:
        """Show the chain of an argument, a goal or an agreement."""
        work, dossier = self._context.work, self._context.dossier()
        zelf = next((r for r in rustende(dossier) if r.subject == subject), None)
        if zelf is None:
            return
        self._begin(zelf.soort, zelf.tekst)
        steun = steun_of(work, dossier, zelf)
        self._add_steun(text("draad.komt_uit"), [steun])
        self._add_rustend([r for r in rests_on(work, dossier, steun.vraag) if r.subject != subject])
        self._end()

    def open_for_besluit(self) -> None:
        """Show every answer that the decision rests on."""
        steunen = gronden_of(self._context.work, self._context.dossier())
        self._begin(text("draad.kop_besluit"), gronden_in_words(steunen))
        self._add_steun(text("draad.komt_uit"), steunen)
        self._end()

    def _begin(self, kop: str, zin: str) -> None:
        empty_layout(self._vak)
        self._vak.addWidget(label(kop, "kop2", wrap=True, naam="keten_kop"))
        self._vak.addWidget(label(breekbaar(zin), wrap=True, naam="keten_zin"))

    def _end(self) -> None:
        self._vak.addStretch(1)
        self.open_box()

    def _add_steun(self, kop: str, steunen: Sequence[Steun]) -> None:
        self._vak.addWidget(label(kop, "kop3"))
        for steun in steunen:
            vak = self._card("keten_steun")
            vak.addWidget(label(breekbaar(steun.zin), wrap=True, naam="keten_antwoord"))
            if steun.herkomst:
                vak.addWidget(label(steun.herkomst, "klein", wrap=True))
            if steun.let_op:
                vak.addWidget(merk("let_op", steun.let_op, "let_op", "keten_let_op"))
            erheen = knop(
                text("weging.naar_vraag"), "keten_naar_vraag", partial(self._go, steun.vraag), "stil"
            )
            erheen.setAccessibleName(text("draad.naar_vraag", vraag=steun.zin))
            vak.addWidget(erheen, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_rustend(self, anderen: Sequence[Rustend]) -> None:
        self._vak.addWidget(label(text("draad.hierop_rust"), "kop3"))
        if not anderen:
            self._vak.addWidget(label(text("draad.niets"), "zacht", wrap=True))
        for ander in anderen:
            vak = self._card("keten_rustend")
            vak.addWidget(label(ander.soort, "veldnaam", wrap=True))
            if ander.tekst:
                vak.addWidget(label(breekbaar(ander.tekst), wrap=True))

    def _card(self, naam: str) -> QVBoxLayout:
        card = kaart("zachtvlak", naam)
        self._vak.addWidget(card)
        return kolom(card, rand=8, tussen=2)

    def _go(self, vraag: str) -> None:
        self.close_box()
        self.naar_vraag.emit(vraag)


def draadknop(keten: Keten, subject: str, over: str) -> QPushButton:
    """The small mark on a card that rests on an answer: opens its chain."""
    made = knop("", "draad", lambda: keten.open_for(subject), "stil", "draad")
    made.setAccessibleName(text("draad.knop", over=over))
    made.setToolTip(zweeftekst(text("draad.knop_kort")))
    return made

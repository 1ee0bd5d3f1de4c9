"""Remarks with their answers, what waits for who works here first; and the field for a new one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from intake_assistant.dates import local_moment
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.overleg.opmerking import Opmerking
from intake_assistant.operations.acts.overleg.opmerking import (
    add_opmerking,
    answer_opmerking,
    reopen_opmerking,
    settle_opmerking,
)
from intake_assistant.operations.views.overleg.stand import (
    Draadregel,
    draadregels_of,
    over_in_words,
    tekst_van,
    waarover,
)
from intake_assistant.texts import text
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.kit.mark import merk
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.overleg.deel import Overlegdeel
from intake_assistant.ui.overleg.getypt import Getypt
from intake_assistant.ui.qt.enter import ctrl_enter_does
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.words.moments import moment_in_words

NIEUW = "opmerking_nieuw"


class OpmerkingenKaart(Overlegdeel):
    """`over` is what a new remark will be about."""

    def __init__(self, context: Context, getypt: Getypt) -> None:
        super().__init__(
            context, getypt, "opmerkingen", text("overleg.opmerkingen"), text("overleg.opmerkingen_uitleg")
        )
        self.over = ""

    def fill(self, dossier: Dossier) -> None:
        """The field for a new one, then every remark."""
        self.add(self._new(dossier))
        regels = draadregels_of(self.context.work, dossier)
        if not regels:
            self.add(label(text("overleg.geen_opmerkingen"), "zacht", naam="geen_opmerkingen"))
        self.add(*(self._thread(regel) for regel in regels))

    def begin(self, over: str) -> None:
        """Put the keyboard where one remarks on something."""
        self.over = over
        self.kies.show_waarde(over)
        self.tekst.setFocus()

    # -- a new one -------------------------------------------------------------------------------------------

    def _new(self, dossier: Dossier) -> QFrame:
        keuzes = waarover(self.context.work, dossier)
        if self.over and self.over not in dict(keuzes):
            keuzes.append((self.over, over_in_words(self.context.work, dossier, self.over)))
        self.kies = ChoiceEditor(keuzes, text("overleg.kies_waarover"))
        name_field(self.kies, "opmerking_over", text("overleg.waarover"))
        # Its longest line is a whole question: that must not push the page wide.
        self.kies.keuze.setMinimumWidth(px(160))
        self.kies.show_waarde(self.over)
        self.kies.gekozen.connect(self._choose)
        made = kaart("zachtvlak", "opmerking_nieuw_vak")
        box = kolom(made, rand=12, tussen=8)
        self.tekst = self.getypt.field(NIEUW, text("overleg.opmerking"))
        for veld, invoer in (("waarover", self.kies), ("opmerking", self.tekst)):
            kop = label(text(f"overleg.{veld}"), "veldnaam", wrap=True)
            kop.setBuddy(invoer)
            box.addWidget(kop)
            box.addWidget(invoer)
        row = rij()
        plaats = knop(text("overleg.knop.plaats"), "opmerking_plaats", self._place, "hoofdknop")
        ctrl_enter_does(plaats, made)
        row.addWidget(plaats)
        row.addStretch(1)
        box.addLayout(row)
        return made

    def _choose(self) -> None:
        self.over = str(self.kies.waarde() or "")

    def _place(self) -> None:
        work, dossier, tekst = self.context.work, self.context.dossier_id, self.getypt.said(NIEUW)
        over = str(self.kies.waarde() or "")
        if not over or not self.kies.is_listed(over) or not tekst.strip():
            self.context.noted.emit(text("overleg.eerst_kiezen"))
            return
        self.over = ""
        self.do(lambda: add_opmerking(work, dossier, over, tekst), NIEUW)

    # -- what was said ---------------------------------------------------------------------------------------

    def _thread(self, regel: Draadregel) -> QFrame:
        eerste = regel.draad.eerste
        made = kaart("zachtvlak", f"draad_{eerste.id}")
        made.setAccessibleName(regel.over)
        box = kolom(made, rand=12, tussen=8)
        box.addLayout(self._head(regel))
        for opmerking in (eerste, *regel.draad.antwoorden):
            self._say(box, opmerking)
        if regel.draad.is_open:
            naam = f"antwoord_{eerste.id}"
            box.addWidget(self.getypt.field(naam, text("overleg.antwoord_op", over=regel.over), 1))
        box.addLayout(self._buttons(regel))
        return made

    def _head(self, regel: Draadregel) -> QHBoxLayout:
        row = rij(tussen=8)
        row.addWidget(label(regel.over, "kop3", wrap=True), 1)
        if not regel.draad.is_open:
            row.addWidget(merk("vink", text("overleg.klaar"), "goed"))
        elif regel.wacht_op_u:
            row.addWidget(merk("let_op", text("overleg.wacht_op_u"), "let_op"))
        return row

    @staticmethod
    def _say(box: QVBoxLayout, opmerking: Opmerking) -> None:
        wanneer = moment_in_words(local_moment(opmerking.op))
        box.addWidget(label(text("overleg.wie", naam=opmerking.door, wanneer=wanneer), "klein", wrap=True))
        box.addWidget(label(tekst_van(opmerking), wrap=True))

    def _buttons(self, regel: Draadregel) -> QHBoxLayout:
        eerste = regel.draad.eerste
        row = rij(tussen=8)
        go = partial(self.context.navigate.emit, regel.scherm, dict(regel.argumenten))
        knoppen = [("bekijk", f"bekijk_{eerste.id}", go, "stil")]
        if regel.draad.is_open:
            knoppen.insert(0, ("klaar", f"klaar_{eerste.id}", partial(self._settle, eerste, klaar=True), ""))
            knoppen.insert(0, ("antwoord", f"zeg_{eerste.id}", partial(self._reply, regel), ""))
        else:
            weer = partial(self._settle, eerste, klaar=False)
            knoppen.insert(0, ("weer_open", f"weer_open_{eerste.id}", weer, "stil"))
        for sleutel, naam, act, rol in knoppen:
            made = knop(text(f"overleg.knop.{sleutel}"), naam, act, rol)
            made.setAccessibleName(text("overleg.knop_over", knop=made.text(), over=regel.over))
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _reply(self, regel: Draadregel) -> None:
        eerste, naam = regel.draad.eerste, f"antwoord_{regel.draad.eerste.id}"
        work, dossier, tekst = self.context.work, self.context.dossier_id, self.getypt.said(naam)
        if not tekst.strip():
            self.context.noted.emit(text("overleg.eerst_typen"))
            return
        self.do(lambda: answer_opmerking(work, dossier, eerste, tekst), naam)

    def _settle(self, opmerking: Opmerking, *, klaar: bool) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        act = settle_opmerking if klaar else reopen_opmerking
        self.do(lambda: act(work, dossier, opmerking))

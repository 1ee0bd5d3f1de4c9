"""Who does the work on this dossier: handing over, accepting, standing in."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame

from intake_assistant.dates import in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import WAARNEMING
from intake_assistant.domain.overleg.overdracht import Overdracht, overdrachten_of, regievoerder_of
from intake_assistant.domain.overleg.waarneming import Waarneming, waarnemingen_of
from intake_assistant.operations.acts.overleg.overdracht import (
    accept_overdracht,
    hand_over,
    refuse_overdracht,
    take_back_overdracht,
)
from intake_assistant.operations.acts.overleg.waarneming import add_waarneming, end_waarneming
from intake_assistant.operations.views.overleg.collega import ik
from intake_assistant.operations.views.overleg.stand import overdrachtzin
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.overleg.deel import Overlegdeel
from intake_assistant.ui.overleg.formulieren import Overdraagformulier, Waarneemformulier
from intake_assistant.ui.overleg.getypt import Getypt
from intake_assistant.ui.qt.later import while_there
from intake_assistant.ui.window.context import Context


class OverdraagKaart(Overlegdeel):
    """Whose the dossier is, what waits for an answer, and the forms."""

    def __init__(self, context: Context, getypt: Getypt) -> None:
        super().__init__(
            context, getypt, "overdragen", text("overleg.wie_doet_het"), text("overleg.wie_doet_het_uitleg")
        )

    def fill(self, dossier: Dossier) -> None:
        """Draw what holds now."""
        van = regievoerder_of(dossier) or text("overleg.niemand")
        self.add(label(text("overleg.regievoerder", naam=van), wrap=True, naam="overleg_regievoerder"))
        laatste = overdrachten_of(dossier)[-1:]
        self.add(*(self._overdracht(overdracht) for overdracht in laatste))
        vandaag = self.context.work.clock.today()
        lopend = [w for w in waarnemingen_of(dossier) if not w.ended_before(vandaag)]
        self.add(*(self._waarneming(waarneming) for waarneming in lopend))
        if not any(overdracht.stand == "wacht" for overdracht in laatste):
            self._over = Overdraagformulier(self.context.work, self.getypt)
            self._over.gevraagd.connect(self._hand_over)
            self.add(self._over)
        self._waar = Waarneemformulier(self.context.work, self.getypt)
        self._waar.gevraagd.connect(self._stand_in)
        self.add(self._waar)
        many = partial(self.context.navigate.emit, "caseload", {})
        self.add(knop(text("overleg.knop.veel"), "overleg_veel", many, "stil"))

    def _overdracht(self, overdracht: Overdracht) -> QFrame:
        made = kaart("zachtvlak", f"overdracht_{overdracht.id}")
        box = kolom(made, rand=12, tussen=8)
        row = rij(tussen=8)
        wacht = overdracht.stand in ("wacht", "verschillend")
        row.addWidget(beeld("klok" if wacht else "vink", "let_op" if wacht else "goed", 18))
        row.addWidget(label(overdrachtzin(overdracht), wrap=True, naam="overdracht_stand"), 1)
        box.addLayout(row)
        for zin in (overdracht.reden, overdracht.toelichting):
            if zin:
                box.addWidget(label(zin, "klein", wrap=True))
        if overdracht.stand != "wacht":
            return made
        below = rij(tussen=8)
        if overdracht.ontvanger.is_same(ik(self.context.work)):
            veld = "overdracht_waarom"
            box.addWidget(label(text("overleg.waarom_niet"), "veldnaam"))
            box.addWidget(self.getypt.field(veld, text("overleg.waarom_niet"), 1))
            accept = partial(self._accept, overdracht)
            below.addWidget(knop(text("overleg.knop.aannemen"), "overdracht_aannemen", accept, "hoofdknop"))
            refuse = partial(self._refuse, overdracht, veld)
            below.addWidget(knop(text("overleg.knop.weigeren"), "overdracht_weigeren", refuse))
        else:
            back = partial(self._take_back, overdracht)
            below.addWidget(
                knop(text("overleg.knop.overdracht_intrekken"), "overdracht_intrekken", back, "stil")
            )
        below.addStretch(1)
        box.addLayout(below)
        return made

    def _waarneming(self, waarneming: Waarneming) -> QFrame:
        made = kaart("zachtvlak", f"waarneming_{waarneming.id}")
        row = rij(made, rand=12, tussen=8)
        dagen = {
            veld: in_words(dag) if dag else ""
            for veld, dag in (("van", waarneming.van), ("tot", waarneming.tot))
        }
        zin = text("overleg.waarneming", naam=waarneming.door, **dagen)
        row.addWidget(label(zin, wrap=True, naam="waarneming_stand"), 1)
        end = partial(self._end, waarneming)
        row.addWidget(knop(text("overleg.knop.waarneming_weg"), "waarneming_weg", end, "stil"))
        return made

    # -- doing -----------------------------------------------------------------------------------------------

    def _hand_over(self) -> None:
        work, dossier, form = self.context.work, self.context.dossier_id, self._over
        aan, reden = form.aan, form.reden
        if self.do(lambda: hand_over(work, [dossier], aan, reden), *form.VELDEN):
            self.context.told.emit(text("overleg.gedaan.overgedragen", naam=aan.naam))

    def _stand_in(self) -> None:
        work, dossier, form = self.context.work, self.context.dossier_id, self._waar
        van, tot = form.dag("van"), form.dag("tot")
        if van is None or tot is None:
            self.context.noted.emit(text("overleg.geen_dagen"))
            return
        self.do(lambda: add_waarneming(work, [dossier], form.door, van, tot), *form.VELDEN)

    def _accept(self, overdracht: Overdracht) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        if self.do(lambda: accept_overdracht(work, dossier, overdracht.id), "overdracht_waarom"):
            self.context.told.emit(text("overleg.gedaan.aangenomen"))

    def _refuse(self, overdracht: Overdracht, veld: str) -> None:
        work, dossier, waarom = self.context.work, self.context.dossier_id, self.getypt.said(veld)
        self.do(lambda: refuse_overdracht(work, dossier, overdracht.id, waarom), veld)

    def _take_back(self, overdracht: Overdracht) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        if self.do(lambda: take_back_overdracht(work, dossier, overdracht.id)):
            aan, reden = overdracht.ontvanger, overdracht.reden
            again = partial(self.do, lambda: hand_over(work, [dossier], aan, reden))
            self.context.ended.emit(text("overleg.gedaan.ingetrokken"), while_there(self, again))

    def _end(self, waarneming: Waarneming) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        if self.do(lambda: end_waarneming(work, dossier, waarneming.id)):
            self.context.removed.emit(WAARNEMING.of(waarneming.id))

"""Laying a part of the concept before the team lead, and the answer of who reads it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.overleg.voorlegging import DELEN, Voorlegging, laatste_van
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.operations.acts.overleg.voorlegging import agree, lay_before, send_back, take_back
from intake_assistant.operations.views.overleg.stand import voorlegzin
from intake_assistant.operations.views.overleg.wachten import is_leider
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.overleg.deel import Overlegdeel
from intake_assistant.ui.overleg.getypt import Getypt
from intake_assistant.ui.qt.later import while_there
from intake_assistant.ui.window.context import Context


class VoorlegKaart(Overlegdeel):
    """Each part with how it stands, and the buttons for who may press them."""

    def __init__(self, context: Context, getypt: Getypt) -> None:
        super().__init__(
            context, getypt, "voorleggen", text("overleg.voorleggen"), text("overleg.voorleggen_uitleg")
        )

    def fill(self, dossier: Dossier) -> None:
        """A block for each part; a beschikking that was set is no concept any more."""
        vastgesteld = bool(besluiten_of(dossier))
        for deel in DELEN:
            if not (vastgesteld and deel == DELEN[0]):
                self.add(self._block(deel, laatste_van(dossier, deel)))

    def _block(self, deel: str, found: Voorlegging | None) -> QFrame:
        made = kaart("zachtvlak", f"voorleggen_{deel}")
        box = kolom(made, rand=12, tussen=8)
        box.addWidget(label(text(f"overleg.geheel_{deel}"), "kop3", wrap=True))
        if found is not None:
            self._show_stand(box, found)
        if found is None or found.stand != "gevraagd":
            self._ask(box, deel, found)
        elif found.door == self.context.work.author:
            box.addLayout(
                self._row(("intrekken", f"{deel}_intrekken", partial(self._take_back, found), "stil"))
            )
        elif is_leider(self.context.work):
            self._answer(box, deel, found)
        return made

    def _show_stand(self, box: QVBoxLayout, found: Voorlegging) -> None:
        goed = found.geldt
        row = rij(tussen=8)
        row.addWidget(beeld("vink" if goed else "let_op", "goed" if goed else "let_op", 18))
        row.addWidget(label(voorlegzin(self.context.work, found), wrap=True, naam=f"stand_{found.deel}"), 1)
        box.addLayout(row)
        for naam, zin in ((found.door, found.bericht), (found.uitkomst_door, found.toelichting)):
            if zin:
                box.addWidget(label(text("overleg.gezegd", naam=naam, tekst=zin), "klein", wrap=True))

    def _ask(self, box: QVBoxLayout, deel: str, found: Voorlegging | None) -> None:
        if found is not None and found.geldt:
            return
        if found is not None and found.stand == "verschillend":
            go = partial(self.context.navigate.emit, "conflicten", {})
            box.addLayout(self._row(("naar_verschillen", f"{deel}_verschillen", go, "")))
            return
        veld = f"voorleggen_{deel}_bericht"
        box.addWidget(label(text("overleg.bericht"), "veldnaam", wrap=True))
        box.addWidget(self.getypt.field(veld, text("overleg.bericht"), 1))
        sleutel = "leg_voor" if found is None else "leg_opnieuw_voor"
        box.addLayout(self._row((sleutel, f"{deel}_voorleggen", partial(self._lay, deel, veld), "hoofdknop")))

    def _answer(self, box: QVBoxLayout, deel: str, found: Voorlegging) -> None:
        veld = f"voorleggen_{deel}_reactie"
        box.addWidget(label(text("overleg.reactie"), "veldnaam", wrap=True))
        box.addWidget(self.getypt.field(veld, text("overleg.reactie")))
        lees = partial(self.context.navigate.emit, deel, {})
        box.addLayout(
            self._row(
                (f"lees_{deel}", f"{deel}_lezen", lees, ""),
                ("teruggeven", f"{deel}_teruggeven", partial(self._end, found, veld, akkoord=False), ""),
                ("akkoord", f"{deel}_akkoord", partial(self._end, found, veld, akkoord=True), "hoofdknop"),
            )
        )

    @staticmethod
    def _row(*knoppen: tuple[str, str, Callable[[], object], str]) -> QLayout:
        row = rij(tussen=8)
        for sleutel, naam, act, rol in knoppen:
            row.addWidget(knop(text(f"overleg.knop.{sleutel}"), naam, act, rol))
        row.addStretch(1)
        return row

    def _lay(self, deel: str, veld: str) -> None:
        work, dossier, bericht = self.context.work, self.context.dossier_id, self.getypt.said(veld)
        if self.do(lambda: lay_before(work, dossier, deel, bericht), veld):
            self.context.told.emit(text("overleg.gedaan.voorgelegd"))

    def _take_back(self, found: Voorlegging) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        if self.do(lambda: take_back(work, dossier, found.id)):
            again = partial(self.do, lambda: lay_before(work, dossier, found.deel, found.bericht))
            self.context.ended.emit(text("overleg.gedaan.ingetrokken"), while_there(self, again))

    def _end(self, found: Voorlegging, veld: str, *, akkoord: bool) -> None:
        work, dossier, zin = self.context.work, self.context.dossier_id, self.getypt.said(veld)
        act = agree if akkoord else send_back
        if self.do(lambda: act(work, dossier, found.id, zin), veld):
            self.context.told.emit(text("overleg.gedaan.akkoord" if akkoord else "overleg.gedaan.terug"))

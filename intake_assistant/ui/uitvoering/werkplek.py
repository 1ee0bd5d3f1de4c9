"""Places to work or practise, beside what the person wants; their hours go into the ledger at one press."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from intake_assistant.domain import kinds
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.uitvoering.werkplek import Urenvoorstel
from intake_assistant.operations.acts.ontwikkelplan import write_uren
from intake_assistant.operations.views.uitvoering.oordelen import oordelen_over
from intake_assistant.operations.views.uitvoering.werkplek import (
    afspraken_to_choose,
    uur,
    voorstel_in_words,
    werkplek_shown,
)
from intake_assistant.texts import text
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.rijen.lijst import Rijenlijst
from intake_assistant.ui.fields.rijen.velden import Keuzes
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label
from intake_assistant.ui.uitvoering import soorten
from intake_assistant.ui.uitvoering.deel import Uitvoeringsdeel


class WerkplekDeel(Uitvoeringsdeel):
    """Each place with the words of the person below it, and the hours that were not written yet."""

    naam = "werkplek"
    kinds = (kinds.WERKPLEK,)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        work = self.context.work
        self.add_lijst(
            Rijenlijst(
                keeper,
                soorten.WERKPLEK,
                keuzes={"afspraak": self._afspraken},
                oordelen=lambda dossier: oordelen_over(work, dossier, kinds.WERKPLEK),
                onder=self._onder,
            )
        )

    def _afspraken(self) -> Keuzes:
        return afspraken_to_choose(self.context.dossier())

    def _onder(self, dossier: Dossier, rij: str) -> QWidget | None:
        stand = werkplek_shown(self.context.work, dossier, rij)
        if stand is None or not (stand.zinnen or stand.voorstel):
            return None
        made = kaart("zachtvlak", f"werkplekstand_{rij}")
        box = kolom(made, rand=12, tussen=4)
        for zin in stand.zinnen:
            box.addWidget(label(zin, wrap=True))
        if stand.voorstel is not None:
            box.addWidget(label(voorstel_in_words(stand.voorstel), wrap=True))
            woorden = text("uitvoering.werkplek.schrijf", aantal=uur(stand.voorstel.aantal))
            doen = partial(self._write, rij, stand.voorstel)
            box.addWidget(knop(woorden, f"schrijf_{rij}", doen), 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _write(self, rij: str, voorstel: Urenvoorstel) -> None:
        self.leave()
        work, dossier = self.context.work, self.context.dossier_id
        velden = {"van": voorstel.van.isoformat(), "tot": voorstel.tot.isoformat(), "aantal": voorstel.getal}
        if self.context.act(lambda: write_uren(work, dossier, rij, velden)) is not None:
            self.show_dossier(self.context.dossier())
            self.context.told.emit(text("uitvoering.werkplek.in_urenboek", aantal=uur(voorstel.aantal)))

"""A list of rows on a card: add, correct, remove and put back; each field is recorded when it is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.uitvoering.rijen import rij_of
from intake_assistant.operations.acts.record import record_fields, remove_row, restore_row
from intake_assistant.operations.changed import Changed
from intake_assistant.texts import text
from intake_assistant.ui.fields.field import Field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.rijen.soort import Rijsoort, Rijveld
from intake_assistant.ui.fields.rijen.velden import Keuzes, make_field
from intake_assistant.ui.kit.flow import Rooster
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, lijn

Oordelen = Callable[[Dossier], Mapping[str, str]]
"""What cannot be as it was recorded: a sentence for each subject of which that holds."""


class Rijenlijst(QWidget):
    """One list as its description says; `keuzes` and `onder` are what only the screen knows."""

    veranderd = Signal()
    """A row came, went, or came back."""

    def __init__(
        self,
        keeper: Keeper,
        soort: Rijsoort,
        *,
        keuzes: Mapping[str, Callable[[], Keuzes]] | None = None,
        oordelen: Oordelen | None = None,
        onder: Callable[[Dossier, str], QWidget | None] | None = None,
    ) -> None:
        super().__init__()
        self.keeper, self.context, self.soort = keeper, keeper.context, soort
        self._keuzes, self._oordelen, self._onder = keuzes or {}, oordelen, onder
        self.velden: list[Field] = []
        self._onderin: dict[str, QWidget] = {}
        self._weg = ""
        made = kaart(naam=f"kaart_{soort.meervoud}")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text(soort.kop), "kop2"))
        if soort.uitleg:
            box.addWidget(label(text(soort.uitleg), "zacht", wrap=True))
        self._rijen = QWidget()
        kolom(self._rijen, tussen=12)
        box.addWidget(self._rijen)
        box.addWidget(knop(text(soort.nieuw), f"{soort.naam}_nieuw", self._add, "stil", "nieuw"))
        kolom(self).addWidget(made)
        keeper.vastgelegd.connect(self._judge_after)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is recorded."""
        clear(self._rijen)
        self.velden, self._onderin = [], {}
        box, kind = inside(self._rijen), self.soort.kind
        rijen = dossier.row_ids(kind.lijst())
        if not rijen:
            box.addWidget(label(text(self.soort.leeg), "zacht", wrap=True))
        for nummer, rij in enumerate(rijen, start=1):
            if nummer > 1:
                box.addWidget(lijn())
            box.addWidget(self._row(dossier, rij, nummer))
        if self._weg:
            box.addWidget(knop(text("dossier.rij_terug"), f"{self.soort.naam}_terug", self._put_back))
        self.judge(dossier)

    def leave(self) -> None:
        """Record what stands in the fields; a row that was removed is put back from the history only."""
        for veld in self.velden:
            veld.leave()
        self._weg = ""

    def judge(self, dossier: Dossier) -> None:
        """Say beside each field why it cannot be, and below each row what follows from it."""
        zinnen = self._oordelen(dossier) if self._oordelen else {}
        for veld in self.velden:
            veld.show_oordeel(zinnen.get(veld.subject, ""))
        for rij, onder in self._onderin.items():
            clear(onder)
            if self._onder and (zin := self._onder(dossier, rij)):
                inside(onder).addWidget(zin)

    # -- rows ------------------------------------------------------------------------------------------------

    def _row(self, dossier: Dossier, rij: str, nummer: int) -> QWidget:
        soort, made, staat = self.soort, QWidget(), rij_of(dossier, self.soort.kind, rij)
        made.setObjectName(f"{soort.naam}_{nummer}")
        box, rooster = kolom(made, tussen=8), Rooster(2)
        for veld in soort.velden:
            rooster.add(self._field(rij, veld, staat), breed=veld.breed)
        box.addLayout(rooster)
        onder = QWidget()
        kolom(onder, tussen=4)
        self._onderin[rij] = onder
        box.addWidget(onder)
        weg = knop(text("dossier.rij_weg"), f"{soort.naam}_{nummer}_weg", partial(self._remove, rij), "stil")
        weg.setAccessibleName(text(soort.weg, nummer=nummer))
        box.addWidget(weg)
        return made

    def _field(self, rij: str, veld: Rijveld, staat: Mapping[str, object]) -> Field:
        keuzes = self._keuzes[veld.naam]() if veld.naam in self._keuzes else ()
        made = make_field(self.keeper, self.soort.kind.of(rij, veld.naam), veld, keuzes)
        made.show_value(_shown(staat, veld.naam))
        self.velden.append(made)
        return made

    # -- doing -----------------------------------------------------------------------------------------------

    def _add(self) -> None:
        self.leave()
        work, dossier, begin = self.context.work, self.context.dossier_id, self.soort.begin
        velden = {begin: work.clock.today().isoformat()}
        self._do(lambda: record_fields(work, dossier, self.soort.kind.of(work.new_id()), velden))
        if self.velden:
            first = self.velden[-len(self.soort.velden)].editor.invoer()
            if first is not None:
                first.setFocus()

    def _remove(self, rij: str) -> None:
        self.leave()
        work, dossier, subject = self.context.work, self.context.dossier_id, self.soort.kind.of(rij)
        self._weg = subject
        self._do(lambda: remove_row(work, dossier, subject))

    def _put_back(self) -> None:
        subject, self._weg = self._weg, ""
        work, dossier = self.context.work, self.context.dossier_id
        self._do(lambda: restore_row(work, dossier, subject))

    def _do(self, job: Callable[[], Changed]) -> None:
        if self.context.act(job) is not None:
            self.show_dossier(self.context.dossier())
            self.veranderd.emit()

    def _judge_after(self, subject: str) -> None:
        if any(veld.subject == subject for veld in self.velden):
            self.judge(self.context.dossier())


def _shown(staat: Mapping[str, object], naam: str) -> str:
    """A value of a row as its field takes it; of a table the part that is named after the point."""
    veld, _, deel = naam.partition(".")
    waarde = staat.get(veld, "")
    if deel:
        waarde = waarde.get(deel, "") if isinstance(waarde, Mapping) else ""
    return "\n".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde)

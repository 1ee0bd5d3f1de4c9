"""A list of rows on a card: add, correct, remove and put back; each field is recorded when it is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import read_subject
from intake_assistant.domain.recht.uitvoering.rijen import rij_of
from intake_assistant.operations.acts.record import record_fields, remove_row, restore_row
from intake_assistant.operations.changed import Changed
from intake_assistant.texts import text
from intake_assistant.ui.fields.field import Field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.rijen.soort import Rijsoort, Rijveld
from intake_assistant.ui.fields.rijen.velden import Keuzes, in_het_kort, make_field, shown
from intake_assistant.ui.kit.flow import Rooster
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, lijn
from intake_assistant.ui.kit.parts import rij as rij_
from intake_assistant.ui.qt.focus import bring_into_sight

_LINKS: Final = Qt.AlignmentFlag.AlignLeft
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
        self._weg, self._open = "", set[str]()
        made = kaart(naam=f"kaart_{soort.meervoud}")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text(soort.kop), "kop2", wrap=True))
        if soort.uitleg:
            box.addWidget(label(text(soort.uitleg), "zacht", wrap=True))
        self._rijen = QWidget()
        kolom(self._rijen, tussen=12)
        box.addWidget(self._rijen)
        nieuw = knop(text(soort.nieuw), f"{soort.naam}_nieuw", self._add, "stil", "nieuw")
        box.addWidget(nieuw, 0, _LINKS)
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
            terug = knop(text("dossier.rij_terug"), f"{self.soort.naam}_terug", self._put_back)
            box.addWidget(terug, 0, _LINKS)
        self.judge(dossier)

    def leave(self) -> None:
        """Record what stands in the fields; a row that was removed is put back from the history only."""
        for veld in self.velden:
            veld.leave()
        self._weg = ""

    def judge(self, dossier: Dossier) -> None:
        """Say beside each field why it cannot be, and below each row what follows from it."""
        zinnen = self._zinnen(dossier)
        for veld in self.velden:
            veld.show_oordeel(zinnen.get(veld.subject, ""))
        for rij, onder in self._onderin.items():
            clear(onder)
            if self._onder and (zin := self._onder(dossier, rij)):
                inside(onder).addWidget(zin)

    def _zinnen(self, dossier: Dossier) -> Mapping[str, str]:
        """Of a field why it cannot be, or that two people recorded it otherwise: it would look empty."""
        subjects = (conflict.subject for conflict in dossier.conflicts())
        zin, kind, eerste = text("dossier.rij_verschil"), self.soort.kind, self.soort.velden[0].naam
        read = [(subject, *read_subject(subject)) for subject in subjects]
        ours = {s if len(delen) > 1 else kind.of(*delen, eerste): zin for s, k, delen in read if k is kind}
        return {**(self._oordelen(dossier) if self._oordelen else {}), **ours}

    # -- rows ------------------------------------------------------------------------------------------------

    def _row(self, dossier: Dossier, rij: str, nummer: int) -> QWidget:
        soort, made, staat = self.soort, QWidget(), rij_of(dossier, self.soort.kind, rij)
        made.setObjectName(f"{soort.naam}_{nummer}")
        box, knoppen, onder = kolom(made, tussen=8), rij_(tussen=8), QWidget()
        folded = self._is_folded(dossier, rij)
        if folded:
            self._fold(knoppen, in_het_kort(soort, staat), rij, f"{soort.naam}_{nummer}")
        else:
            rooster = Rooster(2)
            for veld in soort.velden:
                rooster.add(self._field(rij, veld, staat), breed=veld.breed)
            box.addLayout(rooster)
        kolom(onder, tussen=4)
        self._onderin[rij] = onder
        box.addWidget(onder)
        weg = knop(text("dossier.rij_weg"), f"{soort.naam}_{nummer}_weg", partial(self._remove, rij), "stil")
        weg.setAccessibleName(text(soort.weg, nummer=nummer))
        knoppen.addWidget(weg)
        if not folded:
            knoppen.addStretch(1)
        # Beside its one line, or below its fields and what follows from them.
        box.insertLayout(0 if folded else box.count(), knoppen)
        return made

    def _fold(self, naast: QHBoxLayout, zin: str, rij: str, naam: str) -> None:
        naast.addWidget(label(zin, wrap=True, naam=f"{naam}_kort"), 1)
        open_ = knop(text("dossier.rij_open"), f"{naam}_open", partial(self._unfold, rij), "stil")
        open_.setAccessibleName(f"{text('dossier.rij_open')}: {zin}")
        naast.addWidget(open_)

    def _is_folded(self, dossier: Dossier, rij: str) -> bool:
        """A row of which something is wrong, or being typed, is open: it has to be seen."""
        if not self.soort.folds or rij in self._open:
            return False
        open_ones = [*self._zinnen(dossier), *self.keeper.waarden]
        return not any(s.startswith(self.soort.kind.begin(rij)) for s in open_ones)

    def _unfold(self, rij: str) -> None:
        self.leave()
        self._open.add(rij)
        self.show_dossier(self.context.dossier())
        self._focus(rij)

    def open_at(self, subject: str) -> bool:
        """Open the row of a subject of this list with the keyboard in its field; False when it has none."""
        kind, delen = read_subject(subject)
        if kind is not self.soort.kind or delen[0] not in self.context.dossier().row_ids(kind.lijst()):
            return False
        self._open.add(delen[0])
        self.show_dossier(self.context.dossier())
        self._focus(delen[0], subject)
        return True

    def _focus(self, rij: str, subject: str = "") -> None:
        eerste = self.soort.kind.of(rij, self.soort.velden[0].naam)
        subject = subject if any(veld.subject == subject for veld in self.velden) else eerste
        found = next((veld.editor.invoer() for veld in self.velden if veld.subject == subject), None)
        if found is not None:
            found.setFocus()
            bring_into_sight(found)

    def _field(self, rij: str, veld: Rijveld, staat: Mapping[str, object]) -> Field:
        keuzes = self._keuzes[veld.naam]() if veld.naam in self._keuzes else ()
        made = make_field(self.keeper, self.soort.kind.of(rij, veld.naam), veld, keuzes)
        made.show_value(shown(staat, veld.naam))
        self.velden.append(made)
        return made

    # -- doing -----------------------------------------------------------------------------------------------

    def _add(self) -> None:
        self.leave()
        work, dossier, begin = self.context.work, self.context.dossier_id, self.soort.begin
        rij, velden = work.new_id(), {begin: work.clock.today().isoformat()}
        self._open.add(rij)
        self._do(lambda: record_fields(work, dossier, self.soort.kind.of(rij), velden))
        self._focus(rij)
        # The stubs promise a widget where Qt has none.
        veld = cast("QWidget | None", self.window().focusWidget())
        if isinstance(veld, QLineEdit):
            # It may hold the day of today: who types another one replaces it.
            veld.selectAll()

    def _remove(self, rij: str) -> None:
        self.leave()
        work, dossier, subject = self.context.work, self.context.dossier_id, self.soort.kind.of(rij)
        self._weg = subject
        self._do(lambda: remove_row(work, dossier, subject))
        # The button that was pressed went with its row: the next one may lie on another card.
        self._give_keyboard(f"{self.soort.naam}_terug")

    def _put_back(self) -> None:
        subject, self._weg = self._weg, ""
        work, dossier = self.context.work, self.context.dossier_id
        self._do(lambda: restore_row(work, dossier, subject))
        rijen = self.context.dossier().row_ids(self.soort.kind.lijst())
        if (rij := read_subject(subject)[1][0]) in rijen:
            self._give_keyboard(f"{self.soort.naam}_{rijen.index(rij) + 1}_weg")

    def _give_keyboard(self, naam: str) -> None:
        # The older ones of this name are on their way out.
        if knoppen := self._rijen.findChildren(QPushButton, naam):
            knoppen[-1].setFocus()
            bring_into_sight(knoppen[-1])

    def _do(self, job: Callable[[], Changed]) -> None:
        if self.context.act(job) is not None:
            self.show_dossier(self.context.dossier())
            self.veranderd.emit()

    def _judge_after(self, subject: str) -> None:
        if any(veld.subject == subject for veld in self.velden):
            self.judge(self.context.dossier())

"""Conflicts: both sides beside each other, nothing chosen beforehand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.operations.acts.conflict import BEIDE, resolve_conflict
from intake_assistant.operations.views.geschiedenis import Kant, Tegenspraak, tegenspraken_of
from intake_assistant.texts import text
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.mark import beeld, clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.words.moments import moment_in_words


class Tegenspraken(QWidget):
    """All conflicts of the open dossier; `settled` when one was settled."""

    settled = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context, self.keeper = context, Keeper(context, self)
        self.setObjectName("tegenspraken")
        kolom(self, tussen=12)

    def show_dossier(self, dossier: Dossier) -> None:
        """Draw what is in conflict now; hidden when nothing is."""
        # While the reasons that are being typed are still there.
        self.keeper.keep()
        clear(self)
        alle = tegenspraken_of(self.context.work, dossier)
        self.setVisible(bool(alle))
        if not alle:
            return
        box = inside(self)
        kop = rij(tussen=8)
        kop.addWidget(beeld("let_op", "let_op", 22, midden=True))
        kop.addWidget(label(text("geschiedenis.conflicten.kop", aantal=len(alle)), "kop2", wrap=True), 1)
        holder = QWidget()
        holder.setLayout(kop)
        box.addWidget(holder)
        box.addWidget(label(text("geschiedenis.conflicten.uitleg"), "zacht", wrap=True))
        for nummer, tegenspraak in enumerate(alle):
            box.addWidget(self._card(tegenspraak, nummer))
        box.addStretch(1)

    def _card(self, wat: Tegenspraak, nummer: int) -> QFrame:
        made = kaart(naam=f"tegenspraak_{nummer}")
        made.setAccessibleName(wat.wat)
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(wat.wat, "kop3", wrap=True))
        if wat.bron:
            box.addWidget(label(text("geschiedenis.conflicten.volgens", bron=wat.bron), "klein"))
        reden = QLineEdit()
        reden.setObjectName(f"tegenspraak_{nummer}_reden")
        reden.setPlaceholderText(text("geschiedenis.conflicten.reden"))
        reden.setAccessibleName(text("geschiedenis.conflicten.reden"))
        schets = self._keep(wat, reden)
        sides = rij(tussen=16)
        for plek, kant in enumerate(wat.kanten, start=1):
            sides.addWidget(self._side(wat, kant, f"tegenspraak_{nummer}_kant_{plek}", reden, schets), 1)
        box.addLayout(sides)
        row = rij(tussen=8)
        row.addWidget(reden, 1)
        if wat.samen:
            both = knop(
                text("geschiedenis.conflicten.beide"),
                f"tegenspraak_{nummer}_beide",
                self._settling(wat, None, reden, schets),
            )
            both.setAccessibleName(text("geschiedenis.conflicten.beide_naam", wat=wat.wat))
            row.addWidget(both)
        box.addLayout(row)
        return made

    def _keep(self, wat: Tegenspraak, reden: QLineEdit) -> Draft:
        """Keep the reason while it is typed, until the conflict is settled."""
        schets = Draft(self.keeper, lambda: {"reden": reden.text()} if reden.text().strip() else {}, reden)
        found = schets.begin(f"tegenspraak {self.context.dossier_id} {wat.subject}")
        reden.setText(str(found.get("reden", "")))
        schets.watch(reden)
        return schets

    def _side(self, wat: Tegenspraak, kant: Kant, naam: str, reden: QLineEdit, schets: Draft) -> QFrame:
        made = kaart("zachtvlak", naam)
        box = kolom(made, rand=16, tussen=4)
        box.addWidget(label(kant.waarde, "groot", wrap=True))
        box.addWidget(
            label(
                text("geschiedenis.conflicten.kant", wie=kant.wie, wanneer=moment_in_words(kant.op)),
                "klein",
                wrap=True,
            )
        )
        waar = kant.gesprek_naam or text("geschiedenis.conflicten.buiten_gesprek")
        if len({side.wie for side in wat.kanten}) < len(wat.kanten):
            waar = f"{waar}; {text('geschiedenis.conflicten.apparaat', apparaat=kant.apparaat)}"
        box.addWidget(label(waar, "klein", wrap=True))
        box.addStretch(1)
        box.addSpacing(px(8))
        kies = knop(
            text("geschiedenis.conflicten.kies"), f"{naam}_kies", self._settling(wat, kant, reden, schets)
        )
        kies.setAccessibleName(text("geschiedenis.conflicten.kies_naam", waarde=kant.waarde, wie=kant.wie))
        box.addWidget(kies)
        return made

    def _settling(
        self, wat: Tegenspraak, kant: Kant | None, reden: QLineEdit, schets: Draft
    ) -> Callable[[], None]:
        return lambda: self._settle(wat, kant, reden.text().strip(), schets)

    def _settle(self, wat: Tegenspraak, kant: Kant | None, reden: str, schets: Draft) -> None:
        keep = kant.entry if kant else BEIDE
        work, dossier = self.context.work, self.context.dossier_id
        if self.context.act(lambda: resolve_conflict(work, dossier, wat.subject, keep, reden)) is not None:
            schets.drop()
            self.context.told.emit(
                text("geschiedenis.conflicten.gekozen", wat=wat.wat, waarde=kant.waarde)
                if kant
                else text("geschiedenis.conflicten.samen", wat=wat.wat)
            )
        self.settled.emit()

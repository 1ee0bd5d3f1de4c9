"""One conflict as a card: all sides beside each other, nothing chosen beforehand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit

from intake_assistant.operations.acts.conflict import BEIDE, resolve_anew, resolve_beside, resolve_conflict
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.conflict.tegenspraak import Kant, Tegenspraak
from intake_assistant.operations.words.waarde import bronnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.conflicten.manieren import NieuweWaarde, TweeBronnen
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.words.moments import moment_in_words

type Act = Callable[[Workspace], Changed]
"""What settles it."""


class Conflictkaart(QFrame):
    """What is chosen on it goes to `settle`, with a sentence that says so."""

    def __init__(
        self, keeper: Keeper, wat: Tegenspraak, nummer: int, settle: Callable[[Conflictkaart, Act, str], None]
    ) -> None:
        super().__init__()
        self.wat, self._settle, self.naam = wat, settle, f"tegenspraak_{nummer}"
        self._dossier = keeper.context.dossier_id
        self.setProperty("rol", "kaart")
        self.setObjectName(self.naam)
        self.setAccessibleName(wat.wat)
        # It takes the keyboard itself: whoever comes to it by a key has chosen nothing yet.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box = kolom(self, rand=24, tussen=12)
        box.addWidget(label(wat.wat, "kop3", wrap=True))
        if wat.bron:
            box.addWidget(label(text("conflicten.volgens", bron=wat.bron), "klein"))
        sides = rij(tussen=16)
        for plek, kant in enumerate(wat.kanten, start=1):
            sides.addWidget(self._side(kant, f"{self.naam}_kant_{plek}"), 1)
        box.addLayout(sides)
        self._add_ways(box)
        self.schets = Draft(keeper, self.typed, self)
        self._take_up(self.schets.begin(f"tegenspraak {self._dossier} {wat.subject}"))

    def _side(self, kant: Kant, naam: str) -> QFrame:
        made = kaart("zachtvlak", naam)
        box = kolom(made, rand=16, tussen=4)
        box.addWidget(label(kant.waarde, "groot", wrap=True))
        wie = text("conflicten.kant", wie=kant.wie, wanneer=moment_in_words(kant.op))
        waar = kant.gesprek_naam or text("conflicten.buiten_gesprek")
        for regel in (wie, text("conflicten.klok", laptop=kant.apparaat), waar):
            box.addWidget(label(regel, "klein", wrap=True))
        box.addStretch(1)
        box.addSpacing(px(8))
        kies = knop(text("conflicten.kies"), f"{naam}_kies", partial(self._keep, kant))
        kies.setAccessibleName(text("conflicten.kies_naam", waarde=kant.waarde, wie=kant.wie))
        box.addWidget(kies)
        return made

    def _add_ways(self, box: Any) -> None:
        """The ways beside choosing a side, each folded in until it is asked for."""
        self.reden = QLineEdit()
        self.reden.setObjectName(f"{self.naam}_reden")
        self.reden.setPlaceholderText(text("conflicten.reden"))
        self.reden.setAccessibleName(text("conflicten.reden"))
        row = rij(tussen=8)
        row.addWidget(self.reden, 1)
        if self.wat.samen:
            both = knop(text("conflicten.beide"), f"{self.naam}_beide", self._keep_both)
            both.setAccessibleName(text("conflicten.beide_naam", wat=self.wat.wat))
            row.addWidget(both)
        box.addLayout(row)
        self.bronnen = TweeBronnen(self.wat, self.naam, self._beside) if self.wat.bronnen else None
        can_be_typed = self.wat.vraag is not None or self.wat.typen
        self.anders = NieuweWaarde(self.wat, self.naam, self._anew) if can_be_typed else None
        ways = [way for way in (self.bronnen, self.anders) if way is not None]
        chips = rij(tussen=8)
        for way in ways:
            chips.addWidget(way.knop)
        chips.addStretch(1)
        if ways:
            box.addLayout(chips)
        for way in ways:
            box.addWidget(way)

    # -- what is typed ---------------------------------------------------------------------------------------

    def typed(self) -> dict[str, Any]:
        """What stands here and says nothing yet."""
        found = {
            "reden": self.reden.text().strip(),
            "nieuw": self.anders.waarde() if self.anders is not None else None,
        }
        return {naam: waarde for naam, waarde in found.items() if waarde not in ("", None, [])}

    def _take_up(self, found: dict[str, Any]) -> None:
        self.reden.setText(str(found.get("reden", "")))
        self.schets.watch(self.reden)
        if self.anders is not None:
            self.anders.take_up(found.get("nieuw"))
            self.schets.watch(self.anders.editor)

    # -- what is chosen --------------------------------------------------------------------------------------

    def _keep(self, kant: Kant) -> None:
        self._do(
            resolve_conflict, text("conflicten.gekozen", wat=self.wat.wat, waarde=kant.waarde), kant.entry
        )

    def _keep_both(self) -> None:
        self._do(resolve_conflict, text("conflicten.samen", wat=self.wat.wat), BEIDE)

    def _beside(self, kant: Kant, bron: str) -> None:
        """The side that is chosen goes to the other source, the one beside it stays."""
        (blijft,) = (andere for andere in self.wat.kanten if andere is not kant)
        wie = bronnaam(bron)
        zin = text("conflicten.twee_bronnen.gedaan", wat=self.wat.wat, waarde=kant.waarde, bron=wie)
        self._do(resolve_beside, zin, blijft.entry, bron)

    def _anew(self, waarde: object) -> None:
        self._do(resolve_anew, text("conflicten.anders.gedaan", wat=self.wat.wat), waarde)

    def _do(self, act: Callable[..., Changed], zin: str, *choice: object) -> None:
        wat, dossier, reden = self.wat, self._dossier, self.reden.text().strip()
        self._settle(
            self, lambda work: act(work, dossier, wat.subject, *choice, reden=reden, shown=wat.getoond), zin
        )

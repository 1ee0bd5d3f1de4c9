"""Besluiten that hold at once: a person says from which one a new besluit goes on, and why."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit

from intake_assistant.domain.recht.besluit import Samenloop
from intake_assistant.operations.words.samenloop import besluit_in_words, samenloop_in_words
from intake_assistant.texts import text
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.giving_way import Keuzerondje
from intake_assistant.ui.kit.mark import beeld
from intake_assistant.ui.kit.parts import knop, kolom, label, rij

_LEAST = 8
"""Letters of a reason: fewer say nothing to a judge."""


class Samenloopkaart(QFrame):
    """None of them is chosen beforehand: the program never chooses between besluiten (AVG 22)."""

    gevraagd = Signal(str, str)
    """The besluit to go on from, and why; it is set on the screen of a new besluit."""

    def __init__(self, keeper: Keeper, samenloop: Samenloop) -> None:
        super().__init__()
        self._samenloop = samenloop
        self._ids = [besluit.id for besluit in samenloop.besluiten]
        self.setObjectName("samenloop")
        self.setProperty("rol", "waarschuwing")
        self.setAccessibleName(text("conflicten.samenloop.kop"))
        row = rij(self, rand=16, tussen=12)
        row.addWidget(beeld("let_op", "let_op", 22))
        self._box = kolom(tussen=8)
        row.addLayout(self._box, 1)
        self._box.addWidget(label(text("conflicten.samenloop.kop"), "kop3", wrap=True))
        self._box.addWidget(label(samenloop_in_words(samenloop), wrap=True))
        self._build_choice()
        self._build_fields()
        self.schets = Draft(keeper, self._typed, self)
        self._take_up(self.schets.begin(f"samenloop {keeper.context.dossier_id}"))
        self._judge()

    def _build_choice(self) -> None:
        self._box.addWidget(label(text("conflicten.samenloop.welk"), "veldnaam", wrap=True))
        self._keuze = QButtonGroup(self)
        for nummer, besluit in enumerate(self._samenloop.besluiten):
            button = Keuzerondje(besluit_in_words(besluit), f"samenloop_{nummer}")
            self._keuze.addButton(button, nummer)
            self._box.addWidget(button)
        self._keuze.idToggled.connect(lambda *_: self._judge())

    def _build_fields(self) -> None:
        self.waarom = QLineEdit()
        woorden = text("conflicten.samenloop.waarom")
        name_field(self.waarom, "samenloop_waarom", woorden)
        kop = label(woorden, "veldnaam", wrap=True)
        kop.setBuddy(self.waarom)
        self._box.addWidget(kop)
        self._box.addWidget(self.waarom)
        self.waarom.textChanged.connect(lambda _: self._judge())
        self.doe = knop(text("conflicten.samenloop.doe"), "samenloop_doe", self._ask, "hoofdknop")
        row = rij()
        row.addWidget(self.doe)
        row.addStretch(1)
        self._box.addLayout(row)

    # -- what is typed ---------------------------------------------------------------------------------------

    def _typed(self) -> dict[str, Any]:
        waarom = self.waarom.text().strip()
        return {"waarom": waarom} if waarom else {}

    def _take_up(self, found: dict[str, Any]) -> None:
        self.waarom.setText(str(found.get("waarom", "")))
        self.schets.watch(self.waarom)

    def _judge(self) -> None:
        self.doe.setEnabled(self._keuze.checkedId() >= 0 and len(self.waarom.text().strip()) >= _LEAST)

    def _ask(self) -> None:
        self.gevraagd.emit(self._ids[self._keuze.checkedId()], self.waarom.text().strip())

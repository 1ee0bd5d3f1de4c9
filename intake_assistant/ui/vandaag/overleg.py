"""What colleagues wait for, over all dossiers: a concept to read, a remark to answer, a dossier to accept."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.operations.views.overleg.wachten import waiting_among
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, with_label
from intake_assistant.ui.window.context import Context

_MOST: Final = 20
"""The others are found with the filter of the list."""


class OverlegWacht(QFrame):
    """A line for each dossier, with the way to its overleg; hidden while nobody waits."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.rows: list[tuple[str, str, list[str]]] = []
        made = kaart(naam="kaart_overleg")
        box = kolom(made, rand=16, tussen=12)
        box.addWidget(label(text("overleg.wacht_kop"), "kop3"))
        self._lijst = QWidget()
        kolom(self._lijst, tussen=12)
        box.addWidget(self._lijst)
        self._meer = label("", "klein", wrap=True, naam="overleg_meer")
        box.addWidget(self._meer)
        kolom(self, tussen=0).addWidget(made)

    def show_lines(self, lines: Iterable[Overzicht]) -> None:
        """Show what waits among the lines of the list."""
        self.rows = waiting_among(self._context.work, lines)
        clear(self._lijst)
        for row in self.rows[:_MOST]:
            inside(self._lijst).addWidget(self._line(*row))
        meer = max(len(self.rows) - _MOST, 0)
        with_label(self._meer, text("overleg.wacht_meer", aantal=meer) if meer else "")
        self.setVisible(bool(self.rows))

    def _line(self, dossier: str, naam: str, zinnen: list[str]) -> QWidget:
        made = QWidget()
        made.setObjectName(f"overleg_{dossier}")
        row = rij(made, tussen=16)
        words = kolom(tussen=2)
        words.addWidget(label(naam, "veldnaam", wrap=True))
        for zin in zinnen:
            words.addWidget(label(zin, wrap=True))
        row.addLayout(words, 1)
        go = partial(self._context.navigate.emit, "overleg", {"dossier": dossier})
        naar = knop(text("overleg.naar"), f"overleg_naar_{dossier}", go)
        naar.setAccessibleName(text("overleg.naar_naam", naam=naam))
        row.addWidget(naar)
        return made

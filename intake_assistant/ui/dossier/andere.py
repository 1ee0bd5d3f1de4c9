"""Other dossiers of this person, or that may be: each with the way to it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.domain.dubbel.koppeling import Koppeling
from intake_assistant.operations.views.dubbel.zoeken import Dubbel
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld, clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.words.doubles import Dubbelvraag

MOST: Final = 3
"""So many are named above a dossier; all of them stand in the list."""


class AndereDossiers(QWidget):
    """One line each; nothing for who was said to be somebody else."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._of = ""
        self.vraag = Dubbelvraag(context, self)
        self.vraag.found.connect(self._show)
        kolom(self, tussen=8)
        self.hide()

    def look(self) -> None:
        """Ask anew for the open dossier; nobody who looks along sees the name of another."""
        here = "" if self._context.samen else self._context.dossier_id
        if here != self._of:
            self._show([])
        self._of = here
        if here:
            self.vraag.ask_of(here)
        else:
            self.vraag.drop()

    def _show(self, found: list[Dubbel]) -> None:
        shown = [d for d in found if d.is_open or d.stand is Koppeling.ZELFDE][:MOST]
        clear(self)
        for nummer, dubbel in enumerate(shown):
            inside(self).addWidget(self._line(nummer, dubbel))
        self.setVisible(bool(shown))

    def _line(self, nummer: int, dubbel: Dubbel) -> QFrame:
        soort = "zelfde" if not dubbel.is_open else "zeker" if dubbel.is_zeker else "mogelijk"
        made = kaart("kaart" if soort == "zelfde" else "waarschuwing", f"ander_dossier_{nummer}")
        row = rij(made, rand=8, tussen=12)
        icoon, ink = ("dossiers", "zacht") if soort == "zelfde" else ("let_op", "let_op")
        row.addWidget(beeld(icoon, ink, 20), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(text(f"dubbel.bij_dossier_{soort}", naam=dubbel.ander_naam), wrap=True), 1)
        both = {"een": dubbel.dossier, "ander": dubbel.ander}
        side = knop(text("dubbel.vergelijk"), f"vergelijk_{nummer}", self._to("dubbel", both))
        side.setAccessibleName(text("dubbel.vergelijk_naam", naam=dubbel.ander_naam))
        row.addWidget(side)
        if soort == "zelfde":
            there = self._to("dossier", {"dossier": dubbel.ander})
            naar = knop(text("dubbel.open_dossier"), f"open_ander_{nummer}", there)
            naar.setAccessibleName(text("dubbel.open_naam", naam=dubbel.ander_naam))
            row.addWidget(naar)
        return made

    def _to(self, scherm: str, arguments: dict[str, str]) -> partial[None]:
        return partial(self._context.navigate.emit, scherm, arguments)

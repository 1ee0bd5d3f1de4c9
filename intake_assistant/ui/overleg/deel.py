"""A card of the screen of overleg: drawn anew from the dossier after each act."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.operations.changed import Changed
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, kolom, label
from intake_assistant.ui.overleg.getypt import Getypt
from intake_assistant.ui.window.context import Context


class Overlegdeel(QWidget):
    """Its head stays; what is below is drawn anew."""

    gedaan = Signal()
    """Something was done here: the other cards may show it."""

    def __init__(self, context: Context, getypt: Getypt, naam: str, kop: str, uitleg: str) -> None:
        super().__init__()
        self.context, self.getypt = context, getypt
        made = kaart(naam=f"overleg_{naam}")
        made.setAccessibleName(kop)
        box = kolom(made, rand=16, tussen=8)
        box.addWidget(label(kop, "kop2"))
        box.addWidget(label(uitleg, "zacht", wrap=True))
        self.vak = QWidget()
        kolom(self.vak, tussen=12)
        box.addWidget(self.vak)
        kolom(self).addWidget(made)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show how it stands."""
        clear(self.vak)
        self.fill(dossier)

    def fill(self, dossier: Dossier) -> None:
        """Put what there is on the empty card."""
        raise NotImplementedError

    def add(self, *widgets: QWidget) -> None:
        """Put these below each other on the card."""
        for widget in widgets:
            inside(self.vak).addWidget(widget)

    def do(self, act: Callable[[], Changed], *typed: str) -> bool:
        """Do what a button asks; what was typed for it is said then. A refusal leaves all as it was."""
        done = self.context.act(act)
        if done is None:
            return False
        self.getypt.done(*typed)
        self.gedaan.emit()
        return True

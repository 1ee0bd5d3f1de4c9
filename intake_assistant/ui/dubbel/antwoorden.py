"""What may be said of two dossiers: always in sight below them."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from intake_assistant.domain.dubbel.koppeling import Koppeling
from intake_assistant.operations.views.dubbel.zoeken import Dubbel
from intake_assistant.texts import text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.theme import px

# Of equal weight: who hesitates is not led.
_TO_DECIDE: Final = ("zelfde", "niet", "later")


class Antwoordknoppen(QWidget):
    """`chosen` with what was said, `later` to go on without."""

    chosen = Signal(Koppeling)
    later = Signal()

    def __init__(self) -> None:
        super().__init__()
        said = {"zelfde": Koppeling.ZELFDE, "niet": Koppeling.GEEN_DUBBEL, "los": Koppeling.LOS}
        presses = {naam: partial(self.chosen.emit, koppeling) for naam, koppeling in said.items()}
        self.knoppen: dict[str, QPushButton] = {
            "zelfde": knop(text("dubbel.zelfde"), "dubbel_zelfde", presses["zelfde"]),
            "niet": knop(text("dubbel.niet"), "dubbel_niet", presses["niet"]),
            "later": knop(text("dubbel.later"), "dubbel_later", self.later.emit, "stil"),
            "los": knop(text("dubbel.los"), "dubbel_los", presses["los"]),
        }
        self.gevolg = label(text("dubbel.gevolg"), "zacht", wrap=True)
        row = QWidget()
        flow = Vloei(row)
        for made in self.knoppen.values():
            flow.addWidget(made)
        box = kolom(self, tussen=8)
        box.setContentsMargins(px(24), px(12), px(24), px(12))
        box.addWidget(self.gevolg)
        box.addWidget(row)

    def show_for(self, dubbel: Dubbel) -> None:
        """The questions of two that are to be decided about, or the way back from what was decided."""
        for naam, made in self.knoppen.items():
            made.setVisible((naam in _TO_DECIDE) == dubbel.is_open)
        self.gevolg.setVisible(dubbel.is_open)

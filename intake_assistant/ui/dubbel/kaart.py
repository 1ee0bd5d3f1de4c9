"""Two dossiers side by side, with in words what is the same and what differs."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from intake_assistant.operations.views.dubbel.vergelijken import Dossierpaar, Veldoordeel, Vergelijkregel
from intake_assistant.operations.views.dubbel.zoeken import Dubbel
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px

_BEELDEN: Final = {
    Veldoordeel.GELIJK: ("vink", "goed"),
    Veldoordeel.LIJKT: ("let_op", "let_op"),
    Veldoordeel.VERSCHILT: ("let_op", "fout"),
}


class Vergelijkkaart(QWidget):
    """`opened` with a dossier to look into."""

    opened = Signal(str)

    def __init__(self, dubbel: Dubbel, naast: Dossierpaar) -> None:
        super().__init__()
        self.dubbel = dubbel
        card = kaart(naam="dubbel_kaart")
        kolom(self).addWidget(card)
        box = kolom(card, rand=24, tussen=16)
        box.addWidget(
            label(text("dubbel.vraag" if dubbel.is_open else "dubbel.besloten_kop"), "kop2", wrap=True)
        )
        box.addWidget(label(_why(dubbel), wrap=True, naam="dubbel_waarom"))
        if naast.besloten:
            box.addWidget(label(naast.besloten, wrap=True, naam="dubbel_besloten"))
        box.addLayout(self._table(naast))

    def _table(self, naast: Dossierpaar) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        for column, (dossier, naam) in enumerate(
            zip((self.dubbel.dossier, self.dubbel.ander), naast.namen, strict=True), 1
        ):
            grid.addWidget(self._head(dossier, naam, column), 0, column)
            grid.setColumnStretch(column, 1)
        for row, regel in enumerate(naast.regels, 1):
            grid.addWidget(_field(regel), row, 0, Qt.AlignmentFlag.AlignTop)
            for column, waarde in enumerate(regel.waarden, 1):
                grid.addWidget(_fact(regel, waarde), row, column, Qt.AlignmentFlag.AlignTop)
        return grid

    def _head(self, dossier: str, naam: str, column: int) -> QWidget:
        made = QWidget()
        box = kolom(made, tussen=4)
        box.addWidget(label(naam, "kop3", wrap=True))
        naar = knop(text("dubbel.open_dossier"), f"dubbel_open_{column}", partial(self.opened.emit, dossier))
        naar.setAccessibleName(text("dubbel.open_naam", naam=naam))
        row = rij()
        row.addWidget(naar)
        row.addStretch(1)
        box.addLayout(row)
        return made


def _why(dubbel: Dubbel) -> str:
    gelijk = dubbel.gelijkenis
    if gelijk is None:
        return text("dubbel.waarom_niets")
    if gelijk.nummer:
        return text("dubbel.waarom_nummer", nummer=text(f"dossier.veld.{gelijk.nummer}"))
    return text("dubbel.waarom_naam")


def _fact(regel: Vergelijkregel, waarde: str) -> QLabel:
    made = label(waarde, wrap=True)
    made.setAccessibleName(text("dubbel.voorgelezen", veld=regel.veld, waarde=waarde))
    return made


def _field(regel: Vergelijkregel) -> QWidget:
    """What it is, and below it in words whether both say the same: colour never says it alone."""
    made = QWidget()
    box = kolom(made, tussen=2)
    box.addWidget(label(regel.veld, "veldnaam", wrap=True))
    if regel.oordeel is not None:
        row = rij(tussen=4)
        if regel.oordeel in _BEELDEN:
            row.addWidget(beeld(*_BEELDEN[regel.oordeel], 16))
        row.addWidget(label(text(f"dubbel.oordeel_{regel.oordeel}"), "klein"))
        row.addStretch(1)
        box.addLayout(row)
    return made

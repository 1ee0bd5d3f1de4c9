"""How long each thing is kept: what must go now, from when, and why not yet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.bewaartermijn import DOSSIER
from intake_assistant.operations.views.wissen.bewaartermijn import Bewaarregel, bewaarregels_of
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import clear, inside, merk
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij
from intake_assistant.ui.rechten.deel import Rechtendeel
from intake_assistant.ui.window.context import Context

_MERK = {"te_wissen": ("let_op", "let_op"), "loopt": ("klok", "gewoon"), "wacht": ("stip", "gewoon")}


class BewaarKaart(Rechtendeel):
    """A line for everything that ends one day; a button where it must go, or the whole can."""

    wissen = Signal(object)
    """A Bewaarregel: this must be erased."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        made = kaart(naam="kaart_bewaren")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("rechten.bewaren"), "kop2"))
        box.addWidget(label(text("rechten.bewaren_uitleg"), "zacht", wrap=True))
        self._lijst = QWidget()
        kolom(self._lijst, tussen=8)
        box.addWidget(self._lijst)
        row = rij()
        row.addWidget(knop(text("rechten.naar_procedure"), "bewaren_naar_procedure", self._to_procedure))
        row.addStretch(1)
        box.addLayout(row)
        kolom(self).addWidget(made)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show every term of the dossier, today."""
        clear(self._lijst)
        for regel in bewaarregels_of(self.context.work, dossier):
            line = _line(regel)
            inside(self._lijst).addWidget(line)
            if regel.stand == "te_wissen" or regel.wat == DOSSIER:
                inside(line).addWidget(self._knop(regel))

    def _to_procedure(self) -> None:
        """Where the days are recorded that the terms follow from."""
        self.context.navigate.emit("dossier", {"deel": "persoon"})

    def _knop(self, regel: Bewaarregel) -> QPushButton:
        vroeger = regel.stand != "te_wissen"
        woord = text("rechten.wissen_eerder" if vroeger else "rechten.wissen")
        rol = "stil" if vroeger else "hoofdknop"
        made = knop(woord, f"wissen_{regel.wat}", partial(self.wissen.emit, regel), rol)
        wat = text(f"rechten.bewaren.wat.{regel.wat}")
        naam = "rechten.wissen_eerder_naam" if vroeger else "rechten.wissen_naam"
        made.setAccessibleName(text(naam, wat=wat))
        return made


def _line(regel: Bewaarregel) -> QFrame:
    made = kaart("zachtvlak", f"bewaren_{regel.wat}")
    box = kolom(made, rand=12, tussen=4)
    kop = rij(tussen=8)
    kop.addWidget(label(text(f"rechten.bewaren.wat.{regel.wat}"), "kop3", wrap=True), 1)
    icoon, soort = _MERK[regel.stand]
    kop.addWidget(
        merk(icoon, text(f"rechten.bewaren.stand.{regel.stand}"), soort, f"bewaren_{regel.wat}_stand")
    )
    box.addLayout(kop)
    box.addWidget(label(regel.uitleg, "klein", wrap=True, naam=f"bewaren_{regel.wat}_uitleg"))
    box.addWidget(label(text("dossier.klok.regel", regel=regel.regel), "klein"))
    made.setAccessibleName(f"{text(f'rechten.bewaren.wat.{regel.wat}')}. {regel.uitleg}")
    return made

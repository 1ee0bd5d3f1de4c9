"""The grounds of a later besluit to choose from, and the one that was chosen above its fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from intake_assistant.domain.recht.besluit import GRONDEN, ONTWIKKELPLAN
from intake_assistant.texts import text
from intake_assistant.ui.kit.emptying import show_all
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak


class Grondkeuze(QWidget):
    """Each ground with when it fits and what the law asks; none goes before another (AVG 22)."""

    gekozen = Signal(str)
    eerst = Signal(str)
    """To the screen on which something has to be done first."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("grondkeuze")
        inhoud = QWidget()
        vak = kolom(inhoud, tussen=12)
        self.stand = label("", wrap=True, naam="grondkeuze_stand")
        self._kaarten = QWidget()
        self._knoppen: list[QPushButton] = []
        kolom(self._kaarten, tussen=12)
        for deel in (self.stand, self._kaarten):
            vak.addWidget(deel)
        vak.addStretch(1)
        kolom(self, tussen=0).addWidget(schuifvlak(inhoud))

    def show_gronden(self, stand: str, nu: Mapping[str, Sequence[str]]) -> None:
        """Show the grounds with what stands in the dossier for each; none when there are none to choose."""
        self.stand.setText(stand)
        clear(self._kaarten)
        self._knoppen = []
        for grond in GRONDEN:
            if grond in nu:
                inside(self._kaarten).addWidget(self._card(grond, nu[grond]))
        # Else the keyboard, which begins here, would come to what is not in sight yet.
        show_all(inside(self._kaarten))

    def show_eerst(self, stand: str, woord: str, scherm: str) -> None:
        """Show what has to be done first, and the way there."""
        self.show_gronden(stand, {})
        naar = knop(woord, "grondkeuze_eerst", partial(self.eerst.emit, scherm), "hoofdknop")
        self._knoppen = [naar]
        inside(self._kaarten).addWidget(naar, 0, Qt.AlignmentFlag.AlignLeft)
        show_all(inside(self._kaarten))

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._knoppen[0] if self._knoppen else self

    def _card(self, grond: str, nu: Sequence[str]) -> QFrame:
        made = kaart(naam=f"grond_{grond}")
        vak = kolom(made, rand=16, tussen=4)
        titel = text(f"beschikking.grond.{grond}.titel")
        vak.addWidget(label(titel, "kop3", wrap=True))
        vak.addWidget(label(text(f"beschikking.grond.{grond}.wanneer"), wrap=True))
        vak.addWidget(label(text(f"beschikking.grond.{grond}.vraagt"), "zacht", wrap=True))
        for zin in nu:
            vak.addWidget(label(zin, "klein", wrap=True))
        woord = "beschikking.nieuw.naar_plan" if grond == ONTWIKKELPLAN else "beschikking.nieuw.kies"
        kies = knop(text(woord), f"kies_{grond}", partial(self.gekozen.emit, grond))
        kies.setAccessibleName(text("beschikking.nieuw.kies_naam", knop=text(woord), grond=titel))
        self._knoppen.append(kies)
        vak.addWidget(kies, 0, Qt.AlignmentFlag.AlignLeft)
        return made


class Grondkaart(QFrame):
    """What the chosen ground asks and what stands in the dossier for it; `weg` to throw it all away."""

    weg = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("rol", "kaart")
        self.setObjectName("grondkaart")
        vak = kolom(self, rand=16, tussen=4)
        self._titel = label("", "kop2", wrap=True, naam="grond_titel")
        self._vraagt = label("", wrap=True)
        self._nu = label("", wrap=True, naam="grond_nu")
        self._blijft = label("", "klein", wrap=True)
        for deel in (self._titel, self._vraagt, self._nu, self._blijft):
            vak.addWidget(deel)
        row = rij(tussen=8)
        row.addWidget(knop(text("beschikking.nieuw.weg"), "wijziging_weg", self.weg.emit, "stil"))
        row.addStretch(1)
        vak.addLayout(row)

    def show_grond(self, grond: str, nu: Sequence[str], blijft: str) -> None:
        """Show it; `blijft` says from which besluit the rest comes."""
        self._titel.setText(text(f"beschikking.grond.{grond}.titel"))
        self._vraagt.setText(text(f"beschikking.grond.{grond}.vraagt"))
        self._nu.setText("\n".join(nu))
        self._nu.setVisible(bool(nu))
        self._blijft.setText(blijft)

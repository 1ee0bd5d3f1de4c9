"""Who somebody is: the first thing on the dossier, derived from what was answered."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QWidget

from intake_assistant.operations.views.dossier.gezin import draw_gezin_van, gezin_in_words
from intake_assistant.operations.views.dossier.portret import Portret
from intake_assistant.texts import text
from intake_assistant.ui.drawing.painting import Plaat
from intake_assistant.ui.kit.parts import KorteRegel, breekbaar, kolom, label, rij, zweeftekst
from intake_assistant.ui.kit.theme import px, thema

LANGE_NAAM: Final = 60
NAAST: Final = 110
"""Larger than this in per cent, there is no room for two things beside each other."""
REGELS: Final = ("spreekt", "leest", "was", "kan", "wil", "let_op")
"""In the order in which they are read."""


def portretkaart(portret: Portret) -> QWidget:
    """Name, age, languages, family, three lines, what to mind, and two answers in their own words."""
    made = QWidget()
    made.setObjectName("portret")
    box = kolom(made, rand=8, tussen=8)
    box.addLayout(_kop(portret))
    box.addLayout(_regels(portret))
    if portret.is_leeg:
        box.addWidget(label(text("dossier.portret.leeg"), "zacht", wrap=True, naam="portret_leeg"))
    for nummer, zin in enumerate(portret.woorden):
        box.addWidget(label(breekbaar(zin), wrap=True, naam=f"portret_woord_{nummer}"))
    return made


def _kop(portret: Portret) -> QBoxLayout:
    """Who, and the family: beside it, or below it where letters are large."""
    is_naast = thema.schaal <= NAAST and len(portret.naam) <= LANGE_NAAM
    row, wie = rij(tussen=16) if is_naast else kolom(tussen=8), kolom(tussen=4)
    wie.addWidget(_naam(portret.naam))
    # Of who has the name of thirteen others the day of birth tells who it is.
    delen = (breekbaar(portret.aanspreekvorm), portret.leeftijd, portret.geboren)
    if woorden := "  ·  ".join(filter(None, delen)):
        wie.addWidget(label(woorden, "groot", wrap=True, naam="portret_wie"))
    if is_naast:
        wie.addStretch(1)
    row.addLayout(wie, int(is_naast))
    if zin := gezin_in_words(portret.gezin):
        plaat = Plaat("portret_gezin")
        plaat.show_drawing(lambda breed, letter: draw_gezin_van(portret.gezin, breed, letter))
        plaat.setToolTip(zweeftekst(zin))
        row.addWidget(plaat, int(is_naast))
    return row


def _naam(naam: str) -> QLabel:
    """The whole name on as many lines as it needs; one without end on a single line."""
    if len(naam) <= LANGE_NAAM:
        return label(breekbaar(naam), "kop1", wrap=True, naam="portret_naam")
    made = KorteRegel("kop1", "portret_naam")
    made.set_whole(naam)
    return made


def _regels(portret: Portret) -> QGridLayout:
    """What was answered, a line for each: which languages, what somebody was, can and wants, what to mind."""
    made = QGridLayout()
    made.setHorizontalSpacing(px(12))
    made.setVerticalSpacing(px(4))
    made.setColumnStretch(1, 1)
    for naam in REGELS:
        delen = getattr(portret, naam)
        if delen:
            plek, woorden = (
                made.rowCount(),
                label(breekbaar("; ".join(delen)), wrap=True, naam=f"portret_{naam}"),
            )
            kop = text(f"dossier.portret.regel.{naam}")
            made.addWidget(label(kop, "zacht"), plek, 0, Qt.AlignmentFlag.AlignTop)
            made.addWidget(woorden, plek, 1)
    return made

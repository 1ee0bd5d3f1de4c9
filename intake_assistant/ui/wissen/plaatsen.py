"""Places that are erased, as lines: what it is called, how it stands, and a mark."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from intake_assistant.operations.views.wissen.plaatsen import Wisplaats
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld, clear, inside
from intake_assistant.ui.kit.parts import knop, kolom, label, rij


def show_places(box: QWidget, plaatsen: Iterable[Wisplaats], *, nog: bool) -> list[QPushButton]:
    """Show a line for each place: what will happen there (`nog`), or what did.

    Returns a button for each place that may be no more, with the place as its property `plaats`.
    """
    clear(box)
    knoppen: list[QPushButton] = []
    for nummer, plaats in enumerate(plaatsen):
        line = _line(plaats, nummer, nog=nog)
        inside(box).addWidget(line)
        if not nog and plaats.soort == "elders" and not plaats.is_gewist:
            weg = knop(text("wissen.plaats.bestaat_niet"), f"wisplaats_weg_{nummer}", lambda: None, "stil")
            weg.setProperty("plaats", plaats.plaats)
            inside(line).addWidget(weg)
            knoppen.append(weg)
    return knoppen


def _line(plaats: Wisplaats, nummer: int, *, nog: bool) -> QFrame:
    goed = plaats.bereikbaar if nog else plaats.is_gewist
    made = QFrame()
    row = rij(made, tussen=12)
    row.addWidget(beeld("vink" if goed else "klok", "goed" if goed else "let_op"))
    woorden = kolom(tussen=0)
    naam = plaats.naam if not plaats.aantal else f"{plaats.naam} ({plaats.in_getal})"
    woorden.addWidget(label(naam, "veldnaam", wrap=True))
    stand = plaats.vooraf if nog else plaats.stand
    woorden.addWidget(label(stand, wrap=True, naam=f"wisplaats_{nummer}"))
    row.addLayout(woorden, 1)
    made.setAccessibleName(f"{naam}. {stand}")
    return made

"""The parts of the first screen: a talk with who it is with, and lines that lead somewhere."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from intake_assistant.dates import with_weekday
from intake_assistant.domain.recht.ontwikkelplan import WIE
from intake_assistant.operations.views.dossier.portret import Portret
from intake_assistant.operations.views.vandaag.dag import Eindje, Navraag, Spreekuur
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import beeld
from intake_assistant.ui.kit.parts import (
    KorteRegel,
    Rijknop,
    breekbaar,
    kaart,
    knop,
    kolom,
    label,
    rij,
)
from intake_assistant.ui.kit.theme import px

_REGELS: Final = ("wil", "let_op")
"""What one needs of somebody before the door opens, beside who it is."""
_WIE_BREED: Final = 232
MOST: Final = 6
STAP: Final = 40
"""So many lines are in sight at first, and so many more come at a time."""


def gesprekskaart(
    spreekuur: Spreekuur, portret: Portret | None, taal: str, begin: Callable[[], object]
) -> QFrame:
    """When and where, with whom, and the way into the conversation."""
    made = kaart(naam=f"vandaag_{spreekuur.dossier}")
    box = kolom(made, rand=12, tussen=4)
    kop = rij(tussen=12)
    wie = KorteRegel("kop2", "vandaag_naam")
    wie.set_whole(lijstnaam(spreekuur.naam))
    kop.addWidget(wie, 1)
    woord = text("vandaag.verder" if spreekuur.is_bezig else "vandaag.begin")
    naar = knop(woord, f"vandaag_begin_{spreekuur.dossier}", begin, "hoofdknop", "gesprek")
    naar.setAccessibleName(text("vandaag.begin_naam", naam=lijstnaam(spreekuur.naam)))
    kop.addWidget(naar)
    box.addWidget(label(wanneer_in_words(spreekuur), "veldnaam", wrap=True, naam="vandaag_wanneer"))
    box.addLayout(kop)
    if portret is not None:
        _add_portret(made, portret, taal)
    return made


def _add_portret(card: QFrame, portret: Portret, taal: str) -> None:
    box = card.layout()
    if box is None:
        raise TypeError(card.objectName())
    delen = (portret.aanspreekvorm, portret.leeftijd, text("vandaag.spreekt", taal=taal) if taal else "")
    if wie := " · ".join(filter(None, delen)):
        box.addWidget(label(breekbaar(wie), wrap=True, naam="vandaag_wie"))
    for naam in _REGELS:
        if gezegd := getattr(portret, naam):
            zin = text(f"vandaag.{naam}", gezegd="; ".join(gezegd))
            box.addWidget(label(breekbaar(zin), wrap=True, naam=f"vandaag_{naam}"))
    for zin in portret.woorden[:1]:
        box.addWidget(label(breekbaar(zin), "zacht", wrap=True, naam="vandaag_woord"))


def wanneer_in_words(spreekuur: Spreekuur) -> str:
    """The hour and the place, and which conversation it is."""
    nummer = text("vandaag.gesprek", nummer=spreekuur.nummer)
    return " · ".join(filter(None, (spreekuur.uur, nummer, spreekuur.hoe)))


def dag_in_words(op: date, vandaag: date) -> str:
    """How far a last day lies from today."""
    dagen = (op - vandaag).days
    if dagen == 0:
        return text("vandaag.vandaag")
    return text("vandaag.over" if dagen > 0 else "vandaag.te_laat", aantal=abs(dagen))


def navraag_in_words(navraag: Navraag, vandaag: date) -> str:
    """What was agreed, who would do it, and when."""
    wie = text(f"ontwikkelplan.wie_{navraag.wie}") if navraag.wie in WIE else navraag.wie
    return text("vandaag.navraag", wat=navraag.wat, wie=wie, wanneer=dag_in_words(navraag.uiterlijk, vandaag))


def weekdag_in_words(spreekuur: Spreekuur) -> str:
    """The day of a talk that comes, with all that is known of it."""
    return " · ".join((with_weekday(spreekuur.op), wanneer_in_words(spreekuur)))


def regel(
    naam: str, wie: str, zin: str, go: Callable[[], object], *, icoon: str = "", inkt: str = "zacht"
) -> Rijknop:
    """One line: of whom, what, and a click leads there."""
    made = Rijknop(naam, f"{wie}: {zin}", go)
    row = rij(tussen=12)
    if icoon:
        row.addWidget(beeld(icoon, inkt, midden=True))
    links = KorteRegel("veldnaam")
    links.set_whole(wie)
    # In every line as wide, however long the name; in a narrow window it gives way.
    links.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    links.setMaximumWidth(px(_WIE_BREED))
    row.addWidget(links, 2)
    row.addWidget(label(breekbaar(zin), wrap=True), 5)
    made.fill(row, boven=4)
    return made


def eindjesregel(nummer: int, eindje: Eindje, go: Callable[[str, dict[str, str]], object]) -> Rijknop:
    """A loose end, and the way to where it is dealt with."""
    arguments = {"dossier": eindje.dossier, **eindje.argumenten}
    naar = partial(go, eindje.scherm, arguments)
    return regel(f"eindje_{nummer}", lijstnaam(eindje.naam), eindje.zin, naar, icoon=eindje.scherm)


class Regelkaart(QFrame):
    """A card of lines, a few of which are made at first; not in sight without any."""

    def __init__(self, naam: str, aantal: int, regels: Iterator[QWidget]) -> None:
        super().__init__()
        self.setObjectName(f"deel_{naam}")
        self.setProperty("rol", "kaart")
        self._left, self._regels = aantal, regels
        box = kolom(self, rand=8, tussen=0)
        box.addWidget(label(text(f"vandaag.deel.{naam}", aantal=aantal), "kop3"))
        self._lijst = kolom(tussen=0)
        box.addLayout(self._lijst)
        self.meer = knop("", f"meer_{naam}", lambda: self._show(STAP), "stil")
        box.addWidget(self.meer, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(MOST)
        if not aantal:
            # Shown before it is in its place, it would be a window of its own for a moment.
            self.hide()

    def _show(self, most: int) -> None:
        for made in itertools.islice(self._regels, most):
            self._lijst.addWidget(made)
        self._left = max(self._left - most, 0)
        woorden = text("vandaag.meer", aantal=self._left)
        self.meer.setText(woorden)
        self.meer.setAccessibleName(woorden)
        self.meer.setVisible(self._left > 0)

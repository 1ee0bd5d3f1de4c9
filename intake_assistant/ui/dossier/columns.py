"""The overview: who, next and terms beside each other or below each other, and time below both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from intake_assistant.ui.kit.emptying import take_out
from intake_assistant.ui.kit.mark import clear
from intake_assistant.ui.kit.parts import kolom, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.later import Later

KAART: Final = 340
"""How wide a card is at least, in the same units."""
PASSES: Final = 3
TWEE: Final = 760
"""From this width on there are two columns, in units that grow with the letters."""


class Dossierblad(QWidget):
    """What is next stands beside the person, or in a narrow window above; time and terms come below."""

    def __init__(self, wie: QWidget, straks: QWidget, onder: Sequence[QWidget]) -> None:
        super().__init__()
        self.aantal = self._passes = 0
        self._wie, self._straks = wie, straks
        inhoud = QWidget()
        self._links, self._rechts = kolom(), kolom()
        self._naast = rij()
        self._naast.addLayout(self._links, 56)
        self._naast.addLayout(self._rechts, 44)
        box = kolom(inhoud, tussen=16)
        box.setContentsMargins(0, px(8), px(4), px(8))
        box.addLayout(self._naast)
        for part in onder:
            box.addWidget(part)
        box.addStretch(1)
        self._inhoud, self._later = inhoud, Later(self, self._settle)
        self.vlak = schuifvlak(inhoud)
        self.vlak.setObjectName("overzicht_schuif")
        self.vlak.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kolom(self).addWidget(self.vlak)
        self._place(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._place(2 if self.width() >= px(TWEE) else 1)
        self.settle()

    def settle(self) -> None:
        """Give what it holds its height once more, as soon as all of it is there.

        The area that scrolls asks for the height before what changed has been reckoned anew.
        """
        self._passes = PASSES
        self._later.start()

    def _settle(self) -> None:
        self._passes -= 1
        if self._passes:
            # What lies within may come to be of another height by the first: cards go to another line.
            self._later.start()
        layout = self._inhoud.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
            QCoreApplication.postEvent(self._inhoud, QEvent(QEvent.Type.LayoutRequest))

    def _place(self, aantal: int) -> None:
        if aantal == self.aantal:
            return
        self.aantal = aantal
        take_out(self._links)
        take_out(self._rechts)
        (self._rechts if aantal == 2 else self._links).addWidget(self._straks)
        self._links.addWidget(self._wie)
        for column in (self._links, self._rechts):
            column.setSpacing(px(16))
            column.addStretch(1)
        self._naast.setSpacing(px(16) * (aantal - 1))
        self._naast.setStretch(1, 44 * (aantal - 1))


class Kaartenrij(QWidget):
    """Cards beside each other as far as there is room, on the next line when there is no more."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(12))

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show just these."""
        clear(self)
        self._cards, self._columns = list(cards), 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many beside each other as fit."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = max(self.width() // px(KAART), 1)
        if columns == self._columns:
            return
        self._columns = columns
        take_out(self._grid)
        for plek, card in enumerate(self._cards):
            self._grid.addWidget(card, plek // columns, plek % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))

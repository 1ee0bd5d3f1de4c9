"""The overview: three columns beside each other, or two or one that scroll as a whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.ui.kit.emptying import take_out
from intake_assistant.ui.kit.parts import kolom, rij, schuifvlak
from intake_assistant.ui.kit.theme import px

# From these widths on, in units that grow with the letters.
DRIE, TWEE = 1000, 640


class Vlak(QFrame):
    """A card whose content scrolls by itself, or is shown whole."""

    def __init__(self, inhoud: QWidget, naam: str, *, als_kaart: bool = True) -> None:
        super().__init__()
        self.setObjectName(naam)
        self.setProperty("rol", "kaart" if als_kaart else "")
        self._inhoud = inhoud
        self._schuif = schuifvlak(inhoud)
        self._schuif.setObjectName(f"{naam}_schuif")
        self._schuif.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._box = kolom(self, rand=4 if als_kaart else 0, tussen=0)
        self._box.addWidget(self._schuif)

    def set_heel(self, heel: bool) -> None:
        """Show the content whole, or scrolling."""
        if heel == self._schuif.isHidden():
            return
        self._schuif.setHidden(heel)
        if heel:
            self._schuif.takeWidget()
            self._box.addWidget(self._inhoud)
        else:
            self._box.removeWidget(self._inhoud)
            self._schuif.setWidget(self._inhoud)
        self._inhoud.setAutoFillBackground(False)
        self._inhoud.show()


class Kolommen(QWidget):
    """What is open, what was and comes, and what is next with its terms."""

    def __init__(self, links: QWidget, midden: QWidget, rechts: QWidget) -> None:
        super().__init__()
        self.aantal = 0
        self._links, self._midden = Vlak(links, "startposities"), Vlak(midden, "tijdlijn_vlak")
        self._rechts = Vlak(rechts, "termijnen", als_kaart=False)
        self._breed = QWidget()
        self._naast = rij(self._breed, tussen=16)
        self._naast.setContentsMargins(0, px(8), 0, 0)
        self._smal = QWidget()
        self._kolommen = (kolom(tussen=16), kolom(tussen=16))
        row = rij(self._smal, tussen=16)
        row.setContentsMargins(0, px(8), px(4), px(8))
        for vak in self._kolommen:
            row.addLayout(vak, 1)
        self._rij = row
        self._heel = schuifvlak(self._smal)
        self._heel.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = kolom(self, tussen=0)
        box.addWidget(self._breed)
        box.addWidget(self._heel)
        self._place(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        breed = self.width()
        self._place(3 if breed >= px(DRIE) else 2 if breed >= px(TWEE) else 1)

    def _place(self, aantal: int) -> None:
        if aantal == self.aantal:
            return
        self.aantal = aantal
        delen = (self._links, self._midden, self._rechts)
        for deel in delen:
            deel.set_heel(aantal < 3)
        if aantal == 3:
            for deel, deelt in zip(delen, (30, 42, 34), strict=True):
                self._naast.addWidget(deel, deelt)
        else:
            self._stack(aantal)
        self._breed.setVisible(aantal == 3)
        self._heel.setVisible(aantal < 3)

    def _stack(self, aantal: int) -> None:
        """What is next comes first."""
        eerste, tweede = self._kolommen if aantal == 2 else (self._kolommen[0], self._kolommen[0])
        self._empty()
        eerste.addWidget(self._rechts)
        eerste.addWidget(self._links)
        tweede.addWidget(self._midden)
        for vak in self._kolommen:
            vak.addStretch(1)
        self._rij.setStretch(1, aantal - 1)
        self._rij.setSpacing(px(16) * (aantal - 1))

    def _empty(self) -> None:
        for vak in self._kolommen:
            take_out(vak)

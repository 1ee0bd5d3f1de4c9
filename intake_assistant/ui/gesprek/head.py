"""The one line above the question: topic and step, how long it lasts, a pause, and the way to the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QWidget

from intake_assistant.texts import text
from intake_assistant.ui.gesprek.klok import Gespreksklok
from intake_assistant.ui.kit.parts import KorteRegel, knop, kolom, label, rij, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.vragen.paneel import underline

AFRONDEN, ONDERWERPEN, PAUZE = "Alt+A", "Alt+O", "Alt+P"
HOOG, LIJN = 40, 4


class Gesprekskop(QFrame):
    """Low and quiet; below it a line for how far the plan of today is."""

    onderwerpen = Signal()
    afronden = Signal()

    def __init__(self, klok: Gespreksklok, ander: QWidget) -> None:
        super().__init__()
        self.setObjectName("gesprekskop")
        self._klok, self._ander, self._titel = klok, ander, ""
        self.onderwerp = knop("", "onderwerpen_knop", self.onderwerpen.emit, "stil", "onderwerpen")
        self.stap = KorteRegel("zacht", "bladzijde", heel=True)
        self.kop = KorteRegel("zacht", "gesprek_kop", heel=True)
        self.tijd = label("", "zacht", naam="gesprekstijd")
        self.pauze = knop("", "pauze", klok.toggle, "stil")
        self.einde = knop("", "afronden_knop", self.afronden.emit)
        underline(self.einde, text("gesprek.afronden"), AFRONDEN)
        self.voortgang = QProgressBar()
        self._build()
        klok.gewijzigd.connect(self.show_tijd)
        self.show_tijd()

    def _build(self) -> None:
        self.voortgang.setObjectName("voortgang_vandaag")
        self.voortgang.setAccessibleName(text("gesprek.voortgang"))
        self.voortgang.setTextVisible(False)
        self.voortgang.setFixedHeight(px(LIJN))
        regel = rij(tussen=8)
        regel.setContentsMargins(px(8), 0, px(8), 0)
        regel.addWidget(self.onderwerp)
        regel.addWidget(self.stap)
        # What is known at the table gives way to what is not.
        self.kop.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        regel.addWidget(self.kop, 1)
        for wat in (self._ander, self.tijd, self.pauze, self.einde):
            regel.addWidget(wat)
        self.kop.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        box = kolom(self, tussen=0)
        box.addLayout(regel, 1)
        box.addWidget(self.voortgang)
        self.setFixedHeight(px(HOOG + LIJN))

    def show_gesprek(self, nummer: int, tolk: str, talen: str = "") -> None:
        """Say which conversation this is, who interprets, and what is spoken beside what is read."""
        delen = [text("gesprek.nummer", nummer=nummer)]
        if tolk:
            delen.append(text("gesprek.met_tolk", naam=tolk))
        if talen:
            delen.append(talen)
        self.kop.set_whole(" · ".join(delen))

    def show_plek(self, titel: str, stap: tuple[int, int], te_gaan: int) -> None:
        """Say which topic this is, how far in it, and how many questions are to go."""
        self._titel = titel
        self._cut()
        nummer, van = stap
        woorden = text("gesprek.stap", nummer=nummer, van=van)
        over = text("gesprek.te_gaan", aantal=te_gaan) if te_gaan else text("gesprek.alles_gevraagd")
        self.stap.set_whole(f"{woorden} · {over}")

    def show_voortgang(self, klaar: int, van: int) -> None:
        """Show how much of what was planned for today has been asked."""
        self.voortgang.setRange(0, max(van, 1))
        self.voortgang.setValue(klaar)

    def show_tijd(self) -> None:
        """Show the minutes, and whether the clock stands still."""
        loopt = self._klok.loopt
        self.tijd.setText(text("gesprek.tijd" if loopt else "gesprek.tijd_pauze", minuten=self._klok.minuten))
        underline(self.pauze, text("gesprek.pauze" if loopt else "gesprek.verder"), PAUZE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long topic gives way."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        woorden = text("gesprek.onderwerp_knop", titel=self._titel)
        maten = self.onderwerp.fontMetrics()
        ruimte = self.width() * 2 // 5 - px(56)
        self.onderwerp.setText(" " + maten.elidedText(self._titel, Qt.TextElideMode.ElideRight, ruimte))
        self.onderwerp.setAccessibleName(woorden)
        self.onderwerp.setToolTip(zweeftekst(f"{woorden} ({ONDERWERPEN})"))

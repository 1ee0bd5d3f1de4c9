"""For who lost the passphrase: the recovery key, and a new passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from intake_assistant.texts import text
from intake_assistant.ui.balk import announce
from intake_assistant.ui.bouwstenen import knop, kolom, label, rij
from intake_assistant.ui.wachtzin import MINIMUM, Wachtzin


class NieuweWachtzin(QWidget):
    """A passphrase twice, with what is still wrong with it."""

    def __init__(self, naam: str) -> None:
        super().__init__()
        self.eerste = Wachtzin(naam, text("ontgrendelen.nieuwe_wachtzin"))
        self.tweede = Wachtzin(f"{naam}_weer", text("ontgrendelen.nogmaals"))
        self._raad = label(text("ontgrendelen.raad"), "klein", wrap=True)
        box = kolom(self, tussen=8)
        for widget in (self.eerste, self._raad, self.tweede):
            box.addWidget(widget)

    def problem(self) -> str:
        """What is wrong, in words; empty when it is good."""
        if len(self.eerste.text()) < MINIMUM:
            return text("ontgrendelen.te_kort", aantal=MINIMUM)
        if self.eerste.text() != self.tweede.text():
            return text("ontgrendelen.niet_gelijk")
        return ""

    def text(self) -> str:
        """The passphrase."""
        return self.eerste.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.eerste.clear()
        self.tweede.clear()


class Herstel(QWidget):
    """`asked` with the recovery key and the new passphrase."""

    asked = Signal(str, str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sleutel = QLineEdit()
        self.sleutel.setObjectName("herstelsleutel")
        self.sleutel.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
        above = label(text("ontgrendelen.herstelsleutel"), "veldnaam")
        above.setBuddy(self.sleutel)
        self.sleutel.setAccessibleName(text("ontgrendelen.herstelsleutel"))
        self.nieuw = NieuweWachtzin("herstel_wachtzin")
        self.melding = label("", "fout", wrap=True, naam="herstel_melding")
        self.openen = knop(text("ontgrendelen.herstel_openen"), "herstel_openen", self._ask, "hoofdknop")
        self.terug = knop(text("venster.terug"), "herstel_terug", self.back.emit, "stil", "terug")
        self._kluis = label("", "zacht", wrap=True)
        box = kolom(self, tussen=12)
        box.addWidget(label(text("ontgrendelen.herstel_kop"), "kop1"))
        box.addWidget(label(text("ontgrendelen.herstel_uitleg"), "zacht", wrap=True))
        for widget in (self._kluis, above, self.sleutel, self.nieuw, self.melding):
            box.addWidget(widget)
        row = rij(tussen=8)
        row.addWidget(self.terug)
        row.addStretch(1)
        row.addWidget(self.openen)
        box.addLayout(row)
        self.melding.hide()

    def begin(self, path: Path) -> None:
        """Start anew, for this vault."""
        self.clear()
        self._kluis.setText(text("ontgrendelen.herstel_kluis", naam=path.stem))
        self.sleutel.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.sleutel.clear()
        self.nieuw.clear()
        self.melding.hide()

    def tell(self, tekst: str) -> None:
        """Say what is wrong."""
        self.melding.setText(tekst)
        self.melding.show()
        announce(self.melding, tekst)

    def set_busy(self, busy: bool) -> None:
        """Wait for the key to be derived."""
        self.openen.setText(text("ontgrendelen.bezig" if busy else "ontgrendelen.herstel_openen"))
        self.setEnabled(not busy)

    def _ask(self) -> None:
        problem = (
            text("ontgrendelen.sleutel_leeg") if not self.sleutel.text().strip() else self.nieuw.problem()
        )
        if problem:
            self.tell(problem)
            return
        self.melding.hide()
        self.asked.emit(self.sleutel.text(), self.nieuw.text())

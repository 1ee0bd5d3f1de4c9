"""For who lost the passphrase: the recovery key, and a new passphrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.herstelsleutel import GROUPS, as_meant, is_group
from intake_assistant.texts import text
from intake_assistant.ui.fields.passphrase import Wachtzin
from intake_assistant.ui.kit.parts import knop, kolom, label, rij
from intake_assistant.ui.kit.theme import set_rol
from intake_assistant.ui.kluis.sleutelgroepen import Groepvelden
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.enter import enter_goes_on

PAUSE_MS = 300


class NieuweWachtzin(QWidget):
    """A passphrase twice, with what is still wrong with it."""

    entered = Signal()
    """Enter in the second field."""
    changed = Signal()
    """Something was typed: what was said of it before no longer counts."""

    def __init__(self, naam: str, eigen: Callable[[], Sequence[str]] = tuple) -> None:
        """`eigen` gives the names that whoever guesses would try first."""
        super().__init__()
        self._eigen = eigen
        self.eerste = Wachtzin(naam, text("ontgrendelen.nieuwe_wachtzin"))
        self.tweede = Wachtzin(f"{naam}_weer", text("ontgrendelen.nogmaals"))
        self.raad = label(text("ontgrendelen.raad"), "klein", wrap=True, naam=f"{naam}_raad")
        # Judging waits for a pause: at each key it would hold up who types.
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._show_oordeel)
        self.eerste.changed.connect(self._pause.start)
        for veld in (self.eerste, self.tweede):
            veld.changed.connect(self.changed)
        enter_goes_on((self.eerste.field, self.tweede.field), self.entered.emit)
        box = kolom(self, tussen=8)
        for widget in (self.eerste, self.raad, self.tweede):
            box.addWidget(widget)

    def problem(self) -> str:
        """What is wrong, in words; empty when it is good."""
        from intake_assistant.operations.vault.wachtzin import judge  # late: it reads lists of words

        if not judge(self.eerste.text(), self._eigen()).is_sterk:
            self._show_oordeel()
            return text("wachtzin.te_zwak")
        if self.eerste.text() != self.tweede.text():
            return text("ontgrendelen.niet_gelijk")
        return ""

    def _show_oordeel(self) -> None:
        from intake_assistant.operations.vault.wachtzin import judge  # late: it reads lists of words

        typed = self.eerste.text()
        if not typed:
            set_rol(self.raad, "klein")
            self.raad.setText(text("ontgrendelen.raad"))
            return
        found = judge(typed, self._eigen())
        set_rol(self.raad, "goed" if found.is_sterk else "waarschuwing")
        self.raad.setText(found.raad or text("wachtzin.sterk"))

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
        self.sleutel = Groepvelden("herstel_groep", range(1, GROUPS + 1), _can_be)
        above = label(text("ontgrendelen.herstelsleutel"), "veldnaam")
        self.nieuw = NieuweWachtzin("herstel_wachtzin", lambda: [self._naam])
        self._naam = ""
        self.melding = label("", "fout", wrap=True, naam="herstel_melding")
        self.openen = knop(text("ontgrendelen.herstel_openen"), "herstel_openen", self._ask, "hoofdknop")
        self.terug = knop(text("venster.terug"), "herstel_terug", self.back.emit, "stil", "terug")
        self._kluis = label("", "zacht", wrap=True)
        box = kolom(self, tussen=12)
        box.addWidget(label(text("ontgrendelen.herstel_kop"), "kop1"))
        box.addWidget(label(text("ontgrendelen.herstel_uitleg"), "zacht", wrap=True))
        for widget in (self._kluis, above, self.sleutel, self.nieuw, self.melding):
            box.addWidget(widget)
        for part in (self.nieuw, self.sleutel):
            part.changed.connect(self.melding.hide)
        self.sleutel.entered.connect(self.nieuw.eerste.field.setFocus)
        self.nieuw.entered.connect(self._ask)
        row = rij(tussen=8)
        row.addWidget(self.terug)
        row.addStretch(1)
        row.addWidget(self.openen)
        box.addLayout(row)
        self.melding.hide()

    def begin(self, path: Path) -> None:
        """Start anew, for this vault."""
        self.clear()
        self._naam = path.stem
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
        problem = text("ontgrendelen.sleutel_leeg") if not self.sleutel.text() else self.nieuw.problem()
        if problem:
            self.tell(problem)
            return
        self.melding.hide()
        self.asked.emit(self.sleutel.text(), self.nieuw.text())


def _can_be(number: int, typed: str) -> bool:
    return is_group(number - 1, as_meant(typed))

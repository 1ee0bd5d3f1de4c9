"""For who lost the passphrase: the recovery key, and a new passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.herstelsleutel import GROUPS, as_meant, is_group
from intake_assistant.texts import text
from intake_assistant.ui.fields.key_groups import Groepvelden
from intake_assistant.ui.fields.new_passphrase import NieuweWachtzin
from intake_assistant.ui.kit.parts import knop, kolom, label, rij
from intake_assistant.ui.qt.announcing import announce


class Herstel(QWidget):
    """`asked` with the recovery key and the new passphrase."""

    asked = Signal(str, str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sleutel = Groepvelden("herstel_groep", range(1, GROUPS + 1), _can_be)
        above = label(text("kluis.ontgrendelen.herstelsleutel"), "veldnaam")
        self.nieuw = NieuweWachtzin("herstel_wachtzin", lambda: [self._naam])
        self._naam = ""
        self.melding = label("", "fout", wrap=True, naam="herstel_melding")
        self.openen = knop(
            text("kluis.ontgrendelen.herstel_openen"), "herstel_openen", self._ask, "hoofdknop"
        )
        self.terug = knop(text("venster.terug"), "herstel_terug", self.back.emit, "stil", "terug")
        self._kluis = label("", "zacht", wrap=True)
        box = kolom(self, tussen=12)
        box.addWidget(label(text("kluis.ontgrendelen.herstel_kop"), "kop1"))
        box.addWidget(label(text("kluis.ontgrendelen.herstel_uitleg"), "zacht", wrap=True))
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
        self._kluis.setText(text("kluis.ontgrendelen.herstel_kluis", naam=path.stem))
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
        self.openen.setText(text("kluis.ontgrendelen.bezig" if busy else "kluis.ontgrendelen.herstel_openen"))
        self.setEnabled(not busy)

    def _ask(self) -> None:
        problem = text("kluis.ontgrendelen.sleutel_leeg") if not self.sleutel.text() else self.nieuw.problem()
        if problem:
            self.tell(problem)
            return
        self.melding.hide()
        self.asked.emit(self.sleutel.text(), self.nieuw.text())


def _can_be(number: int, typed: str) -> bool:
    return is_group(number - 1, as_meant(typed))

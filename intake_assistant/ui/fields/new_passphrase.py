"""A new passphrase: typed twice, and judged while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.texts import text
from intake_assistant.ui.fields.passphrase import Wachtzin
from intake_assistant.ui.kit.parts import kolom, label
from intake_assistant.ui.kit.theme import set_rol
from intake_assistant.ui.qt.enter import enter_goes_on
from intake_assistant.ui.qt.later import Later

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
        self.eerste = Wachtzin(naam, text("kluis.ontgrendelen.nieuwe_wachtzin"))
        self.tweede = Wachtzin(f"{naam}_weer", text("kluis.ontgrendelen.nogmaals"))
        self.tweede.show_with(self.eerste)
        self.raad = label(text("kluis.ontgrendelen.raad"), "klein", wrap=True, naam=f"{naam}_raad")
        # Judging waits for a pause: at each key it would hold up who types.
        self._pause = Later(self, self._show_oordeel, PAUSE_MS)
        self.eerste.changed.connect(self._pause.start)
        for veld in (self.eerste, self.tweede):
            veld.changed.connect(self.changed)
        enter_goes_on((self.eerste.field, self.tweede.field), self.entered.emit)
        box = kolom(self, tussen=8)
        for widget in (self.eerste, self.raad, self.tweede):
            box.addWidget(widget)

    def problem(self) -> str:
        """What is wrong, in words, with the keyboard where it is; empty when it is good."""
        from intake_assistant.operations.vault.wachtzin import judge  # late: it reads lists of words

        if not self.eerste.text():
            self.eerste.field.setFocus()
            return text("kluis.wachtzin.leeg")
        if not judge(self.eerste.text(), self._eigen()).is_sterk:
            self._show_oordeel()
            self.eerste.field.setFocus()
            return text("kluis.wachtzin.te_zwak")
        if self.eerste.text() != self.tweede.text():
            self.tweede.field.setFocus()
            self.tweede.field.selectAll()
            return text("kluis.ontgrendelen.niet_gelijk")
        return ""

    def _show_oordeel(self) -> None:
        from intake_assistant.operations.vault.wachtzin import judge  # late: it reads lists of words

        typed = self.eerste.text()
        if not typed:
            set_rol(self.raad, "klein")
            self.raad.setText(text("kluis.ontgrendelen.raad"))
            return
        found = judge(typed, self._eigen())
        set_rol(self.raad, "goed" if found.is_sterk else "waarschuwing")
        self.raad.setText(found.raad or text("kluis.wachtzin.sterk"))

    def text(self) -> str:
        """The passphrase."""
        return self.eerste.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.eerste.clear()
        self.tweede.clear()

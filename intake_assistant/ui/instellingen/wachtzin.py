"""Another passphrase for the open vault."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.sleutels import change_passphrase, own_words
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.new_passphrase import NieuweWachtzin
from intake_assistant.ui.fields.passphrase import Wachtzin
from intake_assistant.ui.kit.giving_way import leesbreed
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.theme import set_rol
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.enter import enter_goes_on
from intake_assistant.ui.window.context import Context


class WachtzinWijzigen(QWidget):
    """The old one, the new one twice, one button."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.oud = Wachtzin("oude_wachtzin", text("instellingen.oude_wachtzin"))
        self.nieuw = NieuweWachtzin("wissel_wachtzin", lambda: own_words(context.work))
        self.melding = label("", "fout", wrap=True, naam="wissel_melding")
        self.melding.hide()
        self.nieuw.changed.connect(self._hide_refusal)
        enter_goes_on((self.oud.field,), self.nieuw.eerste.field.setFocus)
        self.nieuw.entered.connect(self.change)
        self.knop = knop(text("instellingen.wijzig"), "wijzig_wachtzin", self.change)
        box = kolom(self, tussen=12)
        box.addWidget(label(text("instellingen.wachtzin_uitleg"), "klein", wrap=True))
        box.addLayout(self._fields())
        box.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignLeft)

    def _fields(self) -> QHBoxLayout:
        narrow = QWidget()
        box = kolom(narrow, tussen=12)
        for widget in (self.oud, self.nieuw, self.melding):
            box.addWidget(widget)
        return leesbreed(narrow, 480)

    def change(self) -> None:
        """Change it, off the UI thread."""
        problem = text("instellingen.oude_leeg") if not self.oud.text() else self.nieuw.problem()
        if problem:
            self._tell(problem, "fout")
            return
        work, old, new = self.context.work, self.oud.text(), self.nieuw.text()
        cost = self.context.cost
        self.setEnabled(False)
        tasks.run(
            self.context,
            lambda: change_passphrase(work, old, new, cost=cost),
            self._changed,
            text("instellingen.wijzig_bezig"),
            self._refused,
            whole=True,
        )

    def _hide_refusal(self) -> None:
        if self.nieuw.text():
            # Not when the fields are emptied after a change: then it says that it was done.
            self.melding.hide()

    def _changed(self, behind: list[Path]) -> None:
        self.setEnabled(True)
        self.oud.clear()
        self.nieuw.clear()
        elders = [text("instellingen.sleutels.niet_bijgewerkt", plaats=str(place)) for place in behind]
        self._tell(" ".join([text("instellingen.gewijzigd"), *elders]), "goed")

    def _refused(self, error: KnownError) -> None:
        self.setEnabled(True)
        self._tell(known_error_text(error), "fout")

    def _tell(self, tekst: str, rol: str) -> None:
        set_rol(self.melding, rol)
        self.melding.setText(tekst)
        self.melding.show()
        announce(self.melding, tekst)

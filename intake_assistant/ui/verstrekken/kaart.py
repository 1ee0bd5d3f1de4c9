"""One receiver who is still to be told: a letter to keep, and that it was done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake_assistant import safefile
from intake_assistant.dates import date_in_words
from intake_assistant.errors import KnownError
from intake_assistant.operations.exchange.meldingen import draw_brief, note_told
from intake_assistant.operations.views.wissen.melding import Melding
from intake_assistant.texts import text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label
from intake_assistant.ui.qt import messages

if TYPE_CHECKING:
    from intake_assistant.ui.window.context import Context


class Meldingkaart(QWidget):
    """Says whom and why; nothing of who was erased."""

    gedaan = Signal()

    def __init__(self, context: Context, melding: Melding) -> None:
        super().__init__()
        self._context, self._melding = context, melding
        made = kaart(naam=f"melding_{melding.kenmerk}")
        kolom(self).addWidget(made)
        box = kolom(made, rand=24, tussen=8)
        kop, waarom = _in_words(melding)
        box.addWidget(label(kop, "kop3", wrap=True))
        box.addWidget(label(waarom, wrap=True))
        buttons = QWidget()
        row = Vloei(buttons)
        for naam, done, rol in (("brief", self._letter, ""), ("gedaan", self._tick, "hoofdknop")):
            row.addWidget(knop(text(f"verstrekken.melden.{naam}"), f"melding_{naam}", done, rol))
        box.addWidget(buttons)

    def _letter(self) -> None:
        voorstel = Path.home() / text("verstrekken.melden.bestandsnaam", kenmerk=self._melding.kenmerk)
        titel, filter = text("verstrekken.melden.brief"), text("verstrekken.melden.filter")
        path = messages.choose_file(self, "bewaar", titel, voorstel, filter)
        if path is None:
            return
        try:
            safefile.write_bytes(path, draw_brief(self._context.work, self._melding))
        except KnownError as error:
            self._context.failed.emit(error)
            return
        self._context.saved.emit(text("verstrekken.melden.bewaard", pad=str(path)), path.parent)

    def _tick(self) -> None:
        work, melding = self._context.work, self._melding
        if self._context.act(lambda: note_told(work, melding)) is not None:
            self._context.told.emit(text("verstrekken.melden.klaar", ontvanger=melding.ontvanger))
            self.gedaan.emit()


def _in_words(melding: Melding) -> tuple[str, str]:
    """What is to be told, and why."""
    ontvanger, datum = melding.ontvanger, date_in_words(melding.op)
    verbeterd = text("verstrekken.melden.verbeterd", datum=datum) if melding.verbeterd else ""
    if verbeterd and not melding.vervalt:
        return text("verstrekken.melden.kop_verbeterd", ontvanger=ontvanger), verbeterd
    kop = text("verstrekken.melden.kop", ontvanger=ontvanger)
    if melding.dossier:
        return kop, " ".join(filter(None, (text("verstrekken.melden.uitleg", datum=datum), verbeterd)))
    return kop, text("verstrekken.melden.gewist", datum=datum)

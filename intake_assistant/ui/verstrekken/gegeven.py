"""What was handed out of a dossier before, and who is still to be told something."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake_assistant import safefile
from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.uitwisseling import Verstrekking, verstrekkingen_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.exchange.meldingen import Melding, draw_brief, meldingen_van, note_told
from intake_assistant.texts import is_text, text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label
from intake_assistant.ui.qt import messages

if TYPE_CHECKING:
    from intake_assistant.ui.window.context import Context


class Gegevenkaart(QWidget):
    """Who is to be told comes first, each with a letter and a button; then the list of what went."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        kolom(self, tussen=12)

    def show_dossier(self, dossier: Dossier) -> None:
        """Read anew."""
        clear(self)
        for melding in meldingen_van(self.context.work, dossier.id):
            inside(self).addWidget(self._to_tell(melding))
        gegeven = verstrekkingen_of(dossier)
        if gegeven:
            made = kaart(naam="verstrekken_gegeven")
            box = kolom(made, rand=24, tussen=8)
            box.addWidget(label(text("verstrekken.gegeven.kop"), "kop3", wrap=True))
            for verstrekking in gegeven:
                box.addWidget(label(_in_words(verstrekking), wrap=True))
            inside(self).addWidget(made)

    def _to_tell(self, melding: Melding) -> QWidget:
        made = kaart(naam=f"melding_{melding.kenmerk}")
        box = kolom(made, rand=24, tussen=8)
        box.addWidget(label(text("verstrekken.melden.kop", ontvanger=melding.ontvanger), "kop3", wrap=True))
        uitleg = text("verstrekken.melden.uitleg", datum=date_in_words(melding.op))
        box.addWidget(label(uitleg, wrap=True))
        buttons = QWidget()
        row = Vloei(buttons)
        for naam, done, rol in (("brief", self._letter, ""), ("gedaan", self._tick, "hoofdknop")):
            woord = text(f"verstrekken.melden.{naam}")
            row.addWidget(knop(woord, f"melding_{naam}", partial(done, melding), rol))
        box.addWidget(buttons)
        return made

    def _letter(self, melding: Melding) -> None:
        voorstel = Path.home() / text("verstrekken.melden.bestandsnaam", kenmerk=melding.kenmerk)
        titel, filter = text("verstrekken.melden.brief"), text("verstrekken.melden.filter")
        path = messages.choose_file(self, "bewaar", titel, voorstel, filter)
        if path is None:
            return
        try:
            safefile.write_bytes(path, draw_brief(self.context.work, melding))
        except KnownError as error:
            self.context.failed.emit(error)
            return
        self.context.told.emit(text("verstrekken.melden.bewaard", pad=str(path)))

    def _tick(self, melding: Melding) -> None:
        if self.context.act(lambda: note_told(self.context.work, melding)) is not None:
            self.context.told.emit(text("verstrekken.melden.klaar", ontvanger=melding.ontvanger))
            self.show_dossier(self.context.dossier())


def _in_words(verstrekking: Verstrekking) -> str:
    namen = dict.fromkeys(deel.wat for deel in verstrekking.delen)
    titels = [text(f"verstrekken.deel.{wat}") for wat in namen if is_text(f"verstrekken.deel.{wat}")]
    return text(
        "verstrekken.gegeven.regel",
        datum=date_in_words(verstrekking.op),
        ontvanger=verstrekking.ontvanger,
        delen="; ".join(titels),
    )

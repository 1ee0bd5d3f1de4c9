"""What was handed out of a dossier before, and who is still to be told something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.uitwisseling.verstrekking import Verstrekking, verstrekkingen_of
from intake_assistant.operations.views.wissen.melding import meldingen_van
from intake_assistant.texts import is_text, text
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, kolom, label
from intake_assistant.ui.verstrekken.kaart import Meldingkaart

if TYPE_CHECKING:
    from intake_assistant.ui.window.context import Context


class Gegevenkaart(QWidget):
    """Who is to be told comes first; then the list of what went."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        kolom(self, tussen=12)

    def show_dossier(self, dossier: Dossier) -> None:
        """Read anew."""
        clear(self)
        for melding in meldingen_van(self.context.work, dossier):
            made = Meldingkaart(self.context, melding)
            made.gedaan.connect(lambda: self.show_dossier(self.context.dossier()))
            inside(self).addWidget(made)
        gegeven = verstrekkingen_of(dossier)
        if gegeven:
            room = kaart(naam="verstrekken_gegeven")
            box = kolom(room, rand=24, tussen=8)
            box.addWidget(label(text("verstrekken.gegeven.kop"), "kop3", wrap=True))
            for verstrekking in gegeven:
                box.addWidget(label(_in_words(verstrekking), wrap=True))
            inside(self).addWidget(room)


def _in_words(verstrekking: Verstrekking) -> str:
    namen = dict.fromkeys(deel.wat for deel in verstrekking.delen)
    titels = [text(f"verstrekken.deel.{wat}") for wat in namen if is_text(f"verstrekken.deel.{wat}")]
    return text(
        "verstrekken.gegeven.regel",
        datum=date_in_words(verstrekking.op),
        ontvanger=verstrekking.ontvanger,
        delen="; ".join(titels),
    )

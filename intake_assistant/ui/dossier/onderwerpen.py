"""The topics as one strip of small squares; which one it is, is told below it and to who cannot see."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.documents.tekening.vakje import Vakje
from intake_assistant.domain.formulier import Startpositie
from intake_assistant.operations.views.antwoord import Telling
from intake_assistant.operations.views.dossier.leesblad import ONBEKEND
from intake_assistant.texts import text
from intake_assistant.ui.drawing.buttons import Vakknop
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.mark import clear
from intake_assistant.ui.kit.parts import kolom, label
from intake_assistant.ui.kit.theme import px

_POINTS = (QEvent.Type.Enter, QEvent.Type.FocusIn)
_LEAVES = (QEvent.Type.Leave, QEvent.Type.FocusOut)


class Onderwerpen(QWidget):
    """Fifteen squares; `chosen` tells which startpositie is to be read."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("onderwerpen")
        self._strip = QWidget()
        Vloei(self._strip).setSpacing(px(2))
        self._welk = label(text("dossier.onderwerpen_uitleg"), "klein", wrap=True, naam="onderwerp_genoemd")
        box = kolom(self, rand=8, tussen=4)
        box.addWidget(self._strip)
        box.addWidget(self._welk)

    def show_all(self, delen: tuple[Startpositie, ...], per: dict[str, Telling], *, onbekende: bool) -> None:
        """Draw them in the order of the forms; last what was answered to questions of no form."""
        clear(self._strip)
        vakjes = {deel.id: _vakje(deel, per[deel.id]) for deel in delen}
        if onbekende:
            vakjes[ONBEKEND] = Vakje("?", 1, zin=text("dossier.onderwerp_onbekend"))
        strip = self._strip.layout()
        for id, vakje in vakjes.items():
            made = Vakknop(f"startpositie_{id}", vakje, partial(self.chosen.emit, id))
            made.installEventFilter(self)
            if strip is not None:
                strip.addWidget(made)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell below the strip which square the mouse or the keyboard is on."""
        if isinstance(watched, Vakknop) and event.type() in _POINTS:
            self._welk.setText(watched.zin)
        elif event.type() in _LEAVES:
            self._welk.setText(text("dossier.onderwerpen_uitleg"))
        return super().eventFilter(watched, event)


def _vakje(deel: Startpositie, telling: Telling) -> Vakje:
    klaar, van, open_ = telling.klaar, telling.van, what_is_open(telling)
    zin = text("dossier.onderwerp", titel=deel.titel, klaar=klaar, van=van, open=open_)
    return Vakje(deel.merk, klaar / max(van, 1), not telling.te_gaan, zin)


def what_is_open(telling: Telling) -> str:
    """What of a startpositie is still to be asked, in words."""
    if telling.te_gaan:
        return text("dossier.open" if telling.open else "dossier.uitgesteld", aantal=telling.te_gaan)
    return text("dossier.alles_gevraagd")

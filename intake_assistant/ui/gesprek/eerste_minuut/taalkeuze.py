"""Between the page of languages and our own side: shown at once, recorded when we say so."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from intake_assistant.operations.acts.gesprek import keep_gedeelde_taal, record_spreektaal
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.talen.gesproken import Gesproken
from intake_assistant.ui.gesprek.eerste_minuut.kiezer import Taalkiezer
from intake_assistant.ui.gesprek.eerste_minuut.voorstel import Taalvoorstel
from intake_assistant.ui.window.context import Context


class Taalkeuze(QObject):
    """Of one page of ours; `gesprek` is empty while the conversation is prepared."""

    overgenomen = Signal(object)
    """This `Gesproken` was recorded."""
    klaar = Signal()
    """It was recorded, or put aside: the shared side goes on."""

    def __init__(self, context: Context, parent: QObject, gesprek: str = "") -> None:
        super().__init__(parent)
        self._context, self._gesprek = context, gesprek
        self.voorstel = Taalvoorstel()
        self.kiezer = Taalkiezer(context, self)
        self.kiezer.gewezen.connect(self.voorstel.propose)
        self.voorstel.overgenomen.connect(self._record)
        self.voorstel.weg.connect(self._put_aside)

    def _record(self, gesproken: Gesproken) -> None:
        if self._context.act(lambda: self._acts(gesproken)) is None:
            # The banner says why; what was pointed at waits.
            self.voorstel.propose(gesproken)
            return
        self.kiezer.close_page()
        self.overgenomen.emit(gesproken)
        self.klaar.emit()

    def _acts(self, gesproken: Gesproken) -> Changed:
        work, dossier = self._context.work, self._context.dossier_id
        said = record_spreektaal(work, dossier, gesproken.code, gesproken.streek, self._gesprek)
        if not gesproken.has_texts:
            return said
        return together((said, keep_gedeelde_taal(work, dossier, gesproken.taal.code)))

    def _put_aside(self) -> None:
        self.kiezer.close_page()
        self.klaar.emit()

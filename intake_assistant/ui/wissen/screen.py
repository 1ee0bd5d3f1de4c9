"""Erasing a dossier in two steps: what goes and why; then, with its reference typed, all of it at once."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts import wissen
from intake_assistant.operations.views.wissen.voorstel import Voorstel, propose
from intake_assistant.operations.views.wissen.wissing import Wissing, wissing_of
from intake_assistant.progress import Watch
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.parts import kolom
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.tasks import Taak
from intake_assistant.ui.window.context import ALLES, Context, Scherm
from intake_assistant.ui.wissen.bevestigen import Bevestigen
from intake_assistant.ui.wissen.klaar import Klaar
from intake_assistant.ui.wissen.voorstel import Voorstelblad

VOORSTEL, BEVESTIGEN, KLAAR = range(3)


class WissenScherm(Scherm):
    """The proposal, the confirmation, and how it went; afterwards nothing of the person is left on it."""

    naam: ClassVar[str] = "wissen"
    toont = ALLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._voorstel: Voorstel | None = None
        self._taak: Taak | None = None
        self.voorstel = Voorstelblad()
        self.keeper = Keeper(context, self)
        self.schets = Draft(self.keeper, self._typed, self)
        self.schets.watch(self.voorstel.toelichting)
        self.bevestigen = Bevestigen()
        self.klaar = Klaar(context)
        self.bladen = QStackedWidget()
        for blad in (self.voorstel, self.bevestigen, self.klaar):
            self.bladen.addWidget(blad)
        kolom(self, rand=24, tussen=0).addWidget(self.bladen)
        self.voorstel.verder.connect(self._ask)
        for blad in (self.voorstel, self.bevestigen):
            blad.terug.connect(self._back)
        self.bevestigen.gedaan.connect(self._erase)

    def show_with(self, arguments: dict[str, str]) -> None:
        """Show what would go of the open dossier; or, when it is gone, how that stands."""
        gewist = arguments.get("gewist", "")
        if gewist and gewist != self.context.dossier_id:
            self._show_done(wissing_of(self.context.work, gewist))
            return
        self._voorstel = propose(self.context.work, self.context.dossier_id)
        getypt = self.schets.begin(f"wissen {self.context.dossier_id}")
        self.voorstel.show_voorstel(self._voorstel, str(getypt.get("reden", "")))
        self.bladen.setCurrentIndex(VOORSTEL)
        self.voorstel.niet.setFocus()

    def follow(self) -> None:
        """Show what would go now; what was chosen and typed stays."""
        if self._voorstel is None or self.bladen.currentIndex() != VOORSTEL:
            return
        grond, getypt = self.voorstel.grond, self.voorstel.toelichting.text()
        self._voorstel = propose(self.context.work, self.context.dossier_id)
        self.voorstel.show_voorstel(self._voorstel, getypt)
        self.voorstel.choose(grond)

    def leave(self) -> None:
        """Keep the reason that is being typed."""
        self.keeper.keep()

    def where(self) -> dict[str, str]:
        """What was erased, or will be by the time one returns; else the proposal, to be looked at anew."""
        if self.bladen.currentIndex() == KLAAR:
            return {"gewist": self.klaar.dossier}
        return {"gewist": self.context.dossier_id} if self._taak is not None else {}

    # -- the steps -------------------------------------------------------------------------------------------

    def _back(self) -> None:
        if self.bladen.currentIndex() == BEVESTIGEN:
            self.bladen.setCurrentIndex(VOORSTEL)
            self.voorstel.niet.setFocus()
        else:
            self.context.navigate.emit("rechten", {})

    def _ask(self) -> None:
        if self._voorstel is not None:
            self.bevestigen.ask(self._voorstel, self.voorstel.reden_in_woorden)
            self.bladen.setCurrentIndex(BEVESTIGEN)
            self.bevestigen.kenmerk.setFocus()

    def _typed(self) -> dict[str, str]:
        reden = self.voorstel.toelichting.text().strip()
        return {"reden": reden} if reden else {}

    def _erase(self, kenmerk: str) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        grond, toelichting = self.voorstel.grond, self.voorstel.toelichting.text()
        # Kept before it begins: what is kept while it runs would be left behind.
        self.keeper.keep()
        watch = Watch()
        self.bevestigen.set_busy(True)
        self.bevestigen.voortgang.follow(watch, text("wissen.bezig"))
        # Of its own line: from its first writing on it cannot be called off, half-way there is no way back.
        self._taak = Taak(
            lambda: wissen.erase(work, dossier, kenmerk, grond, toelichting, progress=watch.progress),
            self._erased,
            self._refused,
            watch=watch,
            whole=True,
        )
        self._taak.start()

    def _erased(self, wissing: Wissing) -> None:
        self._taak = None
        self.bevestigen.set_busy(False)
        self._voorstel = None
        self.context.erased.emit(wissing.dossier)
        announce(self.klaar, text("wissen.klaar.kop"))

    def _refused(self, error: KnownError) -> None:
        self._taak = None
        self.bevestigen.set_busy(False)
        self.bevestigen.tell(known_error_text(error))

    def _show_done(self, wissing: Wissing) -> None:
        self.voorstel.clear()
        self.bevestigen.clear()
        self.klaar.show_wissing(wissing)
        self.bladen.setCurrentIndex(KLAAR)

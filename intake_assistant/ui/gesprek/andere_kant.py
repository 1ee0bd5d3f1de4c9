"""The conversation as the other side has it: what is in focus with us is in sight there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.aanraken.gebaar import STOP
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.operations.acts.gesprek import keep_gedeelde_wensen, record_gebaar
from intake_assistant.operations.views.gesprek import gedeelde_wensen
from intake_assistant.operations.words.gedeeld import ALLEEN, BIJ_VERTELD, Gevraagd
from intake_assistant.operations.words.vertaling import spreekt_anders
from intake_assistant.texts import text
from intake_assistant.ui.gedeeld.bediening import BEDEKKEN, EERDER, STILZETTEN, Gedeeldknop
from intake_assistant.ui.gedeeld.gedeeld import Gedeeldestand
from intake_assistant.ui.gedeeld.helft import GedeeldeHelft
from intake_assistant.ui.gedeeld.omgedraaid import GROOT, Omgedraaid
from intake_assistant.ui.gesprek.bord.praatplaat import Praatplaat
from intake_assistant.ui.gesprek.page import GesprekPagina
from intake_assistant.ui.gesprek.route import Route
from intake_assistant.ui.qt.undoing import OPNIEUW
from intake_assistant.ui.vragen.voering import Gespreksvoering


class AndereKant(QObject):
    """The views in this window, and our own button for them."""

    terug = Signal()
    """The window is ours again: the keyboard goes where it belongs."""

    def __init__(self, over: QWidget, voering: Gespreksvoering, route: Route, pagina: GesprekPagina) -> None:
        super().__init__(over)
        self._voering, self._route, self._pagina = voering, route, pagina
        context = voering.context
        self.gedeeld = context.gedeeld
        self.helft, self.groot = GedeeldeHelft(), Omgedraaid(over, context)
        self.knop = Gedeeldknop(context.gedeeld, context.voorkeuren, context.tweede)
        self.praatplaat = Praatplaat(voering, pagina, self)
        self.gedeeld.gewijzigd.connect(self.draw)
        self.gedeeld.aangeraakt.connect(self._hear)
        self.gedeeld.overgenomen.connect(self.take_over)
        self.gedeeld.wens.connect(self._keep_wensen)
        self.knop.groot.connect(self.toggle_groot)
        self.knop.anders.connect(self.gedeeld.gewijzigd)
        self.groot.weg.connect(self.toggle_groot)
        for zicht in (self.helft, self.groot):
            zicht.aangeraakt.connect(self.gedeeld.aangeraakt)

    @property
    def toetsen(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """The keys, and what each does."""
        return (
            (GROOT, self.toggle_groot),
            (BEDEKKEN, self.gedeeld.toggle_bedekt),
            (STILZETTEN, self.gedeeld.toggle_stil),
            (EERDER, self.gedeeld.show_eerder),
            ("Ctrl+Z", self.undo),
            *((toets, self.redo) for toets in OPNIEUW),
        )

    def follow(self) -> None:
        """Show what is asked; while we fill in what is not asked, what was asked last, dimmed."""
        if (bord := self.praatplaat.zicht()) is not None:
            self.gedeeld.fill(bord)
        else:
            self._show_question()
        if self.groot.isVisible():
            # A page that comes takes the keyboard; nobody sees the field that a key would go into.
            self.groot.setFocus()

    def _show_question(self) -> None:
        pagina = self._pagina
        deel = self._route.startpositie(pagina.pagina)
        gezegd = pagina.gesproken()
        if not gezegd:
            self.gedeeld.dim(deel.id)
        else:
            vraag = gezegd[-1]
            onderwerpbeeld = next((een.image for een in deel.vragen.values() if een.image), "")
            gekozen, klopt = tuple(pagina.gekozen(vraag)), pagina.te_bevestigen(vraag)
            nu = Gevraagd(vraag, tuple(gezegd[:-1]), onderwerpbeeld, klopt, pagina.plaats(vraag))
            self.gedeeld.ask(nu, gekozen, gedimd=not pagina.is_gesproken)

    def tell(self, onderwerp: Informatieonderwerp) -> None:
        """Show what is told."""
        self.gedeeld.tell(onderwerp)

    @property
    def talen(self) -> str:
        """What is spoken, when another language is in sight; else empty."""
        v, taal = self._voering, self.gedeeld.taal
        spreekt = spreekt_anders(v.work, v.dossier, taal, dialect=True)
        return text("gesprek.spreekt_leest", spreekt=spreekt, leest=taal.gezegd) if spreekt else ""

    def show_wensen(self) -> None:
        """Serve this person as was chosen before."""
        v = self._voering
        self.gedeeld.set_wensen(gedeelde_wensen(v.work, v.dossier.id))

    def _keep_wensen(self) -> None:
        v = self._voering
        v.attempt(lambda: keep_gedeelde_wensen(v.work, v.context.dossier_id, self.gedeeld.wensen))

    def draw(self) -> None:
        """Draw what is in sight, as the shared side is to look on this computer."""
        self.helft.show_zicht(self.gedeeld.zicht, self._voering.context.voorkeuren.gedeelde_vorm)
        self.groot.show_zicht(self.gedeeld.zicht)

    def toggle_groot(self) -> None:
        """Turn the whole window to the other, or back to us."""
        if self.groot.isVisible():
            self.groot.hide()
            self.terug.emit()
        else:
            self.groot.open_page()
            self.draw()

    def undo(self) -> None:
        """Go back one touch on a board, else one entry of the question in focus."""
        if not self.praatplaat.undo():
            self._pagina.undo()

    def redo(self) -> None:
        """Go forward again."""
        if not self.praatplaat.redo():
            self._pagina.redo()

    def take_over(self) -> None:
        """What is pointed at becomes the answer, when its question stands on our page."""
        wijst = self.gedeeld.aanwijzing
        if wijst is not None and self._pagina.blok(wijst.naam) is not None:
            self._voering.take_over(wijst)
            self.gedeeld.forget_aanwijzing()

    def _hear(self, code: str) -> None:
        if self.praatplaat.hear(code, self.gedeeld.takes_bord):
            return
        if code == ALLEEN:
            self._voering.context.noted.emit(text("gesprek.gedeeld.wil_alleen"))
        elif code in BIJ_VERTELD:
            self._hear_gebaar(code)
        elif self.gedeeld.point(code):
            self._tell_elsewhere()

    def _hear_gebaar(self, code: str) -> None:
        """Recorded as it comes; who says stop is not looked at by the question any more."""
        if not self.gedeeld.hear(code):
            return
        v, wat, over = self._voering, code.removeprefix(":"), self.gedeeld.over
        v.attempt(lambda: record_gebaar(v.work, v.context.dossier_id, v.id, over, wat))
        v.judge_anew()
        if wat == STOP:
            self.gedeeld.set_wijze(Gedeeldestand.BEDEKT)
        self._tell(text(f"gesprek.gebaar.zeg_{wat}"))

    def _tell_elsewhere(self) -> None:
        """Standing still it may be another question than ours that is pointed at."""
        wijst = self.gedeeld.aanwijzing
        if wijst is not None and self._pagina.blok(wijst.naam) is None:
            vraag = self._voering.vraag(wijst.naam).label
            self._tell(text("gesprek.aangewezen.elders", vraag=vraag))

    def _tell(self, zin: str) -> None:
        """What is about one question goes with it."""
        self._voering.context.remarked.emit(zin)

"""One page of the conversation: its questions above, what goes with the one in focus below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from intake_assistant.domain.formulier import Pagina, Vraag
from intake_assistant.errors import KnownError
from intake_assistant.operations.views.gesprek import Plek
from intake_assistant.ui.gesprek.sheet import Blad
from intake_assistant.ui.kit.parts import kolom, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.locking.gate import Poort
from intake_assistant.ui.qt.doorman import nobody_asked
from intake_assistant.ui.qt.later import later
from intake_assistant.ui.vragen.blok import Vraagblok
from intake_assistant.ui.vragen.herhaling import HerhalingVeld
from intake_assistant.ui.vragen.paneel import Vraagpaneel
from intake_assistant.ui.vragen.voering import Gespreksvoering

# The page before and the page after are at hand.
_BEWAARD = 2
# With large letters in a low window so much of the question stays in sight, whatever was opened below it.
_MINST = 72


class GesprekPagina(QWidget):
    """Shows one page at a time."""

    in_beeld = Signal()
    """Another question is in focus, or its answer changed: the shared half follows."""

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self._voering = voering
        self.actief = ""
        self.paneel = Vraagpaneel(voering)
        self.paneel.bron_gewijzigd.connect(self.refresh)
        self._bladen: dict[str, Blad] = {}
        self._inhoud = QWidget()
        self._houder = kolom(self._inhoud, tussen=0)
        self._vlak = schuifvlak(self._inhoud)
        self.blad = self._make(Pagina("", ()))
        self._dicht: Pagina | None = None
        self._plek_achter: Plek | None = None
        self._poort: Poort | None = None
        self._box = box = kolom(self, tussen=0)
        self._onder = schuifvlak(self.paneel)
        self._onder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paneel.installEventFilter(self)
        box.addWidget(self._vlak, 1)
        box.addWidget(self._onder)
        voering.veranderd.connect(self.refresh)

    @property
    def pagina(self) -> Pagina:
        """Return the page that is shown."""
        return self._dicht or self.blad.pagina

    @property
    def blokken(self) -> list[Vraagblok]:
        """Return the blocks of the page."""
        return self.blad.blokken

    @property
    def herhaling(self) -> HerhalingVeld | None:
        """Return the repeat of the page."""
        return self.blad.herhaling

    # -- showing ---------------------------------------------------------------------------------------------

    def prepare(self, pagina: Pagina) -> None:
        """Build a page that is likely to come next."""
        if self._voering.context.is_gesloten(pagina.vragen):
            return
        if pagina.naam not in self._bladen and pagina != self.pagina and not pagina.herhaling:
            made = self._make(pagina)
            with nobody_asked(self):
                made.polish()
            self._keep(made)

    def _make(self, pagina: Pagina, veld: str = "") -> Blad:
        with nobody_asked(self):
            made = Blad(self._voering, pagina, veld)
            made.aangewezen.connect(self._wijs_aan)
            if made.herhaling is not None:
                made.herhaling.gewijzigd.connect(self._rows_changed)
            # In its place but hidden: showing a page that has its style already costs little.
            made.hide()
            self._houder.addWidget(made)
        return made

    def _note_gevoelig(self, pagina: Pagina) -> None:
        context = self._voering.context
        try:
            context.note_gevoelig(pagina.vragen)
        except KnownError as error:
            context.failed.emit(error)

    def show_pagina(self, pagina: Pagina, plek: Plek | None = None) -> None:
        """Show a page, with the keyboard in a field and its cursor when a place is given."""
        self._dicht = pagina if self._voering.context.is_gesloten(pagina.vragen) else None
        if self._dicht is not None:
            self._show_poort(plek)
            return
        if self._poort is not None:
            # Passed, or left for a page that is open.
            self._poort.hide()
        self._note_gevoelig(pagina)
        self._vlak.show()
        made = self._bladen.pop(pagina.naam, None)
        if made is not None and not pagina.herhaling:
            made.refresh()
        else:
            made = self._make(pagina, plek.veld if plek else "")
        self._swap(made)
        self._vlak.verticalScrollBar().setValue(0)
        self._focus_first(plek)

    def _show_poort(self, plek: Plek | None) -> None:
        """Ask for the passphrase in the place of the page; what was typed on the one before is recorded."""
        self._wijs_aan("")
        self._swap(self._make(Pagina("", ())))
        self._vlak.hide()
        if self._poort is None:
            self._poort = Poort(self._voering.context)
            self._poort.opened.connect(self._through_poort)
            self._box.insertWidget(0, self._poort, 1)
        self._plek_achter = plek
        self._poort.begin()
        self._poort.show()
        self._poort.wachtzin.field.setFocus()
        self.in_beeld.emit()

    def _through_poort(self) -> None:
        if self._dicht is not None:
            self.show_pagina(self._dicht, self._plek_achter)

    def _swap(self, made: Blad) -> None:
        oud, self.blad, self.actief = self.blad, made, ""
        # What an input method composes ends in its field as this goes, and the lock hears of it.
        oud.hide()
        with nobody_asked(self, made):
            made.show()
        self._keep(oud)

    def _rows_changed(self) -> None:
        if self.blok(self.actief) is None:
            # Its row is closed or gone: nothing may be recorded in it any more.
            self._wijs_aan(self.pagina.herhaling)

    def _keep(self, blad: Blad) -> None:
        if blad.pagina.naam and not blad.herhaling:
            self._bladen[blad.pagina.naam] = blad
        else:
            blad.deleteLater()
        while len(self._bladen) > _BEWAARD:
            self._bladen.pop(next(iter(self._bladen))).deleteLater()

    def refresh(self) -> None:
        """Show answers, states and relevance anew; nothing is rebuilt."""
        self.blad.refresh()
        if self.actief:
            self.paneel.refresh()
        self.in_beeld.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give what goes with the question the height it asks for."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What goes with the question has the height it asks for, but not all of it; one bar scrolls."""
        hoog = self.paneel.heightForWidth(self.width())
        wens = hoog if hoog > 0 else self.paneel.sizeHint().height()
        hoogte = max(0, min(wens, self.height() - px(_MINST)))
        wijze = Qt.ScrollBarPolicy
        self._vlak.setVerticalScrollBarPolicy(
            wijze.ScrollBarAlwaysOff if hoogte < wens else wijze.ScrollBarAsNeeded
        )
        if hoogte != self._onder.height():
            self._onder.setFixedHeight(hoogte)
            # Less room is left for the page: once it is laid out, the question in focus must still be seen.
            later(self, self._show_actief)
        focus = QApplication.focusWidget()
        if focus is not None and self.paneel.isAncestorOf(focus):
            self._onder.ensureWidgetVisible(focus, 0, px(8))

    # -- focus -----------------------------------------------------------------------------------------------

    def _focus_first(self, plek: Plek | None) -> None:
        zichtbaar = self.blad.zichtbaar()
        doel = next((blok for blok in zichtbaar if plek and blok.naam == plek.veld), None)
        blok = doel or (zichtbaar[0] if zichtbaar else None)
        if blok is None:
            self._wijs_aan(self.pagina.herhaling)
            self.resting_place().setFocus()
        else:
            blok.take_focus(plek.cursor if plek and doel else -1)
            self._wijs_aan(blok.naam)

    def _wijs_aan(self, naam: str) -> None:
        if naam and naam == self.actief:
            return
        if self.actief:
            # Also when the list of a completer swallowed the news that its field was left.
            self._voering.left(self._voering.subject(self.actief))
        self.actief = naam
        for blok in self.blokken:
            blok.set_actief(blok.naam == naam)
        self._onder.setVisible(bool(naam))
        if naam:
            self.paneel.show_vraag(naam)
        else:
            self.paneel.show_niets()
        self._show_actief()
        # A page that was just shown has no height yet.
        later(self, self._show_actief)
        self.in_beeld.emit()

    def _show_actief(self) -> None:
        blok = self.blok(self.actief)
        if blok is None:
            return
        if blok.height() > self._vlak.viewport().height():
            # Of what is higher than the page the beginning: its words, and as far as where one types.
            self._vlak.verticalScrollBar().setValue(blok.mapTo(self._inhoud, QPoint()).y())
            if (focus := QApplication.focusWidget()) is not None and blok.isAncestorOf(focus):
                self._vlak.ensureWidgetVisible(focus, 0, px(8))
        else:
            self._vlak.ensureWidgetVisible(blok, 0, px(8))

    def blok(self, naam: str) -> Vraagblok | None:
        """Return the block of a question on this page."""
        return self.blad.blok(naam)

    def toggle_gids(self) -> None:
        """Show all guidance of the question in focus, or its beginning."""
        wat = self.blok(self.actief) or self.herhaling
        if wat is not None:
            wat.gids.toggle()

    def back_to_veld(self) -> None:
        """Put the keyboard back into the question in focus."""
        self.resting_place().setFocus()

    def resting_place(self) -> QWidget:
        """The field of the question in focus, else the first of the page; of an empty repeat the repeat."""
        if self._dicht is not None and self._poort is not None:
            return self._poort.wachtzin.field
        blok = self.blok(self.actief) or next(iter(self.blad.zichtbaar()), None)
        return blok.invoer() if blok is not None else self.herhaling or self

    @property
    def plek(self) -> Plek:
        """Return page, field and cursor."""
        blok = self.blok(self.actief)
        startpositie = self.pagina.naam.partition(".")[0]
        return Plek(startpositie, self.pagina.naam, self.actief, blok.veld.cursor_plek() if blok else 0)

    def gesproken(self) -> list[Vraag]:
        """Return what was said last on this page, a note that leads to the question first."""
        return self.blad.gesproken(self.actief)

    @property
    def is_gesproken(self) -> bool:
        """Whether that is in focus now; else what is being filled in is not asked."""
        return self.blad.is_gesproken(self.actief)

    def gekozen(self, vraag: Vraag) -> list[str]:
        """Return the codes that the person chose at a question."""
        return self.blad.gekozen(vraag)

    def plaats(self, vraag: Vraag) -> str:
        """Return the name of a question on this page, with the row that it is of."""
        return self.blad.plaats(vraag)

    def te_bevestigen(self, vraag: Vraag) -> object | None:
        """Return what the COA said at a question and the person did not confirm yet."""
        return self.blad.te_bevestigen(vraag)

    # -- back and forward ----------------------------------------------------------------------------------

    def undo(self) -> None:
        """Go back one entry of the question in focus."""
        blok = self.blok(self.actief)
        if blok is not None and blok.veld.heeft_antwoord:
            focus = QApplication.focusWidget()
            blok.undo()
            if focus is not None and not focus.isVisible():
                # The line for the reason went with the state.
                self.back_to_veld()
        elif blok is None and self.herhaling is not None:
            self.herhaling.undo()

    def redo(self) -> None:
        """Go forward again in the question in focus."""
        blok = self.blok(self.actief)
        if blok is not None and blok.veld.heeft_antwoord:
            self._voering.redo(self._voering.subject(blok.naam))

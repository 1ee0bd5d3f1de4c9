"""While a conversation is on: one page, what is needed to move on, and the shared half."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QSplitter, QStackedWidget, QWidget

from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.formulier import Informatieonderwerp, Pagina
from intake_assistant.operations.acts.gesprek import keep_gedeelde_taal, keep_seconden
from intake_assistant.operations.vault.beleid import offered_talen
from intake_assistant.operations.views.gesprek import Plek, seconden_of
from intake_assistant.operations.words.gedeelde_taal import gedeelde_taal
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.texts import text
from intake_assistant.ui.gesprek.chips import Chipbalk
from intake_assistant.ui.gesprek.gedeelde_helft import GedeeldeHelft
from intake_assistant.ui.gesprek.page import GesprekPagina
from intake_assistant.ui.gesprek.route import Route
from intake_assistant.ui.gesprek.vertellen import Vertellen
from intake_assistant.ui.kit.parts import KorteRegel, knop, kolom, label, rij, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.undoing import OPNIEUW
from intake_assistant.ui.vragen.voering import Gespreksvoering

# The next page is built when this one has been painted and the hands rest.
KLAARZETTEN_MS = 120
# What each half needs; with less room for both, F6 turns from the one to the other.
STAF, GEDEELD = 560, 256
# A tick that took longer was a laptop asleep: that time was no conversation.
_LANGSTE_TIK = 5.0


class GesprekTijdens(QWidget):
    """Pages and shared half of the conversation that is on."""

    afronden = Signal()

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self.voering = voering
        self.route = Route(voering)
        self.chips = Chipbalk(voering, self.route)
        self.pagina = GesprekPagina(voering)
        self.vertellen = Vertellen(voering)
        self.gedeeld = GedeeldeHelft()
        self.links = QStackedWidget()
        self._kop, self._tijd = KorteRegel("kop3", "gesprek_kop"), label("", naam="gesprekstijd")
        self._taal, self._blad = self._make_taal(), label("", "zacht", naam="bladzijde")
        self._pauze = knop(text("gesprek.pauze"), "pauze", self._toggle_pauze, "stil", "klok")
        self.volgende_knop = knop("", "volgende", self.go_next, "hoofdknop")
        self._klaarzetten = QTimer(self, singleShot=True, interval=KLAARZETTEN_MS)
        self._klaarzetten.timeout.connect(self._prepare)
        self._build()
        self._shortcuts()
        self._start_klok()
        self.chips.gekozen.connect(self.go_startpositie)
        self.pagina.in_beeld.connect(self._follow)
        self.vertellen.in_beeld.connect(self._show_verteld)
        self.vertellen.klaar.connect(self.toggle_vertellen)
        voering.veranderd.connect(self._refresh)

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.links.addWidget(self.pagina)
        self.links.addWidget(self.vertellen)
        staf = QWidget()
        staf.setObjectName("eigen_helft")
        # The halves stay where they are, whatever a question brings along.
        staf.setMinimumWidth(px(STAF))
        self.gedeeld.setMinimumWidth(px(GEDEELD))
        self._staf = staf
        box = kolom(staf, tussen=4)
        box.setContentsMargins(px(16), px(8), px(8), px(8))
        box.addLayout(self._make_kop())
        box.addWidget(self.chips)
        box.addWidget(self.links, 1)
        box.addLayout(self._make_voet())
        self.wissel = knop("", "wissel_helft", self.toggle_helft, "stil")
        # Beside the row of what Tab walks through: F6 does the same.
        self.wissel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.wissel.hide()
        buiten = kolom(self, tussen=0)
        buiten.addWidget(self.wissel, 0, Qt.AlignmentFlag.AlignRight)
        buiten.addWidget(self._make_deler(staf), 1)

    def _make_deler(self, staf: QWidget) -> QSplitter:
        deler = QSplitter(Qt.Orientation.Horizontal)
        deler.setObjectName("deler")
        deler.setChildrenCollapsible(False)
        deler.addWidget(staf)
        deler.addWidget(self.gedeeld)
        deler.setStretchFactor(0, 11)
        deler.setStretchFactor(1, 9)
        deler.setSizes([1100, 900])
        return deler

    def _make_kop(self) -> QHBoxLayout:
        kop = rij()
        kop.addWidget(self._kop, 1)
        kop.addWidget(self._taal)
        kop.addWidget(self._tijd)
        kop.addWidget(self._pauze)
        return kop

    def _make_voet(self) -> QHBoxLayout:
        voet = rij()
        voet.addWidget(knop(text("gesprek.vorige"), "vorige", self.go_previous))
        voet.addWidget(self._blad)
        voet.addStretch(1)
        voet.addWidget(knop(text("gesprek.vertellen"), "vertellen_knop", self.toggle_vertellen))
        voet.addWidget(knop(text("gesprek.afronden"), "afronden_knop", self.afronden.emit))
        voet.addWidget(self.volgende_knop)
        return voet

    def _make_taal(self) -> QComboBox:
        made = QComboBox()
        made.setObjectName("gedeelde_taal")
        made.setAccessibleName(text("gesprek.gedeeld.taal"))
        made.setToolTip(zweeftekst(text("gesprek.gedeeld.taal")))
        for taal in offered_talen(self.voering.work.policy):
            made.addItem(text("gesprek.gedeeld.rechts", taal=taal.naam_nl), taal.code)
        made.activated.connect(lambda _: self._choose_taal(str(made.currentData())))
        return made

    def _shortcuts(self) -> None:
        paneel = self.pagina.paneel
        for toets, doen in (
            ("Alt+Down", self.go_next),
            ("Alt+Up", self.go_previous),
            ("Alt+O", lambda: paneel.toggle_staat(Staat.ONBEKEND)),
            ("Alt+W", lambda: paneel.toggle_staat(Staat.WIL_NIET_ZEGGEN)),
            ("Alt+N", lambda: paneel.toggle_staat(Staat.NIET_GEVRAAGD)),
            ("Ctrl+T", paneel.toggle_notitie),
            ("Ctrl+B", self.toggle_vertellen),
            ("Alt+A", self.afronden.emit),
            ("F6", self.toggle_helft),
            ("Ctrl+Z", self.undo),
            *((toets, self.redo) for toets in OPNIEUW),
        ):
            sneltoets = QShortcut(QKeySequence(toets), self)
            sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sneltoets.activated.connect(doen)

    # -- moving ----------------------------------------------------------------------------------------------

    def begin(self, plek: Plek, vraag: str = "", startpositie: str = "") -> None:
        """Show the place asked for, else where the conversation was left, else its first page."""
        self._show_kop()
        gevraagd = self.route.pagina(vraag) if vraag else self.route.first(startpositie)
        vorig = self.route.pagina(plek.pagina) if plek.pagina else None
        if gevraagd is not None:
            self._show(gevraagd, Plek(veld=vraag or self.route.first_open(gevraagd), cursor=-1))
        elif vorig is not None:
            # What is being typed knows its cursor to the last key; the place is older.
            cursor = self.voering.cursor(self.voering.subject(plek.veld)) if plek.veld else -1
            cursor = cursor if cursor >= 0 else plek.cursor
            self._show(vorig, Plek(plek.startpositie, plek.pagina, plek.veld, cursor))
        else:
            self.go_startpositie(self.route.gepland[0])

    def go_startpositie(self, startpositie: str) -> None:
        """Go to the first open question of a startpositie."""
        pagina = self.route.first(startpositie)
        if pagina is not None:
            self.voering.leave_all()
            self._show(pagina, Plek(veld=self.route.first_open(pagina), cursor=-1))

    def go_next(self) -> None:
        """Go to the next page that can apply; after the last to rounding off."""
        if self.links.currentWidget() is self.vertellen:
            self.toggle_vertellen()
            return
        volgende = self.route.next(self.pagina.pagina)
        if volgende is None:
            self.afronden.emit()
        else:
            self._show(volgende)

    def go_previous(self) -> None:
        """Go to the page before."""
        vorige = self.route.previous(self.pagina.pagina)
        if vorige is not None:
            self._show(vorige)

    def _show(self, pagina: Pagina, plek: Plek | None = None) -> None:
        if plek is None:
            # What a crash left behind stays as it was typed until somebody moves on.
            self.voering.leave_all()
        self.links.setCurrentWidget(self.pagina)
        self.route.plan(self.route.startpositie(pagina).id)
        self.route.visit(pagina)
        self.pagina.show_pagina(pagina, plek)
        self._refresh()
        self._follow()
        self._klaarzetten.start()

    def _prepare(self) -> None:
        volgende = self.route.next(self.pagina.pagina)
        if volgende is not None:
            self.pagina.prepare(volgende)

    def toggle_vertellen(self) -> None:
        """Go to what is told, or back to the question."""
        if self.links.currentWidget() is self.vertellen:
            self.links.setCurrentWidget(self.pagina)
            self.pagina.back_to_veld()
            self._follow()
        else:
            self.voering.leave_all()
            self.links.setCurrentWidget(self.vertellen)
            self.vertellen.show_onderwerpen()
            self.vertellen.lijst.setFocus()

    def resting_place(self) -> QWidget:
        """The question in focus, or the list of what is told."""
        if self.links.currentWidget() is self.vertellen:
            return self.vertellen.lijst
        return self.pagina.resting_place()

    def own_half(self) -> QWidget:
        """What only we read, in sight."""
        self._share_room(gedeeld=False)
        return self._staf

    def step_back(self) -> bool:
        """From what is told to the question."""
        if self.links.currentWidget() is self.pagina:
            return False
        self.toggle_vertellen()
        return True

    def toggle_helft(self) -> None:
        """Give the keyboard to the other half."""
        if self.gedeeld.hasFocus() or self._staf.isHidden():
            self._share_room(gedeeld=False)
            self.pagina.back_to_veld()
        else:
            self._share_room(gedeeld=True)
            self.gedeeld.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_room(gedeeld=self.gedeeld.hasFocus() or self._staf.isHidden())

    def _share_room(self, *, gedeeld: bool) -> None:
        krap = self.width() < px(STAF + GEDEELD + 8)
        # With room for one half the other is a key away, and that is told.
        self.wissel.setText(text("gesprek.naar_eigen" if gedeeld else "gesprek.naar_gedeeld"))
        self.wissel.setAccessibleName(self.wissel.text())
        self.wissel.setVisible(krap)
        self._staf.setVisible(not (krap and gedeeld))
        self.gedeeld.setVisible(gedeeld or not krap)

    def undo(self) -> None:
        """Go back one entry of the question in focus."""
        blok = self.pagina.blok(self.pagina.actief)
        if blok is not None and blok.veld.heeft_antwoord:
            focus = QApplication.focusWidget()
            blok.undo()
            if focus is not None and not focus.isVisible():
                # The line for the reason went with the state.
                self.pagina.back_to_veld()
        elif blok is None and self.pagina.herhaling is not None:
            self.pagina.herhaling.undo_remove()

    def redo(self) -> None:
        """Go forward again in the question in focus."""
        blok = self.pagina.blok(self.pagina.actief)
        if blok is not None and blok.veld.heeft_antwoord:
            self.voering.redo(self.voering.subject(blok.naam))

    # -- showing ---------------------------------------------------------------------------------------------

    def _show_kop(self) -> None:
        gesprek = self.voering.gesprek
        delen = [text("gesprek.nummer", nummer=self.route.nummer)]
        if gesprek.vorm:
            delen.append(text(f"gesprek.voorbereiden.vormen.{gesprek.vorm}"))
        if gesprek.tolk:
            delen.append(text("gesprek.met_tolk", naam=gesprek.tolk))
        self._kop.set_whole(" · ".join(delen))
        self.set_taal(gedeelde_taal(self.voering.work, self.voering.dossier, gesprek.taal))

    def _choose_taal(self, code: str) -> None:
        v = self.voering
        v.attempt(lambda: keep_gedeelde_taal(v.work, v.context.dossier_id, code))
        self.set_taal(code)

    def set_taal(self, code: str) -> None:
        """Show the shared half in another language."""
        self.gedeeld.set_taal(code)
        self._taal.setCurrentIndex(self._taal.findData(taal_van(code).code))
        self._follow()

    def _refresh(self) -> None:
        pagina = self.pagina.pagina
        if not pagina.naam:
            return
        hier = self.route.startpositie(pagina)
        self.chips.refresh(hier.id)
        nummer, van = self.route.place(pagina)
        self._blad.setText(text("gesprek.bladzijde", nummer=nummer, van=van))
        volgende = self.route.next(pagina)
        if volgende is None:
            woorden = text("gesprek.naar_afronden")
        elif (daar := self.route.startpositie(volgende)).id != hier.id:
            woorden = text("gesprek.volgende_onderwerp", titel=daar.titel)
        else:
            woorden = text("gesprek.volgende")
        self.volgende_knop.setText(woorden)
        self.volgende_knop.setAccessibleName(woorden)

    def _follow(self) -> None:
        if not self.pagina.pagina.naam or self.links.currentWidget() is self.vertellen:
            return
        gesproken = self.pagina.gesproken()
        if gesproken:
            vraag = gesproken[-1]
            self.gedeeld.show_vraag(vraag, self.pagina.gekozen(vraag), gesproken[:-1])
        else:
            self.gedeeld.show_rust()
        self.voering.go(self.pagina.plek)

    def _show_verteld(self, onderwerp: Informatieonderwerp) -> None:
        if self.links.currentWidget() is self.vertellen:
            self.gedeeld.show_onderwerp(onderwerp)

    # -- leaving and the clock -------------------------------------------------------------------------------

    def leave(self) -> None:
        """Record what is being typed, and keep the place."""
        if self.pagina.pagina.naam:
            self.voering.go(self.pagina.plek)
        self.voering.settle()

    def _start_klok(self) -> None:
        self._loopt, self._tik_op = True, time.monotonic()
        self._seconden = float(seconden_of(self.voering.work, self.voering.id))
        self.voering.seconden = round(self._seconden)
        self._tikker = QTimer(self, interval=1000)
        self._tikker.timeout.connect(self._tik)
        self._tikker.start()
        self._show_tijd()

    def stop(self) -> None:
        """The conversation is over: a page that waits to be deleted would write into a closed vault."""
        self._tikker.stop()

    def _is_on(self) -> bool:
        """Also while consent is asked or something is looked up: the other is still at the table."""
        context = self.voering.context
        return self._loopt and (self.isVisible() or context.samen == context.dossier_id != "")

    def _tik(self) -> None:
        nu = time.monotonic()
        if self._is_on():
            minuut = int(self._seconden // 60)
            self._seconden += min(nu - self._tik_op, _LANGSTE_TIK)
            self.voering.seconden = round(self._seconden)
            if int(self._seconden // 60) != minuut:
                v = self.voering
                v.attempt(lambda: keep_seconden(v.work, v.id, v.seconden))
                self._show_tijd()
        self._tik_op = nu

    def _toggle_pauze(self) -> None:
        self._tik()
        self._loopt = not self._loopt
        self._pauze.setText(text("gesprek.pauze" if self._loopt else "gesprek.verder"))
        self._pauze.setAccessibleName(self._pauze.text())
        self._show_tijd()

    def _show_tijd(self) -> None:
        minuten = int(self._seconden // 60)
        self._tijd.setText(text("gesprek.tijd" if self._loopt else "gesprek.tijd_pauze", minuten=minuten))

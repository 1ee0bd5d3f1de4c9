"""While a conversation is on: one page, what is needed to move on, and the shared half."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from intake_assistant.domain.formulier import Pagina
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.operations.acts.gesprek import keep_gedeelde_taal
from intake_assistant.operations.talen.gesproken import is_language_known
from intake_assistant.operations.views.gesprek import Plek
from intake_assistant.operations.words.vertaling import gedeelde_taal
from intake_assistant.texts import text
from intake_assistant.ui.gedeeld.aanwijsregel import OVERNEMEN
from intake_assistant.ui.gedeeld.bediening import BEDEKKEN, KIES_TAAL
from intake_assistant.ui.gesprek.andere_kant import AndereKant
from intake_assistant.ui.gesprek.bord.knop import PLAAT, Praatplaatknop
from intake_assistant.ui.gesprek.drawer import Onderwerpenlade
from intake_assistant.ui.gesprek.eerste_minuut.taalkeuze import Taalkeuze
from intake_assistant.ui.gesprek.head import AFRONDEN, ONDERWERPEN, PAUZE, Gesprekskop
from intake_assistant.ui.gesprek.klok import Gespreksklok
from intake_assistant.ui.gesprek.page import GesprekPagina
from intake_assistant.ui.gesprek.route import Route
from intake_assistant.ui.gesprek.tolk.pagina import Tolkpagina
from intake_assistant.ui.gesprek.vertellen import Vertellen
from intake_assistant.ui.kit.parts import deler, kaart, knop, kolom, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.later import Later
from intake_assistant.ui.vragen.opnieuw import HERKIJK
from intake_assistant.ui.vragen.paneel import STATEN, TOELICHTING, underline
from intake_assistant.ui.vragen.private_note import NOTITIE
from intake_assistant.ui.vragen.voering import Gespreksvoering
from intake_assistant.ui.words.opgeslagen import Opgeslagen

# The next page is built when this one has been painted and the hands rest.
KLAARZETTEN_MS = 120
# What each half needs; with less room for both, F6 turns from the one to the other.
STAF, GEDEELD = 560, 256
GIDS, VERTELLEN, TOLKEN = "Alt+G", "Alt+V", "Alt+I"


class GesprekTijdens(QWidget):
    """Pages and shared half of the conversation that is on."""

    afronden = Signal()

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self.voering = voering
        self.route = Route(voering)
        self.klok = Gespreksklok(voering, self)
        self.pagina = GesprekPagina(voering)
        self.ander = AndereKant(self, voering, self.route, self.pagina)
        self.gedeeld = self.ander.helft
        self.kop = Gesprekskop(self.klok, self.ander.knop)
        self.taal = Taalkeuze(voering.context, self, voering.id)
        self.links = QStackedWidget()
        self._staf = kaart("vlak", "eigen_helft")
        self.lade = Onderwerpenlade(voering, self.route, self._staf)
        self.volgende_knop = knop("", "volgende", self.go_next, "hoofdknop")
        self.praatplaat_knop = Praatplaatknop(self.ander.praatplaat)
        self._bewaard = Opgeslagen(voering.context)
        self.naar_gedeeld, self.naar_eigen = self._make_wissel("gedeeld"), self._make_wissel("eigen")
        self._klaarzetten = Later(self, self._prepare, KLAARZETTEN_MS)
        self._build()
        self._shortcuts()
        self._connect()

    # -- building --------------------------------------------------------------------------------------------

    @cached_property
    def vertellen(self) -> Vertellen:
        """What is told, beside the questions; made at the first need."""
        made = Vertellen(self.voering)
        made.in_beeld.connect(self._show_verteld)
        made.klaar.connect(self.toggle_vertellen)
        self.links.addWidget(made)
        return made

    @cached_property
    def tolken(self) -> Tolkpagina:
        """Who interprets, beside the questions; made at the first need."""
        made = Tolkpagina(self.voering)
        made.klaar.connect(self.toggle_tolken)
        self.links.addWidget(made)
        return made

    def _build(self) -> None:
        self.links.addWidget(self.pagina)
        # The halves stay where they are, whatever a question brings along.
        self.gedeeld.setMinimumWidth(px(GEDEELD))
        box = kolom(self._staf, tussen=0)
        box.addWidget(self.kop)
        box.addWidget(self.taal.voorstel)
        box.addWidget(self.links, 1)
        box.addLayout(self._make_voet())
        buiten = kolom(self, tussen=0)
        buiten.addWidget(self.naar_eigen, 0, Qt.AlignmentFlag.AlignRight)
        buiten.addWidget(deler(self._staf, self.gedeeld, (11, 9)), 1)

    def _connect(self) -> None:
        self.kop.afronden.connect(self.afronden)
        self.kop.onderwerpen.connect(self.toggle_lade)
        self.lade.tolken.connect(self.toggle_tolken)
        self.lade.gekozen.connect(self.go_startpositie)
        self.lade.taal.connect(self._choose_taal)
        self.lade.actie.connect(self.voering.context.asked)
        self.pagina.in_beeld.connect(self.follow)
        self.voering.veranderd.connect(self._refresh)
        self.taal.kiezer.taal.connect(self.set_taal)
        self.taal.klaar.connect(self._show_gekozen_taal)
        self.ander.knop.talen.connect(self.taal.kiezer.toggle)
        self.ander.terug.connect(lambda: self.resting_place().setFocus())
        self.ander.praatplaat.gewisseld.connect(self.follow)

    def _make_wissel(self, naar: str) -> QPushButton:
        made = knop(text(f"gesprek.naar_{naar}"), f"naar_{naar}_helft", self.toggle_helft, "stil")
        # Beside the row of what Tab walks through: F6 does the same.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.hide()
        return made

    def _make_voet(self) -> QHBoxLayout:
        voet = rij()
        voet.setContentsMargins(px(8), px(2), px(8), px(4))
        vertellen = knop("", "vertellen_knop", self.toggle_vertellen, "stil")
        underline(vertellen, text("gesprek.vertellen"), VERTELLEN)
        voet.addWidget(knop(text("gesprek.vorige"), "vorige", self.go_previous))
        voet.addWidget(vertellen)
        voet.addWidget(self.praatplaat_knop)
        voet.addWidget(self._bewaard)
        voet.addStretch(1)
        voet.addWidget(self.naar_gedeeld)
        voet.addWidget(self.volgende_knop)
        return voet

    def _shortcuts(self) -> None:
        paneel = self.pagina.paneel
        for toets, doen in (
            ("Alt+Down", self.go_next),
            ("Alt+Up", self.go_previous),
            *((toets, partial(paneel.toggle_staat, staat)) for staat, toets in STATEN),
            (TOELICHTING, paneel.toggle_toelichting),
            (HERKIJK, paneel.toggle_opnieuw),
            (NOTITIE, paneel.toggle_notitie),
            (GIDS, self.pagina.toggle_gids),
            (ONDERWERPEN, self.toggle_lade),
            (VERTELLEN, self.toggle_vertellen),
            (PLAAT, self.ander.praatplaat.toggle),
            (TOLKEN, self.toggle_tolken),
            (PAUZE, self.klok.toggle),
            (AFRONDEN, self.afronden.emit),
            ("F6", self.toggle_helft),
            *self.ander.toetsen,
            (KIES_TAAL, self.taal.kiezer.toggle),
            (OVERNEMEN, self.take_over),
        ):
            sneltoets = QShortcut(QKeySequence(toets), self)
            if toets != BEDEKKEN:
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
        if not is_language_known(self.voering.dossier, self.voering.gesprek.taal):
            self.taal.kiezer.open_page()

    def go_startpositie(self, startpositie: str) -> None:
        """Go to the first open question of a startpositie."""
        pagina = self.route.first(startpositie)
        if pagina is not None:
            self.voering.leave_all()
            self._show(pagina, Plek(veld=self.route.first_open(pagina), cursor=-1))

    def go_next(self) -> None:
        """Go to the next page that can apply; after the last to rounding off."""
        if self.step_back():
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
        if pagina.naam != self.pagina.pagina.naam:
            self.voering.context.moved.emit()
        self.links.setCurrentWidget(self.pagina)
        self.route.plan(self.route.startpositie(pagina).id)
        self.route.visit(pagina)
        self.pagina.show_pagina(pagina, plek)
        self._refresh()
        self.follow()
        self._klaarzetten.start()
        self.voering.context.wenk.emit("andere_kant")

    def _prepare(self) -> None:
        volgende = self.route.next(self.pagina.pagina)
        if volgende is not None:
            self.pagina.prepare(volgende)

    def toggle_tolken(self) -> None:
        """Go to who interprets, or back to the question."""
        self._turn_to(self.tolken)

    def toggle_vertellen(self) -> None:
        """Go to what is told, or back to the question."""
        self._turn_to(self.vertellen)

    def _turn_to(self, blad: Vertellen | Tolkpagina) -> None:
        self.voering.leave_all()
        if self.links.currentWidget() is blad:
            self.links.setCurrentWidget(self.pagina)
            self.pagina.back_to_veld()
            self.follow()
        else:
            self.links.setCurrentWidget(blad)
            blad.open_page()

    def toggle_lade(self) -> None:
        """Open the drawer with the topics, or put it away."""
        if self.lade.isVisible():
            self.lade.close_box()
        else:
            self.own_half()
            self.lade.show_onderwerpen(self.route.startpositie(self.pagina.pagina).id)

    def resting_place(self) -> QWidget:
        """The drawer that is open, the question in focus, or the list of what is told."""
        if self.ander.groot.isVisible():
            return self.ander.groot
        if self.lade.isVisible():
            return self.lade.first_field()
        blad = self.links.currentWidget()
        return blad.first_field() if isinstance(blad, Vertellen | Tolkpagina) else self.pagina.resting_place()

    def own_half(self) -> QWidget:
        """What only we read, in sight."""
        if self.ander.groot.isVisible():
            self.ander.toggle_groot()
        self._share_room(gedeeld=False)
        return self._staf

    def step_back(self) -> bool:
        """From what is told, or who interprets, to the question."""
        blad = self.links.currentWidget()
        if isinstance(blad, Vertellen | Tolkpagina):
            self._turn_to(blad)
            return True
        return False

    def toggle_helft(self) -> None:
        """Give the keyboard to the other half."""
        if self.gedeeld.hasFocus() or self._staf.isHidden():
            self._share_room(gedeeld=False)
            self.resting_place().setFocus()
        else:
            self._share_room(gedeeld=True)
            self.gedeeld.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_room(gedeeld=self.gedeeld.hasFocus() or self._staf.isHidden())
        self.lade.setGeometry(self.lade.room())

    def _share_room(self, *, gedeeld: bool) -> None:
        krap = self.width() < px(STAF + GEDEELD + 8)
        # One half alone takes what there is, however little: nothing of it may lie beyond the edge.
        self._staf.setMinimumWidth(0 if krap else px(STAF))
        # With room for one half the other is a key away, and that is told.
        self.naar_gedeeld.setVisible(krap)
        # Words that no hand needs give way to the buttons.
        self._bewaard.setVisible(self.width() >= px(STAF))
        self.naar_eigen.setVisible(krap and gedeeld)
        self._staf.setVisible(not (krap and gedeeld))
        self.gedeeld.setVisible(gedeeld or not krap)

    # -- showing ---------------------------------------------------------------------------------------------

    def _show_kop(self) -> None:
        self.ander.show_wensen()
        v = self.voering
        self.set_taal(gedeelde_taal(v.work, v.dossier, v.gesprek.taal))

    def _show_gekozen_taal(self) -> None:
        """As it was recorded now; put aside, as it was before."""
        self.voering.judge_anew()
        self._show_kop()

    def take_over(self) -> None:
        """What was pointed at last: a language, else an answer."""
        if not self.taal.voorstel.take_over():
            self.ander.take_over()

    def _choose_taal(self, code: str) -> None:
        v = self.voering
        v.attempt(lambda: keep_gedeelde_taal(v.work, v.context.dossier_id, code))
        self.set_taal(code)

    def set_taal(self, code: str) -> None:
        """Show the shared half in another language."""
        self.ander.gedeeld.set_taal(code)
        self.lade.show_taal(code)
        if "tolken" in vars(self):
            self.tolken.follow_taal()
        self._show_wie()
        self.follow()

    def _show_wie(self) -> None:
        """Who interprets, and what is spoken when the shared side is in another language."""
        self.kop.show_gesprek(self.voering.gesprek.nummer, self.voering.gesprek.tolk, self.ander.talen)

    def _refresh(self) -> None:
        pagina = self.pagina.pagina
        if not pagina.naam:
            return
        self.praatplaat_knop.show_stand()
        self._show_wie()
        hier = self.route.startpositie(pagina)
        telling = self.voering.telling
        self.kop.show_plek(hier.titel, self.route.place(pagina), telling[hier.id].te_gaan)
        gepland = [telling[naam] for naam in self.route.gepland]
        self.kop.show_voortgang(sum(t.klaar for t in gepland), sum(t.van for t in gepland))
        volgende = self.route.next(pagina)
        if volgende is None:
            woorden = text("gesprek.naar_afronden")
        elif (daar := self.route.startpositie(volgende)).id != hier.id:
            woorden = text("gesprek.volgende_onderwerp", titel=daar.titel)
        else:
            woorden = text("gesprek.volgende")
        self.volgende_knop.setText(woorden)
        self.volgende_knop.setAccessibleName(woorden)

    def follow(self) -> None:
        """Have the other side follow what is in focus."""
        if not self.pagina.pagina.naam or self.links.currentWidget() is not self.pagina:
            return
        self.ander.follow()
        self.voering.go(self.pagina.plek)

    def _show_verteld(self, onderwerp: Informatieonderwerp) -> None:
        if isinstance(self.links.currentWidget(), Vertellen):
            self.ander.tell(onderwerp)

    # -- leaving ---------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Record what is being typed, and keep the place."""
        if self.pagina.pagina.naam:
            self.voering.go(self.pagina.plek)
        self.voering.settle()

    def stop(self) -> None:
        """The conversation is over."""
        self.klok.stop()

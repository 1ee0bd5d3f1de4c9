"""The unlocked room: bar, header, banner and the pages; knows the way back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from intake_assistant.domain.inburgeraar import inburgeraar_of, is_voorbeeld
from intake_assistant.domain.kinds import VERZOEK
from intake_assistant.domain.recht.feiten import KLOKSOORTEN, KLOKVRAGEN
from intake_assistant.domain.recht.klokken import eerste_klok
from intake_assistant.domain.recht.verzoek import beperking_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.dossier import look_into
from intake_assistant.operations.acts.instelling import GEMEENTE
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.gemeente import gemeentenaam
from intake_assistant.operations.views.overzicht import all_klokken, is_of_one, read_whole
from intake_assistant.operations.words.klok import uitleg_of
from intake_assistant.operations.words.naam import AANSPREEKNAAM, aanspreeknaam, kopnaam
from intake_assistant.texts import known_error_text, taalfouten, text
from intake_assistant.ui.dossiers.line_watch import Regelwacht
from intake_assistant.ui.hulp.toetsen import Toetsen
from intake_assistant.ui.hulp.wenken import Wenken
from intake_assistant.ui.kit import fonts
from intake_assistant.ui.kit.overlay import Overleg
from intake_assistant.ui.kit.parts import kolom, rij
from intake_assistant.ui.kit.progress_line import cancel_shown
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import garbage
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.doorman import nobody_asked
from intake_assistant.ui.qt.later import Later, call_off, discard
from intake_assistant.ui.qt.place import BEGIN, FocusPlace, place_on, put_back
from intake_assistant.ui.qt.tasks import Taak
from intake_assistant.ui.window.backup_watch import Reservewacht
from intake_assistant.ui.window.banner import Banner
from intake_assistant.ui.window.bars import HeaderBar, Navigatie, Statusregel
from intake_assistant.ui.window.context import Context, Rondom, Scherm
from intake_assistant.ui.window.erasing import ask_voorbeeld
from intake_assistant.ui.window.samen import Samen
from intake_assistant.ui.window.screens import POORT, SCHERMEN, VERDER
from intake_assistant.ui.window.search import Zoeken
from intake_assistant.ui.words import klokken

KRAP, LAAG = 1080, 800
"""Narrower than this the bar keeps to its icons; lower, its buttons move closer."""
KOPSOORTEN = (VERZOEK, *KLOKSOORTEN)
"""What the header shows beside the person: whether their data may be used, and the first clock."""
AFTER_MS = 1000
"""The first page stands by then."""
_ONDER = ("zoeken", "toetsen", "privacy", "slot")


class Werkblad(QWidget):
    """Holds the screens of one open vault; gone as soon as it is locked."""

    action = Signal(str)
    """An act that is the window's: `slot` or `privacy`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        fonts.load_all()
        self.context = context
        # Goes with the screens: what is connected to it would hold them, and the dossier, beyond the lock.
        context.setParent(self)
        self._entrances = {entrance.naam: entrance for entrance in (*SCHERMEN, POORT, VERDER)}
        self._made: dict[str, Scherm] = {}
        self._history: list[FocusPlace] = []
        self._place = FocusPlace()
        self._looked = self._over = ""
        self.reservewacht, self.regelwacht = Reservewacht(context, self), Regelwacht(context, self)
        self._rust = Later(self, self._settle, AFTER_MS)
        self._build()
        self._connect()

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        in_balk = [entrance for entrance in SCHERMEN if entrance.in_balk]
        self.navigatie = Navigatie(
            [e.naam for e in in_balk if not e.needs_dossier and e.naam != "instellingen"],
            [e.naam for e in in_balk if e.needs_dossier],
            ["instellingen", *_ONDER],
            blijft=_ONDER,
        )
        self.kop, self.statusregel = HeaderBar(), Statusregel(self.context)
        self.banner = Banner(self.kop, self, self.room)
        self.wenken = Wenken(self.context.voorkeuren, self.banner, self)
        self.stack = QStackedWidget()
        page = kolom(tussen=0)
        for part in (self.kop, self.stack, self.statusregel):
            page.addWidget(part, 1 if part is self.stack else 0)
        row = rij(self, tussen=0)
        row.addWidget(self.navigatie)
        row.addLayout(page, 1)
        self.zoeken, self.toetsen, self.samen = Zoeken(self), Toetsen(self), Samen(self)
        self.installEventFilter(self)

    def _connect(self) -> None:
        self.context.navigate.connect(self.go)
        self.context.back.connect(self.back)
        self.context.changed.connect(self._follow)
        self.context.failed.connect(self.show_error)
        self.context.wenk.connect(self.wenken.show)
        self.banner.listen(self.context)
        self.context.removed.connect(self._offer_back)
        self.context.busy.connect(self.statusregel.show_task)
        self.context.erased.connect(self._forget)
        self.context.put_back.connect(self._look_again)
        self.navigatie.chosen.connect(self.act)
        self.kop.search.connect(self.zoeken.open_box)
        self.kop.gesprek.connect(lambda: self.go("gesprek", {}))
        self.kop.verlaat.connect(self._leave_gesprek)
        self.kop.voorbeeld_weg.connect(lambda: ask_voorbeeld(self, self.context))
        self.context.asked.connect(self.act)
        self.context.room_shared.connect(self._share_room)
        self.zoeken.chosen.connect(self.act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the message away, else stops what is worked on, when no page had another use for it."""
        if event.key() != Qt.Key.Key_Escape or not (self.banner.put_away() or cancel_shown(self)):
            super().keyPressEvent(event)

    def start(self) -> None:
        """Show the first page, once this is in the window; in a conversation no list of names."""
        self.samen.resume()
        self.go(self._first_screen(), {}, remember=False)
        self.regelwacht.start()
        self.reservewacht.start()
        self.zoeken.zoeker.start()
        self._rust.start()

    def _settle(self) -> None:
        """Find what is wrong in a language before somebody chooses one: all of it is read for that."""
        garbage.give_back()
        Taak(taalfouten, lambda _: None, self.context.failed.emit).start()

    def _first_screen(self) -> str:
        if self.samen.is_on:
            return VERDER.naam
        # Who has no dossier yet is told how to begin.
        return SCHERMEN[0].naam if self.context.work.vault.dossiers() else BEGIN

    # -- going -----------------------------------------------------------------------------------------------

    @property
    def scherm(self) -> Scherm:
        """The screen that is shown."""
        return self._made[self._place.scherm]

    def screen_names(self) -> list[str]:
        """The names of all screens that can be shown now."""
        samen = bool(self.context.samen)
        return [e.naam for e in SCHERMEN if (self.context.dossier_id if e.needs_dossier else not samen)]

    def act(self, naam: str, arguments: dict[str, str] | None = None) -> None:
        """Go to a screen, or do what has this name; what lies over the page would lie over that too."""
        self.close_boxes()
        if naam == "zoeken":
            self.zoeken.open_box()
        elif naam == "toetsen":
            self.toetsen.open_box()
        elif naam == "nieuw":
            self.go("dossiers", {"nieuw": "ja"})
        elif naam in _ONDER:
            self.action.emit(naam)
        elif naam == "verlaten":
            self._leave_gesprek()
        else:
            self.go(naam, arguments or {})

    def _leave_gesprek(self) -> None:
        self.samen.ask(lambda: self.go("dossier", {}))

    def go(self, naam: str, arguments: dict[str, str], *, remember: bool = True) -> None:
        """Leave the screen that is shown and show another; a refusal to record keeps one here."""
        entrance = self._entrances[arguments.get("naar", naam)]
        place = FocusPlace(
            naam, "" if entrance.over_alle else arguments.get("dossier", self.context.dossier_id), arguments
        )
        if not self.samen.allows(place, needs_dossier=entrance.needs_dossier):
            self.samen.ask(lambda: self.go(naam, arguments, remember=remember))
            return
        if remember:
            before = self.where()
            try:
                self.scherm.leave()
            except KnownError as error:
                self.show_error(error)
                return
            call_off(self.scherm)
            if before.scherm not in (POORT.naam, VERDER.naam):
                self._history.append(before)
        self._show(self._through_gate(self._still_there(place)))

    def _still_there(self, place: FocusPlace) -> FocusPlace:
        """The place itself; without its dossier when that went as a backup was put back, or is damaged."""
        try:
            known = self.context.work.vault.dossiers()
            if place.dossier in known and place.dossier != self._place.dossier:
                read_whole(self.context.work, place.dossier)
        except KnownError as error:
            # The screen that is shown tells what is the matter with the vault.
            return FocusPlace(arguments={"beschadigd": place.dossier}) if is_of_one(error) else place
        if place.dossier in ("", *known):
            return place
        if self._entrances[place.arguments.get("naar", place.scherm)].needs_dossier:
            return FocusPlace()
        return FocusPlace(place.scherm, "", {**place.arguments, "dossier": ""})

    def _through_gate(self, place: FocusPlace) -> FocusPlace:
        """The place itself, or the gate before it: a dossier that is left is closed again."""
        if place.scherm == POORT.naam:
            others = {naam: waarde for naam, waarde in place.arguments.items() if naam != "naar"}
            place = FocusPlace(place.arguments["naar"], place.dossier, others)
        if place.dossier != self._place.dossier:
            self.context.close_gevoelig()
        if not self._entrances[place.scherm].toont_gevoelig:
            return place
        self.context.dossier_id = place.dossier
        if not self.context.is_gesloten():
            return place
        return FocusPlace(POORT.naam, place.dossier, {**place.arguments, "naar": place.scherm})

    def back(self) -> None:
        """One step back on the screen, else to where one came from."""
        if self.scherm.step_back() or not self._history:
            return
        place, left = self._history[-1], self._history[:-1]
        if not self.samen.allows(place, needs_dossier=self._entrances[place.scherm].needs_dossier):
            self.samen.ask(self.back)
            return
        self.go_place(place)
        self._history = left

    def go_place(self, place: FocusPlace) -> None:
        """Return to a place: the field with its cursor, the halves, and how far it was scrolled."""
        # The dossier goes along: until the screen is left, what is typed there is of the one before.
        self.go(place.scherm, {**place.arguments, "dossier": place.dossier})
        if self._place.scherm == place.scherm:
            put_back(self.scherm, place)

    def _show(self, place: FocusPlace) -> None:
        entrance = self._entrances[place.scherm]
        self.context.dossier_id = place.dossier if entrance.needs_dossier or place.dossier else ""
        with nobody_asked(self):
            if place.scherm not in self._made:
                made = self._made[place.scherm] = entrance.scherm(self.context)
                # Where nothing asks for anything the keyboard lies on the screen itself.
                made.setAccessibleName(text(f"venster.naar_{place.scherm}"))
                self.stack.addWidget(made)
        self._place = place
        # Held here: Qt would give the keyboard to the first button of the page that comes.
        self.setFocus()
        self.banner.put_away()
        with nobody_asked(self, self.scherm):
            self.stack.setCurrentWidget(self.scherm)
        in_balk = place.arguments.get("naar", place.scherm)
        self.navigatie.set_place(in_balk, bool(self.context.dossier_id))
        self.navigatie.set_rustig(self.scherm.rustig)
        self.show_samen(self.samen.is_on)
        self.refresh_header()
        self._visit(place)
        self._share_room()
        if self.hasFocus() or self.window().focusWidget() is self:
            self.resting_place().setFocus()
        announce(self.scherm, text(f"venster.naar_{place.scherm}"))

    def _visit(self, place: FocusPlace) -> None:
        if place.dossier not in ("", self._over):
            self._over = place.dossier
            for scherm in self._made.values():
                scherm.begin_anew()
        try:
            self.scherm.show_with(place.arguments)
            if place.dossier not in ("", self._looked):
                # After showing: on a full disk a dossier can be read still (AVG 5(2), 32).
                look_into(self.context.work, place.dossier)
            self._looked = place.dossier
            if self._entrances[place.scherm].toont_gevoelig:
                self.context.note_gevoelig()
        except KnownError as error:
            self.show_error(error)

    def where(self) -> FocusPlace:
        """Where one is now, to the field, its cursor and how far the page was scrolled."""
        arguments = {**self._place.arguments, **self.scherm.where()}
        return place_on(self.scherm, self._place.scherm, self.context.dossier_id, arguments)

    def resting_place(self) -> QWidget:
        """Where the keyboard belongs now: in the box that lies over the page, else where the screen says."""
        boxes = (self.samen.verlaten, self.zoeken, self.toetsen)
        over = next((box for box in boxes if box.isVisible()), None)
        return over.first_field() if over is not None else self.scherm.resting_place()

    def close_boxes(self) -> None:
        """Put away what lies over the page; the keyboard returns to its field."""
        for box in self.findChildren(Overleg):
            if not box.is_page:
                box.close_box()

    def leave(self) -> None:
        """Have the screen record what is being typed; KnownError when it cannot."""
        self.scherm.leave()

    def _forget(self, dossier: str) -> None:
        """Nothing of somebody who was erased stays: not on a screen, on the way back, nor in a field."""
        for concept in self.context.onbewaard.held(dossier):
            self.context.onbewaard.let_go(dossier, concept.subject)
        self._history = [place for place in self._history if place.dossier != dossier]
        if self._place.dossier in ("", dossier):
            # Also when one went elsewhere meanwhile: the list and the screens still show the person.
            self._show(FocusPlace("wissen", "", {"gewist": dossier}))
        self._drop_others()

    def _look_again(self) -> None:
        if self.context.dossier_id not in ("", *self.context.work.vault.dossiers()):
            self.context.dossier_id = self._looked = ""
            self._place = replace(self._place, dossier="")
            self.navigatie.set_place(self._place.scherm, dossier_open=False)
        self._drop_others()
        self.refresh_header()

    def _drop_others(self) -> None:
        for naam in [naam for naam in self._made if naam != self._place.scherm]:
            screen = self._made.pop(naam)
            self.stack.removeWidget(screen)
            discard(screen)

    # -- around the page -------------------------------------------------------------------------------------

    def show_error(self, error: KnownError) -> None:
        """Tell of an error; nothing was lost."""
        self.banner.show_message(known_error_text(error), "fout")

    def _offer_back(self, subject: str) -> None:
        put_back = partial(self.context.restore, self.context.dossier_id, subject)
        self.banner.offer_back(text("venster.weggehaald"), put_back)

    def show_samen(self, on: bool) -> None:
        """While somebody looks along nothing around the page leads to others."""
        self.navigatie.set_samen(on)
        self.kop.show_samen(on, is_here=self._place.scherm in ("gesprek", VERDER.naam))

    def _share_room(self) -> None:
        """While a conversation is on the bars go: the eyes belong to the person."""
        rondom = self.scherm.rondom()
        for bar in (self.navigatie, self.kop):
            bar.setVisible(rondom is Rondom.ALLES)
        self.statusregel.set_aside(rondom is Rondom.NIETS)
        layout = self.layout()
        if layout is not None:
            # At once: a box that opens now must not lie where the half was that is shared.
            layout.activate()
        self._fit_boxes()

    def _fit_boxes(self) -> None:
        for over in (self.zoeken, self.toetsen, self.samen.verlaten):
            if over.isVisible():
                over.setGeometry(over.room())

    def room(self) -> QRect:
        """What a box may lie over: never the half that is shared."""
        half = self.scherm.own_half()
        return QRect(half.mapTo(self, QPoint(0, 0)), half.size()) if half is not None else self.rect()

    def refresh_header(self) -> None:
        """Draw the person and the next clock anew."""
        if not self.context.dossier_id:
            self.kop.show_place(gemeentenaam(self.context.work) or text("venster.programma"))
            return
        dossier = self.context.dossier()
        inburgeraar = inburgeraar_of(dossier)
        taal = klokken.taalnaam(self.context.work, inburgeraar.get("spreektaal", ""))
        spreekt = text("venster.spreekt", taal=taal) if taal else ""
        beperkt = beperking_of(dossier) is not None
        noem, gooit_weg = aanspreeknaam(dossier), is_voorbeeld(dossier) and not self.samen.is_on
        namen = kopnaam(inburgeraar), text("venster.noem", naam=noem) if noem else ""
        self.kop.show_person(*namen, spreekt, beperkt=beperkt, is_voorbeeld=gooit_weg)
        klok = eerste_klok(all_klokken(self.context.work, dossier))
        woorden = klokken.in_short(klok) if klok else ""
        self.kop.show_klok(woorden, uitleg_of(klok) if klok else "", klokken.inkt(klok))

    def _follow(self, changed: Changed) -> None:
        if changed.touches(KOPSOORTEN, (*KLOKVRAGEN, AANSPREEKNAAM)) or any(
            naam.startswith(GEMEENTE) for naam in changed.settings
        ):
            self.refresh_header()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what lies over the page as large as the page."""
        if event.type() == QEvent.Type.Resize:
            self.navigatie.set_room(krap=self.width() < px(KRAP), laag=self.height() < px(LAAG))
            self._fit_boxes()
        return False

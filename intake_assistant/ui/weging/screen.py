"""Weighing the three leerroutes side by side; the program points at facts and chooses nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BESLUIT, OPMERKING, WEGING, read_subject
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.controle import niet_gewogen
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.weging import (
    KANTEN,
    WegingArgument,
    argumenten_of,
    read_argument,
    wegingen_of,
)
from intake_assistant.operations.acts.weging import add_argument, change_argument, remove_argument
from intake_assistant.operations.views.besluit.bewijs import Bewijs, bakje_of, bewijs_van, bewijzen
from intake_assistant.operations.views.overleg.stand import open_over
from intake_assistant.texts import text
from intake_assistant.ui.draad.bakje import Bakje, Neerlegplek
from intake_assistant.ui.draad.keten import Keten
from intake_assistant.ui.draad.zaal import Bakjezaal, page_width
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.emptying import take_out
from intake_assistant.ui.kit.parts import knop, kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import px, set_rol
from intake_assistant.ui.qt.focus import bring_into_sight
from intake_assistant.ui.weging.bewijs_search import BewijsZoeker
from intake_assistant.ui.weging.column import ArgumentInvoer, ArgumentKaart, Grond, WegingVak
from intake_assistant.ui.window.context import Context, Scherm

BREED, KOLOM = 752, 216
"""On a page narrower than the first the leerroutes stand below each other; no column is narrower."""
_TOETS = {"voor": "v", "tegen": "t"}
_LBT = "leerbaarheid.lbt_uitslag"


class WegingScherm(Scherm):
    """Three columns of equal weight, each with for and against."""

    naam = "weging"
    toont = (WEGING, BESLUIT, OPMERKING)
    toont_vragen = (_LBT,)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._invoer: ArgumentInvoer | None = None
        self._bewijs: dict[str, Bewijs] = {}
        self._opmerkingen: dict[str, int] = {}
        self.keeper = Keeper(context, self)
        self.zoeker = BewijsZoeker(self)
        self.zoeker.gekozen.connect(self._rest_on)
        self.keten = Keten(context, self)
        self.keten.naar_vraag.connect(lambda naam: context.navigate.emit("gesprek", {"vraag": naam}))
        self.bakje = Bakje(text("weging.bakje"), text("weging.bakje_uitleg"), text("weging.bakje_toetsen"))
        self.bakje.gelegd.connect(lambda bewijs, plek: self._put(bewijs, *plek))
        self._gelegd: list[str] = []
        self.stand = label("", "zacht", wrap=True, naam="weging_stand")
        self.toets = label("", "zacht", wrap=True, naam="weging_lbt")
        self.vakken = {(r.value, k): WegingVak(r.value, k) for r in Leerroute for k in KANTEN}
        self._build()

    def _build(self) -> None:
        self._koppen = {r.value: _kop(r.value) for r in Leerroute}
        self._naast = 0
        self._raster = QGridLayout()
        self._raster.setHorizontalSpacing(px(16))
        self._raster.setVerticalSpacing(px(12))
        self._place(len(Leerroute))
        for invak in self.vakken.values():
            invak.nieuw.connect(self._begin_new)
            invak.neergelegd.connect(partial(self._dropped, invak))
        inhoud = QWidget()
        vak = kolom(inhoud, rand=24, tussen=8)
        vak.addWidget(label(text("weging.kop"), "kop1", wrap=True))
        vak.addWidget(label(text("weging.uitleg"), "zacht", wrap=True))
        vak.addWidget(self.toets)
        vak.addWidget(self.stand)
        vak.addSpacing(px(8))
        vak.addLayout(self._raster)
        naar = partial(self.context.navigate.emit, "gelijke_gevallen", {})
        # Below the weighing: who weighs first is not led by what others got.
        vak.addWidget(
            knop(text("kansen.gelijk.knop"), "weging_gelijke", naar, "stil"), 0, Qt.AlignmentFlag.AlignLeft
        )
        vak.addStretch(1)
        self.vlak = schuifvlak(inhoud)
        self._add_bakje()

    def _add_bakje(self) -> None:
        kolom(self, tussen=0).addWidget(Bakjezaal(self.bakje, self.vlak))
        terug = QShortcut(QKeySequence.StandardKey.Undo, self.bakje.lijst)
        terug.setContext(Qt.ShortcutContext.WidgetShortcut)
        terug.activated.connect(self._take_back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three beside each other, or below each other when the letters are large."""
        super().resizeEvent(event)
        self._place(len(Leerroute) if page_width(self.size()) >= px(BREED) else 1)

    def _place(self, naast: int) -> None:
        if naast == self._naast:
            return
        self._naast = naast
        take_out(self._raster)
        for nummer, route in enumerate(Leerroute):
            delen = (self._koppen[route.value], *(self.vakken[route.value, kant] for kant in KANTEN))
            eerste, plaats = (0, nummer) if naast > 1 else (nummer * len(delen), 0)
            for hoogte, deel in enumerate(delen):
                self._raster.addWidget(deel, eerste + hoogte, plaats)
            self._raster.setColumnStretch(nummer, 1 if nummer < naast else 0)
            self._raster.setColumnMinimumWidth(nummer, px(KOLOM) if nummer < naast else 0)
        self._raster.setHorizontalSpacing(px(16) if naast > 1 else 0)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the weighing anew; go on writing what was being written."""
        self._invoer = None
        self.keeper.begin((WEGING,))
        dossier = self.context.dossier()
        self._bewijs = {b.vraag: b for b in bewijzen(self.context.work, dossier)}
        self._gelegd = []
        begonnen = next(iter(self.keeper.waarden), "") or arguments.get("argument", "")
        if begonnen:
            self._open(self._begonnen(dossier, begonnen))
        else:
            self._show()

    def follow(self) -> None:
        """Read the weighing anew; what is being written stays."""
        self._show()

    def where(self) -> dict[str, str]:
        """The argument that is being written."""
        return {"argument": self._invoer.grond.subject} if self._invoer else {"argument": ""}

    def leave(self) -> None:
        """Record what is being written."""
        self.zoeker.close_box()
        self.keten.close_box()
        self.keeper.settle()
        self._invoer = None

    def _show(self) -> None:
        dossier = self.context.dossier()
        self._opmerkingen = open_over(dossier)
        self.bakje.show_feiten(bakje_of(self.context.work, dossier, WEGING.word), _plekken())
        for (route, kant), vak in self.vakken.items():
            vak.show_gronden(self._gronden(dossier, route, kant))
        self._show_toets(dossier)
        self._show_stand(dossier)

    def _gronden(self, dossier: Dossier, route: str, kant: str) -> list[ArgumentKaart | ArgumentInvoer]:
        hier = self._invoer and self._invoer.grond.subject.startswith(WEGING.begin(route, kant))
        invoer = self._invoer if hier else None
        gevonden: list[ArgumentKaart | ArgumentInvoer] = []
        for argument in argumenten_of(dossier, route, kant):
            subject = WEGING.of(route, kant, argument.id)
            if invoer is not None and invoer.grond.subject == subject:
                gevonden.append(invoer)
                invoer = None
            else:
                bewijs = self._rests_on(dossier, argument.vraag)
                gevonden.append(self._kaart(Grond(subject, argument, bewijs)))
        return [*gevonden, invoer] if invoer is not None else gevonden

    def _kaart(self, grond: Grond) -> ArgumentKaart:
        kaart = ArgumentKaart(grond, self.keten, self._opmerkingen.get(grond.subject, 0))
        kaart.opmerking.connect(lambda over: self.context.navigate.emit("overleg", {"over": over}))
        kaart.wijzig.connect(self._open)
        kaart.in_besluit.connect(self._set_in_besluit)
        kaart.naar_vraag.connect(lambda naam: self.context.navigate.emit("gesprek", {"vraag": naam}))
        return kaart

    def _rests_on(self, dossier: Dossier, vraag: str) -> Bewijs | None:
        if not vraag:
            return None
        return self._bewijs.get(vraag) or bewijs_van(self.context.work, dossier, vraag)

    def _show_toets(self, dossier: Dossier) -> None:
        toets = self._rests_on(dossier, _LBT)
        self.toets.setText(text("weging.lbt", uitslag=toets.waarde, bron=toets.herkomst) if toets else "")
        self.toets.setVisible(toets is not None)

    def _show_stand(self, dossier: Dossier) -> None:
        besluiten = besluiten_of(dossier)
        gewogen = wegingen_of(dossier)
        leeg = [text(f"weging.route_{route}") for route in niet_gewogen(gewogen)]
        if besluiten:
            zin = text("weging.al_vastgesteld", datum=date_in_words(besluiten[-1].dagtekening))
        else:
            zin = text("weging.nog_niet", routes=", ".join(leeg)) if leeg else text("weging.alle_drie")
        self.stand.setText(zin)
        set_rol(self.stand, "waarschuwing" if leeg and not besluiten else "zacht")

    # -- writing ---------------------------------------------------------------------------------------------

    def _begin_new(self, route: str, kant: str) -> None:
        rij = self.context.work.new_id()
        self._open(Grond(WEGING.of(route, kant, rij), WegingArgument(rij, "", "", False)))

    def _dropped(self, vak: WegingVak, nummer: int) -> None:
        if bewijs := self.bakje.fact(nummer):
            self._put(bewijs, vak.route, vak.kant)

    def _put(self, bewijs: Bewijs, route: str, kant: str) -> None:
        """A fact becomes an argument that rests on it; the words are put right afterwards."""
        work, dossier = self.context.work, self.context.dossier_id
        made = self.context.act(
            lambda: add_argument(work, dossier, route, kant, bewijs.zin, vraag=bewijs.vraag)
        )
        if made is not None:
            self._gelegd.append(WEGING.of(route, kant, made.made))
            self._show()

    def _take_back(self) -> None:
        """Ctrl+Z in the tray: what was put last lies there no more."""
        if self._gelegd:
            work, dossier, subject = self.context.work, self.context.dossier_id, self._gelegd.pop()
            if self.context.act(lambda: remove_argument(work, dossier, subject)) is not None:
                self._show()

    def _begonnen(self, dossier: Dossier, subject: str) -> Grond:
        rij = read_subject(subject)[1][-1]
        kept = self.keeper.waarden.get(subject) or dossier.get(subject, {})
        waarde = kept if isinstance(kept, dict) else {}
        argument = read_argument(rij, waarde)
        return Grond(subject, argument, self._rests_on(dossier, argument.vraag))

    def _open(self, grond: Grond) -> None:
        if self._invoer is not None and self._invoer.grond.subject != grond.subject:
            self.keeper.left(self._invoer.grond.subject)
        invoer = ArgumentInvoer(grond, self.keeper)
        invoer.zoek.connect(lambda: self.zoeker.open_with(list(self._bewijs.values())))
        invoer.klaar.connect(self._finish)
        invoer.annuleer.connect(self._call_off)
        invoer.weg.connect(self._remove)
        self._invoer = invoer
        self._show()
        invoer.tekst.moveCursor(invoer.tekst.textCursor().MoveOperation.End)
        invoer.show()
        invoer.tekst.setFocus()
        # After the page has been laid out anew.
        bring_into_sight(invoer, 50)

    def _rest_on(self, bewijs: Bewijs) -> None:
        if self._invoer is None:
            return
        oud = self._invoer.grond
        nu = read_argument(oud.argument.id, self._invoer.waarde)
        # A functional sentence of one's own is needed for a special answer; of another its words are a start.
        begin = "" if bewijs.bijzonder else bewijs.zin
        argument = replace(nu, tekst=nu.tekst or begin, vraag=bewijs.vraag, in_besluit=False)
        self._open(Grond(oud.subject, argument, bewijs))
        self._invoer.hold()
        if not nu.tekst:
            self._invoer.tekst.selectAll()

    def _finish(self) -> None:
        invoer = self._invoer
        if invoer is None:
            return
        invoer.hold()
        self.keeper.left(invoer.grond.subject)
        self._close(invoer)

    def _call_off(self) -> None:
        if self._invoer is None:
            return
        grond = self._invoer.grond
        typed = self.keeper.waarden.get(grond.subject)
        self.keeper.drop(grond.subject)
        self._close(self._invoer)
        if isinstance(typed, dict):
            argument = read_argument(grond.argument.id, typed)
            put_back = partial(self._type_on, replace(grond, argument=argument))
            self.context.ended.emit(text("weging.geannuleerd"), put_back)

    def _type_on(self, grond: Grond) -> None:
        self._open(grond)
        if self._invoer is not None:
            self._invoer.hold()

    def _close(self, invoer: ArgumentInvoer) -> None:
        route, kant, _ = read_subject(invoer.grond.subject)[1]
        self._invoer = None
        self._show()
        nieuw = self.vakken[route, kant].findChild(QWidget, f"nieuw_{route}_{kant}")
        if nieuw is not None:
            nieuw.setFocus()

    def _remove(self) -> None:
        work, dossier, invoer = self.context.work, self.context.dossier_id, self._invoer
        if invoer is None:
            return
        self.keeper.drop(invoer.grond.subject)
        if self.context.act(lambda: remove_argument(work, dossier, invoer.grond.subject)) is not None:
            self._close(invoer)
            self.context.removed.emit(invoer.grond.subject)

    def _set_in_besluit(self, grond: Grond, wel: bool) -> None:
        work, dossier, argument = self.context.work, self.context.dossier_id, grond.argument
        changed = replace(argument, in_besluit=wel)
        done = self.context.act(lambda: change_argument(work, dossier, grond.subject, changed))
        if done is not None:
            self._show()


def _plekken() -> list[Neerlegplek]:
    """A number for the leerroute, and a letter for the side."""
    return [
        Neerlegplek(
            f"{nummer}{_TOETS[kant]}",
            text(f"weging.plek_{kant}", route=text(f"weging.route_{route.value}")),
            (route.value, kant),
        )
        for nummer, route in enumerate(Leerroute, start=1)
        for kant in KANTEN
    ]


def _kop(route: str) -> QWidget:
    made = QWidget()
    box = kolom(made, tussen=0)
    box.addWidget(label(text(f"weging.route_{route}"), "kop2"))
    box.addWidget(label(text(f"weging.over_{route}"), "zacht", wrap=True))
    box.addStretch(1)
    return made

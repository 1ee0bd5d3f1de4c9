"""Asking for consent, step by step: who and why, which data, read aloud, and yes or no of equal weight."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from intake_assistant.domain.formulier import Formulieren
from intake_assistant.forms.toestemmingstekst import Partijvoorzet
from intake_assistant.operations.words.voorlezen import toestemmingsteksten
from intake_assistant.texts import text
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px, set_rol, thema
from intake_assistant.ui.qt.enter import ctrl_enter_does
from intake_assistant.ui.toestemming.card import NAAST
from intake_assistant.ui.toestemming.gegevens import Gegevensboom
from intake_assistant.ui.toestemming.partij import Partijstap
from intake_assistant.ui.toestemming.steps import LAAG, SMAL, Antwoordstap
from intake_assistant.ui.toestemming.vlakken import Boomvlak

_DAG: Final = "dag"
_VAN_DIE_DAG: Final = ("uitgelegd_met", "wijze", "vrije_keuze_uitgelegd", "uitdrukkelijk")


class Toestemmingspaneel(QWidget):
    """The three steps; `answered` brings the whole consent; what it is so far is kept."""

    answered = Signal(dict)
    stopped = Signal()
    stepped = Signal()

    def __init__(self, keeper: Keeper, formulieren: Formulieren) -> None:
        super().__init__()
        self.setObjectName("toestemming_vragen")
        self._vandaag = ""
        self.schets = Draft(keeper, self.half, self)
        self.partij = Partijstap(toestemmingsteksten(keeper.context.work).partijen)
        self.boom = Gegevensboom(formulieren)
        self.antwoord = Antwoordstap(keeper.context.work)
        self.stappen = QStackedWidget()
        self.koppen = [label(text(f"toestemmingen.vraag.stap{n}"), "zacht", wrap=True) for n in (1, 2, 3)]
        self.fout = label("", "waarschuwing", wrap=True, naam="vraag_fout")
        self.bijzonder = label("", "waarschuwing", wrap=True, naam="vraag_bijzonder")
        self._build()
        self.partij.changed.connect(self._touched)
        self.partij.voorgezet.connect(self._begin_from)
        self.boom.changed.connect(self._touched)
        self.antwoord.changed.connect(self._touched)
        self.antwoord.answered.connect(self._answer)

    def begin(self, naam: str, velden: Mapping[str, Any], taal: str, vandaag: datetime.date) -> None:
        """Start at the first step, with what was prepared before; from now on it is kept under this name."""
        self._vandaag = vandaag.isoformat()
        if velden.get(_DAG) != self._vandaag:
            # How it was explained is of one talk: on another day it is explained and answered anew.
            velden = {naam: waarde for naam, waarde in velden.items() if naam not in _VAN_DIE_DAG}
        self.partij.show_fields(velden)
        self.boom.tick(velden.get("gegevens", ()))
        self.antwoord.show_fields(velden, taal, vandaag)
        self.schets.begin(naam)
        self.go(0)

    def velden(self) -> dict[str, Any]:
        """What was filled in so far, with the keys of a consent."""
        found = {**self.partij.velden(), "gegevens": self.boom.gegevens(), **self.antwoord.velden()}
        return {naam: waarde for naam, waarde in found.items() if waarde not in ("", [])}

    def half(self) -> dict[str, Any]:
        """The same with the day, to go on with later."""
        return {**self.velden(), _DAG: self._vandaag}

    @property
    def stap(self) -> int:
        """The number of the step, from 0."""
        return self.stappen.currentIndex()

    def go(self, stap: int) -> None:
        """Show a step."""
        self._flag("")
        self.stappen.setCurrentIndex(stap)
        for nummer, kop in enumerate(self.koppen):
            set_rol(kop, "kop3" if nummer == stap else "zacht")
        self._show_heads()
        self.terug.setVisible(stap > 0)
        self.verder.setVisible(stap < 2)
        if stap == 2:
            self.antwoord.show_question(self.velden(), bijzonder=bool(self.boom.bijzonder()))
        self.first_field().setFocus()
        self.stepped.emit()

    def first_field(self) -> QWidget:
        """Where the step begins."""
        return (self.partij.partij, self.boom.zoek, self.antwoord.first_field())[self.stap]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room only the step that is shown has its heading."""
        super().resizeEvent(event)
        self._show_heads()
        # By all of this page: what is told below the step may not turn it over.
        self.antwoord.is_laag = self.height() < px(LAAG)
        self.antwoord.share_room()

    def _show_heads(self) -> None:
        for nummer, kop in enumerate(self.koppen):
            kop.setVisible(nummer == self.stap or self.width() >= px(SMAL))

    def _begin_from(self, soort: Partijvoorzet) -> None:
        """Fill in what is most often asked for this kind of party; the name is yet to be written."""
        self.partij.show_fields({"partij": soort.partij, "doel": soort.doel, "richting": soort.richting})
        self.boom.tick(soort.gegevens)
        self._touched()
        self.partij.partij.setFocus()
        self.partij.partij.selectAll()

    def _build(self) -> None:
        box = kolom(self, tussen=16)
        kop = rij(tussen=24)
        # Up here: the height below is for what is read aloud.
        back = text("toestemmingen.vraag.terug")
        self.terug = knop(back, "vraag_terug", lambda: self.go(self.stap - 1), "stil", "terug")
        kop.addWidget(self.terug)
        for woord in self.koppen:
            kop.addWidget(woord, 1)
        kop.addWidget(
            knop(text("toestemmingen.vraag.stoppen"), "vraag_stoppen", self.stopped.emit, "stil", "sluiten")
        )
        box.addLayout(kop)
        self.stappen.addWidget(_framed(schuifvlak(self.partij)))
        self.stappen.addWidget(_framed(schuifvlak(self._second(), Boomvlak)))
        self.stappen.addWidget(self.antwoord)
        box.addWidget(self.stappen, 1)
        self.fout.hide()
        box.addWidget(self.fout)
        row = rij(tussen=8)
        self.verder = knop(text("toestemmingen.vraag.verder"), "vraag_verder", self._next, "hoofdknop")
        # At the last step there is no such button: yes and no weigh the same.
        ctrl_enter_does(self.verder, self)
        row.addStretch(1)
        row.addWidget(self.verder)
        box.addLayout(row)

    def _second(self) -> QWidget:
        made = QWidget()
        box = kolom(made, tussen=8)
        box.addWidget(label(text("toestemmingen.vraag.gegevens"), "kop2"))
        box.addWidget(label(text("toestemmingen.vraag.gegevens_uitleg"), "zacht", wrap=True))
        box.addWidget(self.boom, 1)
        self.bijzonder.hide()
        box.addWidget(self.bijzonder)
        return made

    def _touched(self) -> None:
        aantal = len(self.boom.bijzonder())
        self.bijzonder.setVisible(bool(aantal))
        if aantal:
            self.bijzonder.setText(text("toestemmingen.vraag.bijzonder_gekozen", aantal=aantal))
        self._flag("")
        self.schets.touched()

    def _next(self) -> None:
        velden = self.velden()
        nodig = ("partij", "doel", "richting") if self.stap == 0 else ("gegevens",)
        mist = next((naam for naam in nodig if not velden.get(naam)), "")
        if mist:
            self._flag(text(f"toestemmingen.mist.{mist}"))
            self.partij.focus_on(mist)
        else:
            self.go(self.stap + 1)

    def _answer(self, gegeven: str) -> None:
        velden = {**self.velden(), "gegeven": gegeven}
        mist = self.antwoord.what_is_missing(gegeven, bijzonder=bool(self.boom.bijzonder()))
        if mist:
            self._flag(text(f"toestemmingen.mist.{mist}"))
            self.antwoord.focus_on(mist)
            return
        if gegeven == "nee":
            velden.pop("geldig_tot", None)
        self.answered.emit(velden)

    def _flag(self, zin: str) -> None:
        self.fout.setText(zin)
        self.fout.setVisible(bool(zin))


def _framed(inhoud: QWidget) -> QWidget:
    made = kaart()
    kolom(made, rand=24 if thema.schaal <= NAAST else 12).addWidget(inhoud)
    return made

"""One goal of the ontwikkelplan with its agreements: what, who, by when, done."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from intake_assistant.dates import in_words
from intake_assistant.domain.kinds import AFSPRAAK, DOEL
from intake_assistant.domain.recht.ontwikkelplan import Afspraak, Doel
from intake_assistant.domain.recht.uitvoering.werkplek import werkplekken_of
from intake_assistant.operations.views.overleg.stand import open_over
from intake_assistant.texts import text
from intake_assistant.ui.draad.bakje import Valvlak
from intake_assistant.ui.draad.keten import Keten, draadknop
from intake_assistant.ui.drawing.hulptrap import hulpplaat
from intake_assistant.ui.kit.parts import balk, knop, kolom, label, rij, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context


class DoelKaart(Valvlak):
    """A goal to read, with what is late first; *Wijzigen* opens its sheet."""

    bewerk = Signal(str)
    klaar = Signal(str, str)
    """Id of an agreement and the date it was done, empty when it is not."""

    def __init__(self, doel: Doel, context: Context, namen: Mapping[str, str], keten: Keten) -> None:
        """`namen` says who somebody is that an agreement names by role."""
        super().__init__()
        self.doel, self._context, self._namen, self._keten = doel, context, namen, keten
        self._vandaag = context.work.clock.today()
        self.setProperty("rol", "kaart")
        self.setObjectName(f"doel_{doel.id}")
        self._vak = kolom(self, rand=12, tussen=8)
        self._build_card()

    def _build_card(self) -> None:
        kop = rij(tussen=8)
        kop.addWidget(label(self.doel.naam or text("ontwikkelplan.zonder_naam"), "kop3", wrap=True), 1)
        if self.doel.vraag:
            subject = DOEL.of(self.doel.id, DOEL.rust_op)
            kop.addWidget(draadknop(self._keten, subject, self.doel.naam), 0, Qt.AlignmentFlag.AlignTop)
        self._vak.addLayout(kop)
        if self.doel.afspraken:
            self._vak.addWidget(self._voortgang())
        for afspraak in late_first(self.doel.afspraken, self._vandaag):
            self._vak.addWidget(self._row(afspraak))
            if afspraak.hulp.is_afgesproken and not afspraak.klaar_op:
                # As broad as the card: beside the box to tick there is no room for its words.
                self._vak.addWidget(hulpplaat(afspraak.hulp, self._vandaag, voluit=False))
        if not self.doel.afspraken:
            self._vak.addWidget(label(text("ontwikkelplan.geen_afspraak"), "zacht"))
        below = rij(tussen=0)
        doel = self.doel.id
        wijzig = knop(text("ontwikkelplan.wijzigen"), "doel_wijzigen", lambda: self.bewerk.emit(doel), "stil")
        wijzig.setAccessibleName(text("ontwikkelplan.wijzigen_naam", naam=self.doel.naam))
        below.addWidget(wijzig)
        below.addWidget(self._opmerking())
        below.addStretch(1)
        self._vak.addLayout(below)

    def _voortgang(self) -> QWidget:
        klaar = sum(a.gedaan is not None for a in self.doel.afspraken)
        aantal = len(self.doel.afspraken)
        return klaarbalk(klaar, aantal, "doel_voortgang")

    def _opmerking(self) -> QPushButton:
        context, over = self._context, DOEL.of(self.doel.id)
        aantal = open_over(context.dossier()).get(over, 0)
        woorden = text("overleg.aantal_open", aantal=aantal) if aantal else text("overleg.opmerken")
        go = partial(context.navigate.emit, "overleg", {"over": over})
        made = knop(woorden, "doel_opmerking", go, "stil")
        made.setAccessibleName(text("overleg.knop_over", knop=woorden, over=self.doel.naam))
        return made

    def _row(self, afspraak: Afspraak) -> QWidget:
        made = QFrame()
        made.setObjectName(f"afspraak_{afspraak.id}")
        row = rij(made, tussen=4)
        gedaan = QCheckBox()
        gedaan.setObjectName("klaar")
        gedaan.setAccessibleName(text("ontwikkelplan.klaar_naam", wat=afspraak.wat))
        gedaan.setToolTip(zweeftekst(text("ontwikkelplan.klaar_naam", wat=afspraak.wat)))
        gedaan.setChecked(afspraak.gedaan is not None)
        vandaag = self._vandaag.isoformat()
        gedaan.toggled.connect(lambda aan: self.klaar.emit(afspraak.id, vandaag if aan else ""))
        gedaan.setFixedWidth(px(40))
        made.setFocusProxy(gedaan)
        row.addWidget(gedaan, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(afspraak), 1)
        if afspraak.vraag:
            subject = AFSPRAAK.of(afspraak.id, AFSPRAAK.rust_op)
            row.addWidget(draadknop(self._keten, subject, afspraak.wat), 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _words(self, afspraak: Afspraak) -> QVBoxLayout:
        words = kolom(tussen=0)
        words.addWidget(label(afspraak.wat, wrap=True))
        stand = afspraak_in_words(afspraak, self._namen)
        soft = label(stand, "klein", wrap=True, naam="stand")
        words.addWidget(soft)
        if is_te_laat(afspraak, self._vandaag):
            words.addWidget(self._te_laat(afspraak), 0, Qt.AlignmentFlag.AlignLeft)
        for plek in werkplekken_of(self._context.dossier()):
            if plek.afspraak == afspraak.id and plek.wat.strip():
                zin = text("ontwikkelplan.werkplek_van", wat=plek.wat)
                words.addWidget(label(zin, "klein", wrap=True, naam="werkplek"))
        return words

    def _te_laat(self, afspraak: Afspraak) -> QLabel:
        uiterlijk = afspraak.laatste_dag or self._vandaag
        dagen = (self._vandaag - uiterlijk).days
        return label(text("ontwikkelplan.te_laat", aantal=dagen), "merk_let_op", naam="te_laat")


def is_te_laat(afspraak: Afspraak, vandaag: datetime.date) -> bool:
    """Whether an agreement is not done and its last day is past."""
    uiterlijk = afspraak.laatste_dag
    return afspraak.gedaan is None and uiterlijk is not None and uiterlijk < vandaag


def late_first(afspraken: Iterable[Afspraak], vandaag: datetime.date) -> list[Afspraak]:
    """What is late first, then what comes, then what has no day, and last what is done."""
    return sorted(
        afspraken,
        key=lambda a: (a.gedaan is not None, not is_te_laat(a, vandaag), a.laatste_dag or datetime.date.max),
    )


def klaarbalk(klaar: int, aantal: int, naam: str) -> QWidget:
    """How much is done, as a bar with its words."""
    return balk(klaar, aantal, text("ontwikkelplan.voortgang", klaar=klaar, aantal=aantal), naam)


def afspraak_in_words(afspraak: Afspraak, namen: Mapping[str, str]) -> str:
    """Who does it, and by when, or when it was done."""
    wie = namen.get(afspraak.wie, afspraak.wie)
    if afspraak.gedaan:
        wanneer = text("ontwikkelplan.stand_klaar", datum=in_words(afspraak.gedaan))
    elif afspraak.geen_datum:
        wanneer = text("ontwikkelplan.stand_geen_datum", getypt=afspraak.geen_datum)
    elif afspraak.laatste_dag:
        wanneer = text("ontwikkelplan.stand_uiterlijk", datum=in_words(afspraak.laatste_dag))
    else:
        wanneer = text("ontwikkelplan.stand_zonder")
    return " · ".join(deel for deel in (wie, wanneer) if deel)

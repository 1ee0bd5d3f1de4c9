"""One goal of the ontwikkelplan with its agreements: what, who, by when, done."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QWidget

from intake_assistant.dates import in_words
from intake_assistant.domain.kinds import AFSPRAAK, DOEL, kind_of
from intake_assistant.domain.recht.ontwikkelplan import TERMIJNEN, WIE, Afspraak, Doel
from intake_assistant.domain.subject import field
from intake_assistant.operations.views.overleg.stand import open_over
from intake_assistant.texts import text
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.flag import date_flag
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import DateEditor
from intake_assistant.ui.fields.text import TextEditor
from intake_assistant.ui.kit.parts import knop, kolom, label, lijn, rij, zweeftekst
from intake_assistant.ui.kit.theme import px


class DoelKaart(QFrame):
    """Reads as a card; *Wijzigen* turns it into fields."""

    bewerk = Signal(str)
    klaar = Signal(str, str)
    """Id of an agreement and the date it was done, empty when it is not."""
    nieuwe_afspraak = Signal(str)
    weg = Signal(str)
    """Subject of what is to be taken out."""

    def __init__(self, doel: Doel, vandaag: datetime.date, keeper: Keeper, *, open: bool) -> None:
        super().__init__()
        self.doel, self._vandaag, self._keeper = doel, vandaag, keeper
        self.setProperty("rol", "kaart")
        self.setObjectName(f"doel_{doel.id}")
        self._vak = kolom(self, rand=12, tussen=8)
        if open:
            self._build_fields()
        else:
            self._build_card()

    # -- reading ---------------------------------------------------------------------------------------------

    def _build_card(self) -> None:
        kop = rij(tussen=8)
        kop.addWidget(label(self.doel.naam or text("ontwikkelplan.zonder_naam"), "kop3", wrap=True), 1)
        self._vak.addLayout(kop)
        for afspraak in self.doel.afspraken:
            self._vak.addWidget(self._row(afspraak))
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

    def _opmerking(self) -> QPushButton:
        context, over = self._keeper.context, DOEL.of(self.doel.id)
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
        words = kolom(tussen=0)
        words.addWidget(label(afspraak.wat, wrap=True))
        stand = afspraak_in_words(afspraak, self._vandaag)
        soft = label(stand, "klein", wrap=True, naam="stand")
        words.addWidget(soft)
        if is_te_laat(afspraak, self._vandaag):
            words.addWidget(self._te_laat(afspraak), 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        return made

    def _te_laat(self, afspraak: Afspraak) -> QLabel:
        uiterlijk = afspraak.laatste_dag or self._vandaag
        dagen = (self._vandaag - uiterlijk).days
        return label(text("ontwikkelplan.te_laat", aantal=dagen), "merk_let_op", naam="te_laat")

    # -- writing ---------------------------------------------------------------------------------------------

    def _build_fields(self) -> None:
        prefix = DOEL.of(self.doel.id)
        naam = self._tekst(field(prefix, "naam"), self.doel.naam, "doel_naam", text("ontwikkelplan.doel"))
        self._vak.addWidget(label(text("ontwikkelplan.doel"), "veldnaam"))
        self._vak.addWidget(naam)
        self._vak.addWidget(
            self._keuze(prefix, "termijn", TERMIJNEN, self.doel.termijn, text("ontwikkelplan.termijn"))
        )
        for afspraak in self.doel.afspraken:
            self._vak.addWidget(lijn())
            self._add_afspraak(afspraak)
        self._vak.addWidget(lijn())
        self._add_row(
            ("nieuw", "afspraak_nieuw", lambda: self.nieuwe_afspraak.emit(self.doel.id), "stil"),
            ("doel_weghalen", "doel_weghalen", lambda: self.weg.emit(prefix), "stil"),
        )
        self._add_row(("klaar", "doel_klaar", lambda: self.bewerk.emit(""), "hoofdknop"))

    def _add_afspraak(self, afspraak: Afspraak) -> None:
        prefix = AFSPRAAK.of(afspraak.id)
        self._vak.addWidget(label(text("ontwikkelplan.wat"), "veldnaam"))
        wat = self._tekst(field(prefix, "wat"), afspraak.wat, "afspraak_wat", text("ontwikkelplan.wat"))
        self._vak.addWidget(wat)
        self._vak.addWidget(self._keuze(prefix, "wie", WIE, afspraak.wie, text("ontwikkelplan.wie")))
        dagen = rij(tussen=8)
        for veld in ("uiterlijk", "klaar_op"):
            regel, subject = DateEditor(), field(prefix, veld)
            naam = text(f"ontwikkelplan.{veld}")
            name_field(regel, f"afspraak_{veld}", naam)
            self._keeper.follow(regel, subject)
            gebrek = date_flag(self._keeper.context, subject, regel)
            self._keeper.show_in(regel, subject, getattr(afspraak, veld))
            vak = kolom(tussen=2)
            kop = label(naam, "veldnaam")
            kop.setBuddy(regel.regel)
            vak.addWidget(kop)
            vak.addWidget(regel)
            vak.addWidget(gebrek)
            vak.addStretch(1)
            dagen.addLayout(vak, 1)
        self._vak.addLayout(dagen)
        self._add_row(("afspraak_weghalen", "afspraak_weghalen", lambda: self.weg.emit(prefix), "stil"))

    def _tekst(self, subject: str, waarde: str, naam: str, voor: str) -> TextEditor:
        veld = TextEditor()
        name_field(veld, naam, voor)
        self._keeper.follow(veld, subject)
        self._keeper.show_in(veld, subject, waarde)
        return veld

    def _keuze(self, prefix: str, veld: str, codes: tuple[str, ...], nu: str, voor: str) -> QWidget:
        made = QFrame()
        row = rij(made, tussen=8)
        geen = "" if nu in codes else text("ontwikkelplan.kies")
        lijst = ChoiceEditor([(code, text(f"ontwikkelplan.{veld}_{code}")) for code in codes], geen)
        name_field(lijst, f"{kind_of(prefix).lijst()}_{veld}", voor)
        self._keeper.follow(lijst, field(prefix, veld))
        self._keeper.show_in(lijst, field(prefix, veld), nu if nu in codes else "")
        kop = label(voor, "veldnaam")
        kop.setBuddy(lijst)
        kop.setMinimumWidth(px(72))
        row.addWidget(kop)
        row.addWidget(lijst, 1)
        return made

    def _add_row(self, *knoppen: tuple[str, str, Callable[[], object], str]) -> None:
        row = rij(tussen=8)
        for sleutel, naam, act, rol in knoppen:
            row.addWidget(knop(text(f"ontwikkelplan.{sleutel}"), naam, act, rol))
        row.addStretch(1)
        self._vak.addLayout(row)


def is_te_laat(afspraak: Afspraak, vandaag: datetime.date) -> bool:
    """Whether an agreement is not done and its last day is past."""
    uiterlijk = afspraak.laatste_dag
    return afspraak.gedaan is None and uiterlijk is not None and uiterlijk < vandaag


def afspraak_in_words(afspraak: Afspraak, vandaag: datetime.date) -> str:
    """Who does it, and by when, or when it was done."""
    wie = text(f"ontwikkelplan.wie_{afspraak.wie}") if afspraak.wie in WIE else afspraak.wie
    if afspraak.gedaan:
        wanneer = text("ontwikkelplan.stand_klaar", datum=in_words(afspraak.gedaan))
    elif afspraak.geen_datum:
        wanneer = text("ontwikkelplan.stand_geen_datum", getypt=afspraak.geen_datum)
    elif afspraak.laatste_dag:
        wanneer = text("ontwikkelplan.stand_uiterlijk", datum=in_words(afspraak.laatste_dag))
    else:
        wanneer = text("ontwikkelplan.stand_zonder")
    return " · ".join(deel for deel in (wie, wanneer) if deel)

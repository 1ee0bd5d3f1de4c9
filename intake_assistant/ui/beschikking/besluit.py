"""A besluit that was set, to read: what it says of itself, and when it was made known and seen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import Besluit, besluiten_of, samenloop_of
from intake_assistant.domain.recht.oordeel.wijziging.concept import open_wijziging
from intake_assistant.operations.views.besluit.besluitverschil import (
    besluit_changes,
    verschil_in_words,
    vorige_van,
)
from intake_assistant.operations.views.besluit.bijlage import Bijlage, bijlagen_of
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.words.controle import with_article
from intake_assistant.operations.words.klok import uitleg_of
from intake_assistant.operations.words.samenloop import samenloop_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text, text_or
from intake_assistant.ui.beschikking.bekendmaking import BekendmakingKaart
from intake_assistant.ui.beschikking.bestand import save_bijlage
from intake_assistant.ui.beschikking.herkijken import HerkijkKaart
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context


class BesluitKaart(QWidget):
    """Everything about the last besluit; only how it was made known can still be filled in.

    `nieuw` to make one that changes it, or to go on with that.
    """

    nieuw = Signal()
    naar_brief = Signal()

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.setObjectName("besluit")
        self._keeper = keeper
        self._inhoud = QWidget()
        self._vak = kolom(self._inhoud, rand=0, tussen=12)
        self._vak.setContentsMargins(0, 0, 8, 0)
        kolom(self, tussen=0).addWidget(schuifvlak(self._inhoud))

    def show_besluit(self, work: Workspace, dossier: Dossier, besluit: Besluit) -> None:
        """Show a besluit."""
        empty_layout(self._vak)
        if samenloop := samenloop_of(besluiten_of(dossier)):
            # It is the last by number only: whether it holds nobody can say yet.
            zin = samenloop_in_words(samenloop)
            self._vak.addWidget(label(zin, "waarschuwing", wrap=True, naam="besluit_samenloop"))
        self._vak.addWidget(self._kop(dossier, besluit))
        bekend = BekendmakingKaart(self._keeper, dossier, besluit)
        bekend.naar_brief.connect(self.naar_brief)
        self._vak.addWidget(bekend)
        if bijlagen := tuple(bijlagen_of(dossier, besluit.inhoud)):
            self._vak.addWidget(_bijlagen(self._keeper.context, bijlagen))
        if besluit.let_op:
            self._vak.addWidget(_gepasseerd(besluit))
        if vorige := vorige_van(besluit, besluiten_of(dossier)):
            self._vak.addWidget(_verschil(vorige, besluit))
        self._vak.addWidget(self._loopt(work, dossier))
        opnieuw = HerkijkKaart(self._keeper)
        opnieuw.show_dossier(dossier)
        self._vak.addWidget(opnieuw)
        self._add_echtheid(besluit)
        self._vak.addStretch(1)

    def _add_echtheid(self, besluit: Besluit) -> None:
        echtheid = self._echtheid(besluit)
        echtheid.hide()
        details = knop(text("beschikking.vaststellen.details"), "besluit_details", lambda: None, "stil")
        details.setCheckable(True)
        details.toggled.connect(echtheid.setVisible)
        self._vak.addWidget(details, 0, Qt.AlignmentFlag.AlignLeft)
        self._vak.addWidget(echtheid)

    def focus_on(self, naam: str) -> None:
        """Give the keyboard to the field of this name."""
        velden = self.findChildren(QWidget, naam) if naam else []
        if velden:
            # The older ones of this name are on their way out.
            velden[-1].setFocus()

    def _kop(self, dossier: Dossier, besluit: Besluit) -> QFrame:
        made, vak = _card("besluit_kop")
        vak.addWidget(
            label(text("beschikking.vaststellen.is_vastgesteld"), "merk_goed"), 0, Qt.AlignmentFlag.AlignLeft
        )
        route = text_or(f"weging.route_{besluit.leerroute}", besluit.leerroute)
        vak.addWidget(label(route, "kop1", naam="besluit_route"))
        datum = date_in_words(besluit.dagtekening)
        vak.addWidget(
            label(
                text("beschikking.vaststellen.besluit_regel", nummer=besluit.nummer, datum=datum), wrap=True
            )
        )
        vak.addWidget(label(text("beschikking.vaststellen.besluit_uitleg"), "zacht", wrap=True))
        begonnen = open_wijziging(dossier) is not None
        woord = text("beschikking.nieuw.verder" if begonnen else "beschikking.nieuw.knop")
        nieuw = knop(woord, "nieuw_besluit", self.nieuw.emit, icoon="beschikking")
        vak.addWidget(nieuw, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _loopt(self, work: Workspace, dossier: Dossier) -> QFrame:
        made, vak = _card("besluit_loopt")
        vak.addWidget(label(text("beschikking.vaststellen.loopt_nu"), "kop3"))
        for klok in all_klokken(work, dossier):
            if klok.soort.bij_besluit and klok.uiterlijk is not None:
                row = rij(tussen=8)
                row.addWidget(label(text(f"beschikking.vaststellen.klok_{klok.naam}"), wrap=True), 1)
                row.addWidget(label(date_in_words(klok.uiterlijk.isoformat()), "veldnaam"))
                vak.addLayout(row)
                vak.addWidget(label(uitleg_of(klok), "klein", wrap=True))
        return made

    def _echtheid(self, besluit: Besluit) -> QFrame:
        made, vak = _card("besluit_echtheid")
        vak.addWidget(label(text("beschikking.vaststellen.kenmerk_kop"), "kop3"))
        sha = besluit.bestanden.get("pdf", "")
        cijfers = label(_in_groups(sha), naam="besluit_sha256")
        cijfers.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        cijfers.setAccessibleName(text("beschikking.vaststellen.kenmerk_naam", sha=sha))
        vak.addWidget(cijfers)
        vak.addWidget(label(text("beschikking.vaststellen.kenmerk_uitleg"), "klein", wrap=True))
        return made


def _bijlagen(context: Context, bijlagen: Sequence[Bijlage]) -> QFrame:
    """The files that go with it, each to be saved and sent along."""
    made, vak = _card("besluit_bijlagen")
    vak.addWidget(label(text("beschikking.bijlage.kop"), "kop3"))
    vak.addWidget(label(text("beschikking.bijlage.uitleg"), "klein", wrap=True))
    for nummer, bijlage in enumerate(bijlagen, start=1):
        save = partial(save_bijlage, context, made, bijlage)
        titel = text("beschikking.bijlage.bewaar_titel", naam=bijlage.naam)
        vak.addWidget(knop(titel, f"bijlage_{nummer}_bewaar", save), 0, Qt.AlignmentFlag.AlignLeft)
    return made


def _gepasseerd(besluit: Besluit) -> QFrame:
    """What was unwise when it was set, and why it was set all the same."""
    made, vak = _card("besluit_let_op")
    vak.addWidget(label(text("beschikking.vaststellen.let_op_gepasseerd"), "kop3", wrap=True))
    for rij_ in besluit.let_op:
        vak.addWidget(label(with_article(rij_.get("wat", ""), rij_.get("regel", "")), wrap=True))
        waarom = rij_.get("waarom") or text("beschikking.vaststellen.let_op_zonder")
        vak.addWidget(label(waarom, "zacht", wrap=True))
    return made


def _verschil(oud: Besluit, nieuw: Besluit) -> QFrame:
    """The two besluiten side by side: only what differs, each line read as a whole."""
    made, vak = _card("besluit_verschil")
    vak.addWidget(label(text("beschikking.verschil.kop"), "kop3"))
    vak.addWidget(label(verschil_in_words(oud, nieuw), "klein", wrap=True))
    verschillen = besluit_changes(oud, nieuw)
    if not verschillen:
        vak.addWidget(label(text("beschikking.verschil.gelijk"), wrap=True))
        return made
    raster = QGridLayout()
    raster.setHorizontalSpacing(px(16))
    raster.setVerticalSpacing(px(8))
    for plek, nummer in ((0, oud.nummer), (1, nieuw.nummer)):
        raster.addWidget(label(text("beschikking.verschil.besluit", nummer=nummer), "veldnaam"), 0, plek)
        raster.setColumnStretch(plek, 1)
    niets = text("beschikking.verschil.niets")
    for plaats, verschil in enumerate(verschillen):
        raster.addWidget(label(verschil.veld, "klein", wrap=True), 2 * plaats + 1, 0, 1, 2)
        for plek, zin in ((0, verschil.was), (1, verschil.nu)):
            gezegd = label(zin or niets, "" if zin else "zacht", wrap=True)
            raster.addWidget(gezegd, 2 * plaats + 2, plek, Qt.AlignmentFlag.AlignTop)
    vak.addLayout(raster)
    return made


def _in_groups(sha: str) -> str:
    """A long number as two lines of four groups, so that two people can compare it aloud."""
    groepen = [sha[plaats : plaats + 8] for plaats in range(0, len(sha), 8)]
    return "\n".join(" ".join(groepen[plaats : plaats + 4]) for plaats in range(0, len(groepen), 4))


def _card(naam: str) -> tuple[QFrame, QVBoxLayout]:
    made = kaart(naam=naam)
    return made, kolom(made, rand=16, tussen=4)

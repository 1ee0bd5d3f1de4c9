"""What speaks for or against one leerroute: arguments, each with the answer it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from intake_assistant.dates import date_in_words
from intake_assistant.domain.recht.weging import WegingArgument, argument_value
from intake_assistant.operations.views.besluit.bewijs import Bewijs
from intake_assistant.operations.views.onmogelijk import wrong_herkijkdag
from intake_assistant.texts import text
from intake_assistant.ui.draad.bakje import Valvlak
from intake_assistant.ui.draad.keten import Keten, draadknop
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.flag import Flag
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import DateEditor
from intake_assistant.ui.fields.text import TextBox, put_text
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.giving_way import Keuzevink
from intake_assistant.ui.kit.parts import Knop, knop, kolom, label, rij, zweeftekst


@dataclass(frozen=True)
class Grond:
    """One argument as it is shown: what was written, and the answer it rests on."""

    subject: str
    argument: WegingArgument
    bewijs: Bewijs | None = None


class ArgumentKaart(QFrame):
    """One argument, to read; it can be changed, taken away, and followed to its answer."""

    wijzig = Signal(object)
    naar_vraag = Signal(str)
    opmerking = Signal(str)
    """To remark on it, by its subject."""
    in_besluit = Signal(object, bool)

    def __init__(self, grond: Grond, keten: Keten, open_: int = 0) -> None:
        """`open_` is how many remarks on it are not done."""
        super().__init__()
        self.grond, self._keten, self._open = grond, keten, open_
        self.setProperty("rol", "zachtvlak")
        self.setObjectName("argument")
        vak = kolom(self, rand=8, tussen=4)
        tekst = label(grond.argument.tekst, wrap=True, naam="argument_tekst")
        tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        vak.addWidget(tekst)
        add_bron(vak, grond)
        if opnieuw := grond.argument.opnieuw_kijken:
            zin = text("weging.opnieuw_kijken", datum=date_in_words(opnieuw))
            vak.addWidget(label(zin, "klein", wrap=True, naam="argument_opnieuw"))
        if grond.bewijs is not None and grond.bewijs.bijzonder:
            self._add_bijzonder(vak)
        vak.addLayout(self._knoppen())

    def _add_bijzonder(self, vak: QVBoxLayout) -> None:
        wel = Keuzevink(text("weging.in_besluit"), "in_besluit")
        wel.setChecked(self.grond.argument.in_besluit)
        wel.toggled.connect(lambda aan: self.in_besluit.emit(self.grond, aan))
        uitleg = "weging.wel_in_besluit" if self.grond.argument.in_besluit else "weging.niet_in_besluit"
        vak.addWidget(wel)
        vak.addWidget(label(text(uitleg), "klein", wrap=True))

    def _knoppen(self) -> QHBoxLayout:
        row = rij(tussen=0)
        grond = self.grond
        wijzig = _sign("argument_wijzigen", "potlood", "wijzigen", grond, lambda: self.wijzig.emit(grond))
        row.addWidget(wijzig)
        row.addWidget(self._opmerking())
        row.addStretch(1)
        if grond.argument.vraag:
            row.addWidget(draadknop(self._keten, grond.subject, grond.argument.tekst))
        if grond.bewijs is not None:
            naam = grond.bewijs.vraag
            erheen = _sign("naar_vraag", "gesprek", "naar_vraag", grond, lambda: self.naar_vraag.emit(naam))
            row.addWidget(erheen)
        return row

    def _opmerking(self) -> Knop:
        subject = self.grond.subject
        woorden = text("overleg.aantal_open", aantal=self._open) if self._open else text("overleg.opmerken")
        made = knop(woorden, "argument_opmerking", lambda: self.opmerking.emit(subject), "stil")
        made.setAccessibleName(text("overleg.knop_over", knop=woorden, over=self.grond.argument.tekst))
        return made


class ArgumentInvoer(QFrame):
    """The field in which an argument is written; kept while one types."""

    zoek = Signal()
    klaar = Signal()
    annuleer = Signal()
    weg = Signal()

    def __init__(self, grond: Grond, keeper: Keeper) -> None:
        super().__init__()
        self.grond = grond
        self._keeper = keeper
        self.setProperty("rol", "kaart")
        self.setObjectName("argument_invoer")
        self.tekst = _Schrijfvak(3)
        put_text(self.tekst, grond.argument.tekst)
        self.tekst.setPlaceholderText(text("weging.tekst_plaatshouder"))
        name_field(self.tekst, "weging_tekst", text("weging.tekst_naam"))
        self.tekst.textChanged.connect(self.hold)
        self.tekst.af.connect(self.klaar)
        self.tekst.terug.connect(self.annuleer)
        self._vak = kolom(self, rand=8, tussen=8)
        self._vak.addWidget(self.tekst)
        self._bron = kolom(tussen=0)
        self._vak.addLayout(self._bron)
        add_bron(self._bron, grond)
        self._vak.addWidget(self._zoekknop())
        self._opnieuw = DateEditor(160, in_woorden=True)
        self._vak.addLayout(self._opnieuwrij())
        self._vak.addLayout(self._knoppen())

    def _opnieuwrij(self) -> QVBoxLayout:
        """The day on which to look whether it still holds."""
        box, row, regel = kolom(tussen=2), Vloei(), self._opnieuw
        name_field(regel, "weging_opnieuw", text("gesprek.opnieuw_kijken"))
        regel.show_waarde(self.grond.argument.opnieuw_kijken)
        regel.getypt.connect(self.hold)
        row.addWidget(label(text("gesprek.opnieuw_kijken"), "zacht"))
        row.addWidget(regel)
        box.addLayout(row)
        context, subject = self._keeper.context, self.grond.subject
        box.addWidget(
            Flag(
                regel.regel,
                lambda: wrong_herkijkdag(context.work, context.dossier(), subject, regel.waarde() or ""),
            )
        )
        return box

    def _zoekknop(self) -> QFrame:
        made = QFrame()
        row = rij(made, tussen=0)
        sleutel = "weging.ander_antwoord" if self.grond.argument.vraag else "weging.uit_antwoord"
        row.addWidget(knop(text(sleutel), "zoek_antwoord", self.zoek.emit, "stil", "zoeken"))
        row.addStretch(1)
        return made

    def _knoppen(self) -> Vloei:
        row = Vloei()
        row.addWidget(knop(text("weging.klaar"), "argument_klaar", self.klaar.emit, "hoofdknop"))
        row.addWidget(knop(text("weging.annuleren"), "argument_annuleren", self.annuleer.emit))
        if self.grond.argument.tekst:
            row.addWidget(knop(text("weging.weghalen"), "argument_weghalen", self.weg.emit, "stil"))
        return row

    @property
    def waarde(self) -> dict[str, str]:
        """The argument as it is recorded."""
        tekst, opnieuw = self.tekst.toPlainText().strip(), str(self._opnieuw.waarde() or "")
        return argument_value(replace(self.grond.argument, tekst=tekst, opnieuw_kijken=opnieuw))

    def hold(self) -> None:
        """Hold what is being typed; an argument without words is none."""
        if self.waarde["tekst"]:
            cursor = self.tekst.textCursor().position()
            self._keeper.typed(self.grond.subject, {"waarde": self.waarde}, cursor)
        else:
            self._keeper.drop(self.grond.subject)


class WegingVak(Valvlak):
    """One side of one leerroute; visibly empty while nothing stands there."""

    nieuw = Signal(str, str)

    def __init__(self, route: str, kant: str) -> None:
        super().__init__()
        self.route, self.kant = route, kant
        self.setProperty("rol", "kaart")
        self.setObjectName(f"vak_{route}_{kant}")
        self.vak = kolom(self, rand=12, tussen=8)

    def show_gronden(self, gronden: Sequence[ArgumentKaart | ArgumentInvoer]) -> None:
        """Show these arguments; the one that is being written among them."""
        for grond in gronden:
            # What is being written may stand here already, and stays.
            self.vak.removeWidget(grond)
        empty_layout(self.vak)
        self.vak.addWidget(label(text(f"weging.{self.kant}"), "kop3"))
        for grond in gronden:
            self.vak.addWidget(grond)
        if not gronden:
            self.vak.addWidget(label(text("weging.leeg"), "zacht", naam="leeg"))
        if not any(isinstance(grond, ArgumentInvoer) for grond in gronden):
            self.vak.addWidget(self._knop(), 0, Qt.AlignmentFlag.AlignLeft)
        self.vak.addStretch(1)

    def _knop(self) -> QFrame:
        made = QFrame()
        row = rij(made, tussen=0)
        naam = f"nieuw_{self.route}_{self.kant}"
        route, kant = self.route, self.kant
        nieuw = knop(text("weging.nieuw"), naam, lambda: self.nieuw.emit(route, kant), "stil", "nieuw")
        nieuw.setAccessibleName(text(f"weging.nieuw_{self.kant}", route=text(f"weging.route_{self.route}")))
        row.addWidget(nieuw)
        return made


class _Schrijfvak(TextBox):
    """Enter is done, Escape calls off; Shift+Enter is a new line."""

    af = Signal()
    terug = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Escape."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.af.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.terug.emit()
        else:
            super().keyPressEvent(event)


def _sign(naam: str, icoon: str, sleutel: str, grond: Grond, act: Callable[[], object]) -> Knop:
    """A button with a picture only: its word is read aloud, and seen by who points at it."""
    made = knop("", naam, act, "stil", icoon)
    woord = text(f"weging.{sleutel}")
    made.setToolTip(zweeftekst(woord))
    made.setAccessibleName(text("overleg.knop_over", knop=woord, over=grond.argument.tekst))
    return made


def add_bron(vak: QVBoxLayout, grond: Grond) -> None:
    """Add the answer that an argument rests on: question, value, source, conversation."""
    bewijs = grond.bewijs
    if bewijs is not None:
        regels = [bewijs.zin, bewijs.herkomst]
        regels += [text("weging.anders", wat=ander) for ander in bewijs.anders]
    else:
        regels = [text("weging.antwoord_weg")] if grond.argument.vraag else []
    for regel in regels:
        vak.addWidget(label(regel, "klein", wrap=True))

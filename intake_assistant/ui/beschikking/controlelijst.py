"""The checklist by article: what is there, what is missing, and the way to where it is filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from intake_assistant.domain.kinds import BESCHIKKING, kind_of
from intake_assistant.domain.recht.controle import Element
from intake_assistant.operations.views.besluit.controle import Controle
from intake_assistant.operations.words.controle import (
    breuk_in_words,
    duoregel_in_words,
    element_in_words,
    oordeel_in_words,
)
from intake_assistant.texts import text
from intake_assistant.ui.kit import icons
from intake_assistant.ui.kit.emptying import empty_layout, widgets_in
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, lijn, rij, schuifvlak, zweeftekst
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.qt.later import AGAIN_MS, Later

_LAAG = 200
_LINK = "ontbreekt_"


@dataclass(frozen=True)
class Punt:
    """One thing that stands in the way: article, words, and the name of the field or question."""

    regel: str
    wat: str
    vraag: str


class Controlelijst(QWidget):
    """`gevraagd` with the name of the field or the question; `vaststellen` when nothing stands in the way."""

    gevraagd = Signal(str)
    vaststellen = Signal()
    geteld = Signal()
    """`kop` says another number."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("controlelijst")
        inhoud = QWidget()
        self._vak = kolom(inhoud, tussen=4)
        self._vak.setContentsMargins(0, 0, px(8), 0)
        self.knop = knop(
            text("beschikking.controle.vaststellen"), "naar_vaststellen", self.vaststellen.emit, "hoofdknop"
        )
        self.stand = label("", "klein", wrap=True, naam="controle_stand")
        buiten = kolom(self, tussen=8)
        buiten.addWidget(schuifvlak(inhoud), 1)
        buiten.addWidget(self.stand)
        buiten.addWidget(self.knop)
        self.kop = text("beschikking.controle.kop_ontbreekt", aantal=0)
        self._open = False
        self._shown: tuple[Controle, tuple[Punt, ...]] | None = None
        self._next: tuple[Controle, tuple[Punt, ...]] | None = None
        self._later = Later(self, self._show_next, AGAIN_MS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the list has the room: its heading and the hint of the button say the same."""
        super().resizeEvent(event)
        self.stand.setHidden(self.height() < px(_LAAG))

    def show_controle(self, controle: Controle, let_op: Sequence[Punt] = ()) -> None:
        """Show the list; what is missing comes first, then what does not stand in the way (`let_op`)."""
        self._next = (controle, tuple(let_op))
        self._show_next()

    def _show_next(self) -> None:
        if self._next is None or self._next == self._shown:
            return
        if self._shown is not None and QApplication.mouseButtons():
            # The click that leaves a field finishes it: the button must not go from under the mouse.
            self._later.start()
            return
        self._shown = self._next
        controle, let_op = self._shown
        held = self._held()
        empty_layout(self._vak)
        punten = list(_punten(controle))
        self.kop = text("beschikking.controle.kop_ontbreekt", aantal=len(punten))
        self.geteld.emit()
        self._show_missing(self.kop, punten)
        # The page marks the day as missing too: the two say the same.
        self._vak.addWidget(
            label(text("beschikking.controle.dagtekening"), "klein", wrap=True, naam="controle_dagtekening")
        )
        bedenking = [Punt(o.regel, oordeel_in_words(o), o.vraag) for o in controle.let_op]
        uitleg = text("beschikking.controle.let_op_uitleg")
        self._show_missing(text("beschikking.controle.kop_let_op"), bedenking, uitleg)
        self._show_missing(text("beschikking.controle.kop_ook"), list(let_op))
        self._show_there([e for e in controle.elementen if e.aanwezig or e.verschoond])
        self._vak.addStretch(1)
        self.knop.setEnabled(controle.mag)
        zin = (
            text("beschikking.controle.volledig")
            if controle.mag
            else text("beschikking.controle.nog", aantal=len(punten))
        )
        self.stand.setText(zin)
        self.knop.setToolTip(zweeftekst(zin))
        if held:
            self._give(held)

    def _held(self) -> str:
        """The name of the part of the list that has the keyboard."""
        # The stubs promise a widget where Qt has none.
        focus = cast("QWidget | None", self.window().focusWidget())
        if focus is None or not any(deel.isAncestorOf(focus) for deel in widgets_in(self._vak)):
            return ""
        return focus.objectName()

    def _give(self, held: str) -> None:
        """The list was made anew under the keyboard: to the same point, else to the first that is left."""
        # The older ones are on their way out, hidden with the point they stand at.
        links = [one for deel in widgets_in(self._vak) for one in deel.findChildren(QPushButton)]
        same = [link for link in links if link.objectName() == held]
        rest = [link for link in links if link.objectName().startswith(_LINK)]
        next(iter((*same, *rest, self.knop))).setFocus()

    def _show_missing(self, kop: str, punten: list[Punt], uitleg: str = "") -> None:
        if not punten:
            return
        self._vak.addWidget(label(kop, "kop3"))
        if uitleg:
            self._vak.addWidget(label(uitleg, "klein", wrap=True))
        for punt in punten:
            self._vak.addWidget(self._missing(punt))
        self._vak.addSpacing(px(12))

    def _missing(self, punt: Punt) -> QWidget:
        made = kaart("")
        vak = kolom(made, tussen=0)
        row = rij(tussen=8)
        row.addWidget(_icoon("let_op", "let_op"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(_as_line(punt.wat), wrap=True), 1)
        vak.addLayout(row)
        below = rij(tussen=4)
        below.addWidget(Artikel(punt.regel, punt.wat))
        below.addStretch(1)
        if punt.vraag:
            below.addWidget(self._link(punt))
        vak.addLayout(below)
        return made

    def _link(self, punt: Punt) -> QPushButton:
        sleutel = (
            "beschikking.controle.invullen"
            if kind_of(punt.vraag) is BESCHIKKING
            else "beschikking.controle.erheen"
        )
        link = knop(text(sleutel), f"{_LINK}{punt.vraag}", _emit(self.gevraagd, punt.vraag), "stil")
        link.setAccessibleName(text("beschikking.controle.link_naam", wat=punt.wat))
        return link

    def _show_there(self, elementen: list[Element]) -> None:
        if not elementen:
            return
        # Folded: what is there asks for nothing, and is made when somebody unfolds it.
        inhoud = QWidget()
        vak = kolom(inhoud, tussen=4)
        inhoud.hide()
        kop = text("beschikking.controle.kop_aanwezig", aantal=len(elementen))
        toon = knop(kop, "controle_aanwezig", lambda: None, "stil", "vink")
        toon.setCheckable(True)
        toon.setChecked(self._open)
        toon.toggled.connect(lambda is_open: _unfold(inhoud, vak, elementen if is_open else ()))
        toon.toggled.connect(self._note_open)
        self._vak.addWidget(toon, 0, Qt.AlignmentFlag.AlignLeft)
        self._vak.addWidget(inhoud)
        if self._open:
            _unfold(inhoud, vak, elementen)
        self._vak.addWidget(lijn())

    def _note_open(self, is_open: bool) -> None:
        self._open = is_open


class Artikel(QWidget):
    """Which article asks for something: behind a sign, for who wants to know."""

    def __init__(self, regel: str, wat: str) -> None:
        super().__init__()
        row = rij(self, tussen=0)
        self.regel = label(regel, "klein", naam="artikel_regel")
        self.regel.hide()
        teken = knop("", "artikel", self._toggle, "stil", "info")
        teken.setAccessibleName(text("beschikking.controle.artikel", wat=wat))
        teken.setToolTip(zweeftekst(regel))
        row.addWidget(teken)
        row.addWidget(self.regel)

    def _toggle(self) -> None:
        self.regel.setVisible(self.regel.isHidden())


def _as_line(woorden: str) -> str:
    return woorden[:1].upper() + woorden[1:]


def _present(element: Element) -> QWidget:
    row = kaart("")
    inside = rij(row, tussen=4)
    inside.addWidget(_icoon("vink", "goed"), 0, Qt.AlignmentFlag.AlignTop)
    woorden = element_in_words(element)
    if not element.aanwezig:
        woorden = text("beschikking.controle.verschoond", wat=woorden)
    inside.addWidget(label(_as_line(woorden), wrap=True), 1)
    inside.addWidget(Artikel(element.regel, woorden), 0, Qt.AlignmentFlag.AlignTop)
    return row


def _punten(controle: Controle) -> Iterator[Punt]:
    for element in controle.ontbreekt:
        yield Punt(element.regel, element_in_words(element), element.vraag)
    for route in controle.niet_gewogen:
        yield Punt(
            "Awb 3:46",
            text("beschikking.controle.niet_gewogen", route=text(f"weging.route_{route}")),
            "weging",
        )
    for oordeel in controle.weigert:
        yield Punt(oordeel.regel, oordeel_in_words(oordeel), oordeel.vraag)
    for breuk in controle.duo:
        yield Punt(duoregel_in_words(breuk), breuk_in_words(breuk), breuk.vraag)
    if controle.zonder_akkoord:
        yield Punt(
            text("beschikking.controle.gemeente"), text("beschikking.controle.zonder_akkoord"), "overleg"
        )


def _icoon(naam: str, ink: str) -> QLabel:
    made = label("")
    made.setPixmap(icons.pixmap(naam, kleur(ink), px(16)))
    made.setFixedSize(px(16), px(20))
    return made


def _emit(signal: object, vraag: str) -> Callable[[], None]:
    return lambda: signal.emit(vraag)  # type: ignore[attr-defined]  # a bound signal


def _unfold(inhoud: QWidget, vak: QVBoxLayout, elementen: Sequence[Element]) -> None:
    """Show what is there, made once; nothing folds it again."""
    if elementen and not vak.count():
        for element in elementen:
            vak.addWidget(_present(element))
    inhoud.setVisible(bool(elementen))

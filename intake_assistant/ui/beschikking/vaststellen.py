"""Setting the PIP: one deliberate step that says what becomes fixed and what starts to run."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from intake_assistant.dates import as_typed, date_in_words, read_date, read_typed
from intake_assistant.documents.tekens import Vervangen
from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.besluit.controle import Controle
from intake_assistant.operations.views.besluit.vaststelgevolgen import Gevolgen
from intake_assistant.operations.views.besluit.weigering import refusals_in_words
from intake_assistant.texts import text
from intake_assistant.ui.beschikking.letop import LetOpKaart
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.giving_way import Groepen, Keuzevink
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak, with_label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.context import Context

_TEKENT = ("ondertekenaar.naam", "ondertekenaar.functie", "ondertekenaar.mandaat")


class Vaststellen(QWidget):
    """`terug` without a change, `vastgesteld` when the besluit is there."""

    terug = Signal()
    vastgesteld = Signal()
    voorbeeld = Signal(bytes)
    """The besluit as it would be, with the dagtekening that was typed."""

    def __init__(self, context: Context, of: Callable[[str], str] = BESCHIKKING.of) -> None:
        """The reasons to pass a let op stand in `of(key)`: of the first PIP, or of a later besluit."""
        super().__init__()
        self._is_eerste = of == BESCHIKKING.of
        self.setObjectName("vaststellen")
        self._context = context
        self._gevolgen: Gevolgen | None = None
        self._nagaan: Callable[[datetime.date], Gevolgen] | None = None
        self._zet: Callable[[datetime.date], Changed] | None = None
        self._taak: tasks.Taak | None = None
        self._cards: dict[str, QFrame] = {}
        self._gezien = QCheckBox()
        self.let_op = LetOpKaart(context, of)
        self.let_op.veranderd.connect(self._judge)
        self._build()

    def _build(self) -> None:
        inhoud = QWidget()
        vak = kolom(inhoud, tussen=12)
        vak.addWidget(label(text("beschikking.vaststellen.kop"), "kop2"))
        vak.addWidget(label(text("beschikking.vaststellen.uitleg"), "zacht", wrap=True))
        self._bezwaren = label("", "waarschuwing", wrap=True, naam="vaststellen_bezwaar")
        vak.addWidget(self._dagtekening())
        vak.addWidget(self._bezwaren)
        vak.addWidget(self.let_op)
        self._loopt = self._card(vak, "loopt")
        self._vast = self._card(vak, "vast")
        self._vervangen = self._card(vak, "vervangen")
        vak.addStretch(1)
        buiten = kolom(self, tussen=12)
        buiten.addWidget(schuifvlak(inhoud), 1)
        buiten.addLayout(self._knoppen())

    def _dagtekening(self) -> QFrame:
        made = kaart()
        vak = kolom(made, rand=16, tussen=8)
        kop = label(text("beschikking.vaststellen.dagtekening"), "veldnaam")
        self.datum = QLineEdit()
        self.datum.setFixedWidth(px(160))
        name_field(self.datum, "dagtekening", text("beschikking.vaststellen.dagtekening"))
        self.datum.textChanged.connect(lambda _: self._look())
        kop.setBuddy(self.datum)
        self._woorden = label("", "zacht", naam="dagtekening_woorden")
        row = rij(tussen=12)
        row.addWidget(self.datum)
        row.addWidget(self._woorden, 1)
        vak.addWidget(kop)
        vak.addLayout(row)
        self._tekent = label("", wrap=True, naam="vaststellen_tekent")
        vak.addWidget(self._tekent)
        # The term began with the first PIP, for ever (Wet 11(3)).
        eerste, later = (
            "beschikking.vaststellen.dagtekening_uitleg",
            "beschikking.vaststellen.dagtekening_later",
        )
        vak.addWidget(label(text(eerste if self._is_eerste else later), "klein", wrap=True))
        return made

    def _card(self, vak: QVBoxLayout, naam: str) -> QVBoxLayout:
        card = kaart(naam=f"vaststellen_{naam}")
        card.hide()
        self._cards[naam] = card
        vak.addWidget(card)
        return kolom(card, rand=16, tussen=8)

    def _knoppen(self) -> Groepen:
        self.doe = knop(text("beschikking.vaststellen.doe"), "vaststellen_doe", self._set, "hoofdknop")
        links, rechts = rij(tussen=12), rij(tussen=12)
        eerste, later = "beschikking.vaststellen.terug", "beschikking.vaststellen.terug_later"
        terug = text(eerste if self._is_eerste else later)
        links.addWidget(knop(terug, "vaststellen_terug", self.terug.emit))
        links.addStretch(1)
        rechts.addWidget(self.doe)
        return Groepen(links, rechts, delen=(1, 0))

    # -- showing ---------------------------------------------------------------------------------------------

    def begin(
        self,
        nagaan: Callable[[datetime.date], Gevolgen],
        zet: Callable[[datetime.date], Changed],
        controle: Controle,
        concept: Mapping[str, object],
    ) -> None:
        """Ask for today's date, which may be changed: what follows from it is looked at, then it is set."""
        self._nagaan, self._zet = nagaan, zet
        tekent = ", ".join(str(concept[deel]) for deel in _TEKENT if concept.get(deel))
        with_label(self._tekent, text("beschikking.vaststellen.tekent", wie=tekent) if tekent else "")
        self.let_op.begin()
        # Before the day is looked into: after a lock the keyboard returns to the reason that was being typed.
        self.let_op.show_let_op(controle.let_op, concept)
        today = as_typed(self._context.work.clock.today())
        if self.datum.text() == today:
            self._look()
        self.datum.setText(today)
        self.datum.setFocus()
        self.datum.selectAll()

    def leave(self) -> None:
        """Record what is being typed; nothing is looked into any more."""
        self.let_op.settle()
        if self._taak is not None:
            self._taak.cancel()

    @property
    def dag(self) -> datetime.date | None:
        """The dagtekening that was typed."""
        return read_date(read_typed(self.datum.text()))

    def _look(self) -> None:
        dag = self.dag
        self._gevolgen = None
        self._woorden.setText(
            date_in_words(dag.isoformat()) if dag else text("beschikking.vaststellen.geen_datum")
        )
        self._judge()
        if dag is None:
            return
        nagaan = self._nagaan
        if nagaan is None:
            return
        if self._taak is not None:
            self._taak.cancel()
        self._taak = tasks.run(
            self._context,
            lambda: nagaan(dag),
            self._show,
            text("beschikking.vaststellen.nagaan"),
            shown=True,
        )

    def _show(self, gevolgen: Gevolgen) -> None:
        self._gevolgen = gevolgen
        self.voorbeeld.emit(gevolgen.voorbeeld)
        for naam in ("vast", "loopt"):
            self._cards[naam].show()
        _fill(
            self._vast,
            text("beschikking.vaststellen.vast_kop"),
            text("beschikking.vaststellen.vast").splitlines(),
        )
        _fill(self._loopt, text("beschikking.vaststellen.loopt_kop"), self._loopt_zinnen(gevolgen))
        self._show_vervangen(gevolgen.vervangen)
        self.let_op.show_let_op(gevolgen.controle.let_op, gevolgen.concept)
        self._judge()

    def _loopt_zinnen(self, gevolgen: Gevolgen) -> list[str]:
        zinnen = []
        termijn = gevolgen.termijn
        if termijn is not None:
            begin, einde = (date_in_words(d.isoformat()) for d in (termijn.begin, termijn.einde))
            zinnen.append(text(f"beschikking.vaststellen.termijn_{termijn.bron}", begin=begin, einde=einde))
        uiterlijk = date_in_words(gevolgen.bezwaar_uiterlijk.isoformat())
        zinnen.append(text(f"beschikking.vaststellen.{gevolgen.rechtsmiddel}", uiterlijk=uiterlijk))
        return zinnen

    def _show_vervangen(self, vervangen: tuple[Vervangen, ...]) -> None:
        _fill(
            self._vervangen,
            text("beschikking.vaststellen.vervangen_kop"),
            [_teken_in_words(v) for v in vervangen],
        )
        self._gezien = Keuzevink(text("beschikking.vaststellen.gezien"), "vervangen_gezien")
        self._gezien.toggled.connect(lambda _: self._judge())
        self._vervangen.addWidget(label(text("beschikking.vaststellen.vervangen_uitleg"), "klein", wrap=True))
        self._vervangen.addWidget(self._gezien)
        self._cards["vervangen"].setVisible(bool(vervangen))

    def _judge(self) -> None:
        gevolgen = self._gevolgen
        zinnen = list(_against(gevolgen)) if gevolgen is not None else []
        if gevolgen is not None and self.let_op.lacks_reason():
            zinnen.append(text("beschikking.vaststellen.let_op_reden"))
        self._bezwaren.setText("\n".join(zinnen))
        self._bezwaren.setVisible(bool(zinnen))
        seen = gevolgen is not None and (not gevolgen.vervangen or self._gezien.isChecked())
        mag = gevolgen is not None and gevolgen.controle.mag and not gevolgen.open_plekken
        mag = mag and not self.let_op.lacks_reason()
        self.doe.setEnabled(mag and seen)

    # -- doing -----------------------------------------------------------------------------------------------

    def _set(self) -> None:
        dag, zet = self.dag, self._zet
        if dag is None or zet is None:
            return
        self.doe.setEnabled(False)
        self.let_op.settle()
        tasks.run(
            self._context,
            lambda: zet(dag),
            self._done,
            text("beschikking.vaststellen.bezig"),
            failed=self._refused,
            whole=True,
        )

    def _done(self, changed: Changed) -> None:
        self._context.changed.emit(changed)
        self.vastgesteld.emit()

    def _refused(self, error: object) -> None:
        self._context.failed.emit(error)
        self._look()


def _against(gevolgen: Gevolgen) -> Iterator[str]:
    """All that is in the way, each with its article, and what would stay empty."""
    for _, zinnen in refusals_in_words(gevolgen.controle):
        yield from zinnen.splitlines()
    if gevolgen.controle.zonder_akkoord:
        yield text("beschikking.controle.zonder_akkoord")
    yield from gevolgen.open_plekken
    if gevolgen.open_plekken:
        yield text("beschikking.vaststellen.open_plek")


def _teken_in_words(vervangen: Vervangen) -> str:
    code = f"U+{ord(vervangen.teken[0]):04X}"
    return text("beschikking.vaststellen.teken", teken=vervangen.teken, code=code, waar=vervangen.waar)


def _fill(vak: QVBoxLayout, kop: str, zinnen: list[str]) -> None:
    empty_layout(vak)
    vak.addWidget(label(kop, "kop3"))
    for zin in zinnen:
        regel = label(zin, wrap=True)
        regel.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        vak.addWidget(regel)

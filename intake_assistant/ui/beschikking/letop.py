"""What is unwise in a PIP that may be set: each with its article, passed by saying why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.domain.kinds import kind_of
from intake_assistant.domain.recht.oordeel.oordeel import LET_OP, Oordeel
from intake_assistant.operations.words.controle import oordeel_in_words, with_article
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.text import TextEditor
from intake_assistant.ui.kit.mark import clear
from intake_assistant.ui.kit.parts import kolom, label
from intake_assistant.ui.window.context import Context


class LetOpKaart(QFrame):
    """A line to say why for each let op, kept like all that is typed; `veranderd` when something was."""

    veranderd = Signal()

    def __init__(self, context: Context, of: Callable[[str], str]) -> None:
        """The reason for a let op stands in subject `of(key)`."""
        super().__init__()
        self.setObjectName("vaststellen_let_op")
        self.setProperty("rol", "kaart")
        self._keeper, self._of = Keeper(context, self), of
        self._redenen: dict[str, TextEditor] = {}
        self._shown: list[Oordeel] = []
        vak = kolom(self, rand=16, tussen=8)
        vak.addWidget(label(text("beschikking.vaststellen.let_op_kop"), "kop3"))
        vak.addWidget(label(text("beschikking.vaststellen.let_op_uitleg"), "klein", wrap=True))
        self._rijen = QWidget()
        self._vak = kolom(self._rijen, tussen=12)
        vak.addWidget(self._rijen)
        self.hide()

    def lacks_reason(self) -> bool:
        """Whether nobody said yet why one of them is passed."""
        return any(reden.waarde() is None for reden in self._redenen.values())

    def begin(self) -> None:
        """Take up what was being typed; nothing of another dossier stays here."""
        self._keeper.begin((kind_of(self._of(LET_OP)),))
        clear(self._rijen)
        self._shown, self._redenen = [], {}

    def show_let_op(self, let_op: Sequence[Oordeel], concept: Mapping[str, object]) -> None:
        """Show them with the reasons that were given; the same ones are left alone, also while one types."""
        self.setVisible(bool(let_op))
        if list(let_op) == self._shown:
            return
        # What was typed while the day was looked into is in no concept yet.
        getypt = {sleutel: reden.waarde() for sleutel, reden in self._redenen.items()}
        gezegd = {**concept, **{sleutel: waarde for sleutel, waarde in getypt.items() if waarde}}
        self._keeper.settle()
        clear(self._rijen)
        self._shown, self._redenen = list(let_op), {}
        for oordeel in let_op:
            self._vak.addWidget(self._row(oordeel, gezegd))

    def settle(self) -> None:
        """Record what is being typed."""
        self._keeper.settle()

    def _row(self, oordeel: Oordeel, concept: Mapping[str, object]) -> QWidget:
        made, reden = QWidget(), TextEditor(1)
        vak, zin = kolom(made, tussen=2), with_article(oordeel_in_words(oordeel), oordeel.regel)
        kop = label(text("beschikking.vaststellen.waarom_toch"), "veldnaam")
        name_field(reden, oordeel.sleutel, text("beschikking.vaststellen.waarom_toch_bij", wat=zin))
        kop.setBuddy(reden.tekst)
        for deel in (label(zin, wrap=True), kop, reden):
            vak.addWidget(deel)
        subject = self._of(oordeel.sleutel)
        self._keeper.follow(reden, subject)
        self._keeper.show_in(reden, subject, concept.get(oordeel.sleutel, ""))
        reden.getypt.connect(self.veranderd)
        self._redenen[oordeel.sleutel] = reden
        return made

"""The ways to settle a conflict beside choosing one of its sides; each is folded in until it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from intake_assistant.operations.views.conflict.tegenspraak import DATUM, Kant, Tegenspraak
from intake_assistant.operations.words.waarde import bronnaam
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import Editor, name_field
from intake_assistant.ui.fields.line import DateEditor
from intake_assistant.ui.fields.text import TextEditor
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import ChoiceBox, Knop, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.vragen import make_veld


class Uitklap(QWidget):
    """One way, with the button that folds it out."""

    def __init__(self, woord: str, naam: str) -> None:
        super().__init__()
        self.setObjectName(naam)
        self.vak = kolom(self, tussen=8)
        self.knop: Knop = knop(woord, f"{naam}_knop", self._fold, "chip")
        self.knop.setCheckable(True)
        self.hide()

    def _fold(self) -> None:
        self.setVisible(self.knop.isChecked())
        if self.knop.isChecked():
            self.first_field().setFocus()

    def fold_out(self) -> None:
        """Show it without moving the keyboard."""
        self.knop.setChecked(True)
        self.show()

    def first_field(self) -> QWidget:
        """Where one begins."""
        return self.knop


class TweeBronnen(Uitklap):
    """Keep one side here, and say which source the other one is of."""

    def __init__(self, wat: Tegenspraak, naam: str, chosen: Callable[[Kant, str], None]) -> None:
        super().__init__(text("conflicten.twee_bronnen.knop"), f"{naam}_twee_bronnen")
        self._chosen = chosen
        self.vak.addWidget(label(text("conflicten.twee_bronnen.uitleg", bron=wat.bron), "zacht", wrap=True))
        self.bron = ChoiceBox()
        self.bron.addItem(text("conflicten.twee_bronnen.kies_bron"), "")
        for bron in wat.bronnen:
            self.bron.addItem(bronnaam(bron), bron)
        self.bron.setFixedWidth(px(280))
        name_field(self.bron, f"{naam}_bron", text("conflicten.twee_bronnen.kies_bron"))
        row = rij(tussen=8)
        row.addWidget(self.bron)
        row.addStretch(1)
        self.vak.addLayout(row)
        sides = QWidget()
        flow = Vloei(sides)
        self._knoppen = [self._side(kant, f"{naam}_bron_{n}") for n, kant in enumerate(wat.kanten, start=1)]
        for made in self._knoppen:
            flow.addWidget(made)
        self.vak.addWidget(sides)
        self.bron.currentIndexChanged.connect(self._show_ready)
        self._show_ready()

    def _side(self, kant: Kant, naam: str) -> Knop:
        made = knop(text("conflicten.twee_bronnen.deze", waarde=kant.waarde), naam, partial(self._take, kant))
        made.setAccessibleName(text("conflicten.twee_bronnen.deze_naam", waarde=kant.waarde, wie=kant.wie))
        return made

    def _take(self, kant: Kant) -> None:
        self._chosen(kant, str(self.bron.currentData()))

    def _show_ready(self) -> None:
        for made in self._knoppen:
            made.setEnabled(bool(self.bron.currentData()))

    def first_field(self) -> QWidget:
        """Which source comes first."""
        return self.bron


class NieuweWaarde(Uitklap):
    """Say something that neither side says, typed as everywhere else."""

    def __init__(self, wat: Tegenspraak, naam: str, chosen: Callable[[object], None]) -> None:
        super().__init__(text("conflicten.anders.knop"), f"{naam}_anders")
        self._chosen = chosen
        self.editor = _editor(wat)
        name_field(self.editor, f"{naam}_nieuw", text("conflicten.anders.veld", wat=wat.wat))
        self.editor.setAccessibleName(text("conflicten.anders.veld", wat=wat.wat))
        self.leg_vast = knop(text("conflicten.anders.vast"), f"{naam}_leg_vast", self._record)
        self.vak.addWidget(label(text("conflicten.anders.uitleg"), "zacht", wrap=True))
        self.vak.addWidget(self.editor)
        row = rij(tussen=8)
        row.addWidget(self.leg_vast)
        row.addStretch(1)
        self.vak.addLayout(row)
        for signal in (self.editor.getypt, self.editor.gekozen):
            signal.connect(self._show_ready)
        self._show_ready()

    def waarde(self) -> object:
        """What was typed; None when nothing was."""
        return self.editor.waarde()

    def take_up(self, waarde: object) -> None:
        """Show once more what stood here when the page was left."""
        if waarde is not None:
            self.editor.show_waarde(waarde)
            self.fold_out()
        self._show_ready()

    def _record(self) -> None:
        self._chosen(self.waarde())

    def _show_ready(self) -> None:
        self.leg_vast.setEnabled(self.waarde() not in (None, "", []))

    def first_field(self) -> QWidget:
        """The field itself."""
        return self.editor.invoer() or self.editor


def _editor(wat: Tegenspraak) -> Editor:
    if wat.vraag is not None:
        return make_veld(wat.vraag)
    return DateEditor(200, in_woorden=True) if wat.typen == DATUM else TextEditor(1)

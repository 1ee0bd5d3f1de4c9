"""The second step of erasing: whose it is, that it cannot be undone, its reference typed over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from intake_assistant.operations.views.wissen.voorstel import Voorstel, is_confirmed
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.kit.giving_way import leesbreed
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak, with_label
from intake_assistant.ui.kit.progress_line import ProgressLine
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.announcing import announce


class Bevestigen(QWidget):
    """The dangerous button waits for the reference, and no key but its own presses it."""

    terug = Signal()
    gedaan = Signal(str)
    """The reference as it was typed."""

    def __init__(self) -> None:
        super().__init__()
        self._verwacht = ""
        made = kaart(naam="wissen_bevestigen")
        box = kolom(made, rand=24, tussen=12)
        self._kop = label("", "kop1", wrap=True, naam="wissen_van_wie")
        self._reden = label("", wrap=True, naam="wissen_reden")
        self._vraag = label("", "veldnaam", wrap=True, naam="wissen_vraag")
        self.kenmerk = QLineEdit()
        self.kenmerk.setMaximumWidth(px(320))
        name_field(self.kenmerk, "wissen_kenmerk", text("wissen.kenmerk"))
        self._vraag.setBuddy(self.kenmerk)
        self._melding = label("", "fout", wrap=True, naam="wissen_melding")
        self._bezig = label(text("wissen.bezig_uitleg"), "zacht", wrap=True, naam="wissen_bezig")
        self._bezig.hide()
        self.voortgang = ProgressLine("wissen_voortgang", stacked=True)
        gevolg = label(text("wissen.onomkeerbaar"), "waarschuwing", wrap=True)
        for part in (
            self._kop, self._reden, gevolg, self._vraag, self.kenmerk, self._melding, self._bezig,
            self.voortgang,
        ):  # fmt: skip
            box.addWidget(part)
        box.addLayout(self._knoppen())
        self.kenmerk.textChanged.connect(lambda _: self._judge())
        inhoud = QWidget()
        buiten = kolom(inhoud, tussen=0)
        buiten.addLayout(leesbreed(made, 760))
        buiten.addStretch(1)
        kolom(self, tussen=0).addWidget(schuifvlak(inhoud))

    def _knoppen(self) -> QHBoxLayout:
        self.niet = knop(text("wissen.terug"), "wissen_niet", self.terug.emit)
        self.doe = knop(text("wissen.doe"), "wissen_doe", self._confirm, "gevaar")
        row = rij(tussen=12)
        row.addWidget(self.niet)
        row.addStretch(1)
        row.addWidget(self.doe)
        return row

    def ask(self, voorstel: Voorstel, reden: str) -> None:
        """Ask anew, for this dossier."""
        self._verwacht = voorstel.kenmerk
        self._kop.setText(text("wissen.bevestigen", naam=voorstel.naam))
        self._reden.setText(text("wissen.met_reden", reden=reden))
        self._vraag.setText(text("wissen.typ", kenmerk=voorstel.kenmerk))
        self.kenmerk.clear()
        self.tell("")
        self._judge()

    def clear(self) -> None:
        """Nothing of the person stays on the page."""
        for part in (self._kop, self._reden, self._vraag, self._melding):
            part.setText("")
        self.kenmerk.clear()
        self._verwacht = ""

    def set_busy(self, busy: bool) -> None:
        """While it is being done nothing else can be."""
        self.kenmerk.setEnabled(not busy)
        self.niet.setEnabled(not busy)
        self._bezig.setVisible(busy)
        if not busy:
            self.voortgang.end()
        self.doe.setText(text("wissen.bezig" if busy else "wissen.doe"))
        self._judge()
        self.doe.setEnabled(self.doe.isEnabled() and not busy)

    def tell(self, tekst: str) -> None:
        """Say why it was not done."""
        with_label(self._melding, tekst)
        if tekst:
            announce(self._melding, tekst)

    def _judge(self) -> None:
        self.doe.setEnabled(is_confirmed(self.kenmerk.text(), self._verwacht))

    def _confirm(self) -> None:
        self.gedaan.emit(self.kenmerk.text())

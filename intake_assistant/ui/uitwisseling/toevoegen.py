"""Adding a card: first the card, then its fingerprint as the other reads it aloud.

The fingerprint that belongs to the card stays out of sight: from the screen it would be typed over, and a
card that was exchanged on its way would pass. All six groups are asked for. Three are fifteen digits, which
somebody who makes cards until one fits reaches in days; thirty nobody does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from intake_assistant.errors import KnownError
from intake_assistant.exchange.card import Card, read_card
from intake_assistant.operations.exchange import cards
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.kit.parts import knop, kolom, label, rij, schuifvlak, with_label
from intake_assistant.ui.kit.theme import px, set_rol
from intake_assistant.ui.qt import messages
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.uitwisseling.deel import WIDE, beside, card
from intake_assistant.ui.window.context import Context

_GROUP, _GROUPS = 5, 6


class Toevoegen(QWidget):
    """Two steps below each other: the second comes when there is a card."""

    added = Signal(object)
    """The card that was added."""
    closed = Signal()
    """Back to the list was asked."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.card: Card | None = None
        inner = QWidget()
        inner.setObjectName("kaart_erbij")
        inner.setMaximumWidth(px(WIDE))
        box = kolom(inner, tussen=12)
        back = rij()
        back.addWidget(knop(text("uitwisseling.kaart.terug"), "kaart_terug", self.closed.emit, icoon="terug"))
        back.addStretch(1)
        box.addLayout(back)
        box.addWidget(label(text("uitwisseling.kaart.erbij_kop"), "kop2", wrap=True))
        self._eerst_room = QWidget()
        self._build_first(card(kolom(self._eerst_room), text("uitwisseling.kaart.stap_kaart")))
        box.addWidget(self._eerst_room)
        self._dan = QWidget()
        self._build_second(card(kolom(self._dan), text("uitwisseling.kaart.stap_vergelijken")))
        box.addWidget(self._dan)
        box.addStretch(1)
        kolom(self).addWidget(schuifvlak(inner))

    def _build_first(self, box: QVBoxLayout) -> None:
        self.bestand = knop(text("uitwisseling.kaart.uit_bestand"), "kaart_bestand", self.choose, icoon="map")
        self.geplakt = QPlainTextEdit()
        self.geplakt.setTabChangesFocus(True)
        self.geplakt.setFixedHeight(px(72))
        name_field(self.geplakt, "kaart_tekst", text("uitwisseling.kaart.plak"))
        self.geplakt.textChanged.connect(self._pasted)
        above = label(text("uitwisseling.kaart.plak"), "veldnaam")
        above.setBuddy(self.geplakt)
        self.fout = label("", "veldfout", wrap=True, naam="kaart_fout")
        self.fout.hide()
        for part in (beside(self.bestand), above, self.geplakt, self.fout):
            box.addWidget(part)

    def _build_second(self, box: QVBoxLayout) -> None:
        self.wie = label("", "groot", wrap=True, naam="kaart_van_wie")
        self.getypt = QLineEdit()
        self.getypt.setMaximumWidth(px(480))
        self.getypt.setProperty("rol", "groot")
        self.getypt.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        name_field(self.getypt, "kaart_getypt", text("uitwisseling.kaart.typ"))
        self.getypt.textChanged.connect(lambda _: self._judge())
        self.getypt.returnPressed.connect(self.add)
        above = label(text("uitwisseling.kaart.typ"), "veldnaam", wrap=True)
        above.setBuddy(self.getypt)
        self.oordeel = label("", "zacht", wrap=True, naam="kaart_oordeel")
        self.doe = knop(text("uitwisseling.kaart.vertrouwen"), "kaart_vertrouwen", self.add, "hoofdknop")
        uitleg = label(text("uitwisseling.kaart.vergelijken_uitleg"), wrap=True)
        self.anders = knop(text("uitwisseling.kaart.anders"), "kaart_anders", self._another, "stil")
        buttons = beside(self.doe, self.anders)
        for part in (self.wie, uitleg, above, self.getypt, self.oordeel, buttons):
            box.addWidget(part)

    # -- showing ---------------------------------------------------------------------------------------------

    def begin(self, found: Card | None) -> None:
        """Ask for a card, or compare the one that came with a file."""
        self.clear()
        self.anders.setVisible(found is None)
        self._show_card(found)

    def clear(self) -> None:
        """Nothing of what was typed stays."""
        self.geplakt.setPlainText("")
        self._tell("")
        self._show_card(None)

    def _another(self) -> None:
        self.begin(None)
        self.bestand.setFocus()

    def first_field(self) -> QWidget:
        """What is asked for now."""
        return self.bestand if self.card is None else self.getypt

    def _show_card(self, found: Card | None) -> None:
        self.card = found
        self._eerst_room.setVisible(found is None)
        self.getypt.setText("")
        self._dan.setVisible(found is not None)
        if found is not None:
            rol = text(f"instellingen.rol_{found.rol}")
            self.wie.setText(", ".join(filter(None, (found.naam, rol, found.gemeente))))
        self._judge()

    # -- the card --------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Read the card in a file."""
        titel, filter = text("uitwisseling.kaart.uit_bestand"), text("uitwisseling.kaart.filter")
        path = messages.choose_file(self, "open", titel, Path.home(), filter)
        if path is not None:
            self._read(lambda: cards.card_in_file(path))

    def _pasted(self) -> None:
        pasted = self.geplakt.toPlainText().strip()
        if pasted:
            self._read(lambda: read_card(pasted))
        else:
            self._tell("")

    def _read(self, read: Callable[[], Card]) -> None:
        try:
            found = read()
            cards.refuse_own(self.context.work, found)
        except KnownError as error:
            self._show_card(None)
            self._tell(known_error_text(error))
            return
        self._tell("")
        self._show_card(found)
        self.getypt.setFocus()

    def _tell(self, tekst: str) -> None:
        with_label(self.fout, tekst)
        if tekst:
            announce(self.fout, tekst)

    # -- comparing -------------------------------------------------------------------------------------------

    def _judge(self) -> None:
        typed = "".join(filter(str.isdecimal, self.getypt.text()))
        is_right = self.card is not None and self.card.has_fingerprint(typed)
        self.doe.setEnabled(is_right)
        tekst, rol = self._judged(typed, is_right=is_right)
        if tekst == self.oordeel.text():
            return
        set_rol(self.oordeel, rol)
        self.oordeel.setText(tekst)
        if rol == "zacht":
            return
        announce(self.oordeel, tekst)

    def _judged(self, typed: str, *, is_right: bool) -> tuple[str, str]:
        """What is said of what was typed so far: a group is judged once it is whole."""
        if is_right:
            return text("uitwisseling.kaart.klopt"), "goed"
        expected = self.card.fingerprint.split() if self.card else []
        for nummer, group in enumerate(expected, start=1):
            said = typed[(nummer - 1) * _GROUP : nummer * _GROUP]
            if len(said) == _GROUP and said != group:
                return text("uitwisseling.kaart.klopt_niet", nummer=nummer), "fout"
        left = _GROUPS * _GROUP - len(typed)
        if left < 0:
            return text("uitwisseling.kaart.te_lang"), "fout"
        return text("uitwisseling.kaart.nog", aantal=left), "zacht"

    def add(self) -> None:
        """Know somebody from now on."""
        found, typed = self.card, self.getypt.text()
        if found is None or not self.doe.isEnabled():
            return
        work = self.context.work
        if self.context.act(lambda: cards.add_card(work, found, typed)):
            self.clear()
            self.added.emit(found)

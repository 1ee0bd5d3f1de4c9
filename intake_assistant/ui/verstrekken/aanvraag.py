"""The first page of handing out: to whom, as what, and with which key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.recht.uitwisseling import Ontvangersoort
from intake_assistant.errors import KnownError
from intake_assistant.exchange.card import read_card
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.verstrekken import (
    Aanvraag,
    Ontvangersleutel,
    key_in_text,
    key_of_card,
)
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.line import DateEditor
from intake_assistant.ui.fields.search_list import hits_below
from intake_assistant.ui.fields.text import put_text
from intake_assistant.ui.kit.giving_way import Keuzerondje
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, with_label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import messages
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.enter import ctrl_enter_does

if TYPE_CHECKING:
    from intake_assistant.ui.fields.draft import Draft
    from intake_assistant.ui.window.context import Context


class Aanvraagblad(QWidget):
    """Nothing is chosen beforehand: who gets something is thought of each time."""

    verder = Signal(object)
    """An `Aanvraag`, without a ground for special data."""
    partij_gekozen = Signal()
    """A party was taken from those of the consents."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        box = kolom(self, tussen=12)
        self._build_who(self._card(box, text("verstrekken.wie.kop")))
        self._build_key(self._card(box, text("verstrekken.sleutel.kop")))
        self.fout = label("", "fout", wrap=True, naam="verstrekken_fout")
        self.fout.hide()
        self.door = knop(text("verstrekken.verder"), "verstrekken_verder", self._go_on, "hoofdknop")
        ctrl_enter_does(self.door, self)
        box.addWidget(self.fout)
        box.addWidget(self.door, 0, Qt.AlignmentFlag.AlignLeft)

    def _card(self, box: QVBoxLayout, kop: str) -> QVBoxLayout:
        made = kaart()
        inside = kolom(made, rand=24, tussen=8)
        inside.addWidget(label(kop, "kop3", wrap=True))
        box.addWidget(made)
        return inside

    def _build_who(self, box: QVBoxLayout) -> None:
        self.soorten: dict[Ontvangersoort, Keuzerondje] = {}
        self._groep = QButtonGroup(self)
        for als in Ontvangersoort:
            button = Keuzerondje(text(f"verstrekken.ontvanger.{als}"), f"als_{als}")
            button.toggled.connect(lambda _: self._show_kind())
            self._groep.addButton(button)
            self.soorten[als] = button
            box.addWidget(button)
        self.uitleg = label("", "zacht", wrap=True, naam="als_uitleg")
        box.addWidget(self.uitleg)
        self.naam = QLineEdit()
        self.naam.setMaximumWidth(px(480))
        self._named(box, self.naam, "verstrekken_naam", text("verstrekken.wie.naam"))
        self.verzoek = QWidget()
        asked = kolom(self.verzoek, tussen=8)
        self.verzoek_op, self.verzoek_door = DateEditor(160, in_woorden=True), QLineEdit()
        self.verzoek_door.setMaximumWidth(px(480))
        self._named(asked, self.verzoek_op, "verzoek_op", text("verstrekken.wie.verzoek_op"))
        self._named(asked, self.verzoek_door, "verzoek_door", text("verstrekken.wie.verzoek_door"))
        box.addWidget(self.verzoek)

    def _build_key(self, box: QVBoxLayout) -> None:
        box.addWidget(label(text("verstrekken.sleutel.uitleg"), "zacht", wrap=True))
        bestand = knop(text("verstrekken.sleutel.bestand"), "sleutel_bestand", self._choose, icoon="map")
        box.addWidget(bestand, 0, Qt.AlignmentFlag.AlignLeft)
        self.sleutel = QPlainTextEdit()
        self.sleutel.setTabChangesFocus(True)
        self.sleutel.setFixedHeight(px(64))
        self._named(box, self.sleutel, "sleutel_tekst", text("verstrekken.sleutel.plak"))

    def _named(self, box: QVBoxLayout, field: QWidget, naam: str, voor: str) -> None:
        above = label(voor, "veldnaam", wrap=True)
        name_field(field, naam, voor)
        above.setBuddy(field)
        box.addWidget(above)
        box.addWidget(field)

    # -- showing ---------------------------------------------------------------------------------------------

    def begin(self, dossier: Dossier, typed: Mapping[str, str]) -> None:
        """Show what stood here half filled in; the parties of consents are suggested while one types."""
        self._groep.setExclusive(False)
        for als, button in self.soorten.items():
            button.setChecked(typed.get("als") == als)
        self._groep.setExclusive(True)
        self.naam.setText(typed.get("ontvanger", ""))
        self.verzoek_op.show_waarde(typed.get("verzoek_op"))
        self.verzoek_door.setText(typed.get("verzoek_door", ""))
        put_text(self.sleutel, typed.get("sleutel", ""))
        partijen = dict.fromkeys(t.partij for _, t in toestemmingen_of(dossier) if t.richting == "delen")
        hits = hits_below(list(partijen), self.naam)
        hits.activated.connect(self.partij_gekozen)
        self.naam.setCompleter(hits)
        self.tell("")
        self._show_kind()

    def watch(self, schets: Draft) -> None:
        """Have it kept whenever something here changes."""
        schets.watch(self.naam, self.verzoek_op, self.verzoek_door, self.sleutel)
        self.partij_gekozen.connect(schets.touched)
        for button in self.soorten.values():
            button.clicked.connect(schets.touched)

    def typed(self) -> dict[str, str]:
        """What stands here, to go on with later."""
        return {
            "als": str(self.als or ""),
            "ontvanger": self.naam.text(),
            "sleutel": self.sleutel.toPlainText(),
            "verzoek_op": str(self.verzoek_op.waarde() or ""),
            "verzoek_door": self.verzoek_door.text(),
        }

    def first_field(self) -> QWidget:
        """What is asked for first."""
        return self.soorten[Ontvangersoort.TAALSCHOOL]

    @property
    def als(self) -> Ontvangersoort | None:
        """What was chosen."""
        return next((als for als, button in self.soorten.items() if button.isChecked()), None)

    def tell(self, tekst: str) -> None:
        """Say why it cannot go on, or nothing."""
        with_label(self.fout, tekst)
        if tekst:
            announce(self.fout, tekst)

    def _show_kind(self) -> None:
        als = self.als
        with_label(self.uitleg, text(f"verstrekken.ontvanger_uitleg.{als}") if als else "")
        self.verzoek.setVisible(als is Ontvangersoort.GEMEENTE)
        self.door.setEnabled(als is not None)

    # -- what was filled in ----------------------------------------------------------------------------------

    def _choose(self) -> None:
        titel, filter = text("verstrekken.sleutel.bestand"), text("verstrekken.sleutel.filter")
        path = messages.choose_file(self, "open", titel, Path.home(), filter)
        if path is None:
            return
        try:
            card = cards.card_in_file(path)
        except KnownError as error:
            self.tell(known_error_text(error))
            return
        self.tell("")
        self.sleutel.setPlainText(card.line)

    def _key(self, als: Ontvangersoort, typed: str) -> Ontvangersleutel:
        work = self.context.work
        return key_in_text(typed) if typed.startswith("age1") else key_of_card(work, read_card(typed), als)

    def _go_on(self) -> None:
        aanvraag = self.aanvraag()
        if aanvraag is not None:
            self.verder.emit(aanvraag)

    def aanvraag(self) -> Aanvraag | None:
        """What is asked for; None when something is missing: that is said, and has the keyboard."""
        als, sleutel = self.als, self.sleutel.toPlainText().strip()
        if als is None:
            return None
        if not self.naam.text().strip() and not sleutel:
            return self._ask_for(self.naam, text("verstrekken.wie.ontvanger_nodig"))
        if not sleutel:
            return self._ask_for(self.sleutel, text("verstrekken.sleutel.nodig"))
        try:
            key = self._key(als, sleutel)
        except KnownError as error:
            return self._ask_for(self.sleutel, known_error_text(error))
        if not (ontvanger := self.naam.text().strip() or key.naam):
            return self._ask_for(self.naam, text("verstrekken.wie.naam_nodig"))
        self.tell("")
        return self._made(als, ontvanger, key)

    def _ask_for(self, veld: QWidget, tekst: str) -> Aanvraag | None:
        self.tell(tekst)
        veld.setFocus()
        return None

    def _made(self, als: Ontvangersoort, ontvanger: str, key: Ontvangersleutel) -> Aanvraag:
        is_gemeente = als is Ontvangersoort.GEMEENTE
        return Aanvraag(
            dossier=self.context.dossier_id,
            ontvanger=ontvanger,
            recipients=(key.recipient,),
            als=als,
            verzoek_op=read_date(self.verzoek_op.waarde()) if is_gemeente else None,
            verzoek_door=self.verzoek_door.text().strip() if is_gemeente else "",
        )

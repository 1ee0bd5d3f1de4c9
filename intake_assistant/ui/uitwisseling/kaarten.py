"""Cards: who I am for others, and whose cards were compared here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake_assistant.dates import short_date
from intake_assistant.errors import KnownError
from intake_assistant.operations.exchange import cards
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel
from intake_assistant.ui.qt import messages
from intake_assistant.ui.uitwisseling.deel import Deel, beside, card
from intake_assistant.ui.uitwisseling.qr import Qrbeeld
from intake_assistant.ui.uitwisseling.toevoegen import Toevoegen

if TYPE_CHECKING:
    from intake_assistant.exchange.card import Card
    from intake_assistant.storage.entries.devices import Known
    from intake_assistant.ui.window.context import Context

_LIJST, _TOEVOEGEN = range(2)
_KOLOMMEN = ("naam", "rol", "gemeente", "vergeleken", "stand")
_NAAST = 760
_BREED = (0, 130, 150, 120, 130)


class Kaarten(Deel):
    """The own card above, the known ones below; adding one is a page of its own."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._known: list[Known] = []
        self._own: Card | None = None
        box = self.add_step("kaarten_lijst")
        self._build_own(box)
        self._build_known(box)
        box.addStretch(1)
        self.toevoegen = Toevoegen(context)
        self.toevoegen.closed.connect(self.begin)
        self.toevoegen.added.connect(self._added)
        self.addWidget(self.toevoegen)
        self._then = ""

    # -- building --------------------------------------------------------------------------------------------

    def _build_own(self, box: QVBoxLayout) -> None:
        inside = card(box, text("uitwisseling.kaart.mijn"), "mijn_kaart")
        self._naast = row = rij(tussen=24)
        left = kolom(tussen=12)
        self.wie = label("", "groot", wrap=True, naam="kaart_wie")
        self.kenmerk = label("", "sleutel", wrap=True, naam="kaart_kenmerk")
        self.kenmerk.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.zonder = label(text("uitwisseling.kaart.zonder_gemeente"), "waarschuwing", wrap=True)
        self.bewaren = knop(text("uitwisseling.kaart.bewaren"), "kaart_bewaren", self.save, "hoofdknop")
        self.kopieer = knop(text("uitwisseling.kaart.kopieren"), "kaart_kopieren", self.copy)
        boven = label(text("uitwisseling.kaart.kenmerk"), "veldnaam")
        for part in (self.wie, self.zonder, boven, self.kenmerk):
            left.addWidget(part)
        left.addWidget(label(text("uitwisseling.kaart.uitleg"), "zacht", wrap=True))
        left.addStretch(1)
        left.addWidget(beside(self.bewaren, self.kopieer))
        row.addLayout(left, 1)
        self.qr = Qrbeeld("kaart_qr")
        row.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(row)

    def _build_known(self, box: QVBoxLayout) -> None:
        inside = card(box, text("uitwisseling.kaart.bekend"), "bekende_kaarten")
        self.leeg = label(text("uitwisseling.kaart.leeg"), "zacht", wrap=True, naam="kaarten_leeg")
        self.model = Woordrijen([text(f"uitwisseling.kaart.kolom_{naam}") for naam in _KOLOMMEN])
        titel = text("uitwisseling.kaart.bekend")
        self.tabel = Woordtabel(self.model, "kaarten_tabel", titel, _BREED, self._enable, most=8)
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self.toevoegen_knop = knop(
            text("uitwisseling.kaart.toevoegen"), "kaart_toevoegen", self.add, icoon="nieuw"
        )
        self.intrekken = knop(text("uitwisseling.kaart.intrekken"), "kaart_intrekken", self.withdraw)
        for part in (self.leeg, self.tabel, beside(self.toevoegen_knop, self.intrekken)):
            inside.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture below the words when there is little room."""
        super().resizeEvent(event)
        direction = QHBoxLayout.Direction
        wide = self.width() >= px(_NAAST)
        self._naast.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    # -- showing ---------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the own card and those that are known now."""
        self.setCurrentIndex(_LIJST)
        self._then = ""
        work = self.context.work
        own = self._own = cards.own_card(work)
        rol = text(f"instellingen.rol_{own.rol}")
        self.wie.setText(", ".join(filter(None, (own.naam, rol, own.gemeente))))
        self.zonder.setVisible(not own.gemeente)
        self.kenmerk.setText(own.fingerprint)
        self.kenmerk.setAccessibleName(text("uitwisseling.kaart.kenmerk_naam", kenmerk=own.fingerprint))
        self.qr.show_text(own.line, text("uitwisseling.kaart.qr", naam=own.naam))
        self._known = cards.known_devices(work)
        self.model.show_all([_row(known) for known in self._known])
        self.leeg.setVisible(not self._known)
        self.tabel.setVisible(bool(self._known))
        if self._known:
            self.tabel.selectRow(0)
        self._enable()

    def first_field(self) -> QWidget:
        """The list when there is one."""
        if self.currentIndex() == _TOEVOEGEN:
            return self.toevoegen.first_field()
        return self.tabel if self._known else self.toevoegen_knop

    def step_back(self) -> bool:
        """From adding to the list."""
        if self.currentIndex() == _LIJST:
            return False
        self.begin()
        return True

    def stop(self) -> None:
        """What was typed of a card that was not added is let go of."""
        self.toevoegen.clear()

    def _enable(self) -> None:
        chosen = self._chosen()
        self.intrekken.setVisible(bool(self._known))
        self.intrekken.setEnabled(chosen is not None and not chosen.ingetrokken_op)

    def _chosen(self) -> Known | None:
        row = self.tabel.row
        return self._known[row] if 0 <= row < len(self._known) else None

    def _select(self, device: str) -> None:
        for row, known in enumerate(self._known):
            if known.id == device:
                self.tabel.selectRow(row)

    # -- acting ----------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the own card as a file."""
        voorstel = Path.home() / text("uitwisseling.kaart.bestandsnaam")
        titel = text("uitwisseling.kaart.bewaren")
        path = messages.choose_file(self, "bewaar", titel, voorstel, text("uitwisseling.kaart.filter"))
        if path is None:
            return
        try:
            cards.write_card(self.context.work, path)
        except KnownError as error:
            self.context.failed.emit(error)
            return
        self.context.saved.emit(text("uitwisseling.kaart.bewaard", bestand=path.name), path.parent)

    def copy(self) -> None:
        """Copy the own card as one line of text."""
        if self._own is not None:
            QGuiApplication.clipboard().setText(self._own.line)
            self.context.told.emit(text("uitwisseling.kaart.gekopieerd"))

    def add(self) -> None:
        """Go to the page where a card is added."""
        self.toevoegen.begin(None)
        self.setCurrentIndex(_TOEVOEGEN)
        self.toevoegen.first_field().setFocus()

    def compare(self, found: Card, then: str) -> None:
        """Compare the card of who sent a file; afterwards another part goes on."""
        self._then = then
        self.toevoegen.begin(found)
        self.setCurrentIndex(_TOEVOEGEN)
        self.toevoegen.first_field().setFocus()

    def _added(self, card: Card) -> None:
        self.context.told.emit(text("uitwisseling.kaart.toegevoegd", naam=card.naam))
        then = self._then
        self.begin()
        self._select(card.device)
        if then:
            self.elsewhere.emit(then)
        else:
            self.first_field().setFocus()

    def withdraw(self) -> None:
        """Accept nothing any more of the chosen one, after a question."""
        chosen = self._chosen()
        if chosen is None:
            return
        kop = text("uitwisseling.kaart.intrekken_kop", naam=chosen.naam)
        vraag, ja = text("uitwisseling.kaart.intrekken_vraag"), text("uitwisseling.kaart.intrekken_ja")
        if messages.confirm(self, kop, vraag, ja):
            work = self.context.work
            if self.context.act(lambda: cards.withdraw(work, chosen.id)):
                self.context.told.emit(text("uitwisseling.kaart.ingetrokken", naam=chosen.naam))
                self.begin()


def _row(known: Known) -> tuple[str, ...]:
    stand = "stand_ingetrokken" if known.ingetrokken_op else "vertrouwd"
    return (
        known.naam,
        text(f"instellingen.rol_{known.rol}"),
        known.gemeente,
        short_date(known.vergeleken_op),
        text(f"uitwisseling.kaart.{stand}"),
    )

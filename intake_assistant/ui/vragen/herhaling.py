"""A repeat: a card a row, one of them open; what is closed says itself in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.subject import in_row
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import KorteRegel, kaart, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.vragen.blok import Vraagblok
from intake_assistant.ui.vragen.voering import Gespreksvoering


class HerhalingVeld(QWidget):
    """`begin_repeat`: rows that are added, opened and removed."""

    gewijzigd = Signal()
    """Other blocks stand on the page now."""

    def __init__(self, voering: Gespreksvoering, herhaling: str, open_rij: str = "") -> None:
        super().__init__()
        self._voering = voering
        self.herhaling = herhaling
        self.vraag = voering.vraag(herhaling)
        # A stop of its own, as a note: without rows there is no field, and no key of a text adds one.
        self.setAccessibleName(self.vraag.label)
        self.blokken: list[Vraagblok] = []
        self._kaarten: list[QWidget] = []
        self._open = open_rij
        self._verwijderd: list[str] = []
        self._box = kolom(self, tussen=8)
        self._box.setContentsMargins(px(16), px(4), 0, px(4))
        kop = label(self.vraag.label, "groot", wrap=True)
        self._box.addWidget(kop)
        self._erbij = knop(text("gesprek.vragen.rij.erbij"), f"rij_erbij_{herhaling}", self.add_rij, icoon="")
        voet = rij()
        voet.addWidget(self._erbij)
        voet.addStretch(1)
        self._box.addLayout(voet)
        if self._open not in voering.rijen(herhaling):
            self._open = next(iter(voering.rijen(herhaling)), "")
        self._fill()

    def add_rij(self) -> None:
        """Add a row and open it."""
        self.open_rij(self._voering.new_rij(self.herhaling))
        if self.blokken:
            self.blokken[0].take_focus()

    def open_rij(self, rij_id: str) -> None:
        """Open one row; the others close."""
        self._open = rij_id
        self._fill()
        self.gewijzigd.emit()

    def remove_rij(self, rij_id: str) -> None:
        """Remove a row; Ctrl+Z or the history brings it back."""
        if self._voering.remove_rij(self.herhaling, rij_id):
            self._verwijderd.append(rij_id)
        if self._open == rij_id:
            self._open = ""
        self._fill()
        self.gewijzigd.emit()
        self.setFocus()

    def undo_remove(self) -> None:
        """Bring back the row that was removed last."""
        if self._verwijderd:
            rij_id = self._verwijderd.pop()
            if self._voering.restore_rij(self.herhaling, rij_id):
                self.open_rij(rij_id)

    def _fill(self) -> None:
        for oud in self._kaarten:
            oud.hide()
            oud.deleteLater()
        self.blokken, self._kaarten = [], []
        for nummer, rij_id in enumerate(self._voering.rijen(self.herhaling), start=1):
            made = self._open_kaart(nummer, rij_id) if rij_id == self._open else self._dicht(nummer, rij_id)
            self._kaarten.append(made)
            self._box.insertWidget(nummer, made)
        leeg = not self._kaarten
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leeg else Qt.FocusPolicy.NoFocus)
        self._erbij.setText(text("gesprek.vragen.rij.eerste") if leeg else text("gesprek.vragen.rij.erbij"))
        self._erbij.setAccessibleName(self._erbij.text())

    def _open_kaart(self, nummer: int, rij_id: str) -> QWidget:
        made = kaart(naam=f"rij_{rij_id}")
        box = kolom(made, rand=8, tussen=4)
        kop = rij()
        kop.addWidget(label(text("gesprek.vragen.rij.nummer", nummer=nummer), "kop3"), 1)
        weg = text("gesprek.vragen.rij.weg", nummer=nummer)
        kop.addWidget(knop(weg, f"rij_weg_{nummer}", lambda: self.remove_rij(rij_id), "stil"))
        box.addLayout(kop)
        for veld in self._voering.work.data.formulieren.velden_van(self.herhaling):
            blok = Vraagblok(self._voering, in_row(self.herhaling, rij_id, veld.naam))
            self.blokken.append(blok)
            box.addWidget(blok)
        return made

    def _dicht(self, nummer: int, rij_id: str) -> QWidget:
        made = kaart(naam=f"rij_{rij_id}")
        box = rij(made, rand=8)
        regel = KorteRegel()
        regel.set_whole(f"{nummer}.  {self._in_words(rij_id) or text('gesprek.vragen.rij.leeg')}")
        box.addWidget(regel, 1)
        box.addWidget(knop(text("gesprek.vragen.rij.open", nummer=nummer), f"rij_open_{nummer}",
                           lambda: self.open_rij(rij_id), "stil"))  # fmt: skip
        return made

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar of a question in focus."""
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.fillRect(0, px(4), px(4), self.height() - px(8), kleur("accent"))

    def _in_words(self, rij_id: str) -> str:
        woorden = []
        for veld in self._voering.work.data.formulieren.velden_van(self.herhaling):
            antwoord = self._voering.antwoord(in_row(self.herhaling, rij_id, veld.naam))
            if antwoord.staat == Staat.BEANTWOORD and veld.type != "range":
                woorden.append(in_words(veld, antwoord.waarde))
        return " · ".join(woord for woord in woorden if woord)

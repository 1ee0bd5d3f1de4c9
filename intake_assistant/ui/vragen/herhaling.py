"""A repeat: a card a row, one of them open; what is closed says itself in one line."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.subject import in_row
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import KorteRegel, kaart, knop, kolom, label, rij, with_label
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.qt.later import while_there
from intake_assistant.ui.vragen.blok import Vraagblok
from intake_assistant.ui.vragen.gids import Gidsregel
from intake_assistant.ui.vragen.voering import Gespreksvoering

# What stands for a list of which it was said that there is nothing to put on it.
GEEN: Final = "geen"


class HerhalingVeld(QWidget):
    """`begin_repeat`: rows that are added, opened and removed."""

    gewijzigd = Signal()
    """Other blocks stand on the page now."""
    aangewezen = Signal(str)
    """The repeat itself has the keyboard."""

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
        self.merk = label("", "merk")
        self._erbij = knop(text("gesprek.vragen.rij.erbij"), f"rij_erbij_{herhaling}", self.add_rij, icoon="")
        self.geen = knop(text("gesprek.vragen.rij.geen"), f"rij_geen_{herhaling}", self.toggle_geen, "chip")
        self._build()
        if self._open not in voering.rijen(herhaling):
            self._open = next(iter(voering.rijen(herhaling)), "")
        self._fill()

    @property
    def open(self) -> str:
        """The id of the row that is open; empty when none is."""
        return self._open

    def _build(self) -> None:
        kop, voet = rij(), rij()
        kop.addWidget(label(self.vraag.label, "vraag", wrap=True), 1)
        kop.addWidget(self.merk)
        self.gids = Gidsregel(self.vraag.guidance_hint, altijd=True)
        self.geen.setCheckable(True)
        for wat in (self._erbij, self.geen):
            voet.addWidget(wat)
        voet.addStretch(1)
        self._box.addLayout(kop)
        self._box.addWidget(self.gids)
        self._box.addLayout(voet)

    def toggle_geen(self) -> None:
        """There are none: an answer as any other; pressed again it is open."""
        if self.geen.isChecked():
            self._voering.choose(self.herhaling, GEEN)
        else:
            self._voering.set_staat(self.herhaling, Staat.OPEN)

    def refresh(self) -> None:
        """Show what is said of the list as a whole."""
        leeg = not self._voering.rijen(self.herhaling)
        staat = self._voering.value(self._voering.subject(self.herhaling)).get("staat", Staat.OPEN)
        self.geen.setVisible(leeg)
        self.geen.setChecked(leeg and staat == Staat.BEANTWOORD)
        zegt = leeg and staat in (Staat.ONBEKEND, Staat.WIL_NIET_ZEGGEN, Staat.NIET_GEVRAAGD)
        with_label(self.merk, text(f"gesprek.vragen.merk.{staat}") if zegt else "")

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
            put_back = while_there(self, partial(self._put_back, rij_id))
            self._voering.context.ended.emit(text("venster.weggehaald"), put_back)
        if self._open == rij_id:
            self._open = ""
        self._fill()
        self.gewijzigd.emit()
        self.setFocus()

    def undo(self) -> None:
        """Bring back the row that was removed last; else go back in what is said of the whole."""
        if not self._verwijderd:
            self._voering.undo(self._voering.subject(self.herhaling))
        else:
            self._put_back(self._verwijderd[-1])

    def _put_back(self, rij_id: str) -> None:
        if rij_id in self._verwijderd and self._voering.restore_rij(self.herhaling, rij_id):
            self._verwijderd.remove(rij_id)
            self.open_rij(rij_id)

    def _fill(self) -> None:
        for oud in self._kaarten:
            oud.hide()
            oud.deleteLater()
        self.blokken, self._kaarten = [], []
        for nummer, rij_id in enumerate(self._voering.rijen(self.herhaling), start=1):
            made = self._open_kaart(nummer, rij_id) if rij_id == self._open else self._dicht(nummer, rij_id)
            self._kaarten.append(made)
            self._box.insertWidget(nummer + 1, made)
        leeg = not self._kaarten
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leeg else Qt.FocusPolicy.NoFocus)
        self._erbij.setText(text("gesprek.vragen.rij.eerste") if leeg else text("gesprek.vragen.rij.erbij"))
        self._erbij.setAccessibleName(self._erbij.text())
        self.refresh()

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
        self.aangewezen.emit(self.herhaling)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar of a question in focus, and a ring: no field in it has one."""
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.fillRect(0, px(4), px(4), self.height() - px(8), kleur("accent"))
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(kleur("accent"), 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(8), px(8))

    def _in_words(self, rij_id: str) -> str:
        woorden = []
        for veld in self._voering.work.data.formulieren.velden_van(self.herhaling):
            antwoord = self._voering.antwoord(in_row(self.herhaling, rij_id, veld.naam))
            if antwoord.staat == Staat.BEANTWOORD and veld.type != "range":
                woorden.append(in_words(veld, antwoord.waarde))
        return " · ".join(woord for woord in woorden if woord)

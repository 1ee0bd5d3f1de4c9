"""One question on the page: its words, its field, its state in a word, and what is wrong with the answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from intake_assistant.domain.aanraken.aanwijzing import AANGEWEZEN
from intake_assistant.domain.aanraken.gebaar import ANDERE_WOORDEN
from intake_assistant.domain.antwoord import Staat
from intake_assistant.operations.views.besluit.draad import rests_in_words, rests_on
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.texts import text
from intake_assistant.ui.gedeeld.aanwijsregel import Aanwijsregel
from intake_assistant.ui.kit.parts import kolom, label, rij
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.vragen import make_veld
from intake_assistant.ui.vragen.eerder import Eerder
from intake_assistant.ui.vragen.gids import Gidsregel
from intake_assistant.ui.vragen.voering import Gespreksvoering


class Vraagblok(QFrame):
    """A question with its field; the one in focus has a bar on its left."""

    aangewezen = Signal(str)
    """Clicked or entered: this is the question in focus."""

    def __init__(self, voering: Gespreksvoering, naam: str) -> None:
        super().__init__()
        self.naam = naam
        self.vraag = voering.vraag(naam)
        self.setObjectName(f"vraag_{naam}")
        self._voering = voering
        self._actief = False
        self.veld = make_veld(self.vraag)
        self.gids = Gidsregel(self.vraag.guidance_hint, altijd=self.vraag.read_aloud)
        self.eerder = Eerder(voering, naam)
        self.merk = label("", "merk")
        self.klopt_het = label("", "groot", wrap=True, naam=f"klopt_het_{naam}")
        """Said in the place of the question, when the COA answered it already."""
        self.fout = label("", "waarschuwing", wrap=True, naam=f"bezwaar_{naam}")
        self.wijst = Aanwijsregel(voering.context.gedeeld, self.vraag, naam)
        self.rust = label("", "klein", wrap=True, naam=f"rust_{naam}")
        """What else stands on the answer: who changes it knows."""
        self.anders = label("", "klein", wrap=True, naam=f"andere_woorden_{naam}")
        self._build()
        self._connect()
        self.show_antwoord()

    def _build(self) -> None:
        rol = "vraag" if self.vraag.read_aloud else "veldnaam"
        vraag = label(self.vraag.label, rol, wrap=True)
        vraag.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        kop = rij()
        kop.addWidget(vraag, 1)
        if nummer := self._voering.nummer_op_blad(self.naam):
            kop.addWidget(
                label(text("gesprek.nummer_op_blad", nummer=nummer), "klein", naam="nummer_op_blad")
            )
        kop.addWidget(self.merk)
        box = kolom(self, tussen=2)
        box.setContentsMargins(px(16), px(4), px(8), px(4))
        if self.vraag.hint_eerst:
            box.addWidget(label(self.vraag.hint, "zacht", wrap=True))
        box.addLayout(kop)
        box.addWidget(self.klopt_het)
        if self.vraag.read_aloud:
            box.addWidget(self.gids)
        if self.vraag.hint and not self.vraag.hint_eerst:
            box.addWidget(label(self.vraag.hint, "zacht", wrap=True))
        for deel in (self.anders, self.veld, self.wijst, self.fout, self.rust):
            box.addWidget(deel)
        if not self.vraag.read_aloud:
            box.addWidget(self.gids)
        box.addWidget(self.eerder)
        self._name(self.veld.invoer())

    def _name(self, invoer: QWidget | None) -> None:
        for kind in self.veld.findChildren(QWidget):
            kind.installEventFilter(self)
        if invoer is not None and not invoer.objectName().startswith("optie_"):
            invoer.setObjectName(f"veld_{self.naam}")
            invoer.setAccessibleName(self.vraag.label)
            invoer.setAccessibleDescription(self.vraag.guidance_hint)
        self.veld.setAccessibleName(self.vraag.label)
        if not self.veld.heeft_antwoord:
            # A note is a stop of its own: what leads to a question is said before it.
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAccessibleName(self.vraag.label)

    def _connect(self) -> None:
        veld, voering = self.veld, self._voering
        veld.gekozen.connect(lambda: voering.choose(self.naam, veld.waarde()))
        veld.getypt.connect(lambda: voering.typed_antwoord(self.naam, veld.waarde(), veld.cursor_plek()))
        veld.gezocht.connect(lambda: voering.typed_zoekwoord(self.naam, veld.zoekwoord(), veld.cursor_plek()))
        veld.verlaten.connect(lambda: voering.left(voering.subject(self.naam)))
        veld.terug.connect(self.undo)

    def undo(self) -> None:
        """Go back one entry."""
        self._voering.undo(self._voering.subject(self.naam))

    def show_antwoord(self) -> None:
        """Show what the field's source says, the state in a word, and what is wrong."""
        if not self.veld.heeft_antwoord:
            self.merk.hide()
            self.klopt_het.hide()
            self.fout.hide()
            self.rust.hide()
            self.anders.hide()
            return
        subject = self._voering.subject(self.naam)
        value = self._voering.value(subject)
        beantwoord = value.get("staat", "") == Staat.BEANTWOORD
        waarde = value.get("waarde") if beantwoord else None
        self.veld.show_waarde(None if waarde == "" else waarde)
        self.veld.show_zoekwoord(self._voering.zoekwoord(self.naam))
        self._set(self.merk, self._merk(value))
        self._set(self.klopt_het, self._klopt_het())
        self._set(self.fout, "\n".join(self._voering.bezwaren(self.naam)))
        self._set(self.rust, self._rests())
        self._set(self.anders, self._in_other_words())
        self.eerder.refresh()

    def _rests(self) -> str:
        voering, naam = self._voering, self.vraag.herhaling or self.vraag.naam
        return rests_in_words(rests_on(voering.work, voering.dossier, naam))

    def _in_other_words(self) -> str:
        aantal = self._voering.niet_begrepen[self.vraag.naam]
        return text("gesprek.gebaar.andere_woorden", aantal=aantal) if aantal >= ANDERE_WOORDEN else ""

    def _klopt_het(self) -> str:
        """What the COA wrote is not asked anew: the person is asked whether it is right."""
        waarde = self._voering.te_bevestigen(self.naam)
        return "" if waarde is None else text("gedeeld.klopt_het", waarde=in_words(self.vraag, waarde))

    def _merk(self, value: Mapping[str, Any]) -> str:
        antwoord = self._voering.antwoord(self.naam)
        if antwoord.conflict:
            return text("gesprek.vragen.merk.conflict")
        if self._voering.is_withheld(self.naam):
            return text("gesprek.vragen.merk.achtergehouden")
        staat = value.get("staat", "")
        if staat in (Staat.ONBEKEND, Staat.WIL_NIET_ZEGGEN, Staat.NIET_GEVRAAGD):
            return text(f"gesprek.vragen.merk.{staat}")
        if self._klopt_het():
            return text("gesprek.vragen.merk.bevestigen")
        if staat == Staat.BEANTWOORD and value.get(AANGEWEZEN) == "ja":
            return text("gesprek.vragen.merk.aangewezen")
        toont = self._voering.bron(self.naam)
        if staat != Staat.BEANTWOORD and antwoord.beantwoord and antwoord.bron != toont:
            bron = text(f"gesprek.bron.{antwoord.bron}")
            return text(
                "gesprek.vragen.merk.bron", bron=bron, waarde=in_words(self.vraag, antwoord.waarde)[:40]
            )
        return ""

    @staticmethod
    def _set(wat: QWidget, tekst: str) -> None:
        wat.setProperty("text", tekst)
        wat.setVisible(bool(tekst))

    def set_actief(self, actief: bool) -> None:
        """Mark as the question in focus, or no more."""
        if actief != self._actief:
            self._actief = actief
            self.gids.set_actief(actief)
            self.update()

    def invoer(self) -> QWidget:
        """What takes the keyboard: the field, or the note itself."""
        return self.veld.invoer() or self

    def take_focus(self, cursor: int = -1) -> None:
        """Put the keyboard into the field, and the cursor back when one is given."""
        self.invoer().setFocus()
        if cursor >= 0:
            self.veld.set_cursor(cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the keyboard comes into the field."""
        if event.type() == QEvent.Type.FocusIn:
            self.aangewezen.emit(self.naam)
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at a note that the keyboard comes to."""
        super().focusInEvent(event)
        self.aangewezen.emit(self.naam)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the words points at the question too."""
        self.take_focus()
        self.aangewezen.emit(self.naam)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar of the question in focus."""
        super().paintEvent(event)
        if self._actief:
            with QPainter(self) as painter:
                painter.fillRect(0, px(4), px(4), self.height() - px(8), kleur("accent"))

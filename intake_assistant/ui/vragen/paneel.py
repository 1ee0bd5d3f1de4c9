"""What goes with the question in focus, in one slim row: other states, source, remark and note."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPushButton, QWidget

from intake_assistant.domain.antwoord import BRONNEN, Staat
from intake_assistant.domain.kinds import NOTITIE
from intake_assistant.texts import dutch_text, text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.giving_way import Keuzevink
from intake_assistant.ui.kit.parts import ChoiceBox, knop, kolom, label, rij, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.undoing import give_way
from intake_assistant.ui.vragen.opnieuw import HERKIJK, Herkijkveld
from intake_assistant.ui.vragen.private_note import NoteField
from intake_assistant.ui.vragen.voering import Gespreksvoering

# Each letter stands in its words, underlined; no two acts of the conversation share one.
STATEN: Final = ((Staat.ONBEKEND, "Alt+W"), (Staat.WIL_NIET_ZEGGEN, "Alt+Z"), (Staat.NIET_GEVRAAGD, "Alt+N"))
TOELICHTING: Final = "Alt+T"
BRON: Final = "Alt+B"
_EIGEN = ("inburgeraar", "regievoerder")
_BRONVOLGORDE = (*_EIGEN, *(bron for bron in BRONNEN if bron not in _EIGEN))
# The widest of them in average letters, so that the row stays on one line beside the shared half.
_BRONLETTERS, _PUNTEN = 9, 10
REDENEN = ("te_moe", "geen_tijd", "te_veel", "niet_alleen", "tolk")


class Vraagpaneel(QFrame):
    """Made once; shows what belongs to the question in focus. What is opened stands above the row."""

    bron_gewijzigd = Signal()

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self.setObjectName("vraagpaneel")
        self._voering = voering
        self._naam = ""
        self.notitie = NoteField(voering)
        self._bron, self._toelichting = self._make_bron(), self._make_regel("toelichting", "toelichting")
        self._staten = {staat: self._make_staat(staat, toets) for staat, toets in STATEN}
        licht_toe = text("gesprek.toelichting")
        self._licht_toe = self._make_knop(licht_toe, TOELICHTING, "toelichting_knop", "stil")
        self._licht_toe.clicked.connect(self.toggle_toelichting)
        self._opnieuw = Herkijkveld(voering)
        self._opnieuw.verlaten.connect(lambda: voering.left(voering.subject(self._naam)))
        self._licht_op = self._make_knop(text("gesprek.opnieuw"), HERKIJK, "opnieuw_knop", "stil")
        self._licht_op.clicked.connect(self.toggle_opnieuw)
        self._reden = self._make_regel("reden", "reden")
        self._volgende = Keuzevink(text("gesprek.nu_niet.volgende"))
        self._build()

    def _build(self) -> None:
        box = kolom(self, tussen=4)
        box.setContentsMargins(px(16), px(2), px(8), px(2))
        self._nu_niet = self._make_nu_niet()
        for wat in (self._nu_niet, self._toelichting, self._opnieuw, self.notitie):
            box.addWidget(wat)
        self._antwoord = QWidget()
        bron = rij(self._antwoord, tussen=4)
        # By Alt+B: with Tab one comes past the next questions, and then it is the source of those.
        kop = label(with_letter(text("gesprek.bron"), BRON), "zacht")
        kop.setBuddy(self._bron)
        bron.addWidget(kop)
        bron.addWidget(self._bron)
        regel = Vloei()
        regel.setSpacing(px(4))
        # A page without a question has its note as well.
        for wat in (
            *self._staten.values(),
            self._antwoord,
            self._licht_toe,
            self._licht_op,
            self.notitie.knop,
        ):
            regel.addWidget(wat)
        box.addLayout(regel)

    def _make_bron(self) -> QComboBox:
        made = ChoiceBox()
        made.setObjectName("bron")
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(_BRONLETTERS)
        made.setAccessibleName(text("gesprek.bron"))
        for bron in _BRONVOLGORDE:
            made.addItem(text(f"gesprek.bron.{bron}"), bron)
        made.activated.connect(lambda _: self._set_bron(str(made.currentData())))
        return made

    def _make_regel(self, naam: str, sleutel: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(naam)
        made.setAccessibleName(text(f"gesprek.{sleutel}"))
        made.setPlaceholderText(text(f"gesprek.{sleutel}"))
        made.textEdited.connect(
            lambda tekst: self._voering.typed_extra(self._naam, sleutel, tekst, made.cursorPosition())
        )
        made.installEventFilter(self)
        return made

    @staticmethod
    def _make_knop(woorden: str, toets: str, naam: str, rol: str) -> QPushButton:
        made = knop("", naam, lambda: None, rol)
        underline(made, woorden, toets)
        return made

    def _make_staat(self, staat: str, toets: str) -> QPushButton:
        made = self._make_knop(text(f"gesprek.staat.{staat}"), toets, f"staat_{staat}", "chip")
        made.clicked.connect(lambda: self.toggle_staat(staat))
        made.setCheckable(True)
        return made

    def _make_nu_niet(self) -> QWidget:
        made = QWidget()
        box = kolom(made, tussen=4)
        regel = rij()
        regel.addWidget(self._reden, 1)
        regel.addWidget(self._volgende)
        box.addLayout(regel)
        redenen = Vloei()
        for reden in REDENEN:
            # What is recorded is Dutch; the button says it as the screen does.
            act = partial(self._set_reden, dutch_text(f"gesprek.nu_niet.{reden}"))
            redenen.addWidget(knop(text(f"gesprek.nu_niet.{reden}"), f"reden_{reden}", act, "chip"))
        box.addLayout(redenen)
        self._volgende.setObjectName("volgende_keer")
        self._volgende.clicked.connect(lambda: self._set_reden(self._reden.text()))
        return made

    # -- showing ---------------------------------------------------------------------------------------------

    def show_niets(self) -> None:
        """No question is in focus: its keys do nothing."""
        self._naam = ""

    def show_vraag(self, naam: str) -> None:
        """Show what goes with a question; its note stays closed, a remark that was made is open."""
        self._naam = naam
        neemt = self._voering.takes_staat(naam)
        for deel in (self._antwoord, self._licht_toe, self._licht_op, *self._staten.values()):
            deel.setVisible(neemt)
        for deel in (self._nu_niet, self._toelichting, self._opnieuw):
            deel.hide()
        self.notitie.show_note(NOTITIE.of(naam))
        self._toelichting.setVisible(neemt and bool(self._value().get("toelichting")))
        if neemt:
            self._opnieuw.show_day(naam, anew=True)
        self.refresh()

    def _value(self) -> Mapping[str, Any]:
        return self._voering.value(self._voering.subject(self._naam))

    def refresh(self) -> None:
        """Show anew what the question says."""
        if not self._naam or not self._voering.takes_staat(self._naam):
            return
        value = self._value()
        staat = str(value.get("staat", ""))
        self._bron.setCurrentIndex(_BRONVOLGORDE.index(self._voering.bron(self._naam)))
        _show(self._toelichting, str(value.get("toelichting", "")))
        self._opnieuw.show_day(self._naam)
        for soort, made in self._staten.items():
            made.setChecked(staat == soort)
        nu_niet = staat == Staat.NIET_GEVRAAGD
        self._nu_niet.setVisible(nu_niet)
        if nu_niet:
            _show(self._reden, str(value.get("reden", "")))
            self._volgende.setChecked(value.get("volgende_keer") == "ja")

    # -- doing -----------------------------------------------------------------------------------------------

    def toggle_staat(self, staat: str) -> None:
        """Record a state, or take it back when it stood already."""
        if not self._naam or not self._voering.takes_staat(self._naam):
            return
        nieuw = Staat.OPEN if self._value().get("staat") == staat else staat
        nu_niet = nieuw == Staat.NIET_GEVRAAGD
        self._voering.set_staat(self._naam, str(nieuw), {"volgende_keer": "ja"} if nu_niet else None)
        if nu_niet:
            self._reden.setFocus()
        if nieuw != Staat.OPEN:
            self._voering.context.wenk.emit("overslaan")

    def toggle_notitie(self) -> None:
        """Open or close the note on the question in focus; without one there is nothing to note it on."""
        if self._naam:
            self.notitie.toggle()

    def toggle_toelichting(self) -> None:
        """Open the remark and type, or close it; what stands in it stays in sight."""
        if not self._naam or not self._voering.takes_staat(self._naam):
            return
        if self._toelichting.isVisible() and not self._toelichting.text():
            self._toelichting.hide()
        else:
            self._toelichting.show()
            self._toelichting.setFocus()

    def toggle_opnieuw(self) -> None:
        """Open the day to look again and type it, or close it."""
        if self._naam and self._voering.takes_staat(self._naam):
            self._opnieuw.toggle()

    def _set_reden(self, reden: str) -> None:
        volgende = {"volgende_keer": "ja" if self._volgende.isChecked() else "nee"}
        waarom = {"reden": reden} if reden else {}
        self._voering.set_staat(self._naam, Staat.NIET_GEVRAAGD, {**waarom, **volgende})

    def _set_bron(self, bron: str) -> None:
        self._voering.set_bron(self._naam, bron)
        self.bron_gewijzigd.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Record an explanation or a reason when it is left."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and self._naam:
            self._voering.left(self._voering.subject(self._naam))
        if give_way(watched, event):
            return True
        return super().eventFilter(watched, event)


def underline(button: QPushButton, woorden: str, toets: str) -> None:
    """Give a button its words, the letter of its key underlined; the key itself is of the page."""
    letter = toets[-1]
    plaats = woorden.upper().find(letter)
    voor, na = woorden[:plaats], woorden[plaats:]
    button.setText(f"{voor}&{na}" if toets.startswith("Alt+") and plaats >= 0 else woorden)
    # Qt would answer the letter too, and a key with two answers has none.
    button.setShortcut(QKeySequence())
    button.setAccessibleName(woorden)
    button.setToolTip(zweeftekst(f"{woorden} ({toets})"))


def with_letter(woorden: str, toets: str) -> str:
    """The words before a field, with the letter of its key underlined; in brackets where they lack it."""
    plaats = woorden.upper().find(toets[-1])
    return f"{woorden[:plaats]}&{woorden[plaats:]}" if plaats >= 0 else f"{woorden} (&{toets[-1]})"


def _show(regel: QLineEdit, tekst: str) -> None:
    if regel.text() != tekst:
        regel.setText(tekst)

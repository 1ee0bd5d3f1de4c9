"""Our own line below a question: what the other points at, and one key to take it over."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QScrollArea, QWidget

from intake_assistant.domain.aanraken.aanwijzing import Aanwijzing, waarde_van
from intake_assistant.domain.formulier import Vraag
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.texts import text
from intake_assistant.ui.gedeeld.gedeeld import Gedeeld
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import Knop, knop, label, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.later import later

OVERNEMEN: Final = "Alt+J"
LANG: Final = 48
"""A longer sentence goes on to the next line."""


class Aanwijsregel(QWidget):
    """Hidden while nothing is pointed at here."""

    def __init__(self, gedeeld: Gedeeld, vraag: Vraag, naam: str) -> None:
        super().__init__()
        self.setObjectName(f"aangewezen_{naam}")
        self._gedeeld, self._vraag, self._naam = gedeeld, vraag, naam
        self.woorden = label("", "merk", naam="aangewezen")
        self.neem_over = knop("", "neem_over", gedeeld.overgenomen.emit)
        _underline(self.neem_over, text("gesprek.aangewezen.neem_over"))
        weg = knop(text("gesprek.aangewezen.niet"), "niet_overnemen", gedeeld.forget_aanwijzing, "stil")
        box = Vloei(self)
        for deel in (self.woorden, self.neem_over, weg):
            box.addWidget(deel)
        self.hide()
        gedeeld.gewijzigd.connect(self.refresh)

    def refresh(self) -> None:
        """Say what is pointed at now; a screen reader is told once."""
        wijst = self._gedeeld.aanwijzing
        hier = wijst if wijst is not None and wijst.naam == self._naam else None
        zin = text("gesprek.aangewezen", wat=self._wat(hier)) if hier else ""
        if zin != self.woorden.text():
            self.woorden.setWordWrap(len(zin) > LANG)
            self.woorden.setText(zin)
            self.setVisible(bool(zin))
            if zin and self.isVisible():
                later(self, self._come_into_sight)
                announce(self, text("gesprek.aangewezen.gezegd", zin=zin, toets=OVERNEMEN))

    def _come_into_sight(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self, 0, px(8))

    def _wat(self, wijst: Aanwijzing) -> str:
        if wijst.staat is not None:
            return text(f"gesprek.aangewezen.{wijst.staat}")
        return in_words(self._vraag, waarde_van(self._vraag, wijst.codes))


def _underline(button: Knop, woorden: str) -> None:
    """The letter of the key stands underlined; the key itself is of the page."""
    letter = OVERNEMEN[-1]
    plaats = woorden.upper().find(letter)
    button.setText(f"{woorden[:plaats]}&{woorden[plaats:]}")
    button.setShortcut("")
    button.setAccessibleName(woorden)
    button.setToolTip(zweeftekst(f"{woorden} ({OVERNEMEN})"))

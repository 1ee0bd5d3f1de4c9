"""Known before a conversation: what the interpreter translates unseen, and what was not understood."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from intake_assistant.operations.papers.documenten import TOLKBLAD
from intake_assistant.operations.views.afronden.gebaren import andere_woorden
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.vertaling import onvertaald, taal_van
from intake_assistant.operations.words.waarde import taalnaam
from intake_assistant.texts import SOURCE, text
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.window.context import Context

# So many topics are named; that there are more says enough.
_GENOEMD = 4


class Vertaalmelding(QFrame):
    """Which topics lack texts in the language of the conversation; and the way to the interpreter's sheet."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("vertaalmelding")
        self.setProperty("rol", "kaart")
        self._context = context
        self.zin = label("", wrap=True, naam="vertaling_ontbreekt")
        box = kolom(self, rand=16, tussen=8)
        box.addWidget(self.zin)
        blad = knop(text("gesprek.vertaling.blad"), "naar_tolkblad", self._open)
        box.addWidget(blad, 0, Qt.AlignmentFlag.AlignLeft)

    def show_for(self, code: str, delen: Sequence[str]) -> None:
        """Say what is missing of these topics in a language; in Dutch nothing is."""
        formulieren, taal = self._context.work.data.formulieren, taal_van(code)
        naam = taalnaam(formulieren, code) or taal.gezegd
        is_dutch = not code or code.partition("-")[0] == SOURCE
        lacks = [] if is_dutch else onvertaald(formulieren, taal.code, delen)
        self.setVisible(bool(lacks))
        if taal.code == SOURCE:
            self.zin.setText(text("gesprek.vertaling.geen", taal=naam))
        else:
            welke, meer = opsomming(lacks[:_GENOEMD]), len(lacks) - _GENOEMD
            if meer > 0:
                welke = text("gesprek.vertaling.meer", onderwerpen=", ".join(lacks[:_GENOEMD]), aantal=meer)
            self.zin.setText(text("gesprek.vertaling.ontbreekt", taal=naam, onderwerpen=welke))

    def _open(self) -> None:
        self._context.navigate.emit("documenten", {"deel": TOLKBLAD})


class AndereWoorden(QFrame):
    """Hidden when everything was understood."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("andere_woorden")
        self.setProperty("rol", "kaart")
        self._box = kolom(self, rand=16, tussen=8)
        self.hide()

    def show_vragen(self) -> None:
        """Name them; it says something of the question, never of the person."""
        vragen = andere_woorden(self._context.work, self._context.dossier())
        empty_layout(self._box)
        self.setVisible(bool(vragen))
        self._box.addWidget(label(text("gesprek.voorbereiden.andere_woorden"), "kop2"))
        for vraag in vragen:
            self._box.addWidget(label(vraag, wrap=True))
        uitleg = text("gesprek.voorbereiden.andere_woorden.uitleg")
        self._box.addWidget(label(uitleg, "klein", wrap=True))

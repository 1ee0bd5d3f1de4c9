"""Known before a conversation: what the interpreter translates unseen, and what was not understood."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from intake_assistant.operations.geluid.teksten import gesprekdekking
from intake_assistant.operations.papers.documenten import TOLKBLAD
from intake_assistant.operations.views.afronden.gebaren import andere_woorden
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.vertaling import onvertaald, taal_van
from intake_assistant.operations.words.waarde import gezegde_taalnaam
from intake_assistant.texts import SOURCE, Taal, text
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.parts import knop, kolom, label, with_label
from intake_assistant.ui.window.context import Context

# So many topics are named; that there are more says enough.
_GENOEMD = 4


class Vertaalmelding(QFrame):
    """How far the language of the conversation is; what it lacks, and the way to the interpreter's sheet."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("vertaalmelding")
        self.setProperty("rol", "kaart")
        self._context = context
        self.zin = label("", wrap=True, naam="vertaling_ontbreekt")
        self.hoever = label("", "klein", wrap=True, naam="vertaling_hoever")
        self._blad = knop(text("gesprek.vertaling.blad"), "naar_tolkblad", self._open)
        box = kolom(self, rand=16, tussen=8)
        box.addWidget(self.zin)
        box.addWidget(self.hoever)
        box.addWidget(self._blad, 0, Qt.AlignmentFlag.AlignLeft)

    def show_for(self, code: str, delen: Sequence[str]) -> None:
        """Say what is missing of these topics in a language; in Dutch nothing is."""
        formulieren, taal = self._context.work.data.formulieren, taal_van(code)
        naam = gezegde_taalnaam(formulieren, code) or taal.gezegd
        is_dutch = not code or code.partition("-")[0] == SOURCE
        lacks = [] if is_dutch else onvertaald(formulieren, taal.code, delen)
        self._show_hoever(taal, naam, delen)
        self.setVisible(bool(lacks or self.hoever.text()))
        self._blad.setVisible(bool(lacks))
        self.zin.setVisible(bool(lacks))
        if taal.code == SOURCE:
            self.zin.setText(text("gesprek.vertaling.geen", taal=naam))
        else:
            welke, meer = opsomming(lacks[:_GENOEMD]), len(lacks) - _GENOEMD
            if meer > 0:
                welke = text("gesprek.vertaling.meer", onderwerpen=", ".join(lacks[:_GENOEMD]), aantal=meer)
            self.zin.setText(text("gesprek.vertaling.ontbreekt", taal=naam, onderwerpen=welke))

    def _show_hoever(self, taal: Taal, naam: str, delen: Sequence[str]) -> None:
        """How much of what is asked there is, was checked, and can be heard."""
        work, zin = self._context.work, ""
        if taal.code != SOURCE and delen:
            d = gesprekdekking(work.data, self._context.klanken, taal, delen)
            feiten = {"er": d.er, "alle": d.alle, "nagekeken": d.nagekeken, "te_horen": d.ingesproken}
            zin = text("gesprek.vertaling.hoever", taal=naam, **feiten)
        with_label(self.hoever, zin)

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

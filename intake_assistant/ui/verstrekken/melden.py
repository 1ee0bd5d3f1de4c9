"""Everybody who has data that are to be used no longer, of all dossiers and of what was erased (AVG 19)."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.kinds import TOESTEMMING, VERSTREKKING, VERSTREKKING_GEMELD
from intake_assistant.operations.exchange.meldingen import meldingen
from intake_assistant.operations.views.wissen.melding import Melding
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.verstrekken.kaart import Meldingkaart
from intake_assistant.ui.window.context import Context, Scherm

_BREED: Final = 900


class MeldenScherm(Scherm):
    """One card for each receiver; names of receivers only, no dossier is opened."""

    naam: ClassVar[str] = "melden"
    toont = (TOESTEMMING, VERSTREKKING, VERSTREKKING_GEMELD)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        inner = QWidget()
        inner.setMaximumWidth(px(_BREED))
        box = kolom(inner, tussen=12)
        self.stand = label("", wrap=True, naam="melden_stand")
        self.kaarten = QWidget()
        kolom(self.kaarten, tussen=12)
        box.addWidget(label(text("verstrekken.melden.titel"), "kop1", wrap=True))
        box.addWidget(label(text("verstrekken.melden.waarom"), "zacht", wrap=True))
        box.addWidget(self.stand)
        box.addWidget(self.kaarten)
        box.addStretch(1)
        kolom(self, rand=24, tussen=0).addWidget(schuifvlak(inner))

    def show_with(self, arguments: dict[str, str]) -> None:
        """Look through all dossiers, while the window lives on."""
        clear(self.kaarten)
        self.stand.setText(text("verstrekken.melden.zoeken"))
        work = self.context.work
        titel = text("verstrekken.melden.zoeken")
        tasks.run(self.context, lambda: meldingen(work), self._show, titel, shown=True)

    def follow(self) -> None:
        """Look again."""
        self.show_with({})

    def _show(self, found: list[Melding]) -> None:
        clear(self.kaarten)
        niemand = text("verstrekken.melden.niemand")
        self.stand.setText(text("verstrekken.melden.aantal", aantal=len(found)) if found else niemand)
        for melding in found:
            made = Meldingkaart(self.context, melding)
            made.gedaan.connect(lambda: self.show_with({}))
            inside(self.kaarten).addWidget(made)

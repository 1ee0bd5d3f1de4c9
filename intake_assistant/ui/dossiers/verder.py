"""After a start in the middle of a conversation: on with it, before any list of names is in sight."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.operations.words.naam import kopnaam
from intake_assistant.texts import text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context, Scherm

_BREED: Final = 560
_RAND: Final = 24


class VerderScherm(Scherm):
    """Who the conversation was with, and the two ways from here."""

    naam: ClassVar[str] = "verder"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wie = label("", "kop2", wrap=True, naam="verder_met")
        gesprek, lijst = text("venster.verder_gesprek"), text("venster.verder_dossiers")
        self.verder = knop(gesprek, "verder_gesprek", lambda: self._go("gesprek"), "hoofdknop", "gesprek")
        kaart_ = self._kaart = kaart()
        box = kolom(kaart_, rand=24, tussen=16)
        box.addWidget(self._wie)
        box.addWidget(label(text("venster.verder_uitleg"), wrap=True))
        row = Vloei()
        row.addWidget(self.verder)
        row.addWidget(knop(lijst, "verder_dossiers", lambda: self._go("dossiers"), "stil"))
        box.addLayout(row)
        binnen = QWidget()
        midden, buiten = rij(), kolom(binnen, rand=_RAND)
        midden.addStretch(1)
        midden.addWidget(kaart_)
        midden.addStretch(1)
        buiten.addStretch(1)
        buiten.addLayout(midden)
        buiten.addStretch(2)
        self._vlak = schuifvlak(binnen)
        kolom(self, tussen=0).addWidget(self._vlak)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as a line that is read easily, and as high as the words need at that width."""
        super().resizeEvent(event)
        room = self.width() - 2 * px(_RAND) - self._vlak.verticalScrollBar().sizeHint().width()
        self._kaart.setFixedWidth(min(px(_BREED), room))

    def show_with(self, arguments: dict[str, str]) -> None:
        """Name the one who was at the table, and nobody else."""
        naam = kopnaam(inburgeraar_of(self.context.dossier()))
        self._wie.setText(text("venster.verder_met", naam=naam))

    def resting_place(self) -> QWidget:
        """Back to the conversation, where nobody else is in sight."""
        return self.verder

    def _go(self, scherm: str) -> None:
        self.context.navigate.emit(scherm, {})

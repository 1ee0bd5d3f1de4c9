"""The page instead of a dossier that cannot be read: what can be done, in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context

_STAPPEN = ("terughalen", "nakijken", "redden")


class DamagedDossier(QWidget):
    """`closed` when one goes back to the list."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.dossier = ""
        self.kop = label("", "kop1", wrap=True, naam="beschadigd_dossier_kop")
        self.kenmerk = label("", "zacht", wrap=True, naam="beschadigd_dossier_kenmerk")
        self.kopieen = knop(
            text("dossiers.beschadigd.kopieen"),
            "beschadigd_kopieen",
            lambda: context.navigate.emit("reservekopieen", {}),
            "hoofdknop",
        )
        inner = QWidget()
        inner.setMaximumWidth(px(760))
        self._build(inner)
        room = QWidget()
        rij(room, rand=24).addWidget(inner)
        kolom(self, tussen=0).addWidget(schuifvlak(room))

    def _build(self, inner: QWidget) -> None:
        box = kolom(inner, tussen=16)
        box.addWidget(self.kop)
        box.addWidget(label(text("dossiers.beschadigd.uitleg"), wrap=True))
        card = kaart()
        steps = kolom(card, rand=16, tussen=12)
        steps.addWidget(label(text("dossiers.beschadigd.kop_stappen"), "kop3"))
        for nummer, stap in enumerate(_STAPPEN, 1):
            steps.addWidget(label(f"{nummer}. {text(f'dossiers.beschadigd.{stap}')}", wrap=True))
        box.addWidget(card)
        box.addWidget(self.kenmerk)
        row = rij(tussen=8)
        row.addWidget(self.kopieen)
        row.addWidget(
            knop(text("dossiers.beschadigd.terug"), "beschadigd_naar_lijst", self.closed.emit, "stil")
        )
        row.addStretch(1)
        box.addLayout(row)
        box.addStretch(1)

    def show_dossier(self, dossier: str, naam: str) -> None:
        """Say of which dossier."""
        self.dossier = dossier
        self.kop.setText(text("dossiers.beschadigd.kop", naam=naam))
        self.kenmerk.setText(text("dossiers.beschadigd.kenmerk", dossier=dossier))
        self.kenmerk.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.kopieen.setFocus()

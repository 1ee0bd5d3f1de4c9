"""The guidance of a question, for us alone: its first sentence, and the rest when asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import KorteRegel, kolom, label


class Gidsregel(QWidget):
    """Right under the question; its room is kept, so that nothing moves when the keyboard comes or goes."""

    def __init__(self, gids: str, *, altijd: bool) -> None:
        """`altijd`: what is said aloud shows it always, what staff fill in while the keyboard is there."""
        super().__init__()
        regels = [regel for regel in gids.splitlines() if regel.strip()]
        self._altijd, self._meer = altijd, len(regels) > 1
        eerste = regels[0] if regels else ""
        self._kort = KorteRegel("gids", "gids_kort")
        self._kort.set_whole(text("gesprek.gids.meer", gids=eerste) if self._meer else eerste)
        self._heel = label("\n".join(regels), "gids", wrap=True, naam="gids")
        box: QVBoxLayout = kolom(self, tussen=0)
        box.addWidget(self._kort)
        box.addWidget(self._heel)
        houdt = self._kort.sizePolicy()
        houdt.setRetainSizeWhenHidden(True)
        self._kort.setSizePolicy(houdt)
        self._heel.hide()
        self._kort.setVisible(altijd)
        if not regels:
            self.hide()

    def set_actief(self, actief: bool) -> None:
        """The keyboard came to the question, or left it."""
        if self._heel.isHidden():
            self._kort.setVisible(actief or self._altijd)

    def toggle(self) -> None:
        """Show all of it, or its beginning."""
        heel = self._heel.isHidden()
        houdt = self._kort.sizePolicy()
        houdt.setRetainSizeWhenHidden(not heel)
        self._kort.setSizePolicy(houdt)
        self._heel.setVisible(heel)
        self._kort.setVisible(not heel)

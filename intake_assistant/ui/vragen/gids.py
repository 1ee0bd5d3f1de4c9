"""The guidance of a question, for us alone: how it begins, and the rest when asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import KorteRegel, kolom, label

# So many sentences of what is said aloud are in sight at once; of what staff fill in, the first.
_BEGIN = 2


class Gidsregel(QWidget):
    """Right under the question; its room is kept, so that nothing moves when the keyboard comes or goes."""

    def __init__(self, gids: str, *, altijd: bool) -> None:
        """`altijd`: what is said aloud shows it always, what staff fill in while the keyboard is there."""
        super().__init__()
        regels = [regel for regel in gids.splitlines() if regel.strip()]
        self._altijd = altijd
        self._kort = self._make_kort(regels)
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

    def _make_kort(self, regels: list[str]) -> QLabel:
        getoond = regels[: _BEGIN if self._altijd else 1]
        begin = "\n".join(getoond)
        woorden = text("gesprek.gids.meer", gids=begin) if len(getoond) < len(regels) else begin
        if self._altijd:
            return label(woorden, "gids", wrap=True, naam="gids_kort")
        made = KorteRegel("gids", "gids_kort")
        made.set_whole(woorden)
        return made

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

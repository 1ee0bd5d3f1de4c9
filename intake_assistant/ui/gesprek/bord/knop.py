"""Our own button for a board: there where a page has one, pressed while boards are shown."""

from __future__ import annotations

from typing import Final

from intake_assistant.texts import text
from intake_assistant.ui.gesprek.bord.praatplaat import Praatplaat
from intake_assistant.ui.kit.parts import Knop
from intake_assistant.ui.kit.theme import set_rol
from intake_assistant.ui.vragen.paneel import underline

PLAAT: Final = "Alt+R"


class Praatplaatknop(Knop):
    """Turns boards on and off."""

    def __init__(self, praatplaat: Praatplaat) -> None:
        super().__init__("")
        self.setObjectName("praatplaat_knop")
        self._praatplaat = praatplaat
        underline(self, text("gesprek.praatplaat"), PLAAT)
        set_rol(self, "stil")
        self.setCheckable(True)
        self.clicked.connect(praatplaat.toggle)
        praatplaat.gewisseld.connect(self.show_stand)

    def show_stand(self) -> None:
        """Say whether boards are shown; without a board here it is not in the way."""
        self.setVisible(self._praatplaat.is_hier)
        self.setChecked(self._praatplaat.is_aan)

"""The figures on top: each says how many dossiers ask for something, and opens the list of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QWidget

from intake_assistant.operations.views.team.beeld import Teambeeld
from intake_assistant.operations.views.team.rij import Signaal
from intake_assistant.texts import text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import Knop, knop, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.team.model import Greep

ALLE = "alle"


class Cijfers(QWidget):
    """A button for all dossiers that run, and one for each kind of attention that a dossier asks for."""

    def __init__(self, chosen: Callable[[Greep], None]) -> None:
        super().__init__()
        self._chosen = chosen
        self._group = QButtonGroup(self)
        self._box = Vloei(self)
        self.knoppen = {naam: self._make(naam) for naam in (ALLE, *Signaal)}
        self.knoppen[ALLE].setChecked(True)

    def _make(self, naam: str) -> Knop:
        made = knop("", f"team_cijfer_{naam}", partial(self.choose, naam), "chip")
        # Until the dossiers are counted it has a name and no number.
        made.setAccessibleName(greep_of(naam).woorden)
        made.setCheckable(True)
        self._group.addButton(made)
        self._box.addWidget(made)
        return made

    def show_beeld(self, beeld: Teambeeld) -> None:
        """Show the figures of now; what nobody asks for is left out."""
        self._say(ALLE, text("team.lopend", aantal=len(beeld.lopend)), len(beeld.lopend))
        for signaal in Signaal:
            aantal = beeld.signalen[signaal]
            self._say(signaal, f"{text(f'team.signaal.{signaal}')}: {aantal}", aantal)
            self.knoppen[signaal].setToolTip(zweeftekst(text(f"team.uitleg.{signaal}")))
            self.knoppen[signaal].setAccessibleDescription(text(f"team.uitleg.{signaal}"))
        gone = next((s for s in Signaal if self.knoppen[s].isChecked() and not beeld.signalen[s]), None)
        if gone is not None:
            self.choose(ALLE)

    def _say(self, naam: str, woorden: str, aantal: int) -> None:
        made = self.knoppen[naam]
        made.setText(woorden)
        made.setAccessibleName(woorden)
        made.setMinimumHeight(px(32))
        made.setVisible(naam == ALLE or aantal > 0)

    def choose(self, naam: str) -> None:
        """Ask for the dossiers of a figure."""
        self.knoppen[naam].setChecked(True)
        self._chosen(greep_of(naam))

    def uncheck(self) -> None:
        """The list shows something else than a figure."""
        self._group.setExclusive(False)
        for made in self.knoppen.values():
            made.setChecked(False)
        self._group.setExclusive(True)


def greep_of(naam: str) -> Greep:
    """The dossiers of a figure by its name."""
    if naam == ALLE:
        return Greep(text("team.lopende"), lambda rij: rij.is_lopend)
    signaal = Signaal(naam)
    return Greep(text(f"team.signaal.{signaal}"), lambda rij: signaal in rij.signalen)

"""Days on which to look again at what the beschikking judges: beside the concept, and after the besluit."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.tussen.oordeeldagen import HERKIJKBAAR, herkijkveld_of
from intake_assistant.texts import text
from intake_assistant.ui.fields.field import DateField
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.flow import Rooster
from intake_assistant.ui.kit.parts import kolom, label
from intake_assistant.ui.qt.focus import bring_into_sight


class HerkijkKaart(QFrame):
    """A day for each judgement; none of it is printed, and it may change once the besluit was set."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.setProperty("rol", "kaart")
        self.setObjectName("sectie_opnieuw_kijken")
        vak = kolom(self, rand=16, tussen=8)
        vak.addWidget(label(text("beschikking.opnieuw_kijken"), "kop2", wrap=True))
        vak.addWidget(label(text("beschikking.opnieuw_kijken_uitleg"), "klein", wrap=True))
        self.velden = {
            veld: DateField(keeper, herkijkveld_of(veld), text(f"beschikking.opnieuw_kijken.{veld}"))
            for veld in HERKIJKBAAR
        }
        rooster = Rooster(2)
        for veld in self.velden.values():
            rooster.add(veld)
        vak.addLayout(rooster)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is recorded, or being typed."""
        for veld in self.velden.values():
            veld.show_value(str(dossier.get(veld.subject)))


def focus_herkijkveld(page: QWidget, subject: str) -> None:
    """Give the keyboard to the field of a day; one that was shown before is on its way out."""
    velden = [veld for veld in page.findChildren(DateField) if veld.subject == subject]
    invoer = velden[-1].editor.invoer() if velden else None
    if invoer is not None:
        invoer.setFocus()
        bring_into_sight(invoer)

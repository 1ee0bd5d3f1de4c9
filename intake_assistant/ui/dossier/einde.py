"""The end of the plicht and where the dossier went: from these follows what must be erased."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import PROCEDURE
from intake_assistant.domain.recht.einde import REDENEN
from intake_assistant.texts import text
from intake_assistant.ui.fields.field import ChoiceField, DateField, Field, LineField
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.parts import kaart, kolom, label
from intake_assistant.ui.kit.theme import px

VELDEN: Final = ("einde_inburgeringsplicht", "einde_reden", "overgedragen_op", "zaaknummer")


class EindeKaart(QWidget):
    """Four fields, each recorded when it is left."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self.velden: dict[str, Field] = {}
        made = kaart(naam="kaart_einde")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("dossier.einde"), "kop2"))
        box.addWidget(label(text("dossier.einde_uitleg"), "zacht", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(12))
        for plek, naam in enumerate(VELDEN):
            self.velden[naam] = self._veld(naam)
            grid.addWidget(self.velden[naam], plek // 2, plek % 2)
            grid.setColumnStretch(plek % 2, 1)
        box.addLayout(grid)
        kolom(self).addWidget(made)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is recorded."""
        for naam, veld in self.velden.items():
            veld.show_value(str(dossier.get(PROCEDURE.of(naam))))

    def leave(self) -> None:
        """Record what stands in the fields."""
        for veld in self.velden.values():
            veld.leave()

    def _veld(self, naam: str) -> Field:
        subject, woord = PROCEDURE.of(naam), text(f"dossier.{naam}")
        if naam == "einde_reden":
            keuzes = [(code, text(f"dossier.code.einde_reden.{code}")) for code in REDENEN]
            return ChoiceField(self.keeper, subject, woord, keuzes)
        if naam == "zaaknummer":
            return LineField(self.keeper, subject, woord)
        return DateField(self.keeper, subject, woord)

"""Cards with fields of the procedure: an earlier PIP elsewhere, and where the plicht and the dossier end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import PROCEDURE
from intake_assistant.domain.recht.einde import REDENEN
from intake_assistant.domain.recht.leerroute import Leerroute, Niveau
from intake_assistant.texts import text
from intake_assistant.ui.fields.field import ChoiceField, DateField, Field, LineField
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.flow import Rooster
from intake_assistant.ui.kit.parts import kaart, kolom, label

type Keuzes = Callable[[], Iterable[tuple[str, str]]]
DATUM, REGEL = "datum", "regel"

# What the plicht ended by follows from these, and what must be erased.
EINDE: Final[Mapping[str, str | Keuzes]] = {
    "einde_inburgeringsplicht": DATUM,
    "einde_reden": lambda: [(code, text(f"dossier.code.einde_reden.{code}")) for code in REDENEN],
    "overgedragen_op": DATUM,
    "zaaknummer": REGEL,
}
# Of another municipality: a level that was lowered there is no first one here (Wet 17(3); duo.md 2, rule 6).
EERDER_PIP: Final[Mapping[str, str | Keuzes]] = {
    "eerder_pip.gemeente": REGEL,
    "eerder_pip.dagtekening": DATUM,
    "eerder_pip.leerroute": lambda: [(r.value, text(f"weging.route_{r.value}")) for r in Leerroute],
    "eerder_pip.niveau": lambda: [(niveau.value, niveau.value) for niveau in Niveau],
}


class ProcedureveldenKaart(QWidget):
    """A few fields under a heading, each recorded when it is left."""

    def __init__(self, keeper: Keeper, naam: str, velden: Mapping[str, str | Keuzes]) -> None:
        super().__init__()
        self.keeper = keeper
        self.velden: dict[str, Field] = {}
        made = kaart(naam=f"kaart_{naam}")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text(f"dossier.{naam}"), "kop2", wrap=True))
        box.addWidget(label(text(f"dossier.{naam}_uitleg"), "zacht", wrap=True))
        rooster = Rooster(2)
        for veld, soort in velden.items():
            self.velden[veld] = self._veld(veld, soort)
            rooster.add(self.velden[veld])
        box.addLayout(rooster)
        kolom(self).addWidget(made)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is recorded."""
        for naam, veld in self.velden.items():
            veld.show_value(str(dossier.get(PROCEDURE.of(naam))))

    def leave(self) -> None:
        """Record what stands in the fields."""
        for veld in self.velden.values():
            veld.leave()

    def _veld(self, naam: str, soort: str | Keuzes) -> Field:
        subject, woord = PROCEDURE.of(naam), text(f"dossier.{naam}")
        if not isinstance(soort, str):
            return ChoiceField(self.keeper, subject, woord, soort())
        return (DateField if soort == DATUM else LineField)(self.keeper, subject, woord)

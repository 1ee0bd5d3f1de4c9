"""The ledger of hours: what was followed, when, at which school (Besl 3.1, 3.2, 3.14, 5.4, 5.5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import UREN
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen

NT2: Final = ("cursus", "alfabetisering")
"""The kinds that are lessons Dutch (Besl 5.5(1))."""
NT2_EN_KNM: Final = (*NT2, "knm")
"""The kinds that go off the course hours of the Z-route (Besl 5.4(4)(c))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Urenrij:
    """One line: so many hours of one kind, in a period, at a school where that is known."""

    soort: str
    tot: date
    aantal: Decimal
    instelling: str = ""


def urenboek_of(dossier: Dossier) -> tuple[Urenrij, ...]:
    """Every line with hours and a last day, in its order."""
    found = (_urenrij(velden) for _, velden in gevulde_rijen(dossier, UREN))
    return tuple(rij for rij in found if rij is not None)


def gevolgd(
    urenboek: Iterable[Urenrij], soorten: Collection[str], op: date, *, bij_school: bool = False
) -> Decimal:
    """The hours of these kinds followed up to and including a day; if asked at a named school only."""
    telt = (
        rij
        for rij in urenboek
        if rij.soort in soorten and rij.tot <= op and (rij.instelling.strip() or not bij_school)
    )
    return sum((rij.aantal for rij in telt), Decimal(0))


def _urenrij(velden: Mapping[str, Any]) -> Urenrij | None:
    tot, aantal = read_date(velden.get("tot")), number_of(velden, "aantal")
    if tot is None or aantal <= 0:
        return None
    instelling = str(velden.get("instelling", ""))
    return Urenrij(soort=str(velden.get("soort", "")), tot=tot, aantal=aantal, instelling=instelling)

"""Which group of the sociale kaart somebody could join, by what was told; nobody is placed by it (AVG 22)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from intake_assistant.domain.antwoord import Antwoord
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.team.kansfeiten import gekozen_route

DAGEN: Final = "randvoorwaarden.les_dagen"
MOMENTEN: Final = "randvoorwaarden.les_momenten"
_VROUW: Final = "vrouw"


@dataclass(frozen=True, slots=True)
class Groepsles:
    """A module or a group; what is empty asks nothing."""

    naam: str
    organisatie: str = ""
    taal: str = ""
    leerroute: str = ""
    niveau: str = ""
    """Told, and not counted by: a level is judged by a person."""
    dagen: tuple[str, ...] = ()
    momenten: tuple[str, ...] = ()
    vrouwen: bool = False
    plaatsen: int = 0


@dataclass(frozen=True, slots=True)
class Lesfeit:
    """What groups are asked by, of one dossier; no days were not asked yet."""

    leerroute: str
    taal: str
    vrouw: bool
    dagen: tuple[str, ...]
    momenten: tuple[str, ...]


def lesfeit(dossier: Dossier) -> Lesfeit:
    """Read it from a dossier."""
    persoon = inburgeraar_of(dossier)
    return Lesfeit(
        leerroute=gekozen_route(dossier),
        taal=persoon.get("spreektaal", ""),
        vrouw=persoon.get("geslacht") == _VROUW,
        dagen=_codes(dossier.antwoord(DAGEN)),
        momenten=_codes(dossier.antwoord(MOMENTEN)),
    )


def kan_mee(les: Groepsles, feit: Lesfeit) -> bool:
    """Whether somebody could join: on each of its days and times, in its language and leerroute."""
    return (
        les.leerroute in ("", feit.leerroute)
        and les.taal in ("", feit.taal)
        and (feit.vrouw or not les.vrouwen)
        and set(les.dagen) <= set(feit.dagen)
        and set(les.momenten) <= set(feit.momenten)
    )


def _codes(antwoord: Antwoord) -> tuple[str, ...]:
    # A newer program may have put anything there.
    waarde = antwoord.waarde if antwoord.beantwoord else ()
    return tuple(map(str, waarde)) if isinstance(waarde, list | tuple) else ()

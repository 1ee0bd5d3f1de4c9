"""The trail of enforcement by the gemeente: recorded, judged against its ceiling, never proposed.

Wet 22, 23, 27; Besl 7.1. Whether an asielstatushouder may still be fined is not settled: the rule
`boete.van_toepassing.gemeente` says *onbekend*, so what was decided is kept and nothing is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import HANDHAVING
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.regels import Regels
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen

SOORTEN: Final = ("oproep", "waarschuwing", "zienswijze", "boete", "besluit")
BOETE: Final = "boete"


class Handhavingsgebrek(StrEnum):
    """Why a step of enforcement cannot stand."""

    PERCENTAGE = "percentage"
    PLAFOND = "plafond"
    ZONDER_WAARSCHUWING = "zonder_waarschuwing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handhaving:
    """One step; `bedrag` in euro and `percentage` of blame with a boete only, -1 when not known."""

    datum: date
    soort: str
    artikel: str = ""
    reden: str = ""
    bedrag: Decimal = Decimal(-1)
    percentage: Decimal = Decimal(-1)


def handhaving_of(dossier: Dossier) -> tuple[Handhaving, ...]:
    """Every step with a day, in order of date."""
    return stappen_of(rij for _, rij in gevulde_rijen(dossier, HANDHAVING))


def stappen_of(rijen: Iterable[Mapping[str, Any]]) -> tuple[Handhaving, ...]:
    """The same of rows as they were recorded."""
    found = [(read_date(rij.get("datum")), rij) for rij in rijen]
    stappen = [_stap(datum, rij) for datum, rij in found if datum is not None]
    return tuple(sorted(stappen, key=lambda stap: stap.datum))


def gebreken_van(
    stappen: tuple[Handhaving, ...], regels: Regels
) -> Iterator[tuple[int, Handhavingsgebrek, str]]:
    """What cannot stand of each boete: its place, why, and by which article."""
    totaal, gewaarschuwd = Decimal(0), False
    for place, stap in enumerate(stappen):
        gewaarschuwd = gewaarschuwd or stap.soort in ("oproep", "waarschuwing")
        if stap.soort != BOETE:
            continue
        if not gewaarschuwd:
            yield place, Handhavingsgebrek.ZONDER_WAARSCHUWING, "Wet 22(1), 23(1)"
        if stap.percentage >= 0 and stap.percentage not in _percentages(regels, stap.datum):
            yield place, Handhavingsgebrek.PERCENTAGE, "Besl 7.1"
        totaal += max(stap.bedrag, Decimal(0))
        if totaal > _number(regels, "boete.plafond", stap.datum):
            yield place, Handhavingsgebrek.PLAFOND, "Besl 7.1(5)"


def _percentages(regels: Regels, op: date) -> tuple[Decimal, ...]:
    waarde = _value(regels, "boete.verwijtbaarheid", op)
    return tuple(Decimal(str(deel)) for deel in waarde) if isinstance(waarde, list | tuple) else ()


def _number(regels: Regels, sleutel: str, op: date) -> Decimal:
    return Decimal(str(_value(regels, sleutel, op)))


def _value(regels: Regels, sleutel: str, op: date) -> object:
    return regels.waarde(sleutel, op=max(op, regels.geldt_vanaf(sleutel)))


def _stap(datum: date, rij: Mapping[str, Any]) -> Handhaving:
    return Handhaving(
        datum=datum,
        soort=str(rij.get("soort", "")),
        artikel=str(rij.get("artikel", "")),
        reden=str(rij.get("reden", "")),
        bedrag=number_of(rij, "bedrag"),
        percentage=number_of(rij, "percentage"),
    )

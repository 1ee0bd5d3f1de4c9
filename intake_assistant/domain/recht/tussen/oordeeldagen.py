"""Days on which to look again at what was judged: an argument of the weighing, a field of the beschikking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BESCHIKKING, WEGING, read_subject
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.tussen.herkijken import OPNIEUW, is_herkijkdag
from intake_assistant.domain.recht.weging import KANTEN, argumenten_of

HERKIJKBAAR: Final = ("leerroute", "niveau", "intensiteit", "ondersteuning")
"""What the beschikking judges of somebody, and what may be otherwise later (Wet 14(3), Besl 5.3(4))."""


@dataclass(frozen=True, slots=True, order=True)
class Oordeeldag:
    """When to look again at which judgement."""

    op: date
    subject: str


def herkijkveld_of(veld: str) -> str:
    """Where the day stands on which to look again at a field of the beschikking; it is no part of that."""
    return BESCHIKKING.of(f"{OPNIEUW}.{veld}")


def is_herkijkveld(subject: str) -> bool:
    """Whether a subject is such a day: it may change after the besluit was set, and is not printed."""
    kind, delen = read_subject(subject)
    return kind is BESCHIKKING and delen[0].startswith(f"{OPNIEUW}.")


def herkijkdag_in(value: Mapping[str, Any] | None) -> str:
    """The day in the value of a judgement: all of it, or beside the words of an argument."""
    waarde = (value or {}).get("waarde", "")
    return str(waarde.get(OPNIEUW, "")) if isinstance(waarde, Mapping) else str(waarde)


def oordeeldagen_of(dossier: Dossier) -> list[Oordeeldag]:
    """The days that are still to be kept, the first one first."""
    return sorted([*_of_weging(dossier), *_of_besluit(dossier)])


def _of_weging(dossier: Dossier) -> Iterator[Oordeeldag]:
    """Who writes an argument anew on that day looked again."""
    for route in Leerroute:
        for kant in KANTEN:
            for argument in argumenten_of(dossier, route.value, kant):
                subject = WEGING.of(route.value, kant, argument.id)
                yield from _dagen(dossier, subject, argument.opnieuw_kijken)


def _of_besluit(dossier: Dossier) -> Iterator[Oordeeldag]:
    """Who set a besluit on that day, or after it, looked again."""
    dagen = (read_date(besluit.dagtekening) for besluit in besluiten_of(dossier))
    laatst = max((dag for dag in dagen if dag), default=date.min)
    for subject in map(herkijkveld_of, HERKIJKBAAR):
        yield from (dag for dag in _dagen(dossier, subject, dossier.get(subject)) if dag.op > laatst)


def _dagen(dossier: Dossier, subject: str, waarde: object) -> Iterator[Oordeeldag]:
    op, leaf = read_date(waarde), dossier.leaf(subject) if waarde else None
    said = read_date(leaf.vastgelegd_op[:10]) if leaf else None
    if op and said and is_herkijkdag(op, said):
        yield Oordeeldag(op, subject)

"""On which days a concept comes to ask something else, though nobody records anything."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.oordeel.alle import wisseldagen_of
from intake_assistant.operations.views.besluit.controle import check_concept, zaak_in
from intake_assistant.operations.workspace import Workspace

AANVULLEN: Final = "beschikking"
VOORLEGGEN: Final = "voorleggen"
VASTSTELLEN: Final = "vaststellen"
_EERSTE: Final = datetime.date.min


@dataclass(frozen=True, slots=True)
class Wisseldag:
    """From which day (ISO), and what the beschikking in the making asks from then on."""

    vanaf: str
    stap: str


def wisseldagen(work: Workspace, dossier: Dossier, concept: Mapping[str, Any]) -> tuple[Wisseldag, ...]:
    """What the concept asks, from each day on which that changes; nothing without a concept.

    Of this year: the law counts the age of a child by year, and rules change with it.
    """
    if not concept:
        return ()
    dagen = sorted({_EERSTE, *_dagen(work, dossier, concept)})
    stappen = [Wisseldag(dag.isoformat(), _stap(work.at(dag), dossier, concept)) for dag in dagen]
    return tuple(next(group) for _, group in groupby(stappen, key=lambda one: one.stap))


def stap_op(dagen: Sequence[Wisseldag], vandaag: datetime.date) -> str:
    """What it asks on a day."""
    op = vandaag.isoformat()
    return next((one.stap for one in reversed(dagen) if one.vanaf <= op), AANVULLEN)


def is_volledig(dagen: Sequence[Wisseldag], vandaag: datetime.date) -> bool:
    """Whether nothing stands in the way by law on a day."""
    return stap_op(dagen, vandaag) != AANVULLEN


def _stap(work: Workspace, dossier: Dossier, concept: Mapping[str, Any]) -> str:
    controle = check_concept(work, dossier, concept)
    if controle.mag:
        return VASTSTELLEN
    return VOORLEGGEN if controle.volledig else AANVULLEN


def _dagen(work: Workspace, dossier: Dossier, concept: Mapping[str, Any]) -> Iterable[datetime.date]:
    if dag := read_date(concept.get("dagtekening")):
        return (dag,)  # all else is judged on that day
    zaak = zaak_in(work, dossier, concept)
    return (*wisseldagen_of(zaak), datetime.date(zaak.vandaag.year, 1, 1))

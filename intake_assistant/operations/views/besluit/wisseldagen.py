"""On which days a concept becomes complete or stops being so, though nobody records anything."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.oordeel.alle import wisseldagen_of
from intake_assistant.operations.views.besluit.controle import check_concept, zaak_in
from intake_assistant.operations.workspace import Workspace

type Wisseldag = tuple[str, bool]
"""From which day (ISO), and whether nothing stands in the way from then on."""

_EERSTE: Final = datetime.date.min


def wisseldagen(work: Workspace, dossier: Dossier, concept: Mapping[str, Any]) -> list[Wisseldag]:
    """Whether the concept is complete, from each day on which that changes; nothing without a concept.

    Of this year: the law counts the age of a child by year, and rules change with it.
    """
    if not concept:
        return []
    dagen = sorted({_EERSTE, *_dagen(work, dossier, concept)})
    stand = [(dag.isoformat(), check_concept(work.at(dag), dossier, concept).volledig) for dag in dagen]
    return [next(group) for _, group in groupby(stand, key=lambda one: one[1])]


def is_volledig(dagen: Sequence[Sequence[Any]], vandaag: datetime.date) -> bool:
    """What holds today."""
    return next((bool(stand) for dag, stand in reversed(dagen) if dag <= vandaag.isoformat()), False)


def _dagen(work: Workspace, dossier: Dossier, concept: Mapping[str, Any]) -> Iterable[datetime.date]:
    if dag := read_date(concept.get("dagtekening")):
        return (dag,)  # all else is judged on that day
    zaak = zaak_in(work, dossier, concept)
    return (*wisseldagen_of(zaak), datetime.date(zaak.vandaag.year, 1, 1))

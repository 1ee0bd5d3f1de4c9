"""The weeks of a dossier as papers print them: from the one of that day on."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Final

from intake_assistant.documents.pip.gegevens import WeekGegevens
from intake_assistant.documents.tekening.svg import PAPIERLETTER, as_svg
from intake_assistant.domain.dossier import Dossier
from intake_assistant.operations.views.uitvoering.weekplan import (
    Weekstand,
    draw_stand,
    rows_of,
    weekplan_shown,
)
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

PLAN: Final = 468.0
"""As wide as the text of a page of A4, in points."""
WAND: Final = 350.0
"""Drawn smaller and printed as wide: its letters are larger."""


def weken_of_plan(
    work: Workspace, dossier: Dossier, op: date, breed: float = PLAN
) -> tuple[WeekGegevens, ...]:
    """Each step that is not over on a day, in order of date."""
    standen = weekplan_shown(work, dossier)
    return tuple(
        _week(stand, breed)
        for stand in standen
        if stand.week.tot_en_met is None or op <= stand.week.tot_en_met
    )


def _week(stand: Weekstand, breed: float) -> WeekGegevens:
    return WeekGegevens(
        kop=stand.kop,
        zin=stand.zin,
        dagen=_dagen(stand),
        past_niet=stand.zinnen,
        svg=as_svg(draw_stand(stand, breed, PAPIERLETTER, op_papier=True)),
    )


def _dagen(stand: Weekstand) -> tuple[tuple[str, str], ...]:
    """Each day once, a line for each thing on it, in the order of its hours; last what is not certain."""
    found = []
    for dag, rijen in groupby(rows_of(stand), key=lambda rij: rij[0]):
        delen = [text("uitvoering.week.regel", uren=uren, wat=wat) for _, uren, wat in rijen]
        found.append((dag, "\n".join(delen)))
    if stand.onzeker:
        found.append((text("uitvoering.week.niet_zeker"), "\n".join(stand.onzeker)))
    return tuple(found)

"""What the case has happen on which day, in order."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from intake_assistant.demo.casus import besluitdag, day_of, first_day, gesprekken_of
from intake_assistant.demo.plan import last_done


@dataclass(order=True)
class Gebeurtenis:
    """One act of the play; `orde` keeps talking before asking before deciding within a day."""

    dag: datetime.date
    orde: int
    nummer: int
    naam: str = field(compare=False)
    gegevens: Any = field(compare=False, default=None)


def plan_days(casus: Mapping[str, Any]) -> list[Gebeurtenis]:
    """Everything that happens after the dossier was made."""
    found: list[Gebeurtenis] = []

    def add(day: object, orde: int, naam: str, gegevens: Any = None) -> None:
        when = day_of(day)
        if when is not None:
            found.append(Gebeurtenis(max(when, first_day(casus)), orde, len(found), naam, gegevens))

    for day, gesprek in gesprekken_of(casus):
        add(day, 1, "gesprek", gesprek)
    for toestemming in casus.get("toestemming", ()):
        add(toestemming["datum"], 2, "toestemming", toestemming)
        if "ingetrokken_op" in toestemming:
            add(toestemming["ingetrokken_op"], 3, "intrekking", toestemming)
    _plan_besluit(casus, add, max((g.dag for g in found), default=first_day(casus)))
    return sorted(found)


def _plan_besluit(casus: Mapping[str, Any], add: Callable[..., None], laatste: datetime.date) -> None:
    beschikking, doelen = casus.get("beschikking", {}), casus.get("doel", [])
    day = besluitdag(casus) or laatste
    if casus.get("weging"):
        add(day, 4, "weging", casus["weging"])
    if beschikking:
        add(day, 5, "concept", beschikking)
    if doelen:
        add(day, 6, "plan", doelen)
    add(day, 7, "papier_concept")
    if "dagtekening" in beschikking:
        add(day, 8, "vaststellen", beschikking)
        add(beschikking.get("bekendgemaakt_op", day), 9, "uitreiken", beschikking)
        add(day, 10, "papier_besluit")
    done = last_done(doelen)
    if done:
        add(max(done, day), 11, "klaar", doelen)
    for wijziging in casus.get("wijziging", ()):
        add(
            wijziging["datum"],
            12,
            "planversie" if wijziging["grond"] == "ontwikkelplan" else "elders",
            wijziging,
        )

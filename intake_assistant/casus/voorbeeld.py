"""Plays the example of the first start: a case under a name that says wherever it stands that it is one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from intake_assistant.casus.check import read_case
from intake_assistant.casus.plan import Daad, Step, plan_case
from intake_assistant.casus.play import play_steps
from intake_assistant.dates import in_taal, read_date, read_typed
from intake_assistant.domain.inburgeraar import VOORBEELD
from intake_assistant.operations.acts.record import at_once, record_waarde
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import DUTCH
from intake_assistant.texts import dutch_text

_STAYS: Final = ("geboortedatum",)
_DAY: Final = re.compile(r"\b\d{1,2} [a-z]+ \d{4}\b")


def play_voorbeeld(work: Workspace, source: bytes, naam: str) -> str:
    """Store the case as the example of this vault; returns the dossier id. KnownErrors of `play_case`."""
    vandaag = work.clock.today()
    steps = plan_case(_moved(read_case(source, naam, work.data), vandaag), vandaag)
    dossier = ""

    def play() -> Changed:
        nonlocal dossier
        dossier = play_steps(work, _renamed(steps))
        return record_waarde(work, dossier, VOORBEELD, "ja")

    at_once(work, play)
    return dossier


def _moved(case: Mapping[str, Any], vandaag: datetime.date) -> dict[str, Any]:
    """The case as if its last day was in this week: else a newcomer finds an example that is months late."""
    last = max(step.day for step in plan_case(case, vandaag))
    later = datetime.timedelta(weeks=max((vandaag - last).days, 0) // 7)
    return {naam: _later(deel, later) for naam, deel in case.items()}


def _later(deel: Any, later: datetime.timedelta) -> Any:
    if isinstance(deel, Mapping):
        return {naam: w if naam in _STAYS else _later(w, later) for naam, w in deel.items()}
    if isinstance(deel, list):
        return [_later(w, later) for w in deel]
    if isinstance(deel, datetime.date):
        return deel + later
    if isinstance(deel, str):
        day = read_date(deel)
        return (day + later).isoformat() if day else _DAY.sub(lambda found: _said(found[0], later), deel)
    return deel


def _said(day: str, later: datetime.timedelta) -> str:
    found = read_date(read_typed(day))
    return in_taal(found + later, DUTCH) if found else day


def _renamed(steps: Sequence[Step]) -> Iterator[Step]:
    """Under that surname from the first day on: papers and besluiten keep the name of their day."""
    for step in steps:
        if step.daad == Daad.DOSSIER and "achternaam" in step.wat:
            yield replace(step, wat={**step.wat, "achternaam": dutch_text("casus.voorbeeld_achternaam")})
        else:
            yield step

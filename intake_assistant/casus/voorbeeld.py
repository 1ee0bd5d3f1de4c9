"""Plays the example of the first start: a case under a name that says wherever it stands that it is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake_assistant.casus.check import read_case
from intake_assistant.casus.plan import Daad, Step, plan_case
from intake_assistant.casus.play import play_steps
from intake_assistant.domain.inburgeraar import VOORBEELD
from intake_assistant.operations.acts.record import at_once, record_waarde
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import dutch_text


def play_voorbeeld(work: Workspace, source: bytes, naam: str) -> str:
    """Store the case as the example of this vault; returns the dossier id. KnownErrors of `play_case`."""
    steps = plan_case(read_case(source, naam, work.data), work.clock.today())
    dossier = ""

    def play() -> Changed:
        nonlocal dossier
        dossier = play_steps(work, _renamed(steps))
        return record_waarde(work, dossier, VOORBEELD, "ja")

    at_once(work, play)
    return dossier


def _renamed(steps: Sequence[Step]) -> Iterator[Step]:
    """Under that surname from the first day on: papers and besluiten keep the name of their day."""
    for step in steps:
        if step.daad == Daad.DOSSIER and "achternaam" in step.wat:
            yield replace(step, wat={**step.wat, "achternaam": dutch_text("casus.voorbeeld_achternaam")})
        else:
            yield step

"""Whose dossiers there are, which of them can be handed over, and what was offered to who works here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from intake_assistant.domain.overleg.feiten import wacht_op
from intake_assistant.operations.views.overleg.collega import ik
from intake_assistant.operations.views.overleg.wachten import werkzinnen
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Caseloadregel:
    """One dossier of somebody; `wacht` when it was offered to a colleague already."""

    dossier: str
    naam: str
    werk: tuple[str, ...]
    wacht: bool


def regievoerders(work: Workspace, lines: Iterable[Overzicht]) -> list[tuple[str, int]]:
    """Who has dossiers and how many, who works here first, then by name."""
    found: dict[str, int] = {}
    for line in _read(lines):
        found[line.regievoerder] = found.get(line.regievoerder, 0) + 1
    return sorted(found.items(), key=lambda each: (each[0] != work.author, each[0].casefold()))


def caseload_of(work: Workspace, lines: Iterable[Overzicht], regievoerder: str) -> list[Caseloadregel]:
    """All dossiers of somebody, by name; one that is done is kept by somebody too."""
    return [
        Caseloadregel(
            line.dossier, line.naam, tuple(werkzinnen(work, line.overleg)), bool(line.overleg.overdrachten)
        )
        for line in _read(lines)
        if line.regievoerder == regievoerder
    ]


def offered_to_me(work: Workspace, lines: Iterable[Overzicht]) -> list[tuple[str, str]]:
    """The dossiers that wait until who works here accepts them: id and name."""
    wie = ik(work)
    return [
        (line.dossier, line.naam)
        for line in _read(lines)
        if "overdracht" in wacht_op(line.overleg, wie, leest=False, waarnemer=False)
    ]


def _read(lines: Iterable[Overzicht]) -> Iterable[Overzicht]:
    return (line for line in lines if not line.is_beschadigd)

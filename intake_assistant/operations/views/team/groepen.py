"""How many people could join each group of the sociale kaart, and who of them are of who works here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from intake_assistant.domain.team.groepen import MINSTENS
from intake_assistant.domain.team.groepsles import DAGEN, MOMENTEN, Groepsles, kan_mee
from intake_assistant.operations.socialekaart.groepen import groepslessen_of
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.views.team.rij import AFGEROND
from intake_assistant.operations.words.onderwerp import TALEN
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


@dataclass(frozen=True, slots=True)
class Groepstand:
    """One group; `eigen` are the dossiers of who works here.

    `aantal` is the tens of how many could join, None of fewer than ten: of two groups that differ in one
    thing, as women alone, and beside the own dossiers, a whole number gives how few the others are.
    """

    les: Groepsles
    wanneer: str
    aantal: int | None
    eigen: frozenset[str]


def groepen_of(work: Workspace, lines: Sequence[Overzicht]) -> tuple[Groepstand, ...]:
    """Each group with how many could join it; without any group no line is read."""
    lessen = groepslessen_of(work)
    running = [line for line in lines if lessen and not line.is_beschadigd and line.stand != AFGEROND]
    return tuple(_stand(work, les, running) for les in lessen)


def _stand(work: Workspace, les: Groepsles, lines: Iterable[Overzicht]) -> Groepstand:
    found = [line for line in lines if any(kan_mee(les, feit) for feit in line.team.les)]
    return Groepstand(
        les=les,
        wanneer=", ".join(_facts(work, les)),
        aantal=len(found) // MINSTENS * MINSTENS or None,
        eigen=frozenset(line.dossier for line in found if line.regievoerder == work.author),
    )


def _facts(work: Workspace, les: Groepsles) -> Iterator[str]:
    """What is told of a group, in words."""
    vragen = work.data.formulieren.vragen
    yield from map(vragen[DAGEN].keuzelabel, les.dagen)
    yield from map(vragen[MOMENTEN].keuzelabel, les.momenten)
    if les.taal:
        yield vragen[TALEN].keuzelabel(les.taal)
    if les.leerroute:
        yield text(f"geschiedenis.leerroute.{les.leerroute}")
    if les.niveau:
        yield les.niveau
    if les.vrouwen:
        yield text("team.groepsles.vrouwen")

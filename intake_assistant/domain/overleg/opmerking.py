"""What colleagues remark on a question or an element of the plan, and what is answered to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier, Leaf
from intake_assistant.domain.entry import Presence
from intake_assistant.domain.kinds import BESCHIKKING, OPMERKING, PLANVERSIE

AFGEHANDELD_OP: Final = "afgehandeld_op"
BIJ: Final = "bij"
"""In the value of an answer: the id of the remark that it answers."""
GEHEEL: Final = {"beschikking": BESCHIKKING.of("concept"), "ontwikkelplan": PLANVERSIE.of("concept")}
"""What a remark is about that is about a whole part."""


@dataclass(frozen=True, slots=True)
class Opmerking:
    """One remark, or one answer to it; `over` is the question or the subject that it is about."""

    id: str
    over: str
    tekst: str
    door: str
    op: str
    bij: str = ""
    afgehandeld_op: date | None = None
    presence: Presence = Presence.PRESENT

    @property
    def subject(self) -> str:
        """What it is recorded under."""
        return OPMERKING.of(self.over, self.id)


@dataclass(frozen=True, slots=True)
class Draad:
    """A remark with what was answered, in their order."""

    eerste: Opmerking
    antwoorden: tuple[Opmerking, ...] = ()

    @property
    def over(self) -> str:
        """What it is about."""
        return self.eerste.over

    @property
    def is_open(self) -> bool:
        """Whether nobody marked it as done."""
        return self.eerste.afgehandeld_op is None

    @property
    def laatste(self) -> Opmerking:
        """What was said last."""
        return (self.eerste, *self.antwoorden)[-1]

    def waits_for(self, naam: str) -> bool:
        """Whether somebody has not answered yet what another said last."""
        return self.is_open and self.laatste.door != naam


def draden_of(dossier: Dossier) -> list[Draad]:
    """The remarks of a dossier with their answers, in their order for each thing that they are about."""
    return [draad for over in dossier.row_ids(OPMERKING.lijst()) for draad in draden_over(dossier, over)]


def draden_over(dossier: Dossier, over: str) -> list[Draad]:
    """The remarks on one thing."""
    found = [_opmerking(dossier, over, rij) for rij in dossier.row_ids(OPMERKING.lijst(over))]
    said = [opmerking for opmerking in found if opmerking is not None]
    ids = {opmerking.id for opmerking in said}
    return [
        Draad(eerste, tuple(antwoord for antwoord in said if antwoord.bij == eerste.id))
        for eerste in said
        # An answer to what is not here stands by itself: nobody's words are hidden.
        if eerste.bij not in ids
    ]


def _opmerking(dossier: Dossier, over: str, rij: str) -> Opmerking | None:
    leaves = dossier.leaves(OPMERKING.of(over, rij))
    if not leaves or leaves[-1].presence is Presence.ERASED:
        return None
    leaf: Leaf = leaves[-1]
    value = leaf.value or {}
    return Opmerking(
        id=rij,
        over=over,
        tekst=str(value.get("waarde", "")),
        door=leaf.author,
        op=leaf.vastgelegd_op,
        bij=str(value.get(BIJ, "")),
        afgehandeld_op=read_date(dossier.get(OPMERKING.of(over, rij, AFGEHANDELD_OP))),
        presence=leaf.presence,
    )

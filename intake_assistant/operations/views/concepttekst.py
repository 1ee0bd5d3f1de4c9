"""What is being typed and is no entry yet (design 2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intake_assistant.domain.antwoord import LEEG, Staat
from intake_assistant.domain.dossier import any_withheld
from intake_assistant.domain.kinds import BESCHIKKING, WIJZIGING, read_subject
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.oordeel.wijziging.concept import open_wijzigingen
from intake_assistant.domain.recht.tussen.oordeeldagen import is_herkijkveld
from intake_assistant.operations.views.besluit.bekendmaking import bekendmaking_refusals
from intake_assistant.operations.views.schets import half_dates_of
from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Concepttekst:
    """The text in one field that has not yet become an entry."""

    dossier: str
    subject: str
    gesprek: str
    value: Mapping[str, Any]
    cursor: int = 0
    op: str = ""
    is_half: bool = False
    """Half a date: no entry yet, for terms are counted from dates."""


def found_again(work: Workspace, dossier: str = "") -> list[Concepttekst]:
    """What was being typed when the program ended, or is being typed now."""
    return [
        Concepttekst(row.dossier, row.subject, row.gesprek, json.loads(row.value), row.cursor, row.op)
        for row in work.vault.concepttekst(dossier)
    ]


def typed_now(work: Workspace, dossier: str) -> dict[str, Concepttekst]:
    """What is being typed in this dossier, by subject; half a date too."""
    whole = {concept.subject: concept for concept in found_again(work, dossier)}
    half = half_dates_of(work, dossier).items()
    return whole | {s: Concepttekst(dossier, s, "", {"waarde": tekst}, is_half=True) for s, tekst in half}


def says_nothing(value: Mapping[str, Any]) -> bool:
    """Say whether a value holds no text, no choice and no explanation."""
    if value.get("staat", Staat.BEANTWOORD.value) != Staat.BEANTWOORD.value:
        return False
    return value.get("waarde") in LEEG and not value.get("toelichting")


def to_settle(work: Workspace) -> list[Concepttekst]:
    """What is an entry once nobody types any more.

    Kept as it was typed: in a concept whose besluit was set, where the answer is with somebody else now, and
    a day on which a besluit cannot have been made known.
    """
    return [c for c in found_again(work) if not _stays_typed(work, c)]


def _stays_typed(work: Workspace, concept: Concepttekst) -> bool:
    dossier, subject = concept.dossier, concept.subject
    if is_frozen(work, dossier, subject) or _is_withheld(work, concept):
        return True
    return bool(bekendmaking_refusals(work, dossier, subject, concept.value.get("waarde")))


def _is_withheld(work: Workspace, concept: Concepttekst) -> bool:
    return any_withheld(work.vault.leaves(concept.dossier, concept.subject))


def too_late(work: Workspace, dossier: str) -> list[Concepttekst]:
    """What was typed in the concept of a besluit that was set meanwhile."""
    return [c for c in found_again(work, dossier) if is_frozen(work, dossier, c.subject)]


def is_frozen(work: Workspace, dossier: str, subject: str) -> bool:
    """Whether it is of a concept whose besluit was set, or of a later one that was thrown away."""
    kind, delen = read_subject(subject)
    if kind is WIJZIGING:
        return delen[0] not in open_wijzigingen(work.vault.dossier(dossier))
    own = kind is BESCHIKKING and not is_herkijkveld(subject)
    return own and bool(besluiten_of(work.vault.dossier(dossier)))

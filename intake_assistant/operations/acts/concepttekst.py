"""What is being typed: durable within a second, one entry as soon as the field is left (design 2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intake_assistant.domain.kinds import BESCHIKKING, kind_of
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record
from intake_assistant.operations.changed import Changed, together, typed
from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Concepttekst:
    """The text in one field that has not yet become an entry."""

    dossier: str
    subject: str
    gesprek: str
    value: Mapping[str, Any]
    cursor: int
    op: str


def keep_concepttekst(
    work: Workspace,
    dossier: str,
    subject: str,
    value: Mapping[str, Any],
    *,
    gesprek: str = "",
    cursor: int = 0,
) -> Changed:
    """Keep what is being typed in a field; the row is overwritten at each keeping."""
    op = work.clock.now().isoformat(timespec="seconds")
    body = json.dumps(dict(value), ensure_ascii=True)
    work.vault.keep_concepttekst((dossier, subject, gesprek, body, cursor, op))
    return typed(dossier, subject)


def drop_concepttekst(work: Workspace, dossier: str, subject: str) -> Changed:
    """Forget what was typed: it was called off, or is an entry by now."""
    work.vault.drop_concepttekst(dossier, subject)
    return typed(dossier, subject)


def leave_field(
    work: Workspace, dossier: str, subject: str, value: Mapping[str, Any], gesprek: str = ""
) -> Changed:
    """Make what was typed one entry and forget the concepttekst; no entry when it says nothing new.

    Raises KnownError `pip.frozen` once the besluit was set; the concepttekst stays.
    """
    if _is_frozen(work, dossier, subject):
        raise KnownError("pip.frozen")
    with work.vault.transaction():
        made = record(work, dossier, subject, value, gesprek=gesprek)
        return together((made, drop_concepttekst(work, dossier, subject)))


def found_again(work: Workspace, dossier: str = "") -> list[Concepttekst]:
    """What was being typed when the program ended, or is being typed now."""
    return [
        Concepttekst(d, s, g, json.loads(value), cursor, op)
        for d, s, g, value, cursor, op in work.vault.concepttekst(dossier)
    ]


def settle_concepten(work: Workspace) -> Changed:
    """Make every concepttekst an entry: on locking, closing, and at the next start after a crash."""
    with work.vault.transaction():
        return together(leave_field(work, c.dossier, c.subject, c.value, c.gesprek) for c in to_settle(work))


def to_settle(work: Workspace) -> list[Concepttekst]:
    """What is an entry once nobody types any more; a concept whose besluit was set stays as it was typed."""
    return [c for c in found_again(work) if not _is_frozen(work, c.dossier, c.subject)]


def too_late(work: Workspace, dossier: str) -> list[Concepttekst]:
    """What was typed in the concept of a besluit that was set meanwhile."""
    return [c for c in found_again(work, dossier) if _is_frozen(work, dossier, c.subject)]


def _is_frozen(work: Workspace, dossier: str, subject: str) -> bool:
    return kind_of(subject) is BESCHIKKING and bool(besluiten_of(work.vault.dossier(dossier)))

"""What is being typed: durable within a second, one entry as soon as the field is left (design 2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intake_assistant.operations.record import record
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
) -> None:
    """Keep what is being typed in a field; the row is overwritten at each keeping."""
    op = work.clock.now().isoformat(timespec="seconds")
    body = json.dumps(dict(value), ensure_ascii=True)
    work.vault.keep_concepttekst((dossier, subject, gesprek, body, cursor, op))


def leave_field(
    work: Workspace, dossier: str, subject: str, value: Mapping[str, Any], gesprek: str = ""
) -> bool:
    """Make what was typed one entry and forget the concepttekst; tells whether anything new was said."""
    with work.vault.transaction():
        made = record(work, dossier, subject, value, gesprek=gesprek)
        work.vault.drop_concepttekst(dossier, subject)
    return made is not None


def found_again(work: Workspace, dossier: str = "") -> list[Concepttekst]:
    """What was being typed when the program ended, or is being typed now."""
    return [
        Concepttekst(d, s, g, json.loads(value), cursor, op)
        for d, s, g, value, cursor, op in work.vault.concepttekst(dossier)
    ]


def settle_concepten(work: Workspace) -> list[Concepttekst]:
    """Make every concepttekst an entry: on locking, closing, and at the next start after a crash."""
    found = found_again(work)
    with work.vault.transaction():
        for concept in found:
            leave_field(work, concept.dossier, concept.subject, concept.value, concept.gesprek)
    return found

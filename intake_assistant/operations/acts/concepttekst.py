"""What is being typed: durable within a second, one entry as soon as the field is left (design 2)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.kinds import WIJZIGING, kind_of
from intake_assistant.domain.subject import split_bron
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.gesprek import keep_turn
from intake_assistant.operations.acts.record import record
from intake_assistant.operations.acts.schets import keep_half
from intake_assistant.operations.changed import Changed, together, typed
from intake_assistant.operations.views.besluit.bekendmaking import refuse_bekendmaking
from intake_assistant.operations.views.concepttekst import Concepttekst, is_frozen, says_nothing, to_settle
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.entries.rows import TypedRow


def keep_typed(
    work: Workspace, concepten: Iterable[Concepttekst], beside: Iterable[Callable[[], Changed]] = ()
) -> Changed:
    """Keep all of it at once; `beside` keeps what stands on the same page and is no field of the dossier."""
    with work.vault.transaction():
        return together([*(_keep(work, concept) for concept in concepten), *(keep() for keep in beside)])


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
    work.vault.keep_concepttekst(TypedRow(dossier, subject, gesprek, body, cursor, op))
    return typed(dossier, subject)


def drop_typed(work: Workspace, dossier: str, subject: str) -> Changed:
    """Forget what was typed, also half of it: it was called off, was refused, or is an entry by now."""
    with work.vault.transaction():
        work.vault.drop_concepttekst(dossier, subject)
        return together((typed(dossier, subject), keep_half(work, dossier, subject, "")))


def restore_typed(work: Workspace, concepten: Iterable[Concepttekst]) -> Changed:
    """Have what was forgotten stand there again, as it was typed."""
    return keep_typed(work, concepten)


def leave_field(
    work: Workspace, dossier: str, subject: str, value: Mapping[str, Any], gesprek: str = ""
) -> Changed:
    """Make what was typed one entry and forget the concepttekst; no entry when it says nothing new.

    Nothing typed where nothing was is nothing; where something was, it is taken back.

    Raises KnownError `pip.frozen` once the besluit was set, and `pip.unlawful` for a day on which a besluit
    cannot have been made known; the concepttekst stays.
    """
    if is_frozen(work, dossier, subject):
        raise KnownError("pip.frozen")
    refuse_bekendmaking(work, dossier, subject, value.get("waarde"))
    with work.vault.transaction():
        dropped = drop_typed(work, dossier, subject)
        if _is_nothing(work, dossier, subject, value):
            return dropped
        said = _taken_back(subject) if says_nothing(value) else value
        turn = keep_turn(work, dossier, subject, said)
        return together((turn, record(work, dossier, subject, said, gesprek=gesprek), dropped))


def settle_concepten(work: Workspace) -> Changed:
    """Make every concepttekst an entry: on locking, closing, and at the next start after a crash."""
    with work.vault.transaction():
        return together(leave_field(work, c.dossier, c.subject, c.value, c.gesprek) for c in to_settle(work))


def _keep(work: Workspace, concept: Concepttekst) -> Changed:
    dossier, subject, value = concept.dossier, concept.subject, concept.value
    if concept.is_half:
        half = keep_half(work, dossier, subject, str(value.get("waarde", "")))
        work.vault.drop_concepttekst(dossier, subject)
        return together((half, typed(dossier, subject)))
    # Found again, a row that says nothing would be one more text to settle.
    if not value or _is_nothing(work, dossier, subject, value):
        return drop_typed(work, dossier, subject)
    whole = keep_concepttekst(work, dossier, subject, value, gesprek=concept.gesprek, cursor=concept.cursor)
    return together((keep_half(work, dossier, subject, ""), whole))


def _is_nothing(work: Workspace, dossier: str, subject: str, value: Mapping[str, Any]) -> bool:
    # Emptied in a later besluit, what the one before it said is taken back.
    inherits = kind_of(subject) is WIJZIGING
    return says_nothing(value) and not inherits and not work.vault.leaves(dossier, subject)


def _taken_back(subject: str) -> Mapping[str, Any]:
    is_antwoord = bool(split_bron(subject)[1])
    return {"staat": Staat.OPEN.value} if is_antwoord else {"waarde": ""}

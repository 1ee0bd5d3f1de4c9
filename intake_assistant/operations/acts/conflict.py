"""Settling a conflict: an entry that replaces all sides and travels back (design 2)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from intake_assistant.domain.dossier import REMOVED, Conflict, Dossier, Leaf
from intake_assistant.domain.kinds import ANTWOORD, is_frozen, read_subject
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record, undo
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.views.antwoord import antwoord_value
from intake_assistant.operations.views.conflict.tegenspraak import can_be_joined, free_bronnen
from intake_assistant.operations.views.geschiedenis import before_removal
from intake_assistant.operations.workspace import Workspace

BEIDE = "beide"
GEKOZEN_OMDAT = "gekozen_omdat"


def resolve_conflict(
    work: Workspace,
    dossier: str,
    subject: str,
    keep: str,
    reden: str = "",
    *,
    shown: Collection[str] = (),
) -> Changed:
    """Settle a conflict: keep N (from 1, in the order shown), the start of an entry id, or `beide`.

    `shown` are the entries that were looked at when it was decided. Raises KnownError `conflict.changed` when
    there is no such conflict or no such side any more, and `antwoord.achtergehouden` when a side was left out
    by who sent it; `pip.frozen` for a besluit, which nobody settles by choosing.
    """
    with work.vault.transaction():
        found, conflict = _wanted(work, dossier, subject, shown)
        if keep == BEIDE and not _is_row_conflict(conflict):
            return _settle(work, found, conflict, _both(conflict), reden=reden)
        kept = None if keep == BEIDE else _leaf(conflict, keep)
        if kept is not None and kept in found.leaves(subject):
            return _settle(work, found, conflict, dict(kept.value or {}), reden=reden, gesprek=kept.gesprek)
        # The row was removed here and changed there; keeping the change is keeping the row.
        value: dict[str, Any] = before_removal(work, dossier, subject)
        return _settle(work, found, conflict, value, reden=reden)


def resolve_anew(
    work: Workspace,
    dossier: str,
    subject: str,
    waarde: object,
    reden: str = "",
    *,
    shown: Collection[str] = (),
) -> Changed:
    """Settle a conflict with a value that none of its sides has."""
    with work.vault.transaction():
        found, conflict = _wanted(work, dossier, subject, shown)
        if _is_row_conflict(conflict):
            raise KnownError("conflict.changed", onderwerp=subject)
        kind, delen = read_subject(subject)
        value = antwoord_value(work, delen[0], waarde) if kind is ANTWOORD else {"waarde": waarde}
        return _settle(work, found, conflict, value, reden=reden)


def resolve_beside(
    work: Workspace,
    dossier: str,
    subject: str,
    keep: str,
    bron: str,
    *,
    reden: str = "",
    shown: Collection[str] = (),
) -> Changed:
    """Keep one side here, and the other as what another source says: two sources stand side by side.

    Raises KnownError `conflict.source_taken` when that source says something already, or cannot.
    """
    with work.vault.transaction():
        found, conflict = _wanted(work, dossier, subject, shown)
        kept = _leaf(conflict, keep)
        if bron not in free_bronnen(found, conflict):
            raise KnownError("conflict.source_taken", onderwerp=subject, bron=bron)
        (other,) = (leaf for leaf in conflict.leaves if leaf is not kept)
        _, (naam, _) = read_subject(subject)
        value = _with_reden(dict(other.value or {}), reden)
        beside = record(work, dossier, ANTWOORD.of(naam, bron), value, gesprek=other.gesprek)
        here = _settle(work, found, conflict, dict(kept.value or {}), reden=reden, gesprek=kept.gesprek)
        return together((beside, here))


def undo_settling(work: Workspace, changed: Changed) -> Changed:
    """Put back the conflict that was settled a moment ago; nothing when something came after it."""
    with work.vault.transaction():
        made = [(entry.header, entry.id) for entry in changed.entries]
        for header, id in made:
            if [leaf.id for leaf in work.vault.leaves(header.dossier, header.subject)] != [id]:
                return Changed()
        return together([undo(work, header.dossier, header.subject) for header, _ in made])


def _wanted(work: Workspace, dossier: str, subject: str, shown: Collection[str]) -> tuple[Dossier, Conflict]:
    if is_frozen(subject):
        # Both stand as they came: what holds is said by a new besluit, never by a choice.
        raise KnownError("pip.frozen")
    found = work.vault.dossier(dossier)
    if found.is_withheld(subject):
        raise KnownError("antwoord.achtergehouden", onderwerp=subject)
    conflict = next((c for c in found.conflicts() if c.subject == subject), None)
    if conflict is None or shown and {leaf.id for leaf in conflict.leaves} != set(shown):
        raise KnownError("conflict.changed", onderwerp=subject)
    return found, conflict


def _settle(
    work: Workspace,
    found: Dossier,
    conflict: Conflict,
    value: dict[str, Any],
    *,
    reden: str,
    gesprek: str = "",
) -> Changed:
    """Record what was chosen, of the conversation in which it was said."""
    seen = [leaf.id for leaf in conflict.leaves]
    if value.get("staat") == REMOVED:
        seen += found.known_beneath(conflict.subject)
    value = _with_reden(value, reden)
    return record(work, found.id, conflict.subject, value, gesprek=gesprek, seen=seen)


def _with_reden(value: dict[str, Any], reden: str) -> dict[str, Any]:
    # Why a question was not asked is part of its answer: why that one was chosen does not take its place.
    return {**value, GEKOZEN_OMDAT if value.get("reden") else "reden": reden} if reden else value


def _is_row_conflict(conflict: Conflict) -> bool:
    return any((leaf.value or {}).get("staat") == REMOVED for leaf in conflict.leaves)


def _leaf(conflict: Conflict, keep: str) -> Leaf:
    if keep.isascii() and keep.isdigit() and 1 <= int(keep) <= len(conflict.leaves):
        return conflict.leaves[int(keep) - 1]
    fitting = [leaf for leaf in conflict.leaves if len(keep) >= 4 and leaf.id.startswith(keep)]
    if len(fitting) != 1:
        raise KnownError("conflict.changed", onderwerp=conflict.subject)
    return fitting[0]


def _both(conflict: Conflict) -> dict[str, Any]:
    if not can_be_joined(conflict):
        raise KnownError("conflict.changed", onderwerp=conflict.subject)
    values = [leaf.value or {} for leaf in conflict.leaves]
    waarden: list[Any] = [value.get("waarde") for value in values]
    if isinstance(waarden[0], str):
        return {**values[0], "waarde": "\n".join(dict.fromkeys(waarden))}
    samen: list[Any] = []
    for items in waarden:
        samen += [item for item in items if item not in samen]
    return {**values[0], "waarde": samen}

"""Settling a conflict: an entry that replaces both sides and travels back (design 2)."""

from __future__ import annotations

from typing import Any

from intake_assistant.domain.dossier import REMOVED, Conflict, Leaf
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.geschiedenis import before_removal
from intake_assistant.operations.workspace import Workspace

BEIDE = "beide"


def resolve_conflict(work: Workspace, dossier: str, subject: str, keep: str, reden: str = "") -> Changed:
    """Settle one conflict: keep N (from 1, in the order shown), the start of an entry id, or `beide`.

    Raises KnownError `conflict.changed` when there is no such conflict or no such side any more.
    """
    with work.vault.transaction():
        found = work.vault.dossier(dossier)
        if found.is_withheld(subject):
            raise KnownError("antwoord.achtergehouden", onderwerp=subject)
        conflict = next((c for c in found.conflicts() if c.subject == subject), None)
        if conflict is None:
            raise KnownError("conflict.changed", onderwerp=subject)
        seen = [leaf.id for leaf in conflict.leaves]
        kept = None if keep == BEIDE else _leaf(conflict, keep)
        value: dict[str, Any]
        if kept is not None and kept in found.leaves(subject):
            value = dict(kept.value or {})
        elif _is_row_conflict(conflict):
            # The row was removed here and changed there; keeping the change is keeping the row.
            value = before_removal(work, dossier, subject)
        else:
            value = _both(conflict)
        if reden:
            value = {**value, "reden": reden}
        if value.get("staat") == REMOVED:
            seen += found.known_beneath(subject)
        return record(work, dossier, subject, value, seen=seen)


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
    values = [leaf.value or {} for leaf in conflict.leaves]
    waarden = [value.get("waarde") for value in values]
    lists = [w for w in waarden if isinstance(w, list)]
    if len(lists) == len(waarden):
        samen: list[Any] = []
        for items in lists:
            samen += [item for item in items if item not in samen]
        return {**values[0], "waarde": samen}
    if all(isinstance(w, str) for w in waarden):
        return {**values[0], "waarde": "\n".join(dict.fromkeys(str(w) for w in waarden))}
    raise KnownError("conflict.changed", onderwerp=conflict.subject)

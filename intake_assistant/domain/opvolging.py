"""What follows from what: the entries that somebody has, by the ones that nothing replaced."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from intake_assistant.domain.entry import Entry


def ends(entries: Iterable[Entry]) -> set[str]:
    """The ids of the entries of a dossier that no other names as known when it was made."""
    known = list(entries)
    return {entry.id for entry in known} - {id for entry in known for id in entry.header.replaces}


def behind(entries: Iterable[Entry], ids: Collection[str]) -> set[str]:
    """These ids and all that they replace, directly or by way of others, as far as the entries tell."""
    replaces: Mapping[str, tuple[str, ...]] = {entry.id: entry.header.replaces for entry in entries}
    found, todo = set(ids), list(ids)
    while todo:
        fresh = set(replaces.get(todo.pop(), ())) - found
        found |= fresh
        todo += fresh
    return found

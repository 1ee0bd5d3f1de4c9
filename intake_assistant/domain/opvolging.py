"""Which entry comes after which: the place of each in its subject (design 2, *Leaves*)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from intake_assistant.domain.entry import Entry
from intake_assistant.domain.kinds import is_frozen

LEAF, FIRST = 1, 2
"""The place of an entry in its subject: nothing replaces it; it is the one by which rows are ordered."""
ID_BYTES = 32


class Opvolging(NamedTuple):
    """What decides the place of an entry in its subject; ids as bytes, in the order (counter, id)."""

    counter: int
    id: bytes
    subject: str
    replaces: bytes | None


def places(steps: Iterable[Opvolging]) -> dict[bytes, int]:
    """The place of each entry of a dossier, by its id, in whatever order these come.

    What was handed over is replaced by nothing, whoever says so: the two stand beside each other.
    """
    known = sorted(steps)
    subject_of = {step.id: step.subject for step in known}
    replacing = [step for step in known if step.replaces and not is_frozen(step.subject)]
    replaced = {r for step in replacing for r in ids_in(step.replaces) if subject_of.get(r) == step.subject}
    first = {step.subject: step.id for step in reversed(known)}
    return {
        step.id: (0 if step.id in replaced else LEAF) | (FIRST if first[step.subject] == step.id else 0)
        for step in known
    }


def missing(steps: Iterable[Opvolging]) -> set[bytes]:
    """Ids that are replaced but that nobody sent: the dossier is *onvolledig* while there are any."""
    known = list(steps)
    replaced = {r for step in known if step.replaces for r in ids_in(step.replaces)}
    return replaced - {step.id for step in known}


def ids_in(joined: bytes | None) -> list[bytes]:
    """The ids of bytes in which they stand one behind the other."""
    if joined and len(joined) == ID_BYTES:
        return [joined]  # nearly always
    return [joined[at : at + ID_BYTES] for at in range(0, len(joined), ID_BYTES)] if joined else []


def step_of(entry: Entry) -> Opvolging:
    """What decides the place of an entry."""
    h = entry.header
    return Opvolging(h.counter, bytes.fromhex(entry.id), h.subject, bytes.fromhex("".join(h.replaces)))


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

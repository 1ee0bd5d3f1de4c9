"""What a damaged vault lost of each dossier: known from what the entries that are left say of each other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from intake_assistant.domain.entry import (
    Entry,
    Header,
    Json,
    Presence,
    canonical,
    erased_target,
    make_entry,
    value_hash,
)
from intake_assistant.domain.ports import Randomness
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import entries


@dataclass(frozen=True, slots=True)
class Loss:
    """What is left of one dossier, and what is not."""

    dossier: str
    naam: str
    kept: int
    """How many entries were read whole."""
    lost: tuple[str, ...] = ()
    """The subjects whose last value is gone; what was recorded before it may show in its place."""
    restored: tuple[str, ...] = ()
    """The subjects whose last value was read from what had been derived of it, and recorded anew."""
    earlier: int = 0
    """How many entries more are gone: values that were replaced since, or of which nothing is known."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is missing."""
        return not (self.lost or self.restored or self.earlier)


@dataclass(frozen=True)
class _Dossier:
    """One dossier as it was found: its entries, and its leaves as the projections knew them, by id."""

    id: str
    naam: str
    found: dict[str, Entry]
    leaves: dict[str, tuple[str, dict[str, Any]]]
    valueless: set[str]
    """The ids of the entries whose value ought to be here and is not."""

    @cached_property
    def replaced(self) -> set[str]:
        """The ids that no longer count: others took their place, or erased them."""
        headers = [entry.header for entry in self.found.values()]
        return {id for h in headers for id in (*h.replaces, erased_target(h.subject)) if id}

    @cached_property
    def gone_now(self) -> dict[str, str]:
        """Subject by id of each entry that counts still and has no value: it, or its value, was not found."""
        by_header = {id: self.found[id].header.subject for id in self.valueless}
        by_leaf = {
            id: subject
            for id, (subject, leaf) in self.leaves.items()
            if id not in self.found and leaf.get("presence") == Presence.PRESENT
        }
        return {id: s for id, s in {**by_header, **by_leaf}.items() if id not in self.replaced}

    @property
    def gone_before(self) -> int:
        """How many others are gone: gaps in the counters, ids that others replace, values since replaced."""
        counters = {entry.header.counter for entry in self.found.values()}
        highest = max([*counters, *(int(leaf["counter"]) for _, leaf in self.leaves.values())], default=0)
        unknown = (self.replaced | set(self.leaves)) - set(self.found)
        missing = max(len(unknown), len(set(range(1, highest + 1)) - counters))
        headers_now = len(set(self.gone_now) - set(self.found))
        return missing - headers_now + len(self.valueless & self.replaced)


def read_leaves(text: str) -> list[dict[str, Any]]:
    """The leaves of a row of the projections; empty when the text is not whole."""
    try:
        leaves = json.loads(text)
        return [leaf for leaf in leaves if isinstance(leaf["id"], str) and type(leaf["counter"]) is int]
    except (ValueError, TypeError, KeyError):
        return []


def mend(connection: Connection, valueless: set[str], random: Randomness) -> dict[str, Loss]:
    """Record anew what only the projections still knew, and tell by dossier what is left and what is not."""
    found: dict[str, Loss] = {}
    for dossier in _ids(connection):
        known = _read(connection, dossier, valueless)
        made = {entry.header.subject: entry for entry in _recorded_anew(known, random)}
        for entry in made.values():
            entries.insert(connection, entry)
        found[dossier] = Loss(
            dossier,
            known.naam,
            len(known.found) - len(known.valueless),
            lost=tuple(sorted(set(known.gone_now.values()) - set(made))),
            restored=tuple(sorted(made)),
            earlier=max(0, known.gone_before),
        )
    return found


def _ids(connection: Connection) -> list[str]:
    """Every dossier of which anything was found, and that was not erased."""
    rows = connection.execute(
        "SELECT dossier FROM entry UNION SELECT dossier FROM found_row UNION SELECT dossier FROM p_overzicht "
        "EXCEPT SELECT dossier FROM tombstone ORDER BY 1"
    )
    return [row[0] for row in rows.fetchall()]


def _read(connection: Connection, dossier: str, valueless: set[str]) -> _Dossier:
    found = {entry.id: entry for entry in entries.read_all(connection, dossier)}
    leaves = {
        leaf["id"]: (subject, leaf)
        for subject, text in connection.execute(
            "SELECT subject, leaves FROM found_row WHERE dossier=?", (dossier,)
        )
        for leaf in read_leaves(text)
    }
    named = connection.execute("SELECT naam FROM p_overzicht WHERE dossier=?", (dossier,)).fetchone()
    return _Dossier(dossier, named[0] if named else "", found, leaves, valueless & set(found))


def _recorded_anew(known: _Dossier, random: Randomness) -> Iterator[Entry]:
    """Each value that only its leaf still says, in the place of the entry that is gone.

    It replaces that entry, so that nothing is in conflict when a colleague sends the entry itself.
    """
    counter = max((entry.header.counter for entry in known.found.values()), default=0)
    gone = known.gone_now
    for id, (subject, leaf) in sorted(known.leaves.items()):
        if id in gone and isinstance(leaf.get("value"), dict):
            counter += 1
            yield _anew(known, (id, subject), leaf, counter, random)


def _anew(
    known: _Dossier, of: tuple[str, str], leaf: dict[str, Any], counter: int, random: Randomness
) -> Entry:
    id, subject = of
    value: dict[str, Json] = leaf["value"]
    body, salt = canonical(value), random(16)
    said = {naam: str(leaf.get(naam, "")) for naam in ("device", "vastgelegd_op", "author", "gesprek")}
    replaces = tuple(sorted({id, *_overtaken(known, subject)}))
    header = Header(
        dossier=known.id,
        counter=counter,
        subject=subject,
        replaces=replaces,
        value_hash=value_hash(salt, body),
        **said,
    )
    return make_entry(header, salt, body)


def _overtaken(known: _Dossier, subject: str) -> Iterable[str]:
    """What the entry that is gone had replaced: else the value before it would stand beside it."""
    return (
        id
        for id, entry in known.found.items()
        if entry.header.subject == subject and id not in known.leaves and id not in known.replaced
    )

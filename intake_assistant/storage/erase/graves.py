"""What was erased: taken out of a database to the last row, and kept out of it for ever (design 2).

A *grave* is what stays: the random id of a dossier with the day and the ground, or an entry that erases a
value. The same is done to the vault, to each backup and to what is restored or merged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from intake_assistant.domain.entry import (
    Entry,
    Presence,
    Tombstone,
    entry_id,
    read_header,
)
from intake_assistant.domain.kinds import erased_target
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import anew, entries, numbers, projections
from intake_assistant.storage.entries.blobs import named_by, naming
from intake_assistant.storage.erase import sketches

_ROW = re.compile(r"\[([0-9a-f]{16})\]")
_ABSENT: Final = "gewiste waarden "
"""With the id of a dossier that a restore took away, the setting that holds what erased a value in it."""
_TO_SECONDS: Final = len("2026-11-01T12:00:00")
_TYPED: Final = f"FROM concepttekst WHERE dossier=? AND subject=? AND substr(op, 1, {_TO_SECONDS}) <= ?"
_KEPT: Final = "SELECT sleutel, waarde FROM setting WHERE substr(sleutel, 1, ?) = ? ORDER BY sleutel"


@dataclass(frozen=True, slots=True)
class Graves:
    """All that was erased; `targets` are the places (dossier, counter, id) of the values that went.

    The counter is 0 when the entry is not here (any more): a copy may have it.
    """

    tombstones: tuple[Tombstone, ...] = ()
    erasing: tuple[Entry, ...] = ()
    targets: tuple[tuple[str, int, str], ...] = ()
    typed: tuple[tuple[str, str, str], ...] = ()
    """Where (dossier, subject) what was being typed up to a moment went too: it became such a value."""
    sketched: tuple[sketches.ErasedPlace, ...] = ()
    """Of which values what stood half filled in goes from a copy of before."""


def read_tombstones(connection: Connection) -> tuple[Tombstone, ...]:
    """The dossiers that were erased, by their id."""
    found = connection.execute("SELECT dossier, op, grond FROM tombstone ORDER BY dossier").fetchall()
    return tuple(Tombstone(*row) for row in found)


def read_graves(connection: Connection) -> Graves:
    """All that was erased in a database."""
    erasing, places, typed = list[Entry](), list[tuple[str, int, str]](), list[tuple[str, str, str]]()
    sketched = list[sketches.ErasedPlace]()
    for dossier in projections.dossiers_with_erasing(connection):
        known = entries.read_erasing(connection, dossier)
        erasing += [entry for entry in known if erased_target(entry.header.subject)]
        places += _targets(connection, dossier, known)
        typed += _typed(dossier, known)
        sketched += _sketched(dossier, known)
    absent = [_read_absent(*row) for row in connection.execute(_KEPT, (len(_ABSENT), _ABSENT))]
    return Graves(
        read_tombstones(connection),
        (*erasing, *(entry for kept in absent for entry in kept.erasing)),
        (*places, *(place for kept in absent for place in kept.targets)),
        tuple(typed),
        tuple(sketched),
    )


def _targets(connection: Connection, dossier: str, known: Sequence[Entry]) -> list[tuple[str, int, str]]:
    """What the entries of a dossier erase, of that dossier alone."""
    counters = {entry.id: entry.header.counter for entry in known}
    gone = {erased_target(entry.header.subject) for entry in known} - {""}
    # What is here and was not erased is what stands until the dossier goes, in a copy too.
    here = entries.ids_of(connection, dossier) if gone - counters.keys() else set()
    stays = {id for id in gone - counters.keys() if bytes.fromhex(id) in here}
    return [(dossier, counters.get(id, 0), id) for id in sorted(gone - stays)]


def _typed(dossier: str, known: Sequence[Entry]) -> list[tuple[str, str, str]]:
    subjects = {entry.id: entry.header.subject for entry in known}
    erased = [(erased_target(e.header.subject), e.header.vastgelegd_op[:_TO_SECONDS]) for e in known]
    return sorted({(dossier, subjects[target], op) for target, op in erased if target in subjects})


def _sketched(dossier: str, known: Sequence[Entry]) -> list[sketches.ErasedPlace]:
    gone = {erased_target(entry.header.subject) for entry in known}
    there = [(entry.header, entry.id) for entry in known if entry.id in gone]
    return [sketches.ErasedPlace(dossier, header.subject, header.counter, id) for header, id in there]


def forget_typed(connection: Connection, dossier: str) -> None:
    """Forget what was being typed in a dossier up to the moment that what it became was erased."""
    _drop_typed(connection, _typed(dossier, entries.read_erasing(connection, dossier)))


def _drop_typed(connection: Connection, places: Iterable[tuple[str, str, str]]) -> None:
    was_typed = [place for place in places if _is_typed(connection, place)]
    if was_typed:
        connection.executemany(f"DELETE {_TYPED}", was_typed)
        anew.write_beside_anew(connection)


def keep_absent(connection: Connection, dossier: str, graves: Graves) -> None:
    """Keep what erased values in a dossier that goes, so that these come back from nowhere.

    Without the grounds: nothing else of the dossier stays.
    """
    erasing = [entry.raw.hex() for entry in graves.erasing if entry.header.dossier == dossier]
    if erasing:
        targets = [[counter, id] for of, counter, id in graves.targets if of == dossier]
        waarde = json.dumps({"wissend": erasing, "gewist": targets})
        connection.execute("INSERT OR REPLACE INTO setting VALUES(?,?)", (f"{_ABSENT}{dossier}", waarde))


def absent_erasing(connection: Connection, dossiers: Iterable[str]) -> list[Entry]:
    """What erased values in dossiers that were taken away, and may come back now."""
    keys = [f"{_ABSENT}{dossier}" for dossier in dossiers]
    sql = f"SELECT sleutel, waarde FROM setting WHERE sleutel IN ({','.join('?' * len(keys))})"
    return [entry for row in connection.execute(sql, keys) for entry in _read_absent(*row).erasing]


def _read_absent(sleutel: str, waarde: str) -> Graves:
    found, dossier = json.loads(waarde), sleutel.removeprefix(_ABSENT)
    raws = [bytes.fromhex(raw) for raw in found["wissend"]]
    erasing = (Entry(entry_id(raw), read_header(raw), Presence.WITHHELD, b"", b"") for raw in raws)
    return Graves((), tuple(erasing), tuple((dossier, counter, id) for counter, id in found["gewist"]))


def is_needed(connection: Connection, graves: Graves) -> bool:
    """Whether a database still holds anything of what was erased."""
    return (
        bool(still_here(connection, (stone.dossier for stone in graves.tombstones)))
        or any(_holds_value(connection, *place) for place in graves.targets)
        or any(_is_typed(connection, place) for place in graves.typed)
        or bool(sketches.left_in(connection, graves.sketched))
    )


def _holds_value(connection: Connection, dossier: str, counter: int, id: str) -> bool:
    here = entries.shelf_of(connection, dossier)
    if here is None:
        return False
    of_id = f"SELECT 1 FROM {here.rows} AND {'counter=?1' if counter else '?1=0'} AND id=?2"
    found = connection.execute(f"{of_id} AND body IS NOT NULL", (counter, bytes.fromhex(id)))
    return found.fetchone() is not None


def still_here(connection: Connection, dossiers: Iterable[str]) -> set[str]:
    """The dossiers among some of which a database holds anything; asked at once, as there may be many."""
    sql = """SELECT naam FROM number WHERE soort=?1 AND naam IN (SELECT value FROM json_each(?2))
      UNION SELECT dossier FROM concepttekst WHERE dossier IN (SELECT value FROM json_each(?2))"""
    asked = json.dumps(sorted(set(dossiers)))
    return {dossier for (dossier,) in connection.execute(sql, (numbers.DOSSIER, asked)).fetchall()}


def bury(connection: Connection, graves: Graves) -> None:
    """Take all of it out of a database, in a transaction of the caller; what is not in it stays out."""
    buried, gone = entries.gravestones(connection), {stone.dossier for stone in graves.tombstones}
    here = still_here(connection, {*gone, *(entry.header.dossier for entry in graves.erasing)})
    fresh = [s for s in graves.tombstones if s.dossier not in buried or s.dossier in here]
    for stone in fresh:
        _take_out(connection, stone.dossier)
        connection.execute(
            "INSERT OR IGNORE INTO tombstone(dossier, op, grond) VALUES(?,?,?)",
            (stone.dossier, stone.op, stone.grond),
        )
    staying = here - gone
    known = [entry for entry in graves.erasing if entry.header.dossier in staying]
    left = sketches.left_in(connection, graves.sketched)
    sketches.shorten(connection, left)
    for dossier in entries.union(connection, known):
        projections.derive(connection, dossier)
    _drop_typed(connection, graves.typed)
    if fresh or left:
        anew.write_beside_anew(connection)


def _is_typed(connection: Connection, place: tuple[str, str, str]) -> bool:
    return connection.execute(f"SELECT 1 {_TYPED}", place).fetchone() is not None


def blobs_of(connection: Connection, dossiers: Iterable[str]) -> set[str]:
    """The SHA-256 of each blob that only these dossiers name."""
    asked = set(dossiers)
    mine = {sha256 for dossier in asked for sha256 in named_by(connection, dossier)}
    return {sha256 for sha256 in mine if naming(connection, sha256) <= asked}


def _take_out(connection: Connection, dossier: str) -> None:
    own_ids = {dossier, *_row_ids(connection, dossier)}
    projections.take_out(connection, dossier)
    connection.execute("DELETE FROM concepttekst WHERE dossier=?", (dossier,))
    # Who did what and when stays, for whoever answers for it; with whom it had to do does not (BIO2 8.15).
    # What a receiver has of it by ids alone: of no use without it.
    connection.execute("DELETE FROM sent WHERE dossier=?", (dossier,))
    for table in ("access_log", "export_log"):
        connection.execute(f"UPDATE {table} SET dossier='' WHERE dossier=?", (dossier,))
    _forget_settings(connection, own_ids)


def _row_ids(connection: Connection, dossier: str) -> set[str]:
    return {found for subject in entries.subjects(connection, dossier) for found in _ROW.findall(subject)}


def _forget_settings(connection: Connection, ids: set[str]) -> None:
    """What was remembered beside the entries: by a key that names the dossier, or in a list of such keys."""
    for sleutel, waarde in connection.execute("SELECT sleutel, waarde FROM setting").fetchall():
        if ids.intersection(sleutel.split()):
            connection.execute("DELETE FROM setting WHERE sleutel=?", (sleutel,))
        elif any(id in waarde for id in ids):
            kept = _without(waarde, ids)
            connection.execute("UPDATE setting SET waarde=? WHERE sleutel=?", (kept, sleutel))


def _without(waarde: str, ids: set[str]) -> str:
    try:
        found = json.loads(waarde)
    except ValueError:
        return ""
    if not isinstance(found, dict):
        return ""
    return json.dumps({k: v for k, v in found.items() if not any(id in f"{k} {v}" for id in ids)})

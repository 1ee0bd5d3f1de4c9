"""What is derived from the entries and kept for speed: the place of each in its subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from intake_assistant.domain.dossier import GONE, LOST, Leaf, Row, leaf_of
from intake_assistant.domain.entry import Entry
from intake_assistant.domain.kinds import is_frozen
from intake_assistant.domain.opvolging import FIRST, LEAF, Opvolging, missing, places
from intake_assistant.errors import KnownError
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.engine import schema
from intake_assistant.storage.engine.connection import Connection, read_at_once
from intake_assistant.storage.entries import anew, blobs, drawers, entries, numbers
from intake_assistant.storage.entries.stored import Stored, erased_targets, step_in

# Each column takes as long as the next, whatever is in it.
_STATE = f"p_gewist*{GONE} + (body IS NULL AND salt IS NOT NULL)*{LOST}"
_ROW = f"""subject, counter, id, p_leaf + {_STATE}, op, device, author, replaces,
  CASE WHEN p_leaf & {LEAF} THEN body END, gesprek"""
_EVERY = f"subject, counter, id, {LEAF} + {_STATE}, op, device, author, replaces, body, gesprek"
# `Row._make` without the steps of it that are Python: hundreds are made when a dossier is opened.
_row: Callable[[tuple[Any, ...]], Row] = partial(tuple.__new__, Row)


def append(connection: Connection, entry: Entry, replaced: tuple[Leaf, ...]) -> None:
    """Add an entry that was just made here, knowing the leaves that it replaces."""
    entries.insert(connection, entry, LEAF if replaced else LEAF | FIRST)
    dossier = entry.header.dossier
    here = entries.make_shelf(connection, dossier)
    # What was frozen stands beside what comes later, here as where it is merged.
    if replaced and not is_frozen(entry.header.subject):
        sql = f"UPDATE {here.table} SET p_leaf=p_leaf & {FIRST} WHERE dossier=? AND counter=? AND id=?"
        keys = [(here.nr, leaf.counter, bytes.fromhex(leaf.id)) for leaf in replaced]
        connection.executemany(sql, keys)
    blobs.note_named(connection, here.nr, [entry.body])
    _note_one_more(connection, here.nr)


def _note_one_more(connection: Connection, nr: int) -> None:
    """The overview and the search index are behind from now on; how many there are tells if any get lost."""
    one_more = "ON CONFLICT DO UPDATE SET aantal=aantal+1, vers=0, gezocht=0"
    connection.execute(f"INSERT INTO p_dossier VALUES(?,0,0,1,0,0) {one_more}", (nr,))


def derive(connection: Connection, dossier: str) -> bool:
    """Derive what is derived of a dossier anew, and destroy the values that were erased (AVG 16, 17).

    Returns whether any was still there.
    """
    rows, kept = entries.read_placed(connection, dossier)
    steps = [*map(step_in, rows)]
    gone = erased_targets(rows)
    destroyed = entries.erase_values(connection, dossier, gone)
    if destroyed:
        drawers.rewrite(connection, dossier)
        anew.write_beside_anew(connection)
    here = entries.make_shelf(connection, dossier)
    connection.executemany(
        f"UPDATE {here.table} SET p_leaf=?, p_gewist=? WHERE dossier={here.nr} AND counter=? AND id=?",
        out_of_place(steps, rows, kept, gone),
    )
    _note(connection, here.nr, rows, gone)
    return destroyed


def derive_added(connection: Connection, dossier: str, rows: list[Stored]) -> bool:
    """The same of a dossier in which `entries.union` changed something, and what it gave with it."""
    if not rows or erased_targets(rows):
        return derive(connection, dossier)
    _note(connection, rows[0].dossier, rows, set())
    return False


def _note(connection: Connection, nr: int, rows: list[Stored], gone: set[bytes]) -> None:
    # Each time another number: who made the line of the list meanwhile is told that it changed.
    again = "onvolledig=?2, wissend=?3, aantal=?4, vers=min(vers,0)-1, gezocht=0"
    sql = f"INSERT INTO p_dossier VALUES(?1,?2,?3,?4,0,0) ON CONFLICT DO UPDATE SET {again}"
    connection.execute(sql, (nr, *facts_of([*map(step_in, rows)], gone)))
    blobs.forget_named(connection, nr)
    blobs.note_named(connection, nr, (row.body for row in rows if row.id not in gone))


def facts_of(steps: list[Opvolging], gone: set[bytes]) -> tuple[int, int, int]:
    """Whether an entry replaces one that nobody sent, whether one erases another, and how many there are."""
    return int(bool(missing(steps))), int(bool(gone)), len(steps)


def out_of_place(
    steps: list[Opvolging], rows: list[Stored], kept: list[int], gone: set[bytes]
) -> Iterator[tuple[int, int, int, bytes]]:
    """The place, and whether it was erased, of each entry of which something else is kept than these give."""
    standing = places(steps)
    for row, place in zip(rows, kept, strict=True):
        wanted = (standing[row.id], int(row.id in gone))
        if wanted != (place, row.is_erased):
            yield *wanted, row.counter, row.id


def rebuild_all(connection: Connection, progress: Progress = UNWATCHED) -> None:
    """Drop every projection and make it again, dossier by dossier."""
    drawers.drop_all(connection)
    for statement in schema.statements(schema.DROP_PROJECTIONS + schema.PROJECTIONS):
        connection.execute(statement)
    for dossier in progress.each(entries.dossiers(connection)):
        derive(connection, dossier)


def take_out(connection: Connection, dossier: str) -> None:
    """Take all entries of a dossier, and what is derived of them, out of the database."""
    nr = numbers.find(connection, numbers.DOSSIER, dossier)
    if nr is None:
        return
    connection.execute("DELETE FROM p_dossier WHERE nr=?", (nr,))
    blobs.forget_named(connection, nr)
    drawers.rewrite(connection, dossier)
    entries.take_away(connection, dossier)


def read_rows(connection: Connection, dossier: str) -> list[Row]:
    """The rows of a dossier that still matter: one range read."""
    here = entries.shelf_of(connection, dossier)
    if here is None:
        return []
    # One that was replaced is asked for only where it says in which order the rows of a list stand.
    which = f"(p_leaf & {LEAF} OR p_leaf>0 AND instr(subject, '['))"
    return _rows(connection, dossier, f"SELECT {_ROW} FROM {here.rows} AND {which}")


def read_every_row(connection: Connection, dossier: str) -> list[Row]:
    """The rows of all entries of a dossier, each as if nothing replaced it: one range read."""
    here = entries.shelf_of(connection, dossier)
    return [] if here is None else _rows(connection, dossier, f"SELECT {_EVERY} FROM {here.rows}")


def _rows(connection: Connection, dossier: str, sql: str, *parameters: str) -> list[Row]:
    return list(map(_row, read_at_once(connection, sql, parameters, dossier)))


def read_leaves(connection: Connection, dossier: str, subject: str) -> tuple[Leaf, ...]:
    """The leaves of one subject, ordered by (counter, id); KnownError `vault.damaged`."""
    here = entries.shelf_of(connection, dossier)
    if here is None:
        return ()
    sql = f"SELECT {_ROW} FROM {here.rows} AND subject=? AND p_leaf & {LEAF} ORDER BY counter, id"
    rows = _rows(connection, dossier, sql, subject)
    known = numbers.names(connection) if rows else {}
    try:
        return tuple(leaf_of(row, known) for row in rows)
    except (KeyError, ValueError) as error:
        raise KnownError("vault.damaged", pad=dossier, oorzaak="nummer") from error


def dossiers_with_erasing(connection: Connection) -> list[str]:
    """The dossiers in which a value was erased."""
    known = numbers.dossiers(connection)
    found = connection.execute("SELECT nr FROM p_dossier WHERE wissend=1").fetchall()
    return sorted(known[nr] for (nr,) in found if nr in known)


def dump(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """The content of every projection but the index, by the ids that are the same in every vault."""
    known = numbers.dossiers(connection)
    sql = "SELECT nr, onvolledig, wissend, aantal, max(vers, 0) FROM p_dossier"
    facts = {nr: rest for nr, *rest in connection.execute(sql).fetchall()}
    found: dict[str, list[tuple[Any, ...]]] = {"p_leaf": [], "p_dossier": [], "p_blob": []}
    for nr, dossier in known.items():
        placed = connection.execute(
            f"SELECT counter, id, p_leaf, p_gewist FROM {entries.shelf(nr).rows}"
        ).fetchall()
        found["p_leaf"] += [(dossier, *row) for row in placed]
        found["p_blob"] += [(dossier, sha256) for sha256 in sorted(blobs.named_by(connection, dossier))]
        found["p_dossier"] += [(dossier, *facts[nr])] if nr in facts else []
    return {**found, "p_overzicht": drawers.dump(connection, known)}

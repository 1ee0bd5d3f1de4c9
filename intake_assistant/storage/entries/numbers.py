"""Numbers for what stands in many rows: of this vault alone, never sent and never used again (design 2)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from intake_assistant.storage.engine.connection import Connection

KINDS = DOSSIER, DEVICE, AUTHOR = "dossier", "device", "author"
_MOST_KNOWN = 64
"""So many are remembered: those of who is at hand, not of everybody."""


def number_of(connection: Connection, soort: str, naam: str) -> int:
    """The number of a dossier, device or author; a new one when it has none."""
    found = find(connection, soort, naam)
    if found is not None:
        return found
    connection.execute("INSERT INTO number(soort, naam) VALUES(?,?)", (soort, naam))
    return int(connection.execute("SELECT last_insert_rowid()").fetchone()[0])


def find(connection: Connection, soort: str, naam: str) -> int | None:
    """The number of a dossier, device or author; None when it has none."""
    found = connection.known.get((soort, naam))
    return _look_up(connection, soort, naam) if found is None else found


def _look_up(connection: Connection, soort: str, naam: str) -> int | None:
    sql = "SELECT nr FROM number WHERE soort=? AND naam=?"
    row = connection.execute(sql, (soort, naam)).fetchone()
    if row is None:
        return None
    if len(connection.known) >= _MOST_KNOWN:
        connection.known.clear()
    connection.known[soort, naam] = int(row[0])
    return int(row[0])


def named(connection: Connection, wanted: Iterable[int]) -> dict[int, str]:
    """What some numbers stand for; of one that is nothing no name."""
    sql = "SELECT nr, naam FROM number WHERE nr IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(sql, (json.dumps([*wanted]),)).fetchall())


def names(connection: Connection) -> dict[int, str]:
    """The names of all devices and authors, by their number."""
    # One stretch of the index; for a list the engine would make one of its own, at eight times the cost.
    sql = "SELECT nr, naam FROM number WHERE soort BETWEEN ? AND ?"
    return dict(connection.execute(sql, (AUTHOR, DEVICE)).fetchall())


def dossiers(connection: Connection) -> dict[int, str]:
    """The ids of all dossiers, by their number."""
    sql = "SELECT nr, naam FROM number WHERE soort=? ORDER BY naam"
    return dict(connection.execute(sql, (DOSSIER,)).fetchall())


def forget(connection: Connection, nr: int) -> None:
    """Take a number away; nothing bears it again."""
    connection.execute("DELETE FROM number WHERE nr=?", (nr,))
    connection.known.clear()

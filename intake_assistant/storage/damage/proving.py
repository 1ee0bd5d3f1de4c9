"""What was found in pages becomes entries: of which dossier, device and author a row is, its own id proves.

A row names them by number only, and its table may be gone; so whoever gives the id is the one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from intake_assistant.domain.dossier import presence_of
from intake_assistant.domain.entry import Entry, Header, entry_id, header_bytes, value_hash
from intake_assistant.domain.opvolging import LEAF
from intake_assistant.progress import Progress
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import entries, numbers
from intake_assistant.storage.entries.stored import Stored, header_of

# So many rows are in memory.
_AT_ONCE: Final = 100
# What is found, before anything is proved: one entry may have been read from several pages.
FOUND: Final = """
CREATE TABLE found(nr INTEGER PRIMARY KEY, dossier, counter, id, p_leaf, p_gewist, op, device, author,
  gesprek, subject, replaces, value_hash, salt, body);
CREATE TABLE found_number(nr INTEGER, soort TEXT, naam TEXT, PRIMARY KEY(nr, soort, naam)) WITHOUT ROWID;
CREATE TABLE found_naam(nr INTEGER PRIMARY KEY, naam TEXT);
CREATE TABLE found_aantal(nr INTEGER PRIMARY KEY, aantal INTEGER);
CREATE TABLE naam(dossier TEXT PRIMARY KEY, naam TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE valueless(id BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE aantal(dossier TEXT PRIMARY KEY, aantal INTEGER) WITHOUT ROWID;
"""
# Where those stand too of which the number is lost.
_NAMED_ELSEWHERE: Final = {
    numbers.DOSSIER: """SELECT dossier FROM concepttekst UNION SELECT dossier FROM access_log
      UNION SELECT dossier FROM export_log""",
    numbers.DEVICE: "SELECT id FROM device",
    numbers.AUTHOR: """SELECT naam FROM device UNION SELECT wie FROM access_log
      UNION SELECT wie FROM export_log""",
}


class _Names:
    """Who may bear a number."""

    def __init__(self) -> None:
        self.by_number: dict[tuple[str, int], list[str]] = {}
        self.of_kind: dict[str, list[str]] = {soort: [] for soort in numbers.KINDS}

    def add(self, soort: str, nr: int, naam: str) -> None:
        """Note that somebody bore a number."""
        self.by_number.setdefault((soort, nr), []).append(naam)
        self.of_kind[soort].append(naam)

    def headers(self, row: Stored) -> Iterator[Header]:
        """Every header that a row may be of, the likeliest first."""
        asked = ((numbers.DOSSIER, row.dossier), (numbers.DEVICE, row.device), (numbers.AUTHOR, row.author))
        # A number of which nothing is left may be anybody's.
        bearing = (self.by_number.get(who) or self.of_kind[who[0]] for who in asked)
        for dossier, device, author in itertools.product(*bearing):
            yield header_of(row, dossier, {row.device: device, row.author: author})


def prove(connection: Connection, progress: Progress) -> None:
    """Make an entry of every row whose columns give its id, with the value that its hash proves."""
    names = _names(connection)
    last = connection.execute("SELECT max(nr) FROM found").fetchone()[0] or 0
    for first in progress.each(range(0, last + 1, _AT_ONCE)):
        sql = "SELECT * FROM found WHERE nr>? AND nr<=? ORDER BY nr"
        for _, dossier, counter, id, place, erased, *rest in connection.execute(
            sql, (first, first + _AT_ONCE)
        ).fetchall():
            _keep(connection, Stored(dossier, counter, id, erased, *rest), place, names)
    sql = "SELECT naam, aantal FROM found_aantal JOIN found_number USING (nr) WHERE soort=?"
    connection.execute(f"INSERT OR IGNORE INTO aantal {sql}", (numbers.DOSSIER,))
    for table in ("found", "found_number", "found_naam", "found_aantal"):
        connection.execute(f"DELETE FROM {table}")


def _names(connection: Connection) -> _Names:
    names = _Names()
    for nr, soort, naam in connection.execute("SELECT nr, soort, naam FROM found_number").fetchall():
        names.add(soort, nr, naam)
        if soort == numbers.DOSSIER:
            called = (
                "INSERT OR REPLACE INTO naam SELECT ?, coalesce((SELECT naam FROM found_naam WHERE nr=?), '')"
            )
            connection.execute(called, (naam, nr))
    for soort, sql in _NAMED_ELSEWHERE.items():
        elsewhere = {naam for (naam,) in connection.execute(sql).fetchall() if naam}
        names.of_kind[soort] += sorted(elsewhere - set(names.of_kind[soort]))
    return names


def _keep(connection: Connection, row: Stored, place: int, names: _Names) -> None:
    id = row.id.hex()
    header = next((h for h in _readable(names, row) if entry_id(header_bytes(h)) == id), None)
    if header is None:
        return
    is_here = row.body is not None and row.salt is not None and not row.is_erased
    is_proved = is_here and value_hash(row.salt or b"", row.body or b"") == header.value_hash
    presence = presence_of(is_erased=bool(row.is_erased), is_here=is_proved, is_lost=row.salt is not None)
    here = entries.make_shelf(connection, header.dossier)
    key = (row.counter, row.id)
    sql = f"SELECT p_gewist FROM {here.rows} AND counter=? AND id=?"
    found = connection.execute(sql, key).fetchone()
    if found is None:
        entry = Entry(id, header, presence, row.salt or b"", row.body or b"")
        entries.insert(connection, entry, place)
    elif is_proved and not found[0]:
        sql = f"UPDATE {here.table} SET salt=?, body=? WHERE dossier={here.nr} AND counter=? AND id=?"
        connection.execute(sql, (row.salt, row.body, *key))
    if is_here and not is_proved:
        connection.execute("INSERT OR IGNORE INTO valueless VALUES(?)", (row.id,))
    _note_state(connection, here, row, place)


def _note_state(connection: Connection, here: entries.Shelf, row: Stored, place: int) -> None:
    """What was replaced or erased once is so for ever, whatever an older page says."""
    changes = [f"p_leaf=p_leaf & ~{LEAF}"] if not place & LEAF else []
    changes += ["p_gewist=1, salt=NULL, body=NULL"] if row.is_erased else []
    for change in changes:
        sql = f"UPDATE {here.table} SET {change} WHERE dossier=? AND counter=? AND id=?"
        connection.execute(sql, (here.nr, row.counter, row.id))


def _readable(names: _Names, row: Stored) -> Iterator[Header]:
    try:
        yield from names.headers(row)
    except (ValueError, OverflowError):  # a page that was altered holds anything
        return

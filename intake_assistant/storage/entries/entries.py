"""Entries in the database: added, read in one range, erased; never changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from intake_assistant.domain.entry import Entry, Presence, erased_target, is_sound, read_header
from intake_assistant.storage.engine.connection import Connection

_COLUMNS = """SELECT e.id, e.header, v.presence, v.salt, v.body FROM entry e
  LEFT JOIN value v ON v.dossier = e.dossier AND v.counter = e.counter AND v.id = e.id"""


def insert(connection: Connection, entry: Entry) -> None:
    """Add an entry that is not there yet."""
    h = entry.header
    connection.execute("INSERT INTO entry VALUES(?,?,?,?)", (h.dossier, h.counter, entry.id, entry.raw))
    connection.execute("INSERT INTO value VALUES(?,?,?,?,?,?)", _value_row(entry))


def union(connection: Connection, entries: Iterable[Entry]) -> set[str]:
    """Add what is new of some entries; returns the dossiers in which anything changed.

    An erased value never comes back, and a value that was withheld is filled in when it arrives (design 2).
    """
    changed: set[str] = set()
    for entry in entries:
        if _add(connection, _without_claim(entry)):
            changed.add(entry.header.dossier)
    for dossier in changed:
        carry_out_erasures(connection, dossier)
    return changed


def _add(connection: Connection, entry: Entry) -> bool:
    h = entry.header
    key = (h.dossier, h.counter, entry.id)
    found = connection.execute(
        "SELECT presence FROM value WHERE dossier=? AND counter=? AND id=?", key
    ).fetchone()
    if found is None:
        insert(connection, entry)
        return True
    if found[0] == Presence.ERASED or entry.presence == found[0] or entry.presence is Presence.WITHHELD:
        return False
    connection.execute("DELETE FROM value WHERE dossier=? AND counter=? AND id=?", key)
    connection.execute("INSERT INTO value VALUES(?,?,?,?,?,?)", _value_row(entry))
    return True


def _without_claim(entry: Entry) -> Entry:
    """An erased value as one that was not sent: erasing entries decide what is erased, not a sender."""
    return replace(entry, presence=Presence.WITHHELD) if entry.presence is Presence.ERASED else entry


def carry_out_erasures(connection: Connection, dossier: str) -> None:
    """Destroy value and salt of each entry for which an erasing entry is known (AVG 16, 17)."""
    for entry in read_all(connection, dossier):
        target = erased_target(entry.header.subject)
        if target:
            connection.execute(
                "UPDATE value SET presence=?, salt=NULL, body=NULL WHERE dossier=? AND id=?",
                (Presence.ERASED.value, dossier, target),
            )


def read_all(connection: Connection, dossier: str) -> list[Entry]:
    """The entries of a dossier in the order (counter, id)."""
    rows = connection.execute(f"{_COLUMNS} WHERE e.dossier=? ORDER BY e.counter, e.id", (dossier,)).fetchall()
    return [_entry(row) for row in rows]


def gravestones(connection: Connection) -> set[str]:
    """The dossiers that were erased here."""
    return {row[0] for row in connection.execute("SELECT dossier FROM tombstone")}


def highest_counter(connection: Connection, dossier: str) -> int:
    """The highest counter of a dossier, 0 when it has no entries."""
    found = connection.execute("SELECT max(counter) FROM entry WHERE dossier=?", (dossier,)).fetchone()
    return int(found[0] or 0)


def dossiers(connection: Connection) -> list[str]:
    """The ids of all dossiers, sorted."""
    return [row[0] for row in connection.execute("SELECT DISTINCT dossier FROM entry ORDER BY dossier")]


def all_ids(connection: Connection) -> list[str]:
    """The ids of all entries."""
    return [row[0] for row in connection.execute("SELECT id FROM entry")]


def unsound(connection: Connection, dossier: str) -> list[str]:
    """The ids of entries that cannot be read, stand in another's place, or do not fit their id."""
    rows = connection.execute(f"{_COLUMNS} WHERE e.dossier=? ORDER BY e.id", (dossier,))
    return [row[0] for row in rows if not _is_sound(row, dossier)]


def _is_sound(row: tuple[str, bytes, str, bytes | None, bytes | None], dossier: str) -> bool:
    try:
        entry = _entry(row)
        return is_sound(entry) and entry.header.dossier == dossier
    except (ValueError, TypeError):
        return False


def _entry(row: tuple[str, bytes, str, bytes | None, bytes | None]) -> Entry:
    id, raw, presence, salt, body = row
    return Entry(id, read_header(raw), raw, Presence(presence), salt or b"", body or b"")


def _value_row(entry: Entry) -> tuple[str, int, str, str, bytes | None, bytes | None]:
    h = entry.header
    present = entry.presence is Presence.PRESENT
    return (
        h.dossier,
        h.counter,
        entry.id,
        entry.presence.value,
        entry.salt if present else None,
        entry.body if present else None,
    )

"""Entries in the database: added, read in one range, erased; never changed.

Each dossier has a table of its own. The engine leaves pieces of rows in the gaps of a page whose rows it
rearranged, and clears a page only when it gives it back whole: so what is erased is gone with its table, at
the cost of one dossier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from intake_assistant.domain.dossier import ids_in, presence_of
from intake_assistant.domain.entry import (
    Entry,
    Header,
    Presence,
    entry_id,
    header_bytes,
    moment_number,
    moment_text,
    refuse_unwritable,
    value_hash,
)
from intake_assistant.domain.kinds import erased_target
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import numbers

COLUMNS = (
    "counter INTEGER NOT NULL, id BLOB NOT NULL, p_leaf INTEGER NOT NULL, p_gewist INTEGER NOT NULL, "
    "dossier INTEGER NOT NULL, op INTEGER NOT NULL, device INTEGER NOT NULL, author INTEGER NOT NULL, "
    "gesprek TEXT NOT NULL, subject TEXT NOT NULL, replaces BLOB, value_hash BLOB NOT NULL, salt BLOB, "
    "body BLOB, PRIMARY KEY(counter, id)"
)
_MARKS = ",".join("?" * 14)
_READ = (
    "counter, id, p_gewist, dossier, op, device, author, gesprek, subject, replaces, value_hash, salt, body"
)


class Stored(NamedTuple):
    """An entry in the columns of its row; what is derived of it left out."""

    counter: int
    id: bytes
    is_erased: int
    dossier: int
    """Its table says so too; when that is gone, this is what is left of it."""
    op: int
    device: int
    author: int
    gesprek: str
    subject: str
    replaces: bytes | None
    value_hash: bytes
    salt: bytes | None
    body: bytes | None


def table(nr: int) -> str:
    """The table of a dossier, by its number."""
    return f"entry_{nr}"


def table_of(connection: Connection, dossier: str) -> str | None:
    """The table of a dossier; None when it has no entries."""
    nr = numbers.find(connection, numbers.DOSSIER, dossier)
    return None if nr is None else table(nr)


def has_table(connection: Connection, name: str) -> bool:
    """Whether there is a table of this name."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name=?", (name,)).fetchone() is not None


def make_table(connection: Connection, dossier: str) -> str:
    """The table of a dossier, made when it has none yet."""
    found = table_of(connection, dossier)
    if found:
        return found
    made = table(numbers.number_of(connection, numbers.DOSSIER, dossier))
    connection.execute(f"CREATE TABLE {made}({COLUMNS}) WITHOUT ROWID, STRICT")
    return made


def drop_table(connection: Connection, dossier: str) -> None:
    """Take away all entries of a dossier; every page they stood on is cleared."""
    nr = numbers.find(connection, numbers.DOSSIER, dossier)
    if nr is not None:
        connection.execute(f"DROP TABLE IF EXISTS {table(nr)}")
        numbers.forget(connection, nr)


def insert(connection: Connection, entry: Entry, place: int = 0) -> None:
    """Add an entry that is not there yet, with its place in its subject.

    KnownError `entry.unsound` when its columns would not give its id.
    """
    here = make_table(connection, entry.header.dossier)
    row, h = _stored(connection, entry), entry.header
    if _id(row, h.dossier, {row.device: h.device, row.author: h.author}) != row.id:
        raise KnownError("entry.unsound", entry=entry.id[:12])
    connection.execute(f"INSERT INTO {here} VALUES({_MARKS})", (*row[:2], place, *row[2:]))


def union(connection: Connection, entries: Iterable[Entry]) -> set[str]:
    """Add what is new of some entries; returns the dossiers in which anything changed.

    An erased value never comes back, and a value that was withheld is filled in when it arrives (design 2).
    What is derived is not brought up to it.
    """
    return {entry.header.dossier for entry in entries if _add(connection, entry)}


def _add(connection: Connection, entry: Entry) -> bool:
    here = make_table(connection, entry.header.dossier)
    key = (entry.header.counter, bytes.fromhex(entry.id))
    sql = f"SELECT p_gewist, body IS NULL FROM {here} WHERE counter=? AND id=?"
    found = connection.execute(sql, key).fetchone()
    if found is None:
        # That a value was erased is decided by erasing entries, not by who sends it.
        insert(connection, entry)
        return True
    is_erased, is_missing = found
    if is_erased or not is_missing or entry.presence is not Presence.PRESENT:
        return False
    sql = f"UPDATE {here} SET salt=?, body=? WHERE counter=? AND id=?"
    connection.execute(sql, (entry.salt, entry.body, *key))
    return True


def erase_values(connection: Connection, dossier: str, targets: Iterable[bytes]) -> bool:
    """Destroy value and salt of entries (AVG 16, 17); returns whether anything was still there.

    Of what was there no page keeps a piece: the table is written anew.
    """
    here, gone = table_of(connection, dossier), set(targets)
    if here is None or not gone:
        return False
    rows = connection.execute(f"SELECT * FROM {here}").fetchall()
    if not any(row[1] in gone and (row[-1] is not None or not row[3]) for row in rows):
        return False
    connection.execute(f"DROP TABLE {here}")
    connection.execute(f"CREATE TABLE {here}({COLUMNS}) WITHOUT ROWID, STRICT")
    put_rows(connection, here, (_erased(row) if row[1] in gone else row for row in rows))
    return True


def put_rows(connection: Connection, here: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Put whole rows in the table of a dossier."""
    connection.executemany(f"INSERT INTO {here} VALUES({_MARKS})", rows)


def _erased(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*row[:3], 1, *row[4:-2], None, None)


def read_all(connection: Connection, dossier: str) -> list[Entry]:
    """The entries of a dossier in the order (counter, id); KnownError `vault.damaged`."""
    known = numbers.names(connection)
    try:
        return [_entry(row, dossier, known) for row in read_stored(connection, dossier)]
    except (KeyError, ValueError) as error:
        raise KnownError("vault.damaged", pad=dossier, oorzaak="nummer") from error


def read_stored(connection: Connection, dossier: str) -> list[Stored]:
    """The rows of a dossier in the order (counter, id)."""
    here = table_of(connection, dossier)
    if here is None:
        return []
    return list(map(Stored._make, connection.execute(f"SELECT {_READ} FROM {here} ORDER BY counter, id")))


def gravestones(connection: Connection) -> set[str]:
    """The dossiers that were erased here."""
    return {row[0] for row in connection.execute("SELECT dossier FROM tombstone")}


def highest_counter(connection: Connection, dossier: str) -> int:
    """The highest counter of a dossier, 0 when it has no entries."""
    here = table_of(connection, dossier)
    return int(connection.execute(f"SELECT max(counter) FROM {here}").fetchone()[0] or 0) if here else 0


def dossiers(connection: Connection) -> list[str]:
    """The ids of all dossiers, sorted."""
    return list(numbers.dossiers(connection).values())


def all_ids(connection: Connection) -> Iterator[str]:
    """The ids of all entries."""
    for nr in numbers.dossiers(connection):
        for (id,) in connection.execute(f"SELECT id FROM {table(nr)}").fetchall():
            yield id.hex()


def unsound(connection: Connection, dossier: str, rows: Iterable[Stored]) -> list[str]:
    """The ids of the rows of a dossier that cannot be read, stand elsewhere, or do not fit their id."""
    known, nr = numbers.names(connection), numbers.find(connection, numbers.DOSSIER, dossier)
    return sorted(row.id.hex() for row in rows if row.dossier != nr or not _is_sound(row, dossier, known))


def _is_sound(row: Stored, dossier: str, known: Mapping[int, str]) -> bool:
    try:
        if _id(row, dossier, known) != row.id:
            return False
        return row.body is None or value_hash(row.salt or b"", row.body) == row.value_hash.hex()
    except (ValueError, KeyError):
        return False


def _entry(row: Stored, dossier: str, known: Mapping[int, str]) -> Entry:
    presence = presence_of(is_erased=bool(row.is_erased), is_here=row.body is not None)
    return Entry(row.id.hex(), header_of(row, dossier, known), presence, row.salt or b"", row.body or b"")


def header_of(row: Stored, dossier: str, known: Mapping[int, str]) -> Header:
    """The header of a row; KeyError when a number has no name, ValueError when it is none."""
    return Header(
        dossier=dossier,
        device=known[row.device],
        counter=row.counter,
        vastgelegd_op=moment_text(row.op),
        author=known[row.author],
        gesprek=row.gesprek,
        subject=row.subject,
        replaces=tuple(id.hex() for id in ids_in(row.replaces)),
        value_hash=row.value_hash.hex(),
    )


def _id(row: Stored, dossier: str, known: Mapping[int, str]) -> bytes:
    return bytes.fromhex(entry_id(header_bytes(header_of(row, dossier, known))))


def _stored(connection: Connection, entry: Entry) -> Stored:
    h = entry.header
    try:
        refuse_unwritable(h)
    except ValueError as error:
        raise KnownError("entry.unsound", entry=entry.id[:12]) from error
    is_here = entry.presence is Presence.PRESENT
    return Stored(
        counter=h.counter,
        id=bytes.fromhex(entry.id),
        is_erased=0,
        dossier=numbers.number_of(connection, numbers.DOSSIER, h.dossier),
        op=moment_number(h.vastgelegd_op),
        device=numbers.number_of(connection, numbers.DEVICE, h.device),
        author=numbers.number_of(connection, numbers.AUTHOR, h.author),
        gesprek=h.gesprek,
        subject=h.subject,
        replaces=bytes.fromhex("".join(h.replaces)) or None,
        value_hash=bytes.fromhex(h.value_hash),
        salt=entry.salt if is_here else None,
        body=entry.body if is_here else None,
    )


def erased_targets(rows: Iterable[Stored]) -> set[bytes]:
    """The ids of the entries that the erasing ones among some rows erase."""
    found = (erased_target(row.subject) for row in rows)
    return {bytes.fromhex(target) for target in found if target}

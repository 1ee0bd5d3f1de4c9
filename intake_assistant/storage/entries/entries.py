"""Entries in the database: added, read in one range, erased; never changed.

A few dossiers have a table together. The engine leaves pieces of rows in the gaps of a page whose rows it
rearranged, and clears a page only when it gives it back whole: so what is erased is gone with its table,
which is written anew without it, at the cost of a few dossiers however many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from intake_assistant.domain.entry import (
    Entry,
    Presence,
    moment_number,
    refuse_unwritable,
)
from intake_assistant.domain.kinds import ERASING
from intake_assistant.domain.opvolging import places
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.connection import Connection, read_at_once
from intake_assistant.storage.entries import anew, numbers
from intake_assistant.storage.entries.stored import Stored, header_of, id_maker, step_in

TOGETHER = 8
"""How many dossiers have a table together: fewer make opening dearer, more make erasing dearer."""
COLUMNS = (
    "dossier INTEGER NOT NULL, counter INTEGER NOT NULL, id BLOB NOT NULL, p_leaf INTEGER NOT NULL, "
    "p_gewist INTEGER NOT NULL, op INTEGER NOT NULL, device INTEGER NOT NULL, author INTEGER NOT NULL, "
    "gesprek TEXT NOT NULL, subject TEXT NOT NULL, replaces BLOB, value_hash BLOB NOT NULL, salt BLOB, "
    "body BLOB, PRIMARY KEY(dossier, counter, id)"
)
_MARKS = ",".join("?" * 14)
_READ = ", ".join(Stored._fields).replace("is_erased", "p_gewist")
# `Stored._make` without the steps of it that are Python: a check and a rebuild make one of every row.
_stored_of: Callable[[tuple[Any, ...]], Stored] = partial(tuple.__new__, Stored)


class Shelf(NamedTuple):
    """Where the entries of a dossier stand: in which table, under which number."""

    table: str
    nr: int

    @property
    def rows(self) -> str:
        """The rows of the dossier, for behind FROM; goes on with AND."""
        return f"{self.table} WHERE dossier={self.nr}"


def shelf(nr: int) -> Shelf:
    """Where the entries of a dossier stand, by its number."""
    return Shelf(f"entry_{nr // TOGETHER}", nr)


def shelf_of(connection: Connection, dossier: str) -> Shelf | None:
    """Where the entries of a dossier stand; None when it has none."""
    nr = numbers.find(connection, numbers.DOSSIER, dossier)
    return None if nr is None else shelf(nr)


def has_table(connection: Connection, name: str) -> bool:
    """Whether there is a table of this name."""
    # Of what the engine has in mind: the list of all tables is long, and has no index.
    return connection.execute("SELECT 1 FROM pragma_table_info(?) LIMIT 1", (name,)).fetchone() is not None


def make_shelf(connection: Connection, dossier: str) -> Shelf:
    """Where the entries of a dossier stand; the table is made with the first."""
    found = shelf_of(connection, dossier)
    if found is None:
        found = shelf(numbers.number_of(connection, numbers.DOSSIER, dossier))
        _make_table(connection, found.table)
    return found


def tables(connection: Connection) -> list[str]:
    """The tables that hold entries."""
    sql = "SELECT name FROM sqlite_master WHERE type='table' AND name GLOB 'entry_[0-9]*' ORDER BY name"
    return [name for (name,) in connection.execute(sql).fetchall()]


def numbers_in_use(connection: Connection) -> Iterator[int]:
    """The number of each dossier that has entries, by these."""
    for name in tables(connection):
        # From one to the next by the index: to tell them apart otherwise every page is read.
        nr = -1
        while nr is not None:
            (nr,) = connection.execute(f"SELECT min(dossier) FROM {name} WHERE dossier>?", (nr,)).fetchone()
            if nr is not None:
                yield nr


def _make_table(connection: Connection, name: str) -> None:
    connection.execute(f"CREATE TABLE IF NOT EXISTS {name}({COLUMNS}) WITHOUT ROWID, STRICT")


def take_away(connection: Connection, dossier: str) -> None:
    """Take away all entries of a dossier; no page keeps a piece of them."""
    here = shelf_of(connection, dossier)
    if here is not None:
        if not anew.write_anew(connection, here.table, f"dossier<>{here.nr}"):
            connection.execute(f"DROP TABLE {here.table}")
        numbers.forget(connection, here.nr)


class _Standing(NamedTuple):
    """What is here of an entry."""

    is_erased: int
    is_missing: int
    is_withheld: int

    def lacks(self, entry: Entry) -> bool:
        """Whether another copy of it says more: an erased value never comes back."""
        says_more = entry.presence is Presence.PRESENT or self.is_withheld and entry.presence is Presence.LOST
        return bool(self.is_missing and not self.is_erased and says_more)


def insert(connection: Connection, entry: Entry, standing: int = 0) -> None:
    """Add an entry that is not there yet, with how it stands in its subject.

    KnownError `entry.unsound` when its columns would not give its id.
    """
    _refuse_unwritable(entry)
    here = make_shelf(connection, entry.header.dossier)
    _put(connection, here, _rows_of(connection, here, [entry]), {bytes.fromhex(entry.id): standing})


def _rows_of(connection: Connection, here: Shelf, new: list[Entry]) -> list[Stored]:
    """The rows of entries that are not there yet; KnownError `entry.unsound` as `insert`."""
    found = [e.header for e in new]
    # In their order: two laptops that are given the same number them alike.
    devices = _numbered(connection, numbers.DEVICE, dict.fromkeys(h.device for h in found))
    authors = _numbered(connection, numbers.AUTHOR, dict.fromkeys(h.author for h in found))
    named = {nr: naam for known in (devices, authors) for naam, nr in known.items()}
    made = id_maker(found[0].dossier, named)
    rows = []
    for entry in new:
        row = _stored(entry, here.nr, devices[entry.header.device], authors[entry.header.author])
        if made(row) != row.id:
            raise KnownError("entry.unsound", entry=entry.id[:12])
        rows.append(row)
    return rows


def _numbered(connection: Connection, soort: str, namen: Iterable[str]) -> dict[str, int]:
    return {naam: numbers.number_of(connection, soort, naam) for naam in namen}


def _put(connection: Connection, here: Shelf, rows: list[Stored], standing: Mapping[bytes, int]) -> None:
    placed = ((*row[:3], standing.get(row.id, 0), *row[3:]) for row in rows)
    connection.executemany(f"INSERT INTO {here.table} VALUES({_MARKS})", placed)


def union(
    connection: Connection, entries: Iterable[Entry], *, is_proved: bool = False
) -> dict[str, list[Stored]]:
    """Add what is new of some entries; returns the dossiers in which anything changed.

    With each its rows when it was not here before: these are all there are, and each knows its place.

    An erased value never comes back, and a value that was withheld is filled in when it arrives (design 2).
    That one was lost says more than that it was withheld, and less than what it said.
    What is derived is not brought up to it. With `is_proved` whether each can be kept was asked before.
    """
    of_dossier: dict[str, list[Entry]] = {}
    for entry in entries:
        if not is_proved:
            _refuse_unwritable(entry)
        of_dossier.setdefault(entry.header.dossier, []).append(entry)
    added = {dossier: _add(connection, dossier, sent) for dossier, sent in of_dossier.items()}
    return {dossier: rows for dossier, rows in added.items() if rows is not None}


def _add(connection: Connection, dossier: str, sent: list[Entry]) -> list[Stored] | None:
    """Add what is new of some entries of a dossier; None when nothing was, else as `union`."""
    here = make_shelf(connection, dossier)
    sql = f"SELECT id, p_gewist, body IS NULL, salt IS NULL FROM {here.rows}"
    known = {id.hex(): _Standing(*rest) for id, *rest in connection.execute(sql).fetchall()}
    is_first = not known
    new, more = list[Entry](), list[Entry]()
    for entry in sent:
        found = known.get(entry.id)
        if found is None or found.lacks(entry):
            (new if found is None else more).append(entry)
            # That a value was erased is decided by erasing entries, not by who sends it.
            salt, body = _value(entry)
            known[entry.id] = _Standing(0, body is None, salt is None)
    rows = _rows_of(connection, here, new) if new else []
    if new:
        # Of a dossier that was not here its entries alone say where each stands; of others `derive` does.
        _put(connection, here, rows, places(map(step_in, rows)) if is_first else {})
    if more:
        sql = f"UPDATE {here.table} SET salt=?, body=? WHERE dossier=? AND counter=? AND id=?"
        keys = [(here.nr, entry.header.counter, bytes.fromhex(entry.id)) for entry in more]
        values = [_value(entry) for entry in more]
        connection.executemany(sql, [(*v, *k) for v, k in zip(values, keys, strict=True)])
    if not new and not more:
        return None
    return rows if is_first and not more else []


def is_there(connection: Connection, entry: Entry) -> bool:
    """Whether an entry is here, with its value or without."""
    here = shelf_of(connection, entry.header.dossier)
    if here is None:
        return False
    key = (entry.header.counter, bytes.fromhex(entry.id))
    return connection.execute(f"SELECT 1 FROM {here.rows} AND counter=? AND id=?", key).fetchone() is not None


def _value(entry: Entry) -> tuple[bytes | None, bytes | None]:
    """Salt and body as they are kept: of what was lost an empty salt alone, of what was withheld neither."""
    if entry.presence is Presence.PRESENT:
        return entry.salt, entry.body
    return (b"" if entry.presence is Presence.LOST else None), None


def erase_values(connection: Connection, dossier: str, targets: Iterable[bytes]) -> bool:
    """Destroy value and salt of entries (AVG 16, 17); returns whether anything was still there.

    Of what was there no page keeps a piece: the table is written anew.
    """
    here, gone = shelf_of(connection, dossier), set(targets)
    if here is None or not gone:
        return False
    sql = f"SELECT id FROM {here.rows} AND (body IS NOT NULL OR NOT p_gewist)"
    todo = [id for (id,) in connection.execute(sql).fetchall() if id in gone]
    if todo:
        sql = f"UPDATE {anew.KEPT} SET p_gewist=1, salt=NULL, body=NULL WHERE dossier=? AND id=?"
        anew.write_anew(connection, here.table, changes=[(sql, (here.nr, id)) for id in todo])
    return bool(todo)


def read_all(connection: Connection, dossier: str, which: str = "1") -> list[Entry]:
    """The entries of a dossier, or some, in the order (counter, id); KnownError `vault.damaged`."""
    known = numbers.names(connection)
    try:
        return [_entry(row, dossier, known) for row in read_placed(connection, dossier, which)[0]]
    except (KeyError, ValueError) as error:
        raise KnownError("vault.damaged", pad=dossier, oorzaak="nummer") from error


def read_erasing(connection: Connection, dossier: str) -> list[Entry]:
    """What erases values in a dossier, and what was erased of it; as `read_all`."""
    return read_all(connection, dossier, f"(p_gewist OR instr(subject, '{ERASING}')=1)")


def read_placed(connection: Connection, dossier: str, which: str = "1") -> tuple[list[Stored], list[int]]:
    """The rows of a dossier, or some, in the order (counter, id), and the place that is kept of each."""
    here = shelf_of(connection, dossier)
    return ([], []) if here is None else read_shelf(connection, here, which)


def read_shelf(connection: Connection, here: Shelf, which: str = "1") -> tuple[list[Stored], list[int]]:
    """The same where it stands; KnownError `vault.damaged`."""
    pad, sql = f"{here.table} {here.nr}", f"SELECT {_READ}, p_leaf FROM {here.rows} AND {which}"
    found = read_at_once(connection, f"{sql} ORDER BY counter, id", pad=pad)
    rows = [_stored_of(row[:-1]) for row in found]
    if any("\0" in row.subject or "\0" in row.gesprek for row in rows):
        # Never written: so the engine gives a page of a long text that was altered.
        raise KnownError("vault.damaged", pad=pad, oorzaak="tekst")
    return rows, [row[-1] for row in found]


def read_stored(connection: Connection, dossier: str) -> list[Stored]:
    """The rows of a dossier in the order (counter, id)."""
    return read_placed(connection, dossier)[0]


def subjects(connection: Connection, dossier: str) -> list[str]:
    """The subject of each entry of a dossier."""
    here = shelf_of(connection, dossier)
    found = connection.execute(f"SELECT subject FROM {here.rows}").fetchall() if here else []
    return [subject for (subject,) in found]


def gravestones(connection: Connection) -> set[str]:
    """The dossiers that were erased here."""
    return {row[0] for row in connection.execute("SELECT dossier FROM tombstone")}


def highest_counter(connection: Connection, dossier: str) -> int:
    """The highest counter of a dossier, 0 when it has no entries."""
    here = shelf_of(connection, dossier)
    return int(connection.execute(f"SELECT max(counter) FROM {here.rows}").fetchone()[0] or 0) if here else 0


def dossiers(connection: Connection) -> list[str]:
    """The ids of all dossiers, sorted."""
    return list(numbers.dossiers(connection).values())


def all_ids(connection: Connection) -> Iterator[str]:
    """The ids of all entries."""
    for nr in numbers.dossiers(connection):
        for (id,) in connection.execute(f"SELECT id FROM {shelf(nr).rows}").fetchall():
            yield id.hex()


def ids_of(connection: Connection, dossier: str) -> set[bytes]:
    """The ids of the entries of one dossier; none when it is not there."""
    here = shelf_of(connection, dossier)
    if here is None:
        return set()
    return {id for (id,) in connection.execute(f"SELECT id FROM {here.rows}")}


def _entry(row: Stored, dossier: str, known: Mapping[int, str]) -> Entry:
    return Entry(row.id.hex(), header_of(row, dossier, known), row.presence, row.salt or b"", row.body or b"")


def _refuse_unwritable(entry: Entry) -> None:
    try:
        refuse_unwritable(entry.header)
    except ValueError as error:
        raise KnownError("entry.unsound", entry=entry.id[:12]) from error


def _stored(entry: Entry, nr: int, device: int, author: int) -> Stored:
    h = entry.header
    salt, body = _value(entry)
    return Stored(
        dossier=nr,
        counter=h.counter,
        id=bytes.fromhex(entry.id),
        is_erased=0,
        op=moment_number(h.vastgelegd_op),
        device=device,
        author=author,
        gesprek=h.gesprek,
        subject=h.subject,
        replaces=bytes.fromhex("".join(h.replaces)) or None,
        value_hash=bytes.fromhex(h.value_hash),
        salt=salt,
        body=body,
    )

"""What the engine itself needs for the same: the bare tables beside a vault, its own checks, its own copy."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from intake_assistant.domain.entry import Entry
from intake_assistant.operations.words.labels import labels_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import drawers, numbers, search

# As small as an entry can be kept: numbers for what recurs, bytes for what is a hash, clustered by dossier.
TABLE = """CREATE TABLE rij(
  dossier INTEGER, counter INTEGER, id BLOB, device INTEGER, author INTEGER, op INTEGER, gesprek TEXT,
  subject TEXT, replaces BLOB, hash BLOB, salt BLOB, body BLOB, leaf INTEGER,
  PRIMARY KEY(dossier, counter, id)) WITHOUT ROWID"""
INSERT = f"INSERT INTO rij VALUES({','.join('?' * 13)})"
_WORDS = "woorden"
SAMPLE = 40
"""Dossiers in the bare table: one is read, written and deleted the same in few as in many."""


class Bare:
    """One table in a database of its own, under the same key and the same pragmas."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._counters = itertools.count(1_000_000)
        self._dossiers = itertools.count()

    def insert(self) -> None:
        """One row, durable."""
        key = (SAMPLE, next(self._counters), os.urandom(32))
        said = ("", "taalniveau.nl_lezen@inburgeraar", b"", os.urandom(32), os.urandom(16), os.urandom(90))
        self._in_transaction(INSERT, (*key, 1, 1, 0, *said, 1))

    def read(self) -> list[tuple[object, ...]]:
        """The leaves of one dossier."""
        sql = "SELECT counter, id, subject, body FROM rij WHERE dossier=? AND leaf"
        return self.connection.execute(sql, (0,)).fetchall()

    def delete(self) -> None:
        """One dossier, out of the table and out of the log."""
        self._in_transaction("DELETE FROM rij WHERE dossier=?", (next(self._dossiers),))
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _in_transaction(self, sql: str, parameters: tuple[object, ...]) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute(sql, parameters)
        self.connection.execute("COMMIT")


@contextmanager
def beside(work: Workspace, path: Path) -> Iterator[Bare]:
    """The first dossiers of a vault in a bare table; gone afterwards."""
    _take_away(path)
    try:
        with closing(database.connect(path, bytes(work.vault.key), create=True)) as connection:
            connection.execute(TABLE)
            connection.execute("BEGIN IMMEDIATE")
            for number, dossier in enumerate(work.vault.dossiers()[:SAMPLE]):
                connection.executemany(INSERT, rows(number, work.vault.entries(dossier)))
            connection.execute("COMMIT")
            yield Bare(connection)
    finally:
        _take_away(path)


def rows(number: int, entries: list[Entry]) -> Iterator[tuple[object, ...]]:
    """The entries of a dossier as rows of the bare table."""
    replaced = {old for entry in entries for old in entry.header.replaces}
    for entry in entries:
        h = entry.header
        replaces = b"".join(bytes.fromhex(old) for old in h.replaces)
        yield (
            number, h.counter, bytes.fromhex(entry.id), 1, 1, h.counter, h.gesprek, h.subject, replaces,
            bytes.fromhex(h.value_hash), entry.salt, entry.body, int(entry.id not in replaced),
        )  # fmt: skip


def _take_away(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def copied_and_checked(work: Workspace, target: Path) -> None:
    """The engine's own copy of the vault, and both its checks of it."""
    with work.vault.reading() as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    try:
        with closing(database.connect_read_only(target, work.vault.key)) as copy:
            checked(copy)
    finally:
        target.unlink()


def checked(connection: Connection) -> None:
    """Both checks of the engine."""
    for check in ("cipher_integrity_check", "quick_check"):
        connection.execute(f"PRAGMA {check}").fetchall()


def all_rows(connection: Connection) -> int:
    """Read every row of what is not derived."""
    sql = r"SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'p\_%' ESCAPE '\'"
    tables = [row[0] for row in connection.execute(sql)]
    return sum(1 for table in tables for _ in connection.execute(f'SELECT * FROM "{table}"'))


@contextmanager
def indexed(work: Workspace, path: Path) -> Iterator[Connection]:
    """The words of all dossiers in one index, in a database of its own; gone afterwards."""
    _take_away(path)
    labels = labels_of(work)
    try:
        with closing(database.connect(path, bytes(work.vault.key), create=True)) as connection:
            connection.execute(f"CREATE VIRTUAL TABLE {_WORDS} USING fts5({drawers.SEARCH})")
            connection.execute("BEGIN IMMEDIATE")
            with work.vault.reading() as vault:
                for nr in numbers.dossiers(vault):
                    said = search.places_of(vault, nr, labels).items()
                    connection.executemany(f"INSERT INTO {_WORDS}(rowid, tekst) VALUES(?,?)", said)
            connection.execute("COMMIT")
            yield connection
    finally:
        _take_away(path)


def words_query(connection: Connection, words: str) -> Callable[[], object]:
    """The same words asked of the one index."""
    asked = " ".join(f'"{word}"' for word in words.split()) + "*"
    sql = f"SELECT rowid FROM {_WORDS} WHERE {_WORDS} MATCH ? ORDER BY rank LIMIT 50"
    return lambda: connection.execute(sql, (asked,)).fetchall()

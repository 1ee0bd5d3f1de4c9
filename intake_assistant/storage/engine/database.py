"""SQLCipher: the opening sequence, and its failures in our words (stack 2)."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant import crypto, safefile
from intake_assistant.errors import KnownError
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.engine import schema
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.engine.log import anything_counts, read_log

PLAIN_HEADER = b"SQLite format 3\0"
APPLICATION_ID = 0x49415631
TEMP_STORE_MEMORY = 2
LOG, JOURNAL = "-wal", "-journal"
"""What the engine adds to the name of a database for its log, and for what it would roll back."""
_NO_TABLE = "no such table"
_PAGE = re.compile(r"\bpage (\d+)")
_STATEMENTS = 5
"""The fewest that a connection can be told to keep.

Each holds some of the little room that the engine has at hand. Beyond that it asks the system for every bit,
locks it and wipes it: with ten kept, preparing another takes up to ten times as long.
"""
# A reader that takes no locks and cannot write sees the log too; an ordinary one writes it into the database
# when it closes, also a log of another vault, and destroys both.
_NO_LOCKS = "win32-none" if os.name == "nt" else "unix-none"

# A full disk comes as FULL, but under a quota or with no room for the log as IOERR (stack 2, *Disk full*); so
# does a stick that was pulled out, and a bad sector.
_CODES = {
    "SQLITE_FULL": "disk.full",
    "SQLITE_IOERR": "disk.failing",
    "SQLITE_READONLY": "vault.read_only",
    "SQLITE_CANTOPEN": "vault.read_only",
    "SQLITE_CORRUPT": "vault.damaged",
    "SQLITE_NOTADB": "vault.damaged",
    "SQLITE_BUSY": "vault.in_use",
    "SQLITE_LOCKED": "vault.in_use",
}


class Knowing(dbapi2.Connection):  # type: ignore[misc]  # the wheel carries no types
    """A connection that knows what was looked up by it."""

    def __init__(self, *args: object, **how: object) -> None:
        super().__init__(*args, **how)
        self.known: dict[tuple[str, str], int] = {}


class _KnownFailures:
    """Written out: as a generator it would take longer than much that is asked within it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, dbapi2.Error):
            told = _told(error, self._path)
            if told is not None:
                raise told from error
        elif isinstance(error, MemoryError):
            # So SQLCipher tells of a page that it cannot open, when it comes by it in a commit.
            raise KnownError("vault.damaged", pad=str(self._path), oorzaak="SQLITE_NOMEM") from error


def known_failures(path: Path) -> AbstractContextManager[None]:
    """Turn what the disk or another program does to the database into a KnownError."""
    return _KnownFailures(path)


def _told(error: Exception, path: Path) -> KnownError | None:
    name = str(getattr(error, "sqlite_errorname", ""))
    code = next((code for start, code in _CODES.items() if name.startswith(start)), "")
    if not code and _NO_TABLE not in str(error):
        return None
    if code == "disk.failing" and not name.endswith("READ") and safefile.is_full(path):
        code = "disk.full"
    # Every vault has each table that is asked for.
    return KnownError(code or "vault.damaged", pad=str(path), oorzaak=name)


def connect(path: Path, key: crypto.Key, *, create: bool = False) -> Connection:
    """An open connection; the order of these steps was measured (stack 2) and matters.

    Raises KnownError `vault.damaged` when the file is no database under this key, `vault.in_use` when another
    process has it.
    """
    connection = _connected(path, key, "mode=rwc") if create else connect_unprepared(path, key)
    try:
        prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_unprepared(path: Path, key: crypto.Key) -> Connection:
    """An open connection that can be read; `prepare` comes before the first change. Raises as `connect`."""
    refuse_plain(path)
    # The engine writes over a log that is no good, and so over what bears that name elsewhere.
    safefile.make_own(beside(path, LOG))
    return _connected(path, key, "mode=rw")


def connect_read_only(path: Path, key: crypto.Key) -> Connection:
    """An open connection that sees what stands in the log too and changes no byte of any file.

    Works in a folder that cannot be written. Nobody else may be writing. Raises as `connect`.
    """
    # A log of which nothing counts would be deleted on closing, though it may be all that is left.
    how = f"vfs={_NO_LOCKS}" if log_counts(path) else "immutable=1"
    return _connected_for_reading(path, key, how)


def connect_pages(path: Path, key: crypto.Key) -> Connection:
    """As `connect_read_only`, as if there were no log."""
    return _connected_for_reading(path, key, "immutable=1")


def _connected_for_reading(path: Path, key: crypto.Key, how: str) -> Connection:
    refuse_plain(path)
    return _connected(path, key, f"mode=ro&{how}")


def _connected(path: Path, key: crypto.Key, how: str) -> Connection:
    with known_failures(path):
        # One lock in Vault guards the connection, so a worker thread may use it too.
        connection: Connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?{how}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=0,
            cached_statements=_STATEMENTS,
            factory=Knowing,
        )
        try:
            connection.text_factory = _text_in(path)
            _unlock(connection, key)
        except BaseException:
            connection.close()
            raise
    return connection


def key_that_opens(path: Path, keys: Iterable[crypto.Key]) -> crypto.Key | None:
    """The first of some keys that opens a database, if any does."""
    for key in keys:
        try:
            connect_read_only(path, key).close()
        except KnownError as error:
            if error.code != "vault.damaged":
                raise
            continue
        return key
    return None


def _text_in(path: Path) -> Callable[[bytes], str]:
    """Reads a text of the database, where a NUL or what is no UTF-8 was never written.

    Of a page of a long text that was altered the engine first gives zeros, and tells only at the next page.
    """

    def read(raw: bytes) -> str:
        try:
            if b"\0" not in raw:
                return raw.decode()
        except UnicodeDecodeError:
            pass  # told below, without the text
        raise KnownError("vault.damaged", pad=str(path), oorzaak="tekst")

    return read


def refuse_other_form(connection: Connection, path: Path) -> None:
    """Refuse one of another program or form; KnownError `vault.older`, `vault.newer`, `vault.damaged`."""
    with known_failures(path):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION_ID:
        raise KnownError("vault.damaged", pad=str(path), oorzaak="application_id")
    if version > schema.VERSION:
        raise KnownError("vault.newer", pad=str(path))
    if version < 1:
        raise KnownError("vault.damaged", pad=str(path), oorzaak="user_version")
    if version < schema.VERSION:
        raise KnownError("vault.older", pad=str(path))


def has_log(path: Path) -> bool:
    """Whether the last who had the database open did not close it."""
    log = beside(path, LOG)
    return log.is_file() and log.stat().st_size > 0


def log_counts(path: Path) -> bool:
    """Whether the log beside a database holds anything that belongs to it."""
    return anything_counts(beside(path, LOG))


def beside(path: Path, ending: str) -> Path:
    """The file that the engine keeps beside a database."""
    return path.with_name(path.name + ending)


def check_pages(connection: Connection, progress: Progress = UNWATCHED) -> list[str]:
    """What the engine finds wrong with its pages; neither check is enough alone (stack 2, *Damage*).

    The first looks at the file only. When the power fails while the log is written into it, half a page may
    be there; it stands whole in the log then, where the second one reads it.
    """
    # As bytes: the name of a folder need not be text.
    (raw,) = connection.execute("SELECT CAST(file AS BLOB) FROM pragma_database_list").fetchone()
    path = Path(os.fsdecode(raw))
    in_log = read_log(beside(path, LOG)).pages
    progress.go_on()
    found = [str(r[0]) for r in connection.execute("PRAGMA cipher_integrity_check")]
    progress.tell(1, 3)
    progress.go_on()
    return [line for line in found if _page_of(line) not in in_log] + check_through_log(connection)


def _page_of(line: str) -> int:
    named = _PAGE.search(line)
    return int(named[1]) if named else 0


def check_through_log(connection: Connection) -> list[str]:
    """As `check_pages`, where the pages may have another key than what the log puts over them."""
    return [str(r[0]) for r in connection.execute("PRAGMA quick_check") if r[0] != "ok"]


def _unlock(connection: Connection, key: crypto.Key) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")
    # The engine overwrites what it gives back: pages that were read, and the words that held the key.
    connection.execute("PRAGMA cipher_memory_security=ON")
    tell_key(connection, "key", key)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("PRAGMA application_id").fetchone()
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise KnownError("vault.no_cipher")
    connection.execute("PRAGMA temp_store=MEMORY")
    if connection.execute("PRAGMA temp_store").fetchone()[0] != TEMP_STORE_MEMORY:
        raise KnownError("vault.no_cipher")
    connection.execute("PRAGMA trusted_schema=OFF")


def tell_key(connection: Connection, what: str, key: crypto.Key) -> None:
    """Give the engine its `key`, or with `rekey` another one; no text of it stays behind."""
    digits = key.hex()
    statement = f"PRAGMA {what}=\"x'{digits}'\""
    try:
        connection.execute(statement)
    finally:
        crypto.wipe_text(digits)
        crypto.wipe_text(statement)


def prepare(connection: Connection, path: Path) -> None:
    """Make a connection ready for changes; the rest of what `connect` does."""
    with known_failures(path):
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            # A backup that was put back has no log yet. Turned in memory it leaves no journal when we are
            # killed, so that one beside a vault is never ours.
            connection.execute("PRAGMA journal_mode=MEMORY")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA foreign_keys=ON")


def refuse_plain(path: Path) -> None:
    """Raise when the file is missing, empty or not encrypted (a missing one would open as new and valid)."""
    if not path.is_file() or path.stat().st_size == 0:
        raise KnownError("vault.damaged", pad=str(path), oorzaak="leeg")
    with path.open("rb") as file:
        if file.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
            raise KnownError("vault.damaged", pad=str(path), oorzaak="niet_versleuteld")


@contextmanager
def transaction(connection: Connection, path: Path) -> Iterator[None]:
    """All or nothing; inside another transaction it is a part of that one."""
    with known_failures(path):
        is_part = connection.in_transaction
        if is_part:
            yield
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            roll_back(connection)
            raise


def roll_back(connection: Connection) -> None:
    """Undo a transaction, and forget what was looked up in it."""
    connection.known.clear()
    # After SQLITE_FULL the engine has rolled back already; a second ROLLBACK would raise (stack 2).
    if connection.in_transaction:
        connection.execute("ROLLBACK")

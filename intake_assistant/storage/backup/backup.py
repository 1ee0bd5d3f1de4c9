"""Backups: encrypted copies with the same key, opened and checked before they count (design 5, stack 2)."""

from __future__ import annotations

import datetime
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake_assistant import crypto, safefile
from intake_assistant.errors import KnownError
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries.blobs import BLOBS
from intake_assistant.storage.keys.slots import SLOTS_FILE

if TYPE_CHECKING:
    from intake_assistant.storage.entries.vault import Vault

BACKUPS = "backups"
SUFFIX = ".db"
HALVES = ".half-*"
_one_at_a_time = threading.Lock()
_MOMENT = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where, of which moment, and made for what (`dag`, `hand`, `herstel`, ...)."""

    path: Path
    op: datetime.datetime
    soort: str


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that holds backups (`*.db`), with the folder of their blobs and the file of the slots."""

    folder: Path
    blobs: Path
    slots: Path
    is_reachable: bool
    is_local: bool


def make_backup(vault: Vault, soort: str, progress: Progress = UNWATCHED) -> Backup:
    """Copy an open vault into its `backups/`; who types does not wait.

    What is erased meanwhile is in no copy: then it begins anew. KnownError `backup.failed` when the copy is
    not what was copied, `disk.full`, `output.not_writable`.
    """
    folder = vault.path / BACKUPS
    if not vault.path.is_dir():
        # Moved while it is open: a folder made anew would lie in the way when it is put back.
        raise KnownError("vault.read_only", pad=str(vault.path), oorzaak="ontbreekt")
    safefile.make_folder(folder)
    made = _free_name(folder, vault.around.clock.now().astimezone(datetime.UTC), soort)
    half = folder / f".half-{made.path.name}"
    try:
        with vault.reading() as connection:
            mark, key = state_of(vault, connection), bytes(vault.key)
            vault.snapshot(half)
        progress.tell(1, 4)
        progress.go_on()
        safefile.flush_file(half)
        confirm(half, key)
        progress.go_on()
        with vault.reading() as connection:
            if state_of(vault, connection) == mark:
                safefile.put_in_place(half, made.path)
                progress.done()
                return made
    finally:
        half.unlink(missing_ok=True)
    return make_backup(vault, soort, progress)


def state_of(vault: Vault, connection: Connection) -> tuple[object, ...]:
    """What makes a copy one that should not be there when it is another afterwards: erasing, another key."""
    graves = connection.execute("SELECT count(*) FROM tombstone").fetchone()[0]
    return graves, vault.erasures, bytes(vault.key)


def confirm(copy: Path, key: bytes) -> None:
    """Read a copy back: each page bears its own seal, and all hang together. KnownError `backup.failed`."""
    if problems_of(copy, key):
        raise KnownError("backup.failed", pad=str(copy.parent), oorzaak="inhoud")


def problems_of(path: Path, key: crypto.Key) -> list[str]:
    """What is wrong with the pages of a backup; KnownError `vault.damaged` when this key does not open it."""
    with closing(database.connect_read_only(path, key)) as connection, database.known_failures(path):
        return database.check_pages(connection)


def _free_name(folder: Path, moment: datetime.datetime, soort: str) -> Backup:
    path = folder / f"{moment:{_MOMENT}}-{soort}{SUFFIX}"
    # Two in one moment: a clock may stand still, and no backup is written over another.
    later = moment + datetime.timedelta(microseconds=1)
    return _free_name(folder, later, soort) if path.exists() else Backup(path, moment, soort)


def list_backups(folder: Path) -> list[Backup]:
    """The backups in a folder, the newest first; what bears another name is none."""
    found = [_read_name(path) for path in folder.glob(f"*{SUFFIX}")] if safefile.is_folder(folder) else []
    return sorted((b for b in found if b is not None), key=lambda b: (b.op, b.soort), reverse=True)


def is_named_as_one(path: Path) -> bool:
    """Whether a file bears the name of a backup."""
    return _read_name(path) is not None


def _read_name(path: Path) -> Backup | None:
    moment, _, soort = path.name.removesuffix(SUFFIX).partition("-")
    try:
        op = datetime.datetime.strptime(moment, _MOMENT).replace(tzinfo=datetime.UTC)
    except ValueError:
        return None
    return Backup(path, op, soort) if soort else None


def verify(path: Path, key: crypto.Key) -> None:
    """Open a copy of this program's form and check every page.

    KnownError `vault.damaged`, `vault.older`, `vault.newer`.
    """
    with closing(database.connect_read_only(path, key)) as connection:
        database.refuse_other_form(connection, path)
    refuse_damaged(path, key)


def refuse_damaged(path: Path, key: crypto.Key) -> None:
    """Open a copy and check every page. KnownError `vault.damaged`."""
    problems = problems_of(path, key)
    if problems:
        raise KnownError("vault.damaged", pad=str(path), oorzaak=problems[0])


def rewrite(
    path: Path, key: crypto.Key, act: Callable[[Any], None], *, new_key: crypto.Key | None = None
) -> None:
    """Have `act` change a backup in a copy, which takes its place once it is checked.

    With `new_key` the copy gets that key. Whatever happens, the backup is what it was or wholly the new one.
    KnownError `vault.older`, `vault.newer`: what another form holds is not known.
    """
    if database.has_log(path):
        # It would be written into the new one, under the old key.
        refuse_damaged(path, key)
        change(path, _opened(path, key), lambda connection: None)
    half = path.with_name(f".half-{os.getpid()}-{path.name}")
    # Two at a time, as erasing and giving another key, would write one half.
    with _one_at_a_time:
        try:
            safefile.copy_file(path, half)
            with closing(database.connect(half, key)) as connection, database.known_failures(path):
                # In memory: the copy is thrown away when anything fails, and no log may stay beside it.
                connection.execute("PRAGMA journal_mode=MEMORY")
                database.refuse_other_form(connection, path)
                act(connection)
                if new_key is not None:
                    database.tell_key(connection, "rekey", new_key)
            refuse_damaged(half, new_key or key)
            safefile.put_in_place(half, path, overwrite=True)
        finally:
            half.unlink(missing_ok=True)


def change(
    path: Path,
    opened: AbstractContextManager[Connection],
    act: Callable[[Connection], None],
    is_needed: Callable[[Connection], bool] = lambda connection: True,
) -> None:
    """Change a backup where it lies, at the cost of what is changed; killed, its log is left beside it.

    It is `opened` unprepared, once nobody else is at it who may put another one in its place.
    """
    with _one_at_a_time, opened as connection:
        if is_needed(connection):
            database.prepare(connection, path)
            with database.transaction(connection, path):
                act(connection)
            # The engine has the pages on disk before it cuts the log off.
            _fold_log(connection, path)


@contextmanager
def _opened(path: Path, key: crypto.Key) -> Iterator[Connection]:
    with closing(database.connect_unprepared(path, key)) as connection:
        yield connection


def copy_whole(path: Path, half: Path, key: crypto.Key) -> None:
    """Copy a backup with what was committed in a log that a kill left beside it; the copy has none."""
    log = database.beside(half, database.LOG)
    try:
        safefile.copy_file(path, half)
        if database.has_log(path):
            safefile.copy_file(database.beside(path, database.LOG), log)
            with closing(database.connect(half, key)) as connection:
                _fold_log(connection, half)
            safefile.flush_file(half)
    finally:
        log.unlink(missing_ok=True)


def _fold_log(connection: Connection, path: Path) -> None:
    """Write what was committed in a log into the pages."""
    with database.known_failures(path):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def places(vault: Vault) -> list[Place]:
    """Every folder that holds backups of this vault: its own first, then each where copies went."""
    with vault.reading() as connection:
        found = connection.execute("SELECT plaats FROM backupplaats ORDER BY plaats").fetchall()
    own = Place(vault.path / BACKUPS, vault.path / BLOBS, vault.path / SLOTS_FILE, True, True)
    return [own, *(place_at(Path(plaats)) for (plaats,) in found)]


def place_at(folder: Path) -> Place:
    """A place of backups outside the vault."""
    return Place(folder, folder / BLOBS, folder / SLOTS_FILE, safefile.is_folder(folder), False)

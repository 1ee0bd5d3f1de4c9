"""Backups: encrypted copies with the same key, opened and checked before they count (design 5, stack 2)."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake_assistant import crypto, safefile
from intake_assistant.errors import KnownError
from intake_assistant.storage import database
from intake_assistant.storage.blobs import BLOBS
from intake_assistant.storage.slots import SLOTS_FILE

if TYPE_CHECKING:
    from intake_assistant.storage.vault import Vault

BACKUPS = "backups"
SUFFIX = ".db"
_MOMENT = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where, of which moment, and made for what (`dag`, `hand`, `migratie`, `herstel`, ...)."""

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


def write_backup(
    connection: Any, vault: Path, key: crypto.Key, soort: str, moment: datetime.datetime
) -> Backup:
    """Copy the open database into `backups/`; it bears its name only once it was opened and checked.

    KnownError `backup.failed` when the copy is not what was copied, `disk.full`, `output.not_writable`.
    """
    folder = vault / BACKUPS
    safefile.make_folder(folder)
    made = _free_name(folder, moment.astimezone(datetime.UTC), soort)
    half = folder / f".half-{made.path.name}"
    half.unlink(missing_ok=True)
    try:
        with database.known_failures(vault):
            # In one step: page by page it would begin anew at each entry that is recorded (stack 2, *Trap*).
            connection.execute("VACUUM INTO ?", (str(half),))
            expected = content_digest(connection)
        found = verify(half, key)
        if found != expected:
            raise KnownError("backup.failed", pad=str(folder), oorzaak="inhoud")
        safefile.put_in_place(half, made.path)
    finally:
        half.unlink(missing_ok=True)
    return made


def _free_name(folder: Path, moment: datetime.datetime, soort: str) -> Backup:
    path = folder / f"{moment:{_MOMENT}}-{soort}{SUFFIX}"
    # Two in one moment: a clock may stand still, and no backup is written over another.
    later = moment + datetime.timedelta(microseconds=1)
    return _free_name(folder, later, soort) if path.exists() else Backup(path, moment, soort)


def list_backups(folder: Path) -> list[Backup]:
    """The backups in a folder, the newest first; what bears another name is none."""
    found = [_read_name(path) for path in folder.glob(f"*{SUFFIX}")] if folder.is_dir() else []
    return sorted((b for b in found if b is not None), key=lambda b: (b.op, b.soort), reverse=True)


def _read_name(path: Path) -> Backup | None:
    moment, _, soort = path.name.removesuffix(SUFFIX).partition("-")
    try:
        op = datetime.datetime.strptime(moment, _MOMENT).replace(tzinfo=datetime.UTC)
    except ValueError:
        return None
    return Backup(path, op, soort) if soort else None


def verify(path: Path, key: crypto.Key) -> str:
    """Open a copy and check every page; returns the digest of its content. KnownError `vault.damaged`."""
    with closing(database.connect_read_only(path, key)) as connection, database.known_failures(path):
        problems = database.check_pages(connection)
        if problems:
            raise KnownError("vault.damaged", pad=str(path), oorzaak=problems[0])
        return content_digest(connection)


def rewrite(
    path: Path, key: crypto.Key, act: Callable[[Any], None], *, new_key: crypto.Key | None = None
) -> None:
    """Have `act` change a backup in a copy of this program's form, which takes its place once it is checked.

    With `new_key` the copy gets that key. Whatever happens, the backup is what it was or wholly the new one.
    """
    from intake_assistant.storage import migrations  # late: a migration makes a backup itself

    half = path.with_name(f".half-{os.getpid()}-{path.name}")
    try:
        safefile.copy_file(path, half)
        with closing(database.connect(half, key)) as connection, database.known_failures(path):
            # In memory: the copy is thrown away when anything fails, and no log may stay beside it.
            connection.execute("PRAGMA journal_mode=MEMORY")
            migrations.migrate_copy(connection, path, key)
            act(connection)
            if new_key is not None:
                connection.execute(f"PRAGMA rekey=\"x'{new_key.hex()}'\"")
        verify(half, new_key or key)
        safefile.put_in_place(half, path, overwrite=True)
    finally:
        half.unlink(missing_ok=True)


def places(vault: Vault) -> list[Place]:
    """Every folder that holds backups of this vault: its own first, then each where copies went."""
    with vault.reading() as connection:
        found = connection.execute("SELECT plaats FROM backupplaats ORDER BY plaats").fetchall()
    own = Place(vault.path / BACKUPS, vault.path / BLOBS, vault.path / SLOTS_FILE, True, True)
    return [own, *(place_at(Path(plaats)) for (plaats,) in found)]


def place_at(folder: Path) -> Place:
    """A place of backups outside the vault."""
    return Place(folder, folder / BLOBS, folder / SLOTS_FILE, folder.is_dir(), False)


def content_digest(connection: Any) -> str:
    """Count and hash of all entries, values and tombstones: equal for equal content."""
    hashed, count = hashlib.blake2b(digest_size=16), 0
    for table in ("entry", "value", "tombstone"):
        for row in connection.execute(f"SELECT * FROM {table}"):
            hashed.update(repr(row).encode())
            count += 1
    return f"{count}-{hashed.hexdigest()}"

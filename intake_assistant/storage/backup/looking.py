"""Looking into a backup: opened read-only; an older form is brought up to this program in a copy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import copies
from intake_assistant.storage.backup.backup import BACKUPS, Place
from intake_assistant.storage.engine import database, migrations, schema
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys.slots import SLOTS_FILE


@contextmanager
def looked_into(path: Path, key: bytes, root: Path, scratch: Path, around: Surroundings) -> Iterator[Vault]:
    """A backup as a vault that cannot be written; `root` has its blobs; an old form is copied to `scratch`.

    KnownError `backup.damaged`, also when this key does not open it, and `backup.newer`.
    """
    half = scratch / f".half-{os.getpid()}-kijk-{path.name}"
    try:
        with _told(path):
            version = _version(path, key)
            if version < schema.VERSION:
                _bring_up(path, half, key)
            source = half if version < schema.VERSION else path
            connection = database.connect_read_only(source, key)
            with closing(Vault(root, key, connection, None, around)) as found:
                yield found
    finally:
        half.unlink(missing_ok=True)


def root_of(path: Path) -> Path:
    """Where the slots and the blobs of a backup lie: beside it, or one up in the vault itself."""
    folder = path.parent
    return folder.parent if folder.name == BACKUPS and (folder.parent / SLOTS_FILE).is_file() else folder


def refuse_other_vault(path: Path, kluis: str) -> None:
    """Refuse a backup that lies with the slots of another vault, and say which."""
    root = root_of(path)
    whose = copies.vault_of(root)
    if whose and whose != kluis:
        raise KnownError("backup.other_vault", pad=str(path), kluis=root.stem)


def places_of(vault: Vault, known: list[Place], place: Path | None) -> list[Place]:
    """The places that are known, and those at one more."""
    found = list(known)
    kluis = vault.kluis
    for folder in copies.folders_at(place, kluis) if place is not None else []:
        if folder not in [p.folder for p in known] and folder != vault.path:
            found.append(Place(folder, folder / "blobs", folder / SLOTS_FILE, True, False))
    return found


def _version(path: Path, key: bytes) -> int:
    with closing(database.connect_read_only(path, key)) as connection, database.known_failures(path):
        version = migrations.read_version(connection, path)
        problems = database.check_pages(connection)
    if problems:
        raise KnownError("vault.damaged", pad=str(path), oorzaak=problems[0])
    return version


def _bring_up(path: Path, half: Path, key: bytes) -> None:
    safefile.copy_file(path, half)
    with closing(database.connect(half, key)) as connection, database.known_failures(half):
        # In memory: no log may stay beside a copy that goes again.
        connection.execute("PRAGMA journal_mode=MEMORY")
        migrations.migrate_copy(connection, path, key)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say of a backup what would be said of a vault; what the looker does wrong stays as it is."""
    try:
        yield
    except KnownError as error:
        of_backup = {"vault.damaged": "backup.damaged", "vault.newer": "backup.newer"}.get(error.code)
        if of_backup is None or error.facts.get("pad") != str(path):
            raise
        raise KnownError(of_backup, pad=str(path)) from error

"""Looking into a backup: opened read-only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import copies
from intake_assistant.storage.backup.backup import BACKUPS, Place, verify
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys.slots import SLOTS_FILE

_OF_FILE = {"vault.damaged", "vault.older", "vault.newer"}


@contextmanager
def looked_into(path: Path, key: bytes, root: Path, around: Surroundings) -> Iterator[Vault]:
    """A backup as a vault that cannot be written; `root` has its blobs.

    KnownError `backup.damaged`, also when this key does not open it, `backup.older` and `backup.newer`.
    """
    with _told(path):
        verify(path, key)
        connection = database.connect_read_only(path, key)
        with closing(Vault(root, key, connection, None, around)) as found:
            yield found


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


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say of a backup what would be said of a vault; what the looker does wrong stays as it is."""
    try:
        yield
    except KnownError as error:
        if error.code not in _OF_FILE or error.facts.get("pad") != str(path):
            raise
        raise KnownError(error.code.replace("vault", "backup"), pad=str(path)) from error

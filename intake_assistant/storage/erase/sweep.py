"""What a killed program left behind: halves of files, and blobs that no entry came to name (design 5)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from intake_assistant.errors import KnownError
from intake_assistant.storage.backup.backup import BACKUPS, list_backups
from intake_assistant.storage.engine import database, halves
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries.blobs import BLOBS, files_named_by, is_file_name

HALVES = ".half-*"


def take_away_halves(vault: Path) -> None:
    """Take away what was being written and never got its name; nobody else may have the vault open."""
    halves.take_away_dead(vault)
    for folder in (vault, vault / BLOBS, vault / BACKUPS):
        if folder == vault or not lies_elsewhere(folder):
            _unlink(folder.glob(HALVES))


def take_away_orphans(connection: Connection, vault: Path, key: bytes | bytearray) -> None:
    """Take away the blobs that no entry names, here nor in a backup; all stay if a backup cannot be read."""
    folder = vault / BLOBS
    found = folder.iterdir() if folder.is_dir() and not lies_elsewhere(folder) else ()
    names = {path.name for path in found if is_file_name(path.name)}
    # A link is left as a sign that something lies elsewhere.
    orphans = {name for name in names if not lies_elsewhere(folder / name)}
    if orphans:
        orphans -= files_named_by(connection)
    for kept in list_backups(vault / BACKUPS) if orphans else []:
        try:
            with closing(database.connect_read_only(kept.path, key)) as copy, database.known_failures(vault):
                orphans -= files_named_by(copy)
        except KnownError:  # who knows what it names: a blob too many harms less than one too few
            return
    _unlink(folder / name for name in orphans)


def lies_elsewhere(path: Path) -> bool:
    """Whether it is a link (or junction): of what it leads to nothing is ours to change or take away."""
    return path.is_symlink() or path.is_junction()


def _unlink(paths: Iterator[Path]) -> None:
    for path in paths:
        with suppress(OSError):  # it says nothing to anyone; the next start tries again
            path.unlink()

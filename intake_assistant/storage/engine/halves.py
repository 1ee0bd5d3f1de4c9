"""Folders that are made beside their place: each maker has one of its own, and who is done first wins."""

from __future__ import annotations

import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.lock import LOCK_FILE, FolderLock

_ENDING = ".half"


@contextmanager
def made_beside(path: Path, taken: str = "output.exists") -> Iterator[Path]:
    """Where to make a folder that becomes `path` if all goes well; else nothing of it is left.

    Two may make the same one at once, as when a program is started twice: whoever comes second is refused, by
    the code `taken`. KnownError `output.not_writable`, `disk.full`, `path.unreachable` too.
    """
    refusal = KnownError(taken, pad=str(path), bestand=str(path))
    # A link to nowhere is taken too.
    if safefile.exists(path) or os.path.lexists(path):
        raise refusal
    if not path.parent.exists():
        safefile.make_folder(path.parent)
    take_away_dead(path)
    around, lock = _own_folder(path)
    try:
        yield around / path.name
        if not safefile.put_folder_in_place(around / path.name, path):
            raise refusal
    finally:
        _take_away(around, lock)


def take_away_dead(path: Path) -> None:
    """Take away what somebody who made `path` left beside it when they were killed.

    Who is still making it holds a lock.
    """
    for around in path.parent.glob(f".{glob.escape(path.name)}.*{_ENDING}"):
        try:
            lock = FolderLock(around)
        except KnownError:  # being made just now, or not ours to take away
            continue
        _take_away(around, lock)


def _own_folder(path: Path) -> tuple[Path, FolderLock]:
    while True:
        around = safefile.make_temporary_folder(path.parent, f".{path.name}.", _ENDING)
        try:
            return around, FolderLock(around)
        except KnownError as error:
            # Somebody takes it for one of the dead before it was locked; nobody else knows its name.
            if around.exists() and error.code != "vault.in_use":
                raise


def _take_away(around: Path, lock: FolderLock) -> None:
    # The lock goes last, and no tree after it: from then on it may be held by who just made this folder,
    # and was about to lock it.
    with suppress(OSError):  # what cannot be taken away today is dead tomorrow too
        for inside in around.iterdir():
            if inside.name != LOCK_FILE:
                shutil.rmtree(inside, ignore_errors=True)
        lock.take_away()
        around.rmdir()

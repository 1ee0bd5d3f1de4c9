"""The documents at the second place: brought there, read back, and mended when they are no longer whole.

Each is read back once: when it was brought, or is no longer as long and as old as it was then. Of the others
AT_ONCE bytes each time, what was read longest ago first: a stick wears out without a sign. Reading back is
unsealing: it needs nothing of the document here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.progress import Progress
from intake_assistant.storage.entries.blobs import BLOBS, BlobStore
from intake_assistant.storage.entries.vault import Vault

AT_ONCE: Final = 64 << 20
"""So many bytes are read back once more at a time; of a stick a few seconds."""
READ: Final = "nagelezen"
"""The file beside the copies that says what was read back, the longest ago first."""


def bring_blobs(vault: Vault, folder: Path, progress: Progress) -> None:
    """Have every document of the vault whole in a folder of copies.

    KnownError `backup.failed` when one cannot be made whole there. What is damaged here never takes the place
    of what is whole there; the check of the vault tells it.
    """
    with vault.reading() as connection:
        there = BlobStore(folder, connection, vault.around.random)
    known = _known(vault, folder)
    try:
        with closing(there):
            for name in progress.each([*_in_turn(vault, folder, known)]):
                # Put behind all others: the order is that in which they were read.
                known.pop(name, None)
                if _is_whole(vault, folder, name, there):
                    known[name] = _stamp(folder, name)
    finally:
        with suppress(OSError, KnownError):  # the stick may be gone: then they are read once more
            safefile.write_bytes(folder / READ, json.dumps(known).encode(), overwrite=True)


def _in_turn(vault: Vault, folder: Path, known: dict[str, list[int]]) -> Iterator[str]:
    """All that were not read as they are now, and then some that were."""
    as_read = dict[str, list[int]]()
    for name in vault.blobs.files():
        stamp = _stamp(folder, name)
        if stamp and known.get(name) == stamp:
            as_read[name] = stamp
        else:
            yield name
    read = 0
    for name in [name for name in known if name in as_read]:
        if read >= AT_ONCE:
            return
        read += as_read[name][0]
        yield name


def _known(vault: Vault, folder: Path) -> dict[str, list[int]]:
    """What was read back there of what is here; nothing when the list cannot be read."""
    try:
        found = json.loads((folder / READ).read_bytes())
    except (OSError, ValueError):  # none yet, or worn out: then all is read
        return {}
    here = set(vault.blobs.files())
    return {name: stamp for name, stamp in found.items() if name in here} if isinstance(found, dict) else {}


def _stamp(folder: Path, name: str) -> list[int]:
    try:
        found = (folder / BLOBS / name).stat()
    except FileNotFoundError:
        return []
    return [found.st_size, found.st_mtime_ns]


def _is_whole(vault: Vault, folder: Path, name: str, there: BlobStore) -> bool:
    """Whether it is whole there now; not when it is not here either."""
    if there.read_file(name) is not None:
        return True
    if vault.blobs.read_file(name) is None:
        return False
    put_file(vault.path / BLOBS / name, folder / BLOBS / name)
    if there.read_file(name) is None:
        raise KnownError("backup.failed", pad=str(folder), oorzaak="bijlage")
    return True


def put_file(source: Path, target: Path) -> None:
    """Copy a file to beside its place, and name it once it is there whole."""
    half = target.with_name(f".half-{target.name}")
    try:
        safefile.copy_file(source, half)
        safefile.put_in_place(half, target, overwrite=True)
    finally:
        with suppress(OSError):  # the stick may be gone
            half.unlink()

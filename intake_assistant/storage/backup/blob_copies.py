"""The documents at the second place: brought there, read back, and mended when they are no longer whole.

Reading back is unsealing: it needs nothing of the document here. All of them each time as long as that is
little; of more than AT_ONCE each time the next ones in the order of their names, so that none is left out for
long. What is missing or of another size is seen each time.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.storage.entries import blobs
from intake_assistant.storage.entries.blobs import BLOBS, BlobStore
from intake_assistant.storage.entries.vault import Vault

AT_ONCE: Final = 64 << 20
"""So many bytes are read back at a time; of a stick a few seconds."""


def bring_blobs(vault: Vault, folder: Path, stop: Callable[[], None], *, whole: bool) -> None:
    """Have every document of the vault whole in a folder of copies; with `whole` each is read back.

    KnownError `backup.failed` when one cannot be made whole there. What is damaged here never takes the place
    of what is whole there; the check of the vault tells it.
    """
    with vault.reading() as connection:
        keys = blobs.read_keys(connection)
    with closing(BlobStore(folder, keys, vault.around.random)) as there:
        read, last = 0, ""
        for name in _in_turn(vault, folder):
            stop()
            is_in_turn = whole or read < AT_ONCE
            if is_in_turn or not _is_as_long(vault, folder, name):
                read += _bring(vault, folder, name, there)
            if is_in_turn:
                last = name
    _remember(vault, folder, "" if whole or read < AT_ONCE else last)


def _in_turn(vault: Vault, folder: Path) -> list[str]:
    """Those that come after the last one read back, and then from the beginning."""
    last = vault.setting(_setting(folder))
    return sorted(vault.blobs.names(), key=lambda name: (name <= last, name))


def _remember(vault: Vault, folder: Path, last: str) -> None:
    if vault.setting(_setting(folder)) != last:
        vault.set_setting(_setting(folder), last)


def _setting(folder: Path) -> str:
    return f"backup.nagelezen {folder}"


def _is_as_long(vault: Vault, folder: Path, name: str) -> bool:
    here, there = vault.path / BLOBS / name, folder / BLOBS / name
    return there.is_file() and there.stat().st_size == here.stat().st_size


def _bring(vault: Vault, folder: Path, name: str, there: BlobStore) -> int:
    """How many bytes were read back."""
    target = folder / BLOBS / name
    if not there.is_sound(name) and vault.blobs.is_sound(name):
        put_file(vault.path / BLOBS / name, target)
        if not there.is_sound(name):
            raise KnownError("backup.failed", pad=str(folder), oorzaak="bijlage")
    return target.stat().st_size if target.is_file() else 0


def put_file(source: Path, target: Path) -> None:
    """Copy a file to beside its place, and name it once it is there whole."""
    half = target.with_name(f".half-{target.name}")
    try:
        safefile.copy_file(source, half)
        safefile.put_in_place(half, target, overwrite=True)
    finally:
        with suppress(OSError):  # the stick may be gone
            half.unlink()

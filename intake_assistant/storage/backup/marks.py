"""Whose copies lie in a folder elsewhere: two laptops with a copy of one vault may use one stick."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.storage.entries.vault import Vault

MARK = "kenmerk"
"""The file that tells which vault wrote here last, so that two copies of one vault do not mix."""
_MARK_BYTES = 8


def is_ours(vault: Vault, folder: Path) -> bool:
    """Whether no twin of this vault wrote its copies here since; a folder without a mark is nobody else's."""
    return folder.parent == vault.path or not (folder / MARK).exists() or is_mine(vault, folder)


def is_mine(vault: Vault, folder: Path) -> bool:
    """Whether this very vault wrote here last."""
    mark = folder / MARK
    with suppress(OSError):
        return mark.read_text(encoding="ascii", errors="replace") in vault.setting(_setting(folder)).split()
    return False


def put_mark(vault: Vault, folder: Path) -> None:
    """A new mark at each copy: a twin of this vault knows only the old one."""
    before, new = vault.setting(_setting(folder)).split(), vault.around.random(_MARK_BYTES).hex()
    # Both count until the file is there: killed between the two, it would be another's.
    vault.set_setting(_setting(folder), " ".join([*before[-1:], new]))
    safefile.write_bytes(folder / MARK, new.encode(), overwrite=True)
    vault.set_setting(_setting(folder), new)


def _setting(folder: Path) -> str:
    return f"backup.kenmerk {folder}"

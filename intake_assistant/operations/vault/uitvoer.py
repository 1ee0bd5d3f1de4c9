"""The one way in which something leaves the vault for where somebody says: noted, then written or printed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.operations.workspace import Workspace


def write_out(
    work: Workspace, wat: str, inhoud: bytes, path: Path, dossier: str = "", *, overwrite: bool = False
) -> None:
    """Note that it leaves the vault, and write it; KnownErrors `output.`, `disk.full`."""
    # Noted first, as with all that leaves: a line without a file misleads less than a file without a line.
    note_out(work, wat, inhoud, dossier)
    safefile.write_bytes(path, inhoud, overwrite=overwrite)


def note_out(work: Workspace, wat: str, inhoud: bytes, dossier: str) -> None:
    """Note that this leaves the vault; KnownError `disk.full`."""
    work.vault.log_export(wat, dossier, hashlib.sha256(inhoud).hexdigest())

"""The one way in which a file leaves the vault for where somebody says: noted, then written."""

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
    work.vault.log_export(wat, dossier, hashlib.sha256(inhoud).hexdigest())
    safefile.write_bytes(path, inhoud, overwrite=overwrite)

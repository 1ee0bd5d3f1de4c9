"""Where a document goes when it leaves the vault: what somebody should know of that place, told once."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace
from intake_assistant.safefile import is_folder
from intake_assistant.storage.engine.place import look_at_place, resolved

LOS, TIJDELIJK = "los", "tijdelijk"
SOORTEN: Final = (LOS, "netwerk", "synchronisatie", TIJDELIJK)
BLOCK = Path("/sys/dev/block")
_MEDIA = ("/media", "/run/media")
_DRIVE_REMOVABLE = 2


def soorten_of(
    folder: Path, environ: Mapping[str, str] = os.environ, mounts: str | None = None
) -> tuple[str, ...]:
    """What kind of place a folder is, of SOORTEN; empty for a folder of this computer's own disk."""
    found = {place.code for place in look_at_place(folder, environ, mounts)}
    whole = resolved(folder)
    if _is_removable(whole):
        found.add(LOS)
    if whole.is_relative_to(Path(tempfile.gettempdir()).resolve()):
        found.add(TIJDELIJK)
    return tuple(soort for soort in SOORTEN if soort in found)


def is_told(work: Workspace, folder: Path) -> bool:
    """Whether it was told of this place before."""
    return bool(work.vault.setting(_key(folder)))


def keep_told(work: Workspace, folder: Path) -> Changed:
    """Remember that it was told."""
    return keep_instelling(work, _key(folder), "ja")


def _key(folder: Path) -> str:
    return f"bewaarplek {hashlib.blake2b(os.fsencode(resolved(folder)), digest_size=12).hexdigest()}"


def _is_removable(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes  # late: only Windows has this function. Seen under wine only.

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOVABLE)
    if any(folder.is_relative_to(place) for place in _MEDIA):
        return True
    device = folder.stat().st_dev if is_folder(folder) else 0
    block = (BLOCK / f"{os.major(device)}:{os.minor(device)}").resolve()
    # A partition has no such file; its disk has.
    flags = (place / "removable" for place in (block, block.parent))
    return any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)

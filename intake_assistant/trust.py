"""Whether a file is the administrator's: no plain user of this computer may have written it."""

from __future__ import annotations

import ctypes
import os
import stat
import sys
from pathlib import Path
from typing import Any

ROOT = 0
# Windows: the system, the administrators, and what installs Windows itself.
_OWNERS = {
    "S-1-5-18",
    "S-1-5-32-544",
    "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
}
_FILE_OBJECT, _OWNER_INFORMATION = 1, 1


def is_of_administrator(file: Path, owner: int = ROOT) -> bool:
    """Tell whether nobody but root (or `owner`) can change the file or put another in its place."""
    if sys.platform == "win32":
        return owner_windows(file, ctypes.WinDLL("advapi32"), ctypes.WinDLL("kernel32")) in _OWNERS
    real, named = file.resolve(), Path(os.path.abspath(file))  # a link must stay a link here
    return all(_is_kept(place, owner) for place in (real, *real.parents, named, *named.parents))


def _is_kept(place: Path, owner: int) -> bool:
    found = place.lstat()
    if found.st_uid not in (ROOT, owner):
        return False
    # A link says nothing by its mode; in a sticky folder nobody renames what is not theirs.
    is_open = bool(found.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
    return stat.S_ISLNK(found.st_mode) or not is_open or bool(found.st_mode & stat.S_ISVTX)


def owner_windows(file: Path, advapi32: Any, kernel32: Any) -> str:
    """The owner of a file as a SID; empty when Windows does not tell. Seen under wine only.

    Plain users may put a new file under ProgramData, but not change one that an administrator made there.
    """
    owner, description, written = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_wchar_p()
    found = advapi32.GetNamedSecurityInfoW(
        str(file), _FILE_OBJECT, _OWNER_INFORMATION, ctypes.byref(owner), None, None, None,
        ctypes.byref(description),
    )  # fmt: skip
    if found or not advapi32.ConvertSidToStringSidW(owner, ctypes.byref(written)):
        return ""
    sid = written.value or ""
    for memory in (written, description):
        kernel32.LocalFree(memory)
    return sid

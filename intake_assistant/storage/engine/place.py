"""Where a vault lies: on a share, or in a folder that goes to a cloud, locks lie and copies arise."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

NETWORK, SYNCED = "netwerk", "synchronisatie"
MOUNTS = Path("/proc/self/mounts")
# Types of file systems that are another computer (man 5 fstab, and what desktops mount through FUSE).
_REMOTE = {
    "afs", "afpfs", "beegfs", "ceph", "cifs", "coda", "davfs", "davfs2", "gfs2", "glusterfs", "lustre",
    "ncpfs", "nfs", "nfs4", "smb3", "smbfs", "sshfs", "vboxsf", "webdav",
}  # fmt: skip
_REMOTE_FUSE = re.compile(
    r"fuse\.(.*drive.*|davfs2?|dropbox|gcsfuse|glusterfs|gvfs.*|kio-fuse|onedriver|rclone|s3fs|smb.*|sshfs|webdav)"
)
# The folders that these programs make, as they are named; a second account puts more behind the name.
_SYNC_FOLDERS = (
    "OneDrive", "SharePoint", "Dropbox", "Google Drive", "GoogleDrive", "My Drive", "Mijn Drive",
    "iCloud Drive", "iCloudDrive", "Mobile Documents", "Nextcloud", "ownCloud", "SURFdrive", "STACK",
    "Box Sync", "pCloudDrive", "Proton Drive", "MEGA", "MEGAsync", "Tresorit", "Syncthing",
)  # fmt: skip
_FOLDER = re.compile(
    "|".join(rf"(?P<n{i}>{re.escape(naam)})" for i, naam in enumerate(_SYNC_FOLDERS)), re.IGNORECASE
)
# What they leave in the folder that they copy, whatever that is called.
_MARKS = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.driveupload": "Google Drive",
    ".tmp.drivedownload": "Google Drive",
}
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_DRIVE_REMOTE = 4


@dataclass(frozen=True, slots=True)
class UnsafePlace:
    """A place where a vault is not safe: `netwerk` or `synchronisatie`, and by which program or kind."""

    code: str
    door: str


def look_at_place(
    path: Path, environ: Mapping[str, str] = os.environ, mounts: str | None = None
) -> tuple[UnsafePlace, ...]:
    """What is wrong with the place of a vault, also of one that is still to be made; nothing is written."""
    whole = resolved(path)
    remote = _remote(path, whole, _read_mounts() if mounts is None else mounts)
    synced = _synced(whole, environ)
    found = [UnsafePlace(NETWORK, remote)] if remote else []
    return tuple(found + ([UnsafePlace(SYNCED, synced)] if synced else []))


def resolved(path: Path) -> Path:
    """The path without links; as it was typed when that cannot be told."""
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # a loop of links, or a NUL: then as it was typed
        return path


def _remote(typed: Path, whole: Path, mounts: str) -> str:
    if is_unc(str(typed)) or is_unc(str(whole)):
        return "UNC"
    if sys.platform == "win32":
        import ctypes  # late: only Windows has these functions. Seen under wine only.

        return "Windows" if ctypes.windll.kernel32.GetDriveTypeW(whole.anchor) == _DRIVE_REMOTE else ""
    kind = _kind_of(whole, mounts)
    return kind if kind in _REMOTE or _REMOTE_FUSE.fullmatch(kind) else ""


def is_unc(path: str) -> bool:
    r"""Whether a path names another computer, as \\server\share\kluis.intake."""
    slashed = path.replace("/", "\\")
    return (
        slashed.startswith("\\\\")
        and slashed[2:3] not in ("", "\\", "?", ".")
        or slashed.startswith("\\\\?\\UNC\\")
    )


def _read_mounts() -> str:
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _kind_of(path: Path, mounts: str) -> str:
    """The type of the file system on which a path lies: that of the deepest mount above it."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = PurePath(re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), parts[1]))
        if (path == point or point in path.parents) and len(point.parts) >= best:
            best, kind = len(point.parts), parts[2]
    return kind


def _synced(whole: Path, environ: Mapping[str, str]) -> str:
    for naam in _VARIABLES:
        folder = environ.get(naam, "")
        if folder and resolved(Path(folder)) in (whole, *whole.parents):
            return "OneDrive"
    for parent in (whole, *whole.parents):
        for mark, door in _MARKS.items():
            if parent != whole and _exists(parent / mark):
                return door
        if named := sync_folder(parent.name):
            return named
    return ""


def sync_folder(naam: str) -> str:
    """The program that makes a folder of this name, or an empty string."""
    found = _FOLDER.match(naam)
    # "OneDrive - Gemeente Delfzijl" and "Nextcloud2" are; "Stackers" and "dropboxen" are words.
    if found is None or re.match(r"[^\W\d]", naam[found.end() :]):
        return ""
    if _FOLDER.fullmatch(naam[: found.end()]) and naam[found.end() :].startswith("."):
        return ""
    place = next(int(key[1:]) for key, value in found.groupdict().items() if value)
    return _SYNC_FOLDERS[place]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False

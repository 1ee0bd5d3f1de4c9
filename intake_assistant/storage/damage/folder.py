"""What lies in the folder of a vault and beside it: what belongs there, halves, strangers, second copies."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.storage.backup.backup import BACKUPS, list_backups
from intake_assistant.storage.damage.check import Finding
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.lock import LOCK_FILE
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries.blobs import BLOBS, is_file_name
from intake_assistant.storage.keys import slots
from intake_assistant.storage.keys.slots import SLOTS_FILE
from intake_assistant.storage.keys.wachttijd import WAIT_FILE

# The shared index belongs to no vault of ours, and stands in nobody's way: it is made anew.
_INDEX = f"{DATABASE}-shm"
_OURS = {
    DATABASE,
    f"{DATABASE}{database.LOG}",
    f"{DATABASE}{database.JOURNAL}",
    _INDEX,
    SLOTS_FILE,
    LOCK_FILE,
    WAIT_FILE,
}
_OUR_FOLDERS = {BLOBS, BACKUPS}
_ASIDE = re.compile(r"beschadigd-\d{4}-\d\d-\d\d(-\d+)?")
_HALF = re.compile(r"\.half-.*|.*\.(part|partial|crdownload|tmp|download|filepart)|~.*|.*~", re.IGNORECASE)
# What Dropbox, OneDrive, Google Drive, Nextcloud, Syncthing and Windows put behind the name of a second copy.
_COPY = re.compile(
    r"""(?P<begin>.+?)(
        [ ]?\([^)]*\) | [ ]-[ ](copy|kopie)\b.*? | [-_.]?(sync-)?conflict.*? | -[A-Z0-9][A-Z0-9-]+
    )(?P<end>\.[a-z]+(-(wal|shm|journal))?)?""",
    re.VERBOSE | re.IGNORECASE,
)


def look_at_folder(path: Path) -> Iterator[Finding]:
    """Everything in and beside the folder of a vault that is not as the program left it; opens no vault."""
    yield from _missing(path)
    for file in sorted(_files(path), key=lambda f: f.name):
        if (file.name not in _OURS or file.is_dir()) and not (file.is_dir() and _is_our_folder(file.name)):
            yield _stranger(file.name, {DATABASE, f"{DATABASE}{database.LOG}", SLOTS_FILE})
    made = [backup.path for backup in list_backups(path / BACKUPS)]
    # Of an erasing that was killed in the midst, and could not be gone on with yet.
    logs = {database.beside(backup, database.LOG).name for backup in made}
    yield from _look_beneath(path, BACKUPS, {backup.name for backup in made} | logs)
    names = {file.name for file in _files(path / BLOBS)}
    yield from _look_beneath(path, BLOBS, set(filter(is_file_name, names)))
    yield from _twins(path)


def _look_beneath(path: Path, folder: str, known: set[str]) -> Iterator[Finding]:
    for file in sorted(_files(path / folder), key=lambda f: f.name):
        if file.name not in known or is_copy_of(file.name) in known:
            yield _stranger(f"{folder}/{file.name}", known)


def _missing(path: Path) -> Iterator[Finding]:
    if not safefile.is_file(path / DATABASE):
        yield Finding("bestand_weg", DATABASE)
    if safefile.is_file(database.beside(path / DATABASE, database.JOURNAL)):
        yield Finding("dagboek", database.beside(path / DATABASE, database.JOURNAL).name)
    if not safefile.is_file(path / SLOTS_FILE):
        yield Finding("bestand_weg", SLOTS_FILE)
    if os.path.lexists(path / LOCK_FILE) and not _is_plain(path / LOCK_FILE):
        # Nobody can hold it then, and no vault opens without.
        yield Finding("lock_vreemd", LOCK_FILE)


def _is_plain(file: Path) -> bool:
    try:
        return stat.S_ISREG(file.lstat().st_mode)
    except OSError:
        return False


def _is_our_folder(naam: str) -> bool:
    return naam in _OUR_FOLDERS or _ASIDE.fullmatch(naam) is not None


def _stranger(naam: str, originals: set[str]) -> Finding:
    short = naam.rpartition("/")[2]
    copy_of = is_copy_of(short)
    if copy_of in originals:
        return Finding("kopie", naam, facts={"van": copy_of})
    if _HALF.fullmatch(short):
        return Finding("bestand_half", naam)
    return Finding("bestand_vreemd", naam)


def is_copy_of(naam: str) -> str:
    """The name of which this is the name of a second copy, as `vault (2).db`; empty when it is none."""
    found = _COPY.fullmatch(naam)
    return f"{found['begin']}{found['end'] or ''}" if found else ""


def _twins(path: Path) -> Iterator[Finding]:
    """Folders beside the vault that are a second copy of this very vault, or of which that cannot be seen."""
    own = _vault_of(path)
    for other in sorted(_files(path.parent), key=lambda f: f.name):
        is_named_so = is_copy_of(other.name) == path.name and safefile.is_file(other / DATABASE)
        if is_named_so and _vault_of(other) in (own, ""):
            yield Finding("kopie_map", other.name)


def _vault_of(folder: Path) -> str:
    try:
        return slots.read_file(folder).kluis
    except KnownError:
        return ""


def _files(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return []

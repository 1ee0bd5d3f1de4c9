"""Erasing in copies: every backup that can be reached, also one that comes back later.

A place is clean when each of its copies was looked at. What lies behind a link lies elsewhere: it is neither
read nor changed, and the place is not done as long as the link is there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake_assistant import crypto, safefile
from intake_assistant.errors import KnownError
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.backup import backup
from intake_assistant.storage.backup.backup import BACKUPS, SUFFIX, Place
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries.blobs import naming
from intake_assistant.storage.erase import graves
from intake_assistant.storage.erase.graves import Graves
from intake_assistant.storage.erase.sweep import lies_elsewhere
from intake_assistant.storage.keys import slots

if TYPE_CHECKING:
    from intake_assistant.storage.entries.vault import Vault

type Connect = Callable[[Path, crypto.Key], Connection]
"""Opens a database: to be read, or to be changed."""
_HALVES: Final = ".half-*"
_LOOKED_AT: Final = "gewist.nagekeken"
"""The setting with what was looked at among the copies in the vault; there since something was erased."""
AWAY: Final = "plaats.weg"
FOREIGN: Final = "plaats.leeg"
LINKED: Final = "plaats.koppeling"


@dataclass(frozen=True, slots=True)
class Rest:
    """A place where it could not be erased yet, and why: a code of KnownError, or one of those above."""

    plaats: str
    oorzaak: str
    is_eigen: bool


def clean(
    vault: Vault, place: Place, only: Collection[Path] | None = None, progress: Progress = UNWATCHED
) -> list[Rest]:
    """Erase in every copy at a place or in some; each for itself, so that one that fails keeps no other."""
    away = why_not(place)
    if away:
        return [Rest(str(place.folder), away, False)]
    try:
        with vault.reading() as connection:
            gone = graves.read_graves(connection)
    except KnownError as error:
        # Of a vault that is damaged it is not known what went; it must open all the same, to be saved.
        return [Rest(str(place.folder), error.code, place.is_local)]
    found = [Rest(str(path), LINKED, place.is_local) for path in _links(vault, place)]
    if not place.is_local:
        found += _tried_at(place.folder, place, partial(_take_away_halves, place))
    done = set[Path]()
    for path in progress.each(_databases(vault, place) if only is None else sorted(only)):
        rest = _tried_at(path, place, partial(_erase_in_backup, vault, place, path, gone))
        found += rest
        done |= set() if rest else {path}
    if place.is_local:
        _note_looked_at(vault, done)
    return found


def came_back(vault: Vault) -> set[Path]:
    """Copies in the vault that were not looked at since something was erased: they came from elsewhere."""
    kept = vault.setting(_LOOKED_AT)
    if not kept:
        return set()
    known = json.loads(kept)
    own = backup.places(vault)[0]
    return {path for path in _databases(vault, own) if known.get(_name(vault, path)) != _stamp(path)}


def still_holding(vault: Vault, progress: Progress = UNWATCHED) -> list[Path]:
    """Copies in the vault that hold something that was erased, also those behind a link; changes nothing."""
    with vault.reading() as connection:
        gone = graves.read_graves(connection)
    own = backup.places(vault)[0]
    copies = {*_databases(vault, own), *(made.path for made in backup.list_backups(own.folder))}
    return [path for path in progress.each(sorted(copies)) if gone != Graves() and _holds(vault, path, gone)]


def note_clean(vault: Vault, made: Path) -> None:
    """Note that a backup was made now, so that nothing in it was erased before."""
    if vault.setting(_LOOKED_AT):
        _note_looked_at(vault, {made})


def why_not(place: Place) -> str:
    """Why a place cannot be looked at now, or an empty string."""
    if place.is_local:
        return ""
    if not place.folder.is_dir():
        return AWAY
    # Where a stick is not plugged in, its folder may still be there, empty: that is no place without backups.
    return "" if any(place.folder.glob(f"*{SUFFIX}")) else FOREIGN


def _note_looked_at(vault: Vault, done: set[Path]) -> None:
    """A copy that was changed, or came in the place of another, has another size or moment."""
    known = json.loads(vault.setting(_LOOKED_AT, "{}"))
    new = {_name(vault, path): _stamp(path) for path in done}
    there = {_name(vault, path) for path in _databases(vault, backup.places(vault)[0])}
    kept = {name: stamp for name, stamp in {**known, **new}.items() if name in there}
    if kept != known or not vault.setting(_LOOKED_AT):
        vault.set_setting(_LOOKED_AT, json.dumps(kept, sort_keys=True))


def _name(vault: Vault, path: Path) -> str:
    return path.relative_to(vault.path).as_posix()


def _stamp(path: Path) -> list[int]:
    try:
        found = path.stat()
    except OSError:  # taken away since it was listed
        return []
    return [found.st_size, found.st_mtime_ns]


# -- what lies there -----------------------------------------------------------------------------------------


def _databases(vault: Vault, place: Place) -> list[Path]:
    """Every copy there; in the vault also what a program that synchronises made, or what was put aside."""
    if not place.is_local:
        return sorted(p for p in place.folder.glob(f"*{SUFFIX}") if not lies_elsewhere(p))
    found = (folder / name for folder, _, names in _walked(vault.path) for name in names)
    copies = (p for p in found if p.suffix == SUFFIX and not p.name.startswith(".") and not lies_elsewhere(p))
    return sorted(p for p in copies if p != vault.path / DATABASE)


def _links(vault: Vault, place: Place) -> list[Path]:
    """Links to copies, or to a folder that holds some or is to hold them."""
    if not place.is_local:
        linked = (
            [Path(f.path) for f in os.scandir(place.blobs) if f.is_symlink()] if place.blobs.is_dir() else []
        )
        found = [p for p in (*place.folder.glob(f"*{SUFFIX}"), place.blobs) if os.path.lexists(p)]
        return sorted([*linked, *(p for p in found if lies_elsewhere(p))])
    return sorted(_links_beneath(vault.path))


def _links_beneath(vault: Path) -> Iterator[Path]:
    for folder, folders, names in _walked(vault):
        linked = [folder / name for name in (*folders, *names) if lies_elsewhere(folder / name)]
        for path in linked:
            is_folder = path == vault / BACKUPS or path.name in folders and any(path.glob(f"*{SUFFIX}"))
            if is_folder or path.suffix == SUFFIX:
                yield path


def _walked(vault: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Each folder with its folders and files, never through a link or junction."""
    for folder, folders, names in os.walk(vault):
        here = Path(folder)
        yield here, list(folders), names
        folders[:] = [name for name in folders if not lies_elsewhere(here / name)]


# -- one copy ------------------------------------------------------------------------------------------------


def _tried_at(path: Path, place: Place, act: Callable[[], None]) -> list[Rest]:
    try:
        act()
    except KnownError as error:
        # Kept in `nog_te_wissen` and told: what is erased stays erased, the rest is done when it can be.
        return [Rest(str(path), error.code, place.is_local)]
    except OSError:
        return [Rest(str(path), AWAY, place.is_local)]  # pulled out while it was read
    return []


def _take_away_halves(place: Place) -> None:
    """What was being written there and never got its name: it may hold the person too."""
    folders = [place.folder, *([] if lies_elsewhere(place.blobs) else [place.blobs])]
    safefile.remove_files(half for folder in folders for half in folder.glob(_HALVES))


def _erase_in_backup(vault: Vault, place: Place, path: Path, gone: Graves) -> None:
    has_log = database.has_log(path)
    opened = _opened(
        vault, path, database.connect_unprepared, _key_with_log(vault, path) if has_log else None
    )
    try:
        backup.change(
            path,
            opened,
            partial(_bury_in_copy, vault, place, path, gone),
            lambda copy: has_log or graves.is_needed(copy, gone),
        )
    except KnownError as error:
        # Where nothing can be written nothing has to be, when it holds nothing of what went.
        if error.code != "vault.read_only" or _is_needed(vault, path, gone):
            raise


def _key_with_log(vault: Vault, path: Path) -> crypto.Key:
    """The key of a copy with a log of ours: with another's the engine would write over both."""
    key = _key_of(vault, path)
    with _opened(vault, path, key=key) as connection:
        if not _is_left_by_us(path, connection):
            raise KnownError("vault.damaged", pad=str(path), oorzaak="log")
    return key


def _bury_in_copy(vault: Vault, place: Place, path: Path, gone: Graves, copy: Connection) -> None:
    blobs = graves.blobs_of(copy, graves.still_here(copy, (stone.dossier for stone in gone.tombstones)))
    # First: once the backup is changed nobody knows any more which they were.
    _take_away_blobs(place, set(map(vault.blobs.file_of, blobs - _still_named(vault, blobs))))
    graves.bury(copy, gone)
    if graves.is_needed(copy, gone):
        raise KnownError("backup.failed", pad=str(path), oorzaak="wissen")


def _is_left_by_us(path: Path, connection: Connection) -> bool:
    """Whether a log beside a copy is of an erasing that was killed in the midst.

    One from elsewhere does not fit the pages; one of which nothing counts is all that is left of a vault that
    was put aside, unless the copy is a backup.
    """
    is_known = database.log_counts(path) or backup.is_named_as_one(path)
    return is_known and not database.check_pages(connection)


def _holds(vault: Vault, path: Path, gone: Graves) -> bool:
    try:
        return _is_needed(vault, path, gone)
    except (KnownError, OSError):  # what cannot be opened is told by who looks at the backups themselves
        return False


def _is_needed(vault: Vault, path: Path, gone: Graves) -> bool:
    with _opened(vault, path) as connection:
        return graves.is_needed(connection, gone)


def _take_away_blobs(place: Place, names: set[str]) -> None:
    """Never behind a link, in the vault itself as little as at another place: see `_links`."""
    if names and not lies_elsewhere(place.blobs):
        safefile.remove_files(p for p in (place.blobs / name for name in names) if not lies_elsewhere(p))


@contextmanager
def _opened(
    vault: Vault, path: Path, connect: Connect = database.connect_read_only, key: crypto.Key | None = None
) -> Iterator[Connection]:
    """A copy, with the key of the vault or an older one while out of reach of the new."""
    try:
        connection = connect(path, key or vault.key)
    except KnownError as error:
        if error.code != "vault.damaged":
            raise
        connection = connect(path, _key_of(vault, path))
    with closing(connection), database.known_failures(path):
        yield connection


def _key_of(vault: Vault, path: Path) -> crypto.Key:
    found = database.key_that_opens(path, [vault.key, *slots.older_keys(vault.ways(), vault.key)])
    if found is None:
        raise KnownError("vault.damaged", pad=str(path), oorzaak="sleutel")
    return found


def _still_named(vault: Vault, blobs: set[str]) -> set[str]:
    with vault.reading() as connection:
        return {sha256 for sha256 in blobs if naming(connection, sha256)}

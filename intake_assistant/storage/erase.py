"""Erasing: one transaction after which it is gone for everyone, then every page, file and backup (Besl 9.9).

What must still be done stands in `nog_te_wissen` from the first moment, so that a program that was killed, a
disk that was full or a stick that was away only delays it. Done again it does no harm.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from intake_assistant import crypto, safefile
from intake_assistant.errors import KnownError
from intake_assistant.storage import backup, database, entries, graves, slots
from intake_assistant.storage.backup import BACKUPS, SUFFIX, Place
from intake_assistant.storage.blobs import BLOBS, named_by
from intake_assistant.storage.graves import Graves, Tombstone
from intake_assistant.storage.session import DATABASE

if TYPE_CHECKING:
    from intake_assistant.storage.vault import Vault

# Places in the vault itself are named from its folder, which may be moved; all others by their whole path.
_OWN: Final = (DATABASE, BACKUPS)
_BLOB: Final = f"{BLOBS}/"
_HALVES: Final = ".half-*"


@dataclass(frozen=True, slots=True)
class Rest:
    """A place where it could not be erased yet, and why: a code of KnownError, or that the place is away."""

    plaats: str
    oorzaak: str
    is_eigen: bool


@dataclass(frozen=True, slots=True)
class Pending:
    """A place of backups outside the vault: since when something must be erased there, and when it was."""

    plaats: str
    dossier: str
    op: str
    gedaan_op: str


# Who erases and who looks in the background would take away each other's halves.
_one_at_a_time = threading.Lock()
PROOF: Final = "wissing "
"""With the id of the dossier behind it the key of a setting: counts, no person."""
AWAY: Final = "plaats.weg"
FOREIGN: Final = "plaats.leeg"


def erase_dossier(vault: Vault, stone: Tombstone) -> None:
    """Take a dossier out of the vault; `finish` does the rest.

    KnownError `dossier.not_found`, `dossier.erased`.
    """
    with vault.transaction() as connection:
        if stone.dossier in entries.gravestones(connection):
            raise KnownError("dossier.erased", dossier=stone.dossier)
        if not entries.highest_counter(connection, stone.dossier):
            raise KnownError("dossier.not_found", dossier=stone.dossier)
        accept(vault, connection, [stone])


def accept(vault: Vault, connection: Any, stones: Iterable[Tombstone]) -> None:
    """Carry out tombstones, of here or from elsewhere, in a transaction of the caller."""
    known = entries.gravestones(connection)
    stones = tuple(stone for stone in stones if stone.dossier not in known)
    blobs = graves.blobs_of(connection, [stone.dossier for stone in stones])
    graves.bury(connection, Graves(stones))
    for stone in stones:
        plan(vault, connection, stone.dossier, blobs)
    vault.empty_log_afterwards()


def plan(vault: Vault, connection: Any, dossier: str, blobs: Iterable[str] = ()) -> None:
    """Note every place where something of a dossier must go, in the transaction that erased it."""
    away = [str(place.folder) for place in backup.places(vault) if not place.is_local]
    op = today(vault)
    for plaats in (*(f"{_BLOB}{name}" for name in blobs), *_OWN, *away):
        connection.execute("INSERT OR REPLACE INTO nog_te_wissen VALUES(?,?,?,'')", (plaats, dossier, op))


def finish(vault: Vault, *, everywhere: bool = False) -> list[Rest]:
    """Do what is still to be done and can be done now; what remains is tried again the next time.

    With `everywhere` each place that is there is looked at: another stick of the same name may have come.
    """
    with _one_at_a_time:
        rest = [*_finish_own(vault)]
        waiting = set(_open(vault, own=False))
        known = {str(place.folder) for place in backup.places(vault) if not place.is_local and everywhere}
        for plaats in sorted(waiting | known):
            place = backup.place_at(Path(plaats))
            if plaats in waiting or not _why_not(place):
                rest += _finish_place(vault, place)
    return rest


def finish_own(vault: Vault) -> list[Rest]:
    """The same for the vault itself alone: before anything is shown of it."""
    with _one_at_a_time:
        return [*_finish_own(vault)]


def pending(vault: Vault) -> list[Pending]:
    """The places outside the vault, what was erased there and what is still to be."""
    with vault.reading() as connection:
        found = connection.execute("SELECT * FROM nog_te_wissen ORDER BY op, plaats, dossier").fetchall()
    return [Pending(*row) for row in found if not _is_own(row[0])]


def own_pending(vault: Vault) -> set[str]:
    """What is still to be erased in the vault itself: its pages, its backups, files of documents."""
    return set(_open(vault, own=True))


def is_erased(vault: Vault, dossier: str) -> bool:
    """Whether a dossier was erased here."""
    with vault.reading() as connection:
        return dossier in entries.gravestones(connection)


def proofs(vault: Vault) -> list[str]:
    """What was kept of each erasing, as it was kept."""
    with vault.reading() as connection:
        sql = "SELECT waarde FROM setting WHERE substr(sleutel, 1, ?) = ? ORDER BY sleutel"
        return [row[0] for row in connection.execute(sql, (len(PROOF), PROOF))]


def give_up(vault: Vault, plaats: str) -> None:
    """Note that a place is no more: lost, destroyed, or emptied by hand."""
    with vault.transaction() as connection:
        _mark_done(vault, connection, plaats)
        connection.execute("DELETE FROM backupplaats WHERE plaats=?", (plaats,))


def today(vault: Vault) -> str:
    """The day, as a tombstone bears it."""
    return vault.around.clock.today().isoformat()


# -- the vault itself ----------------------------------------------------------------------------------------


def _finish_own(vault: Vault) -> Iterator[Rest]:
    todo = dict.fromkeys(_open(vault, own=True))
    names = [plaats.removeprefix(_BLOB) for plaats in todo if plaats.startswith(_BLOB)]
    if names:
        yield from _tried(vault, BLOBS, partial(_take_away_blobs, vault, names))
    if DATABASE in todo:
        yield from _tried(vault, DATABASE, partial(_compact, vault))
    if BACKUPS in todo:
        yield from _finish_place(vault, backup.places(vault)[0])


def _take_away_blobs(vault: Vault, names: list[str]) -> None:
    safefile.remove_files(vault.path / BLOBS / name for name in names)
    with vault.transaction() as connection:
        connection.executemany(
            "DELETE FROM nog_te_wissen WHERE plaats=?", [(f"{_BLOB}{name}",) for name in names]
        )


def _compact(vault: Vault) -> None:
    with vault.reading() as connection:
        graves.compact(connection)
    with vault.transaction() as connection:
        connection.execute("DELETE FROM nog_te_wissen WHERE plaats=?", (DATABASE,))


def _tried(vault: Vault, plaats: str, act: Callable[[], None]) -> Iterator[Rest]:
    try:
        act()
    except KnownError as error:
        # Kept in `nog_te_wissen` and told: what is erased stays erased, the rest is done when it can be.
        yield Rest(str(vault.path / plaats), error.code, True)


# -- places of backups ---------------------------------------------------------------------------------------


def _finish_place(vault: Vault, place: Place) -> Iterator[Rest]:
    """Each backup for itself, so that one that cannot be opened keeps none of the others."""
    plaats = BACKUPS if place.is_local else str(place.folder)
    away = _why_not(place)
    if away:
        yield Rest(str(place.folder), away, False)
        return
    found: list[Rest] = []
    with vault.reading() as connection:
        gone = graves.read_graves(connection)
    if not place.is_local:
        found += _tried_at(place.folder, place, partial(_take_away_halves, place))
    for path in _databases(vault, place):
        found += _tried_at(path, place, partial(_erase_in_backup, vault, place, path, gone))
    if not found:
        with vault.transaction() as connection:
            _mark_done(vault, connection, plaats)
    yield from found


def _databases(vault: Vault, place: Place) -> list[Path]:
    """Every copy there; in the vault also what a program that synchronises made, or what was put aside."""
    if place.is_local:
        found = vault.path.rglob(f"*{SUFFIX}")
        return sorted(p for p in found if p != vault.path / DATABASE and not p.name.startswith("."))
    return sorted(place.folder.glob(f"*{SUFFIX}"))


def _why_not(place: Place) -> str:
    if place.is_local:
        return ""
    if not place.folder.is_dir():
        return AWAY
    # Where a stick is not plugged in, its folder may still be there, empty: that is no place without backups.
    return "" if any(place.folder.glob(f"*{SUFFIX}")) else FOREIGN


def _tried_at(path: Path, place: Place, act: Callable[[], None]) -> list[Rest]:
    try:
        act()
    except KnownError as error:
        return [Rest(str(path), error.code, place.is_local)]  # told, and tried again: see `_tried`
    except OSError:
        return [Rest(str(path), AWAY, place.is_local)]  # pulled out while it was read
    return []


def _take_away_halves(place: Place) -> None:
    """What was being written there and never got its name: it may hold the person too."""
    safefile.remove_files([*place.folder.glob(_HALVES), *place.blobs.glob(_HALVES)])


def _erase_in_backup(vault: Vault, place: Place, path: Path, gone: Graves) -> None:
    if database.has_log(path):
        # No backup of ours has one: half of what is in it stands elsewhere.
        raise KnownError("vault.damaged", pad=str(path), oorzaak="log")
    key = _key_of(vault, path)
    with closing(database.connect_read_only(path, key)) as connection, database.known_failures(path):
        if not graves.is_needed(connection, gone):
            return
        blobs = graves.blobs_of(connection, [stone.dossier for stone in gone.tombstones])
    # First: once the backup is rewritten nobody knows any more which they were.
    safefile.remove_files(place.blobs / name for name in blobs - _still_named(vault, blobs))
    backup.rewrite(path, key, lambda copy: _bury_in_copy(copy, path, gone))
    with closing(database.connect_read_only(path, key)) as connection, database.known_failures(path):
        if graves.is_needed(connection, gone):
            raise KnownError("backup.failed", pad=str(path), oorzaak="wissen")


def _key_of(vault: Vault, path: Path) -> crypto.Key:
    """The key of a backup: that of the vault, or an older one while it was out of reach of the new one."""
    older = slots.older_keys(vault.ways(), vault.key)
    key = database.key_that_opens(path, [vault.key, *older])
    if key is None:
        raise KnownError("vault.damaged", pad=str(path), oorzaak="sleutel")
    return key


def _bury_in_copy(copy: Any, path: Path, gone: Graves) -> None:
    with database.transaction(copy, path):
        graves.bury(copy, gone)
    graves.compact(copy)


def _still_named(vault: Vault, names: set[str]) -> set[str]:
    with vault.reading() as connection:
        return names & named_by(connection)


# -- what is to be done --------------------------------------------------------------------------------------


def _is_own(plaats: str) -> bool:
    return plaats in _OWN or plaats.startswith(_BLOB)


def _open(vault: Vault, *, own: bool) -> Iterator[str]:
    with vault.reading() as connection:
        found = connection.execute(
            "SELECT DISTINCT plaats FROM nog_te_wissen WHERE gedaan_op='' ORDER BY plaats"
        ).fetchall()
    return (plaats for (plaats,) in found if _is_own(plaats) == own)


def _mark_done(vault: Vault, connection: Any, plaats: str) -> None:
    if _is_own(plaats):
        connection.execute("DELETE FROM nog_te_wissen WHERE plaats=?", (plaats,))
    else:
        connection.execute(
            "UPDATE nog_te_wissen SET gedaan_op=? WHERE plaats=? AND gedaan_op=''", (today(vault), plaats)
        )

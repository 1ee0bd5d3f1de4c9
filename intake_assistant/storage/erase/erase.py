"""Erasing: one transaction after which it is gone for everyone, then every page, file and backup (Besl 9.9).

What must still be done stands in `nog_te_wissen` from the first moment, so that a program that was killed, a
disk that was full or a stick that was away only delays it. Done again it does no harm.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake_assistant import safefile
from intake_assistant.domain.entry import Tombstone
from intake_assistant.errors import KnownError
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.backup import backup
from intake_assistant.storage.backup.backup import BACKUPS, Place
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries import entries
from intake_assistant.storage.entries.blobs import BLOBS
from intake_assistant.storage.erase import copying, graves
from intake_assistant.storage.erase.copying import LINKED, Rest
from intake_assistant.storage.erase.graves import Graves
from intake_assistant.storage.erase.sweep import lies_elsewhere

if TYPE_CHECKING:
    from intake_assistant.storage.entries.vault import Vault

# Places in the vault itself are named from its folder, which may be moved; all others by their whole path.
_OWN: Final = (DATABASE, BACKUPS)
_BLOB: Final = f"{BLOBS}/"


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


def accept(vault: Vault, connection: Connection, stones: Iterable[Tombstone]) -> None:
    """Carry out tombstones, of here or from elsewhere, in a transaction of the caller."""
    known = entries.gravestones(connection)
    stones = tuple(stone for stone in stones if stone.dossier not in known)
    named = graves.blobs_of(connection, [stone.dossier for stone in stones])
    files = sorted(map(vault.blobs.file_of, named))
    graves.bury(connection, Graves(stones))
    for stone in stones:
        plan(vault, connection, stone.dossier, files)
    vault.empty_log_afterwards()


def erased_values(vault: Vault, connection: Connection, dossier: str) -> None:
    """Carry on with values of a dossier that were erased, here or elsewhere, in that transaction."""
    graves.forget_typed(connection, dossier)
    plan(vault, connection, dossier)
    vault.empty_log_afterwards()


def plan(vault: Vault, connection: Connection, dossier: str, files: Iterable[str] = ()) -> None:
    """Note every place where something of a dossier must go, in the transaction that erased it."""
    away = [str(place.folder) for place in backup.places(vault) if not place.is_local]
    op = today(vault)
    for plaats in (*(f"{_BLOB}{name}" for name in files), *_OWN, *away):
        connection.execute("INSERT OR REPLACE INTO nog_te_wissen VALUES(?,?,?,'')", (plaats, dossier, op))


def finish(vault: Vault, progress: Progress = UNWATCHED, *, everywhere: bool = False) -> list[Rest]:
    """Do what is still to be done and can be done now; what remains is tried again the next time.

    With `everywhere` each place that is there is looked at: another stick of the same name may have come.
    """
    with _one_at_a_time:
        own, elsewhere = progress.parts(1, 1)
        rest = [*_finish_own(vault, own, everywhere=everywhere)]
        waiting = set(_open(vault, own=False))
        known = {str(place.folder) for place in backup.places(vault) if not place.is_local and everywhere}
        todo = sorted(waiting | known)
        for plaats, part in zip(todo, elsewhere.parts(*(1 for _ in todo)), strict=True):
            place = backup.place_at(Path(plaats))
            if plaats in waiting or not copying.why_not(place):
                rest += _finish_place(vault, place, part)
        progress.done()
    return rest


def finish_own(vault: Vault) -> list[Rest]:
    """The same for the vault itself, with each copy that came back: before anything is shown of it."""
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


def tombstones(vault: Vault) -> list[Tombstone]:
    """All dossiers that were erased here, by their id."""
    with vault.reading() as connection:
        return list(graves.read_tombstones(connection))


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


def _finish_own(vault: Vault, progress: Progress = UNWATCHED, *, everywhere: bool = False) -> Iterator[Rest]:
    todo = dict.fromkeys(_open(vault, own=True))
    names = [plaats.removeprefix(_BLOB) for plaats in todo if plaats.startswith(_BLOB)]
    linked = set(_linked_blobs(vault, names))
    if linked:
        yield Rest(str(vault.path / BLOBS), LINKED, True)
    if set(names) - linked:
        yield from _tried(vault, BLOBS, partial(_take_away_blobs, vault, sorted(set(names) - linked)))
    if DATABASE in todo:
        yield from _tried(vault, DATABASE, partial(_empty_log, vault))
    if BACKUPS in todo or everywhere:
        yield from _finish_place(vault, backup.places(vault)[0], progress)
    else:
        yield from _finish_came_back(vault)


def _linked_blobs(vault: Vault, names: list[str]) -> list[str]:
    """Taking away a link leaves what it leads to; and of a folder elsewhere nothing is ours to take away."""
    folder = vault.path / BLOBS
    return names if lies_elsewhere(folder) else [name for name in names if lies_elsewhere(folder / name)]


def _take_away_blobs(vault: Vault, names: list[str]) -> None:
    safefile.remove_files(vault.path / BLOBS / name for name in names)
    with vault.transaction() as connection:
        connection.executemany(
            "DELETE FROM nog_te_wissen WHERE plaats=?", [(f"{_BLOB}{name}",) for name in names]
        )


def _empty_log(vault: Vault) -> None:
    """No page holds it any more; a log that could not be written into them does."""
    vault.empty_log()
    with vault.transaction() as connection:
        connection.execute("DELETE FROM nog_te_wissen WHERE plaats=?", (DATABASE,))


def _tried(vault: Vault, plaats: str, act: Callable[[], None]) -> Iterator[Rest]:
    try:
        act()
    except KnownError as error:
        # Kept in `nog_te_wissen` and told: what is erased stays erased, the rest is done when it can be.
        yield Rest(str(vault.path / plaats), error.code, True)


# -- places of backups ---------------------------------------------------------------------------------------


def _finish_place(vault: Vault, place: Place, progress: Progress) -> list[Rest]:
    plaats = BACKUPS if place.is_local else str(place.folder)
    before = vault.erasures
    found = copying.clean(vault, place, progress=progress)
    with vault.transaction() as connection:
        if not found and vault.erasures == before:
            # What was erased meanwhile stands there as well, and is yet to be done.
            _mark_done(vault, connection, plaats)
        elif found and copying.why_not(place) == "":
            _mark_open(vault, connection, plaats)
    return found


def _finish_came_back(vault: Vault) -> list[Rest]:
    """Copies that were not there when their place was called clean."""
    came = copying.came_back(vault)
    found = copying.clean(vault, backup.places(vault)[0], came) if came else []
    if found:
        with vault.transaction() as connection:
            _mark_open(vault, connection, BACKUPS)
    return found


# -- what is to be done --------------------------------------------------------------------------------------


def _is_own(plaats: str) -> bool:
    return plaats in _OWN or plaats.startswith(_BLOB)


def _open(vault: Vault, *, own: bool) -> Iterator[str]:
    with vault.reading() as connection:
        found = connection.execute(
            "SELECT DISTINCT plaats FROM nog_te_wissen WHERE gedaan_op='' ORDER BY plaats"
        ).fetchall()
    return (plaats for (plaats,) in found if _is_own(plaats) == own)


def _mark_open(vault: Vault, connection: Connection, plaats: str) -> None:
    """What was called clean is so no longer; it may hold anybody."""
    if _is_own(plaats):
        sql = "INSERT OR IGNORE INTO nog_te_wissen VALUES(?,'',?,'')"
        connection.execute(sql, (plaats, today(vault)))
    else:
        connection.execute("UPDATE nog_te_wissen SET gedaan_op='' WHERE plaats=?", (plaats,))


def _mark_done(vault: Vault, connection: Connection, plaats: str) -> None:
    if _is_own(plaats):
        connection.execute("DELETE FROM nog_te_wissen WHERE plaats=?", (plaats,))
    else:
        connection.execute(
            "UPDATE nog_te_wissen SET gedaan_op=? WHERE plaats=? AND gedaan_op=''", (today(vault), plaats)
        )

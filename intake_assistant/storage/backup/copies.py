"""The second place: a stick or a share where each backup goes too, with its blobs and the key slots."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.domain.entry import clean_text
from intake_assistant.errors import KnownError
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.backup import backup, blob_copies, ladder, marks
from intake_assistant.storage.backup.backup import HALVES, Backup
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries.blobs import BLOBS
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys import rekey, slots
from intake_assistant.storage.keys.slots import SLOTS_FILE

_MOST_TWINS = 20


def refuse_place(vault: Path, place: Path) -> None:
    """Refuse what goes when a vault goes; KnownError `backup.place_in_vault`, `backup.place_gone`."""
    if not safefile.is_folder(place):
        raise KnownError("backup.place_gone", plaats=str(place))
    if not _is_text(place):
        raise KnownError("path.unreachable", pad=str(place), oorzaak="geen_utf8")
    inside, around = place.resolve(), vault.resolve()
    vaults = [around, *(f for f in (inside, *inside.parents) if safefile.is_file(f / DATABASE))]
    if any(f == inside or f in inside.parents for f in vaults):
        raise KnownError("backup.place_in_vault", plaats=str(place))


def _is_text(place: Path) -> bool:
    try:
        return bool(str(place).encode())
    except UnicodeEncodeError:
        return False


def is_same_disk(vault: Path, place: Path) -> bool:
    """Whether a broken disk would take both."""
    try:
        return place.stat().st_dev == vault.stat().st_dev
    except OSError:
        return False


def copy_to(
    vault: Vault, place: Path, made: Backup, progress: Progress = UNWATCHED, *, anew: bool = False
) -> Path:
    """Copy a backup of this vault to another place; returns its folder there.

    KnownError `backup.place_gone` when the place is not there, or (unless `anew`) what was made there before:
    a stick that is not plugged in. Also `backup.place_in_vault`, `backup.failed`, `disk.full`.
    """
    try:
        return _copy_to(vault, place, made, progress, anew=anew)
    except (OSError, KnownError) as error:
        if isinstance(error, OSError) or not safefile.is_folder(place):
            raise KnownError("backup.place_gone", plaats=str(place)) from error
        raise


def _copy_to(vault: Vault, place: Path, made: Backup, progress: Progress, *, anew: bool) -> Path:
    refuse_place(vault.path, place)
    folder = _folder_at(vault, place)
    if not anew and _was_used(vault, folder) and not folder.is_dir():
        raise KnownError("backup.place_gone", plaats=str(place))
    _note(vault, folder, None)
    safefile.make_folder(folder / BLOBS)
    _sweep(folder)
    marks.put_mark(vault, folder)
    of_blobs, of_database = progress.parts(1, 1)
    blob_copies.bring_blobs(vault, folder, of_blobs)
    _copy_slots(vault, folder)
    _copy_database(vault, folder, made, of_database)
    ladder.thin_out(vault, folder)
    _note(vault, folder, made)
    return folder


def folders_at(place: Path, kluis: str) -> list[Path]:
    """The folders at a place that hold backups of a vault, by its id."""
    try:
        found = [place, *place.iterdir()] if safefile.is_folder(place) else []
    except OSError:  # one that may be entered but not listed
        found = [place]
    return sorted(f for f in found if vault_of(f) == kluis)


def vault_of(folder: Path) -> str:
    """The id of the vault whose slots lie here, or an empty string."""
    try:
        return slots.read_slots(folder)[0]
    except KnownError:  # whose it was cannot be known any more
        return ""


def _folder_at(vault: Vault, place: Path) -> Path:
    """The folder of this vault; one of its own when another computer writes copies of the same vault."""
    kluis = vault.kluis
    mine = [f for f in folders_at(place, kluis) if marks.is_mine(vault, f)]
    if mine:
        return mine[0]
    # A name that is no text could not be remembered.
    name = f"{clean_text(vault.path.stem)}-{kluis[:8]}"
    names = [name, *(f"{name}-{nummer}" for nummer in range(2, _MOST_TWINS))]
    return next(f for naam in names if _is_free(f := place / naam) or marks.is_mine(vault, f))


def _is_free(folder: Path) -> bool:
    """Nobody's yet: also when whoever made it was killed before the mark was there, which comes first."""
    return not (folder / marks.MARK).exists() and not backup.list_backups(folder)


def _was_used(vault: Vault, folder: Path) -> bool:
    with vault.reading() as connection:
        sql = "SELECT 1 FROM backupplaats WHERE plaats=? AND laatst_op<>''"
        return connection.execute(sql, (str(folder),)).fetchone() is not None


def _note(vault: Vault, folder: Path, made: Backup | None) -> None:
    """Before anything is there already: what is erased must be erased there too."""
    with vault.transaction() as connection:
        connection.execute("INSERT OR IGNORE INTO backupplaats VALUES(?,'')", (str(folder),))
        if made is not None:
            moment = made.op.isoformat(timespec="seconds")
            connection.execute("UPDATE backupplaats SET laatst_op=? WHERE plaats=?", (moment, str(folder)))


def _sweep(folder: Path) -> None:
    for half in [*folder.glob(HALVES), *(folder / BLOBS).glob(HALVES)]:
        with suppress(OSError):  # it says nothing to anyone; the next time tries again
            half.unlink()


def _copy_slots(vault: Vault, folder: Path) -> None:
    body, there = rekey.own_slots(vault), folder / SLOTS_FILE
    if not there.is_file() or there.read_bytes() != body:
        safefile.write_bytes(there, body, overwrite=True)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()


def _copy_database(vault: Vault, folder: Path, made: Backup, progress: Progress) -> None:
    target, half = folder / made.path.name, folder / f".half-{made.path.name}"
    try:
        with vault.reading() as connection:
            mark, key = backup.state_of(vault, connection), bytes(vault.key)
        safefile.copy_file(made.path, half)
        progress.tell(1, 3)
        progress.go_on()
        safefile.flush_file(half)
        if _digest(half) != _digest(made.path):
            raise KnownError("backup.failed", pad=str(folder), oorzaak="inhoud")
        backup.confirm(half, key)
        progress.go_on()
        with vault.reading() as connection:
            if backup.state_of(vault, connection) != mark:
                raise KnownError("backup.failed", pad=str(folder), oorzaak="intussen_gewist")
            safefile.put_in_place(half, target, overwrite=True)
        progress.done()
    finally:
        with suppress(OSError):  # the stick may be gone
            half.unlink()

"""Out of a damaged vault: what can be read goes into a new one, or the last good backup comes back.

The damaged files are never changed and never thrown away.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from intake_assistant import crypto, safefile
from intake_assistant.errors import KnownError
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.backup.backup import BACKUPS, Backup, copy_whole, list_backups, verify
from intake_assistant.storage.damage.salvage import Salvaged
from intake_assistant.storage.engine import aside, database, halves
from intake_assistant.storage.engine.lock import FolderLock
from intake_assistant.storage.engine.opening import create_vault, open_vault
from intake_assistant.storage.engine.session import DATABASE, Surroundings
from intake_assistant.storage.entries import entries
from intake_assistant.storage.entries.vault import Vault

# As they are in the vault that is made: only what the rows of a dossier bring with them is not here. What was
# sent to whom is not either: a next file then holds everything once more.
_TAKEN_ALONG = ("device", "tombstone", "setting", "concepttekst", "access_log", "export_log", "nog_te_wissen")


def refuse_other_form(path: Path, key: crypto.Key) -> None:
    """Refuse what is no damaged vault but one of another form; KnownError `vault.older`, `vault.newer`."""
    try:
        with closing(database.connect_read_only(path / DATABASE, key)) as connection:
            database.refuse_other_form(connection, path)
    except KnownError as error:
        if error.code in ("vault.older", "vault.newer"):
            raise


def last_good_backup(path: Path, key: crypto.Key) -> Backup | None:
    """The newest backup of a vault that opens and of which every page is sound."""
    for found in list_backups(path / BACKUPS):
        try:
            verify(found.path, key)
        except (KnownError, OSError):  # the next one may be good; `vault check` names those that are not
            continue
        return found
    return None


def save(
    left: Salvaged, new: Path, passphrase: str, around: Surroundings, progress: Progress = UNWATCHED
) -> list[str]:
    """Save all that is left in a new vault, whole or not at all; returns the groups of its recovery key.

    KnownError `vault.exists`, `output.not_writable`, `disk.full`, `rescue.failed`.
    """
    with halves.made_beside(new, "vault.exists") as half:
        settings = {naam: left.setting(naam) for naam in ("naam", "rol", "gemeente")}
        groups = create_vault(half, passphrase, around, settings)
        with open_vault(half, passphrase, around) as vault:
            filling, comparing = progress.parts(4, 1)
            _fill(vault, left, filling)
            progress.go_on()
            _compare(vault, left)
            comparing.done()
            vault.log_access("gered")
    return groups


def _fill(vault: Vault, left: Salvaged, progress: Progress) -> None:
    with left.reading() as source, vault.transaction() as connection:
        if left.has_own_device:
            # The laptop stays who it was for colleagues.
            connection.execute("DELETE FROM device")
        for table in _TAKEN_ALONG if left.has_own_device else _TAKEN_ALONG[1:]:
            for row in source.execute(f"SELECT * FROM {table}"):
                connection.execute(f"INSERT OR REPLACE INTO {table} VALUES({','.join('?' * len(row))})", row)
    of_dossiers, of_blobs = progress.parts(3, 1)
    for dossier in of_dossiers.each(left.dossiers()):
        vault.union(left.entries(dossier))
    for naam in of_blobs.each(left.blobs.files()):
        content = left.blobs.read_file(naam)
        if content is not None:
            vault.blobs.put(content)


def _compare(vault: Vault, left: Salvaged) -> None:
    """A vault that is to be relied on from now on is looked at before it gets its name."""
    with vault.reading() as connection:
        problems = database.check_pages(connection)
        with left.reading() as source:
            of_each = ((entries.ids_of(source, d), entries.ids_of(connection, d)) for d in left.dossiers())
            is_all = all(kept >= expected for expected, kept in of_each)
    if problems or not is_all:
        raise KnownError("rescue.failed", pad=str(vault.path))


def put_back(path: Path, key: crypto.Key, backup: Backup, around: Surroundings) -> Path:
    """Put a backup in the place of the damaged database; returns the folder that keeps the damaged files.

    KnownError `vault.damaged` when the backup is none, `vault.in_use`, `output.not_writable`, `disk.full`.
    """
    verify(backup.path, key)
    half, lock = path / f".half-terug-{DATABASE}", FolderLock(path)
    try:
        copy_whole(backup.path, half, key)
        parts = (database.beside(path / DATABASE, e) for e in ("", database.LOG, "-shm", database.JOURNAL))
        kept = aside.put_aside(path, [part for part in parts if part.exists()], around.clock.today())
        safefile.put_in_place(half, path / DATABASE)
        # What was promised of the damaged one is not what this one holds.
        lock.release()
    finally:
        half.unlink(missing_ok=True)
        lock.withdraw()
    return kept

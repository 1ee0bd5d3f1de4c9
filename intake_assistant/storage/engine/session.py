"""An open database with its fences: one transaction at a time, one process, the log emptied when it must."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from intake_assistant import crypto, safefile
from intake_assistant.domain.ports import Clock, Randomness
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine import database, stand
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.engine.lock import FolderLock
from intake_assistant.storage.engine.stand import Gemis, Stand
from intake_assistant.storage.entries import blobs
from intake_assistant.storage.keys import slots
from intake_assistant.storage.keys.slots import SlotFile

DATABASE = "vault.db"
_ROOM_BESIDE = 1 << 16
"""What is written beside the pages: the slots, a setting, the log's own heads."""


@dataclass(frozen=True, slots=True)
class Device:
    """This laptop: its name for others and its keys."""

    id: str
    naam: str
    rol: str
    public: bytes
    recipient: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the outside passes in: clock, chance, the cost of a passphrase slot, the municipality's key."""

    clock: Clock
    random: Randomness
    cost: crypto.Argon2Cost | None = None
    """Of a new passphrase; None is what this computer can bear."""
    recipient: str = ""
    """The age recipient of the municipality, from the administrator's policy."""
    met: str = ""
    """With what a vault is opened, for who finds it in use: the window, or the words of a command."""
    wall: Clock | None = None
    """The clock of the computer, by which one waits after wrong passphrases; None is `clock`."""

    def new_cost(self, old: crypto.Argon2Cost = crypto.FLOOR) -> crypto.Argon2Cost:
        """The cost for a new passphrase, no less than the old one's; finding it out takes a few seconds."""
        if self.cost:
            return self.cost
        # A computer that happens to be busy would find less.
        return max(crypto.tune(), old, key=lambda cost: cost.memory * cost.passes)


class _Damage:
    """Around all that is asked: after damage the engine refuses to write as if it might not.

    The reason stays the damage. Written out, as `database.known_failures` is.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.is_met = False

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if not isinstance(error, KnownError):
            return
        # A document that is lost leaves the database as it should be.
        self.is_met |= error.code == "vault.damaged" and error.facts.get("oorzaak") != "blob"
        if self.is_met and error.code == "vault.read_only":
            raise KnownError("vault.damaged", pad=str(self._path), oorzaak="alleen_lezen") from error


class Session:
    """The connection of a vault, used by one thread at a time; without a lock it can only be read."""

    municipality_came = False
    """Whether the municipality got its own way in at this opening, by a new rule of the administrator."""
    old_copy_came = False
    """Whether an old copy with a key from before was found at this opening."""
    old_log_came = False
    """Whether a log of an earlier day lay beside the database at this opening, and was put aside."""
    gemis: Gemis | None = None
    """What was kept and was not there any more at this opening."""

    def __init__(
        self,
        path: Path,
        key: crypto.Key,
        connection: Connection,
        lock: FolderLock | None,
        around: Surroundings,
    ) -> None:
        self.path = path
        # As text: of a path it would be made anew for each answer.
        self._database = str(path / DATABASE)
        self.around = around
        self.key = bytearray(key)
        self.kluis = ""
        """The id of the vault, by the slots that opened it."""
        self._connection = connection
        self._written = 0
        self._lock = lock
        self._mutex = threading.RLock()
        self._must_empty_log, self._damage = False, _Damage(path)
        self._file: BinaryIO | None = None
        self._is_shut = False
        self._beside = 0
        self.erasures = 0
        """How often something was erased since it was opened."""
        self.device = self._read_device()
        with self.reading():
            self.stand = stand.read(connection)
            self.blobs = blobs.BlobStore(path, connection, around.random)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be recorded in it: a backup that is looked into, or a damaged vault."""
        return self._lock is None

    def ways(self) -> SlotFile:
        """The ways in as they lie in the folder now; KnownError `vault.foreign_slots`."""
        return slots.read_own(self.path, self.key, self.kluis)

    def close(self) -> None:
        """Close the database, wipe the keys and give the folder free."""
        with self._mutex:
            is_closed = False
            try:
                is_closed = self._shut()
            finally:
                self._connection.close()
                if self._file is not None:
                    self._file.close()
                self.blobs.close()
                crypto.wipe(self.key)
                if self._lock is not None:
                    # A log that could not be written into the pages holds what was promised.
                    self._lock.release(is_closed=is_closed and not database.has_log(self.path / DATABASE))

    def _shut(self) -> bool:
        """Note in the pages that nothing is missing without a log; returns whether that is so."""
        if self._is_shut or self.read_only:
            return True
        self._is_shut = True
        try:
            self._refuse_unwritable()
            self._move_on(is_open=False)
        except KnownError:  # on a full disk, or a stick that is gone: what was promised stays promised
            return False
        return True

    @contextmanager
    def closed_on_failure(self) -> Iterator[None]:
        """Give the folder free when what belongs to opening fails: who tries again is not *in use*."""
        try:
            yield
        except BaseException:
            self.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing, blobs too; inside another transaction of this vault it is a part of that one."""
        with self._mutex:
            if self._connection.in_transaction and not self.read_only:
                with self._damage, database.known_failures(self.path):
                    yield self._connection
                return
            self._refuse_unwritable()
            self._show_open()
            before = self._connection.total_changes
            with (
                self.blobs.gone_on_failure(lambda: blobs.files_named_by(self._connection)),
                self._damage,
                database.transaction(self._connection, self.path),
            ):
                yield self._connection
                reached = self._reached(before)
            self._promise(reached)
            if self._must_empty_log:
                self._empty_if_there_is_room()

    @contextmanager
    def part(self) -> Iterator[Connection]:
        """A part of a transaction that may fail by itself: nothing of it stays then, blobs neither."""
        with self.transaction() as connection, self.blobs.gone_with_part():
            connection.execute("SAVEPOINT part")
            try:
                yield connection
            except BaseException:
                # A number that was given within is nobody's again, and goes to another.
                connection.known.clear()
                # After some failures the engine has rolled back all of it already.
                if connection.in_transaction:
                    connection.execute("ROLLBACK TO part")
                    connection.execute("RELEASE part")
                raise
            connection.execute("RELEASE part")

    @contextmanager
    def trying(self) -> Iterator[Connection]:
        """The connection, for what has to be a transaction and of which nothing stays."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            finally:
                database.roll_back(connection)

    def _show_open(self) -> None:
        """Before the first change: a copy of the pages alone shows from then on that a log belongs to it."""
        if self.stand.is_open or self._lock is None or not self._lock.can_promise:
            return
        with suppress(KnownError):  # what is changed now meets the same full disk, and says so
            self._move_on(is_open=True)
            self.empty_log()

    def _move_on(self, *, is_open: bool) -> None:
        if self.stand.is_open != is_open:
            reached = Stand(self.stand.nummer + 1, is_open)
            with self._damage, database.transaction(self._connection, self.path):
                stand.write(self._connection, reached)
            self._beside += 1
            self._promise(reached)

    def _reached(self, before: int) -> Stand:
        """How far a transaction came, noted in it; one that changed nothing came no further."""
        if self._connection.total_changes == before:
            return self.stand
        reached = Stand(self.stand.nummer + 1, self.stand.is_open)
        stand.write(self._connection, reached)
        return reached

    def _promise(self, reached: Stand) -> None:
        self.stand = reached
        if self._lock is not None:
            self._lock.promise(reached.nummer)

    def _refuse_unwritable(self) -> None:
        if self.read_only:
            raise KnownError("vault.read_only", pad=str(self.path), oorzaak="alleen_lezen")
        # A file that was taken away takes writing still, and is gone with the process.
        if not os.path.exists(self._database):
            raise KnownError("vault.read_only", pad=str(self.path), oorzaak="ontbreekt")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection, for reading."""
        with self._mutex, self._damage, database.known_failures(self.path):
            yield self._connection

    def empty_log_afterwards(self) -> None:
        """Have the log cut off as soon as the outermost transaction is done: an erased value stands in it."""
        self._must_empty_log = True
        self.erasures += 1

    def empty_log(self) -> None:
        """Write the log into the pages and cut it off."""
        with self.reading() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._must_empty_log = False

    def _empty_if_there_is_room(self) -> None:
        try:
            self.empty_log()
        except KnownError as error:
            # All of it is stored, and that is what is told: the next one cuts the log off.
            if error.code != "disk.full":
                raise

    def snapshot(self, temporary: Path) -> None:
        """Copy the database as it is now, byte for byte.

        Others wait a tenth of what the engine's own copying takes: nobody who types notices.
        """
        with self.reading():
            was_open = self.stand.is_open
            # Of a backup nothing is missing without a log.
            self._move_on(is_open=False)
            self.empty_log()
            if self._file is None:
                # It stays open: closing any opening of the file gives up the engine's own locks (POSIX).
                self._file = (self.path / DATABASE).open("rb")
            try:
                safefile.copy_open_file(self._file, temporary)
            finally:
                if was_open:
                    self._show_open()

    def changes(self) -> int:
        """How many rows were written since it was opened."""
        with self.reading() as connection:
            return self._written + int(connection.total_changes) - self._beside

    @contextmanager
    def uncounted(self) -> Iterator[None]:
        """What is written within is no change: it can be made again from what was recorded."""
        with self._mutex:
            before = self.changes()
            try:
                yield
            finally:
                self._beside += self.changes() - before

    def refuse_without_room(self) -> None:
        """Raise KnownError `disk.full` when every page would not fit once more beside those there are.

        That is what another key takes, and an engine that ran full in the middle has lost its key.
        """
        size = (self.path / DATABASE).stat().st_size
        if shutil.disk_usage(self.path).free < size + size // 20 + _ROOM_BESIDE:
            raise KnownError("disk.full", pad=str(self.path))

    def give_key(self, key: crypto.Key) -> None:
        """Encrypt every page anew, in one transaction of the engine; killed, it is the old key or the new.

        When it fails the vault is as it was before, and works. KnownError `disk.full` and others.
        """
        with self._mutex:
            self._refuse_unwritable()
            self.refuse_without_room()
            self.empty_log()
            failure = self._rekeyed(key)
            if self._open_again([key, bytes(self.key)]) == key:
                crypto.wipe(self.key)
                self.key[:] = key
                failure = None
            with self.reading() as connection:
                self.blobs.take_keys(blobs.read_keys(connection))
            if failure is not None:
                raise failure

    def _rekeyed(self, key: crypto.Key) -> BaseException | None:
        try:
            with self.reading() as connection:
                database.tell_key(connection, "rekey", key)
        except BaseException as error:  # noqa: BLE001  # raised by the caller, once the vault works again
            return error
        return KnownError("disk.full", pad=str(self.path))

    def _open_again(self, keys: list[crypto.Key]) -> crypto.Key:
        """Open the database with the first key that fits; after a failure the connection knows none."""
        self._written += int(self._connection.total_changes)
        self._connection.close()
        if self._file is not None:
            self._file.close()
            self._file = None
        self._damage.is_met = False
        key = database.key_that_opens(self.path / DATABASE, keys)
        self._connection = database.connect(self.path / DATABASE, keys[-1] if key is None else key)
        return keys[-1] if key is None else key

    def _read_device(self) -> Device:
        with self.reading() as connection:
            row = connection.execute(
                "SELECT id, naam, rol, public, recipient FROM device WHERE private IS NOT NULL"
            ).fetchone()
        if row is None:
            raise KnownError("vault.damaged", pad=str(self.path), oorzaak="device")
        return Device(*row)

"""A vault: one folder with the encrypted database, its key slots and its blobs (design 5)."""

from __future__ import annotations

import json
import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant import crypto
from intake_assistant.domain.dossier import Dossier, Row
from intake_assistant.domain.entry import Entry, clean_text, erased_target
from intake_assistant.domain.ports import Clock, Randomness
from intake_assistant.errors import KnownError
from intake_assistant.storage import database, entries, projections, schema, slots
from intake_assistant.storage.blobs import BlobStore
from intake_assistant.storage.lock import FolderLock

DATABASE = "vault.db"


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
    """What the outside passes in: clock, chance, and the cost of a new passphrase slot."""

    clock: Clock
    random: Randomness
    cost: crypto.Argon2Cost = crypto.TUNED


class Vault:
    """An open vault; close it, or use it in a with statement."""

    def __init__(
        self, path: Path, key: bytes, connection: Any, lock: FolderLock, around: Surroundings
    ) -> None:
        self.path = path
        self.around = around
        self.blobs = BlobStore(path, key, around.random)
        self._connection = connection
        self._lock = lock
        self._mutex = threading.RLock()
        self.device = self._read_device()

    # -- life ------------------------------------------------------------------------------------------------

    def __enter__(self) -> Vault:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database and give the folder free."""
        with self._mutex:
            self._connection.close()
            self._lock.release()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, blobs too; inside another transaction of this vault it is a part of that one."""
        with self._mutex:
            self._refuse_absent()
            outer = nullcontext() if self._connection.in_transaction else self.blobs.gone_on_failure()
            with outer, database.transaction(self._connection, self.path):
                yield

    def _refuse_absent(self) -> None:
        # A file that was taken away takes writing still, and is gone with the process.
        if not (self.path / DATABASE).exists():
            raise KnownError("vault.read_only", pad=str(self.path), oorzaak="ontbreekt")

    @contextmanager
    def _reading(self) -> Iterator[Any]:
        with self._mutex, database.known_failures(self.path):
            yield self._connection

    # -- entries ---------------------------------------------------------------------------------------------

    def append(self, entry: Entry, row: Row | None) -> None:
        """Add an entry made here, and bring the projections up to it; `row` is what its subject said."""
        target = erased_target(entry.header.subject)
        with self.transaction():
            entries.insert(self._connection, entry)
            if target:
                entries.carry_out_erasures(self._connection, entry.header.dossier)
                projections.rebuild_dossier(self._connection, entry.header.dossier)
            else:
                projections.append(self._connection, entry, row)
        if target:
            self._empty_log()

    def union(self, found: Iterable[Entry]) -> set[str]:
        """Add entries from elsewhere; returns the dossiers that changed. Erased dossiers stay away."""
        with self.transaction():
            gone = {r[0] for r in self._connection.execute("SELECT dossier FROM tombstone")}
            kept = [e for e in found if e.header.dossier not in gone]
            changed = entries.union(self._connection, kept)
            for dossier in changed:
                projections.rebuild_dossier(self._connection, dossier)
        if any(erased_target(e.header.subject) for e in kept):
            self._empty_log()
        return changed

    def _empty_log(self) -> None:
        """Write the log into the pages and cut it off: an erased value would still stand in it."""
        with self._reading() as connection:
            if not connection.in_transaction:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def entries(self, dossier: str) -> list[Entry]:
        """The entries of a dossier, ordered by (counter, id)."""
        with self._reading() as connection:
            return entries.read_all(connection, dossier)

    def dossiers(self) -> list[str]:
        """The ids of all dossiers."""
        with self._reading() as connection:
            return [r[0] for r in connection.execute("SELECT dossier FROM p_overzicht ORDER BY dossier")]

    def next_counter(self, dossier: str) -> int:
        """One more than the highest counter known in the dossier."""
        with self._reading() as connection:
            return entries.highest_counter(connection, dossier) + 1

    def row(self, dossier: str, subject: str) -> Row | None:
        """The row of one subject."""
        with self._reading() as connection:
            return projections.read_row(connection, dossier, subject)

    def dossier(self, id: str) -> Dossier:
        """Everything current about a dossier; raises KnownError `dossier.not_found`."""
        with self._reading() as connection:
            found = connection.execute("SELECT onvolledig FROM p_overzicht WHERE dossier=?", (id,)).fetchone()
            if found is None:
                raise KnownError("dossier.not_found", dossier=id)
            return Dossier(id, projections.read_rows(connection, id), onvolledig=bool(found[0]))

    def all_ids(self) -> list[str]:
        """The ids of all entries and of all tombstones, for the digest."""
        with self._reading() as connection:
            graves = [f"tombstone {r[0]}" for r in connection.execute("SELECT dossier FROM tombstone")]
            return sorted([*entries.all_ids(connection), *graves])

    # -- derived ---------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Drop every projection and make it again from the entries."""
        with self.transaction():
            projections.rebuild_all(self._connection)

    def projections(self) -> dict[str, list[tuple[Any, ...]]]:
        """The content of every projection, for comparing."""
        with self._reading() as connection:
            return projections.dump(connection)

    def stale_overviews(self, versie: int) -> list[str]:
        """Dossiers that changed since their overview was made, or whose overview is of another version."""
        with self._reading() as connection:
            sql = "SELECT dossier FROM p_overzicht WHERE vers<>?"
            return [r[0] for r in connection.execute(sql, (versie,))]

    def put_overview(self, dossier: str, versie: int, naam: str, gegevens: Mapping[str, Any]) -> None:
        """Keep what the list shows of a dossier; the version is any number but 0."""
        body = json.dumps(gegevens, sort_keys=True, ensure_ascii=False)
        with self.transaction():
            self._connection.execute(
                "UPDATE p_overzicht SET vers=?, naam=?, gegevens=? WHERE dossier=?",
                (versie, naam, body, dossier),
            )

    def overviews(self) -> list[tuple[str, bool, str, str]]:
        """(dossier, onvolledig, naam, gegevens as JSON) of every dossier, by name."""
        with self._reading() as connection:
            sql = "SELECT dossier, onvolledig, naam, gegevens FROM p_overzicht ORDER BY naam, dossier"
            return [(r[0], bool(r[1]), r[2], r[3]) for r in connection.execute(sql)]

    def search(self, woorden: str, most: int = 50) -> list[tuple[str, str, str]]:
        """(dossier, subject, text) of what holds all the words."""
        with self._reading() as connection:
            return projections.search(connection, woorden, most)

    # -- what is kept beside the entries ---------------------------------------------------------------------

    def setting(self, sleutel: str, default: str = "") -> str:
        """A setting of this vault."""
        with self._reading() as connection:
            row = connection.execute("SELECT waarde FROM setting WHERE sleutel=?", (sleutel,)).fetchone()
            return str(row[0]) if row else default

    def set_setting(self, sleutel: str, waarde: str) -> None:
        """Change a setting of this vault."""
        with self.transaction():
            self._connection.execute("INSERT OR REPLACE INTO setting VALUES(?,?)", (sleutel, waarde))

    def keep_concepttekst(self, rij: tuple[str, str, str, str, int, str]) -> None:
        """Keep what is being typed: (dossier, subject, gesprek, value as JSON, cursor, moment)."""
        with self.transaction():
            self._connection.execute("INSERT OR REPLACE INTO concepttekst VALUES(?,?,?,?,?,?)", rij)

    def concepttekst(self, dossier: str = "") -> list[tuple[str, str, str, str, int, str]]:
        """What was being typed, in all dossiers or in one."""
        with self._reading() as connection:
            sql = "SELECT * FROM concepttekst WHERE ?1 = '' OR dossier = ?1 ORDER BY dossier, subject"
            return [tuple(r) for r in connection.execute(sql, (dossier,))]

    def drop_concepttekst(self, dossier: str, subject: str) -> None:
        """Forget what was being typed: it has become an entry."""
        with self.transaction():
            self._connection.execute(
                "DELETE FROM concepttekst WHERE dossier=? AND subject=?", (dossier, subject)
            )

    def log_access(self, wat: str, dossier: str = "") -> None:
        """Note who looked at what."""
        with self.transaction():
            self._connection.execute(
                "INSERT INTO access_log(op, wie, wat, dossier) VALUES(?,?,?,?)",
                (self._now(), self.device.naam, wat, dossier),
            )

    def log_export(self, wat: str, dossier: str, sha256: str) -> None:
        """Note what left the vault."""
        with self.transaction():
            self._connection.execute(
                "INSERT INTO export_log(op, wie, wat, dossier, sha256) VALUES(?,?,?,?,?)",
                (self._now(), self.device.naam, wat, dossier, sha256),
            )

    def log(self, table: str, dossier: str) -> list[tuple[str, str, str]]:
        """(moment, who, what) of the access log or the export log of a dossier."""
        sql = {
            "access": "SELECT op, wie, wat FROM access_log WHERE dossier=? ORDER BY nr",
            "export": "SELECT op, wie, wat FROM export_log WHERE dossier=? ORDER BY nr",
        }[table]
        with self._reading() as connection:
            return [tuple(r) for r in connection.execute(sql, (dossier,))]

    def check_pages(self) -> list[str]:
        """What the engine finds wrong with its pages; neither check is enough alone (stack 2, *Damage*)."""
        with self._reading() as connection:
            found = [str(r[0]) for r in connection.execute("PRAGMA cipher_integrity_check")]
            quick = [str(r[0]) for r in connection.execute("PRAGMA quick_check")]
            return found + [line for line in quick if line != "ok"]

    def unsound_entries(self) -> list[str]:
        """The ids of entries that were altered."""
        with self._reading() as connection:
            return entries.unsound(connection)

    def _now(self) -> str:
        return self.around.clock.now().isoformat(timespec="milliseconds")

    def _read_device(self) -> Device:
        with self._reading() as connection:
            row = connection.execute(
                "SELECT id, naam, rol, public, recipient FROM device WHERE private IS NOT NULL"
            ).fetchone()
        if row is None:
            raise KnownError("vault.damaged", pad=str(self.path), oorzaak="device")
        return Device(*row)


# -- making and opening --------------------------------------------------------------------------------------


def create_vault(path: Path, passphrase: str, around: Surroundings, settings: Mapping[str, str]) -> list[str]:
    """Make a vault and return the groups of its recovery key; KnownError `vault.exists`.

    The folder appears whole or not at all: it is made beside its place and then renamed.
    """
    if path.exists():
        raise KnownError("vault.exists", pad=str(path))
    half = path.with_name(f".{path.name}.half")
    with _refused_by_system(path):
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
    try:
        groups = _fill(half, passphrase, around, settings)
        with _refused_by_system(path):
            os.replace(half, path)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    return groups


def _fill(folder: Path, passphrase: str, around: Surroundings, settings: Mapping[str, str]) -> list[str]:
    random = around.random
    settings = {naam: clean_text(waarde) for naam, waarde in settings.items()}
    vault, key, recovery = random(16).hex(), random(crypto.KEY_BYTES), random(crypto.RECOVERY_BYTES)
    with (
        closing(database.connect(folder / DATABASE, key, create=True)) as connection,
        database.transaction(connection, folder),
    ):
        for script in (schema.TABLES, schema.PROJECTIONS):
            for statement in filter(str.strip, script.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id={database.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={schema.VERSION}")
        connection.executemany("INSERT INTO setting VALUES(?,?)", sorted(settings.items()))
        connection.execute("INSERT INTO device VALUES(?,?,?,?,?,?,?)", _new_device(settings, random))
    ways = [
        slots.passphrase_slot(vault, key, passphrase, around.cost, random),
        slots.recovery_slot(vault, key, recovery, random),
    ]
    slots.write_slots(folder, vault, ways)
    return crypto.recovery_groups(recovery)


def _new_device(settings: Mapping[str, str], random: Randomness) -> tuple[object, ...]:
    private, public = crypto.signing_key(random(32))
    identity = pyrage.x25519.Identity.generate()
    return (
        crypto.fingerprint(public),
        settings.get("naam", ""),
        settings.get("rol", "regievoerder"),
        public,
        str(identity.to_public()),
        private,
        str(identity),
    )


def open_vault(path: Path, passphrase: str, around: Surroundings) -> Vault:
    """Open with the passphrase; KnownError `vault.wrong_passphrase` and those of `unlock`."""
    return _open(path, around, lambda vault, ways: slots.open_with_passphrase(vault, ways, passphrase))


def open_vault_with_recovery(path: Path, typed: str, new_passphrase: str, around: Surroundings) -> Vault:
    """Open with the recovery key and set a new passphrase; KnownError `vault.wrong_recovery`."""
    secret, wrong = crypto.read_recovery_key(typed)
    if wrong:
        raise KnownError("vault.wrong_recovery", groepen=", ".join(map(str, wrong)))

    def replace_passphrase(vault: str, ways: list[slots.Slot]) -> bytes:
        key = slots.open_with_recovery(vault, ways, secret)
        kept = [s for s in ways if s.soort != slots.PASSPHRASE]
        fresh = slots.passphrase_slot(vault, key, new_passphrase, around.cost, around.random)
        slots.write_slots(path, vault, [fresh, *kept])
        return key

    return _open(path, around, replace_passphrase)


def _open(path: Path, around: Surroundings, unlock: Callable[[str, list[slots.Slot]], bytes]) -> Vault:
    vault, ways = slots.read_slots(path)
    lock = FolderLock(path, f"{socket.gethostname()} {around.clock.now().isoformat(timespec='minutes')}")
    try:
        key = unlock(vault, ways)
        connection = database.connect(path / DATABASE, key)
        try:
            _check_version(connection, path)
            return Vault(path, key, connection, lock, around)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.release()
        raise


def _check_version(connection: Any, path: Path) -> None:
    with database.known_failures(path):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != database.APPLICATION_ID:
        raise KnownError("vault.damaged", pad=str(path), oorzaak="application_id")
    if version > schema.VERSION:
        raise KnownError("vault.newer", pad=str(path))
    if version < 1:
        raise KnownError("vault.damaged", pad=str(path), oorzaak="user_version")


@contextmanager
def _refused_by_system(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise KnownError("output.not_writable", bestand=str(path)) from error

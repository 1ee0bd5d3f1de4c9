"""Steps from each released form of the database to the next: numbered, each in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from intake_assistant import crypto
from intake_assistant.domain.ports import Clock
from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import backup
from intake_assistant.storage.engine import database, schema
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.entries import blobs


def _to_2(connection: Connection, key: crypto.Key) -> None:
    connection.execute("ALTER TABLE tombstone ADD COLUMN grond TEXT NOT NULL DEFAULT ''")
    for statement in schema.statements(schema.SINCE_2):
        connection.execute(statement)
    blobs.add_key(connection, blobs.key_of_version_1(key))


STEPS: dict[int, Callable[[Any, crypto.Key], None]] = {2: _to_2}
"""The step that leads to a version, by that version."""


def migrate(connection: Connection, path: Path, key: crypto.Key, clock: Clock) -> None:
    """Bring a vault up to this program, after a backup; KnownError `vault.newer` or `vault.damaged`."""
    version = read_version(connection, path)
    if version < schema.VERSION:
        backup.write_backup(connection, path, key, "migratie", clock.now())
        migrate_copy(connection, path, key)


def migrate_copy(connection: Connection, path: Path, key: crypto.Key) -> None:
    """Bring a database up to this program that is a copy itself; a failure leaves it as it was."""
    for step in range(read_version(connection, path) + 1, schema.VERSION + 1):
        with database.transaction(connection, path):
            STEPS[step](connection, key)
            connection.execute(f"PRAGMA user_version={step}")


def read_version(connection: Connection, path: Path) -> int:
    """The version of a database that is ours and not newer than this program."""
    with database.known_failures(path):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application != database.APPLICATION_ID:
        raise KnownError("vault.damaged", pad=str(path), oorzaak="application_id")
    if version > schema.VERSION:
        raise KnownError("vault.newer", pad=str(path))
    if version < 1:
        raise KnownError("vault.damaged", pad=str(path), oorzaak="user_version")
    return version

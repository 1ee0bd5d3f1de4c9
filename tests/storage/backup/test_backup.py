"""Backups: made whole, checked, changed whole, and found in every place."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import backup
from intake_assistant.storage.backup.backup import Backup, list_backups, rewrite, verify
from intake_assistant.storage.engine import database
from intake_assistant.storage.entries import entries, projections
from intake_assistant.storage.entries.vault import Vault
from tests.storage.entries.test_vault import entry


@pytest.fixture
def made(vault: Vault) -> Backup:
    """A backup of a vault with one note in it."""
    vault.append(entry("notitie[1]", 1, waarde="kwikstaart"), ())
    return backup.make_backup(vault, "hand")


def count(path: Path, key: bytes) -> int:
    with closing(database.connect_read_only(path, key)) as connection:
        return len(list(entries.all_ids(connection)))


def empty(connection: Any) -> None:
    for dossier in entries.dossiers(connection):
        projections.take_out(connection, dossier)


def test_a_vault_that_was_moved_gets_no_second_folder_in_its_place(vault: Vault, tmp_path: Path) -> None:
    path = vault.path.rename(tmp_path / "verplaatst")
    with pytest.raises(KnownError) as error:
        backup.make_backup(vault, "dag")
    assert error.value.code == "vault.read_only"
    assert not vault.path.exists(), "it would lie in the way of putting it back"
    path.rename(vault.path)
    assert backup.make_backup(vault, "dag").path.is_file()


def test_a_rewritten_backup_is_what_the_act_made_of_it(vault: Vault, made: Backup) -> None:
    rewrite(made.path, bytes(vault.key), empty)
    assert count(made.path, bytes(vault.key)) == 0
    assert [p.name for p in made.path.parent.iterdir()] == [made.path.name]


def test_a_rewritten_backup_can_get_another_key(vault: Vault, made: Backup) -> None:
    rewrite(made.path, bytes(vault.key), lambda connection: None, new_key=b"n" * 32)
    assert count(made.path, b"n" * 32) == 1
    with pytest.raises(KnownError):
        verify(made.path, bytes(vault.key))


def fails(connection: Any) -> None:
    empty(connection)
    raise KnownError("disk.full", pad="")


def breaks(connection: Any) -> None:
    connection.execute("SELECT * FROM nergens")


@pytest.mark.parametrize("act", [fails, breaks])
def test_an_act_that_fails_leaves_the_backup_as_it_was(
    vault: Vault, made: Backup, act: Callable[[Any], None]
) -> None:
    before = made.path.read_bytes()
    with pytest.raises((KnownError, dbapi2.Error)):
        rewrite(made.path, bytes(vault.key), act)
    assert made.path.read_bytes() == before
    assert list_backups(made.path.parent) == [made]
    assert [p.name for p in made.path.parent.iterdir()] == [made.path.name]


def test_the_places_are_the_own_folder_and_those_where_copies_went(vault: Vault, tmp_path: Path) -> None:
    there, gone = tmp_path / "stick", tmp_path / "weg"
    there.mkdir()
    with vault.transaction() as connection:
        connection.executemany("INSERT INTO backupplaats VALUES(?,'')", [(str(there),), (str(gone),)])
    own, first, second = backup.places(vault)
    assert (own.folder, own.is_local, own.is_reachable) == (vault.path / "backups", True, True)
    assert (first.folder, first.is_local, first.is_reachable) == (there, False, True)
    assert (second.folder, second.is_reachable) == (gone, False)
    assert (own.blobs, own.slots) == (vault.path / "blobs", vault.path / "slots.json")

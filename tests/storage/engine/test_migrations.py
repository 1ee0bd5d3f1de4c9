"""Vaults of every released format open in this program, with a backup made first."""

import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import backup
from intake_assistant.storage.damage.salvage import read_what_is_left
from intake_assistant.storage.engine import database, migrations, schema
from intake_assistant.storage.engine.opening import open_vault
from intake_assistant.storage.engine.pages import Pages
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.erase import erase
from intake_assistant.storage.erase.graves import Tombstone
from intake_assistant.storage.keys import slots
from tests.storage.hulp import AROUND

GOLDEN = sorted((Path(__file__).parents[2] / "data" / "kluizen").iterdir())


@pytest.fixture(params=GOLDEN, ids=[folder.name for folder in GOLDEN])
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    """A copy of a golden vault, and what is known of it."""
    path = tmp_path / "gouden.intake"
    shutil.copytree(request.param / "gouden.intake", path)
    return path, json.loads((request.param / "verwacht.json").read_text(encoding="utf-8"))


def version_of(path: Path, key: crypto.Key) -> int:
    with closing(database.connect_read_only(path, key)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_golden_vault_is_brought_up_to_this_program(golden: tuple[Path, dict[str, Any]]) -> None:
    path, known = golden
    with open_vault(path, known["wachtzin"], AROUND) as vault, vault.reading() as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
        assert vault.check_pages() == []
        assert set(vault.dossiers()) == set(known["dossiers"])
        assert vault.blobs.names()
        assert all(map(vault.blobs.is_sound, vault.blobs.names()))


def test_the_old_form_is_kept_as_a_backup(golden: tuple[Path, dict[str, Any]]) -> None:
    path, known = golden
    key = slots.open_with_passphrase(*slots.read_slots(path), known["wachtzin"])
    before = version_of(path / DATABASE, key)
    open_vault(path, known["wachtzin"], AROUND).close()
    kept = backup.list_backups(path / backup.BACKUPS)
    assert [b.soort for b in kept] == ["migratie"]
    assert version_of(kept[0].path, key) == before


def test_a_damaged_golden_vault_is_read_too(golden: tuple[Path, dict[str, Any]]) -> None:
    path, known = golden
    key = slots.open_with_passphrase(*slots.read_slots(path), known["wachtzin"])
    content = (path / DATABASE).read_bytes()
    (path / DATABASE).write_bytes(bytes(4096) + content[4096:])
    left = read_what_is_left(path, key, AROUND)
    assert set(left.losses) == set(known["dossiers"])
    assert all(loss.is_whole for loss in left.losses.values())
    assert left.blobs.names()
    assert all(map(left.blobs.is_sound, left.blobs.names()))
    left.close()


def test_a_migrated_database_has_the_tables_of_a_new_one(
    golden: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    path, known = golden
    sql = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'p_zoek_%' ORDER BY 1, 2"
    with closing(database.connect(tmp_path / "nieuw.db", b"k" * 32, create=True)) as made:
        for statement in schema.statements(schema.TABLES + schema.SINCE_2 + schema.PROJECTIONS):
            made.execute(statement)
        expected = made.execute(sql).fetchall()
    with open_vault(path, known["wachtzin"], AROUND) as vault, vault.reading() as connection:
        assert connection.execute(sql).fetchall() == expected


def test_a_step_that_fails_leaves_the_vault_as_it_was(
    golden: tuple[Path, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, known = golden

    def breaks(connection: Any, key: bytes) -> None:
        migrations._to_2(connection, key)
        raise KnownError("disk.full", pad="")

    key = slots.open_with_passphrase(*slots.read_slots(path), known["wachtzin"])
    before = version_of(path / DATABASE, key)
    monkeypatch.setitem(migrations.STEPS, 2, breaks)
    with pytest.raises(KnownError):
        open_vault(path, known["wachtzin"], AROUND)
    monkeypatch.undo()
    assert version_of(path / DATABASE, key) == before
    with open_vault(path, known["wachtzin"], AROUND) as vault:
        assert set(vault.dossiers()) == set(known["dossiers"])


def test_every_version_has_its_step() -> None:
    assert list(migrations.STEPS) == list(range(2, schema.VERSION + 1))


def test_erasing_reaches_the_backup_of_the_old_form(golden: tuple[Path, dict[str, Any]]) -> None:
    path, known = golden
    with open_vault(path, known["wachtzin"], AROUND) as vault:
        dossier = vault.dossiers()[0]
        naam = str(vault.dossier(dossier).fields("inburgeraar")["achternaam"]).encode()
        (kept,) = backup.list_backups(path / backup.BACKUPS)
        assert naam in plain_of(kept.path, vault.key)
        erase.erase_dossier(vault, Tombstone(dossier, "2026-11-02", "vergissing"))
        assert erase.finish(vault) == []
        for file in (kept.path, path / DATABASE):
            assert naam not in plain_of(file, vault.key)
        assert backup.verify(kept.path, vault.key)


def plain_of(path: Path, key: crypto.Key) -> bytes:
    return b"".join(page.body for page in Pages(path, key))

"""The folder of a vault: strangers, halves and the second copies that clouds make are named."""

import shutil
from pathlib import Path

import pytest

from intake_assistant.storage.damage.folder import is_copy_of, look_at_folder
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.keys.slots import SLOTS_FILE
from tests.storage.hulp import copied


def found_in(path: Path) -> set[tuple[str, str]]:
    return {(finding.code, finding.waar) for finding in look_at_folder(path)}


def test_a_vault_as_the_program_left_it_has_nothing(path: Path) -> None:
    (path / "blobs").mkdir()
    (path / "blobs" / ("0a" * 32)).write_bytes(b"x")
    (path / "backups").mkdir()
    (path / "backups" / "20261102T120000000000Z-dag.db").write_bytes(b"x")
    for naam in (f"{DATABASE}-wal", f"{DATABASE}-shm", "vault.wait", "lock"):
        (path / naam).write_bytes(b"x")
    (path / "beschadigd-2026-11-02").mkdir()
    assert found_in(path) == set()


@pytest.mark.parametrize(
    ("naam", "code"),
    [
        ("vault (2).db", "kopie"), ("vault-LAPTOP.db", "kopie"), ("vault-LAPTOP-7F3K2.db", "kopie"),
        ("slots (1).json", "kopie"), ("vault (conflicted copy 2026-11-02).db", "kopie"),
        ("vault (Annekes conflicterende kopie 2026-11-02).db", "kopie"),
        ("vault.sync-conflict-20261102-120000-ABCDEF.db", "kopie"), ("vault - kopie.db", "kopie"),
        ("vault_conflict-20261102-120000.db", "kopie"), ("vault (2).db-wal", "kopie"),
        ("blobs/" + "0a" * 32 + " (2)", "kopie"), ("backups/20261102T120000000000Z-dag (2).db", "kopie"),
        ("vault.db.part", "bestand_half"), (".half-vault.db", "bestand_half"),
        ("~$brief.docx", "bestand_half"), ("desktop.ini", "bestand_vreemd"),
        ("brief.docx", "bestand_vreemd"), ("brief (2).docx", "bestand_vreemd"),
        ("blobs/foto.jpg", "bestand_vreemd"), ("backups/oud.db", "bestand_vreemd"),
        ("vault.db-journal", "dagboek"),
    ],
)  # fmt: skip
def test_what_does_not_belong_there_is_named(path: Path, naam: str, code: str) -> None:
    for folder, own in (("blobs", "0a" * 32), ("backups", "20261102T120000000000Z-dag.db")):
        (path / folder).mkdir()
        (path / folder / own).write_bytes(b"x")
    (path / naam).write_bytes(b"x")
    assert (code, naam) in found_in(path)


def test_what_is_missing_is_named(path: Path) -> None:
    (path / DATABASE).unlink()
    (path / SLOTS_FILE).unlink()
    assert found_in(path) == {("bestand_weg", DATABASE), ("bestand_weg", SLOTS_FILE)}


@pytest.mark.parametrize("naam", ["an (conflicted copy).intake", "an (2).intake", "an-LAPTOP.intake"])
def test_a_second_copy_of_the_whole_vault_is_named(path: Path, naam: str) -> None:
    shutil.copytree(path, path.parent / naam)
    assert found_in(path) == {("kopie_map", naam)}


def test_the_vault_of_a_colleague_beside_it_is_none(path: Path, tmp_path: Path) -> None:
    copied(tmp_path, "bo").rename(tmp_path / "an-BO.intake")
    assert found_in(path) == set()


@pytest.mark.parametrize("naam", ["vault.db", "brief.docx", "", "a", "(2)", "20261102T120000000000Z-dag.db"])
def test_an_ordinary_name_is_no_copy(naam: str) -> None:
    assert is_copy_of(naam) in ("", "20261102T120000000000Z.db"), naam

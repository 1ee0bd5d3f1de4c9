"""The documents at the second place are read back, and mended when they are no longer whole."""

from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import blob_copies
from intake_assistant.storage.backup.backup import make_backup
from intake_assistant.storage.backup.copies import copy_to
from intake_assistant.storage.entries.blobs import BLOBS
from intake_assistant.storage.entries.vault import Vault
from tests.storage.entries.test_vault import entry


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def names(vault: Vault) -> list[str]:
    with vault.transaction():
        found = [vault.blobs.put(f"%PDF besluit {nummer}".encode() * 50) for nummer in range(6)]
        bestanden = {f"deel{nummer}": naam for nummer, naam in enumerate(found)}
        vault.append(entry("besluit[1]", 1, waarde={"bestanden": {**bestanden}}), None)
    return sorted(found)


def copied_to(vault: Vault, stick: Path, *, anew: bool = False) -> Path:
    return copy_to(vault, stick, make_backup(vault, "dag"), anew=anew) / BLOBS


def spoil(path: Path) -> None:
    """As a stick that wears out: of the same length, and other bytes."""
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)


def same_as_here(vault: Vault, folder: Path, names: list[str]) -> list[bool]:
    return [(folder / naam).read_bytes() == (vault.path / BLOBS / naam).read_bytes() for naam in names]


def test_damage_of_the_same_size_is_found_and_mended(vault: Vault, stick: Path, names: list[str]) -> None:
    folder = copied_to(vault, stick)
    spoil(folder / names[2])
    (folder / names[3]).unlink()
    copied_to(vault, stick)
    assert same_as_here(vault, folder, names) == [True] * 6


def test_what_is_damaged_here_does_not_take_the_place_of_what_is_whole_there(
    vault: Vault, stick: Path, names: list[str]
) -> None:
    folder = copied_to(vault, stick)
    whole = (folder / names[0]).read_bytes()
    spoil(vault.path / BLOBS / names[0])
    (vault.path / BLOBS / names[1]).write_bytes(b"")
    copied_to(vault, stick)
    assert (folder / names[0]).read_bytes() == whole
    assert (folder / names[1]).stat().st_size > 0


def test_of_many_all_have_their_turn_and_what_is_missing_is_seen_at_once(
    vault: Vault, stick: Path, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_to(vault, stick)
    size = (folder / names[0]).stat().st_size
    monkeypatch.setattr(blob_copies, "AT_ONCE", 2 * size)
    for naam in names:
        spoil(folder / naam)
    (folder / names[5]).unlink()
    turns = []
    for _ in range(3):
        copied_to(vault, stick)
        turns.append(sum(same_as_here(vault, folder, names)))
    assert turns == [3, 5, 6]
    for naam in names:
        spoil(folder / naam)
    copied_to(vault, stick, anew=True)
    assert same_as_here(vault, folder, names) == [True] * 6


def test_a_copy_that_cannot_be_made_whole_does_not_count(
    vault: Vault, stick: Path, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = copied_to(vault, stick).parent

    def worn_out(source: Path, target: Path) -> None:
        target.write_bytes(b"x" * source.stat().st_size)

    monkeypatch.setattr(blob_copies, "put_file", worn_out)
    spoil(before / BLOBS / names[4])
    kept = sorted(before.glob("*.db"))
    with pytest.raises(KnownError) as refused:
        copied_to(vault, stick)
    assert (refused.value.code, refused.value.facts["oorzaak"]) == ("backup.failed", "bijlage")
    assert sorted(before.glob("*.db")) == kept

"""The documents at the second place are read back, and mended when they are no longer whole."""

import os
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import blob_copies
from intake_assistant.storage.backup.backup import make_backup
from intake_assistant.storage.backup.copies import copy_to
from intake_assistant.storage.entries.blobs import BLOBS, BlobStore
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
        vault.append(entry("besluit[1]", 1, waarde={"bestanden": {**bestanden}}), ())
    return sorted(map(vault.blobs.file_of, found))


def copied_to(vault: Vault, stick: Path) -> Path:
    return copy_to(vault, stick, make_backup(vault, "dag")) / BLOBS


def worn(path: Path) -> None:
    """As a stick that wears out without a sign: other bytes, of the same length and moment."""
    before = path.stat()
    spoil(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def spoil(path: Path) -> None:
    """Other bytes of the same length."""
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


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Each file that is read back, in order."""
    found: list[Path] = []
    read = BlobStore.read_file

    def noted(store: BlobStore, name: str) -> bytes | None:
        found.append(store._folder / name)
        return read(store, name)

    monkeypatch.setattr(BlobStore, "read_file", noted)
    return found


def test_each_is_read_back_once(
    vault: Vault, stick: Path, names: list[str], reads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blob_copies, "AT_ONCE", 0)
    folder = copied_to(vault, stick)
    assert {path for path in reads if path.parent == folder} == {folder / naam for naam in names}
    reads.clear()
    copied_to(vault, stick)
    assert reads == []
    with vault.transaction():
        vault.append(entry("besluit[2]", 2, waarde={"bestanden": {"pdf": vault.blobs.put(b"nieuw")}}), ())
    reads.clear()
    copied_to(vault, stick)
    assert {path.name for path in reads} == set(vault.blobs.files()) - set(names)


def test_what_was_altered_or_is_missing_is_seen_at_once_however_many_there_are(
    vault: Vault, stick: Path, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_to(vault, stick)
    monkeypatch.setattr(blob_copies, "AT_ONCE", 0)
    for naam in names[:5]:
        spoil(folder / naam)
        os.utime(folder / naam, ns=(0, 0))
    (folder / names[5]).unlink()
    copied_to(vault, stick)
    assert same_as_here(vault, folder, names) == [True] * 6


def test_of_many_all_have_their_turn(
    vault: Vault, stick: Path, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_to(vault, stick)
    monkeypatch.setattr(blob_copies, "AT_ONCE", 2 * (folder / names[0]).stat().st_size)
    for naam in names:
        worn(folder / naam)
    turns = []
    for _ in range(3):
        copied_to(vault, stick)
        turns.append(sum(same_as_here(vault, folder, names)))
    assert turns == [2, 4, 6]


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"x": 7}', b"\xff"])
def test_a_list_that_cannot_be_read_has_all_read_once_more(
    vault: Vault, stick: Path, names: list[str], body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_to(vault, stick)
    monkeypatch.setattr(blob_copies, "AT_ONCE", 0)
    (folder.parent / blob_copies.READ).write_bytes(body)
    for naam in names:
        worn(folder / naam)
    copied_to(vault, stick)
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

"""Nobody but the owner enters the folder of a vault, whatever the umask was."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.storage.backup import backup, copies
from intake_assistant.storage.engine.opening import create_vault
from intake_assistant.storage.keys import slots, wachttijd
from tests.storage.entries.test_vault import entry
from tests.storage.hulp import AROUND, CLOCK, PASSPHRASE, copied, quick, reopened

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")


@pytest.fixture(params=[0, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder.parent)): oct(p.stat().st_mode & 0o777) for p in (folder, *folder.rglob("*"))
    }


def is_shut(folder: Path) -> bool:
    return all(
        oct(p.stat().st_mode & 0o777) == ("0o700" if p.is_dir() else "0o600")
        for p in (folder, *folder.rglob("*"))
    )


@pytest.mark.usefixtures("umask")
def test_a_new_vault_and_all_that_comes_in_it_is_for_its_owner(tmp_path: Path) -> None:
    path, stick = tmp_path / "v.intake", tmp_path / "stick"
    stick.mkdir()
    create_vault(path, PASSPHRASE, AROUND, {"naam": "an"})
    with reopened(path) as vault:
        vault.append(entry("notitie[1]", 1, waarde="iets"), ())
        vault.blobs.put(b"een bijlage")
        made = backup.make_backup(vault, "hand")
        backup.rewrite(made.path, vault.key, lambda connection: None)
        elders = copies.copy_to(vault, stick, made)
        slots.replace_passphrase(path, vault.key, PASSPHRASE, AROUND.new_cost(), AROUND.random)
        wachttijd.note_try(path, CLOCK.now())
        assert "v.intake/vault.db-wal" in modes(path)
        assert is_shut(path), modes(path)
        assert is_shut(elders), modes(elders)


def test_a_vault_that_was_open_to_others_is_shut_when_it_opens(tmp_path: Path) -> None:
    path = copied(tmp_path)
    with quick(path) as vault:
        vault.blobs.put(b"een bijlage")
    for inside in (path, *path.rglob("*")):
        inside.chmod(0o755 if inside.is_dir() else 0o644)
    shutil.copy(path / "slots.json", tmp_path)
    quick(path).close()
    assert is_shut(path), modes(path)
    assert (tmp_path / "slots.json").stat().st_mode & 0o777 == 0o644

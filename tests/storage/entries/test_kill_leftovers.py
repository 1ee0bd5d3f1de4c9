"""What a killed writer leaves beside the database is gone once the vault is open again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from intake_assistant.domain.entry import Entry
from intake_assistant.storage.backup import backup
from intake_assistant.storage.entries.vault import Vault
from tests.storage.entries.test_vault import entry
from tests.storage.hulp import quick


def naming(*blobs: str) -> Entry:
    """An entry that names documents as a besluit does."""
    bestanden = dict(zip(("pdf", "model"), blobs, strict=False))
    return entry("planversie[p]", 1, waarde={"bestanden": {**bestanden}})


def killed(vault: Vault, folder: Path) -> Path:
    """The folder as it stands when the process is killed now."""
    return Path(shutil.copytree(vault.path, folder / "gedood" / vault.path.name))


def test_halves_go(path: Path) -> None:
    for place in (path, path / "blobs", path / "backups"):
        place.mkdir(exist_ok=True)
        (place / ".half-abc.tmp").write_bytes(b"half")
    quick(path).close()
    assert not list(path.rglob(".half-*"))


def test_a_blob_that_no_entry_came_to_name_goes(vault: Vault, tmp_path: Path) -> None:
    kept, orphan = vault.blobs.put(b"genoemd"), vault.blobs.put(b"niet genoemd")
    vault.append(naming(kept), ())
    with quick(killed(vault, tmp_path)) as again:
        assert again.blobs.files() == [again.blobs.file_of(kept)]
        assert again.blobs.get(kept) == b"genoemd"
    assert vault.blobs.is_sound(orphan)


def test_so_does_that_of_the_first_act_after_opening(vault: Vault, tmp_path: Path) -> None:
    vault.blobs.put(b"niet genoemd")
    with quick(killed(vault, tmp_path)) as again:
        assert again.blobs.files() == []


def test_a_blob_stays_that_a_backup_names(vault: Vault, tmp_path: Path) -> None:
    kept = vault.blobs.put(b"in de kopie genoemd")
    vault.append(naming(kept), ())
    backup.make_backup(vault, "hand")
    with vault.transaction() as connection:
        connection.execute("UPDATE entry_0 SET salt=NULL, body=NULL")
    with quick(killed(vault, tmp_path)) as again:
        assert again.blobs.files() == [again.blobs.file_of(kept)]


def test_every_blob_stays_while_a_backup_cannot_be_read(vault: Vault, tmp_path: Path) -> None:
    orphan = vault.blobs.put(b"niet genoemd")
    left = killed(vault, tmp_path)
    (left / "backups").mkdir()
    (left / "backups" / "20261101T000000000000Z-dag.db").write_bytes(os.urandom(8192))
    with quick(left) as again:
        assert again.blobs.files() == [again.blobs.file_of(orphan)]


def test_after_a_clean_shutdown_nothing_is_looked_for(vault: Vault) -> None:
    orphan = vault.blobs.put(b"nog niet genoemd")
    vault.close()
    with quick(vault.path) as again:
        assert again.blobs.files() == [again.blobs.file_of(orphan)]


def test_so_does_that_beside_a_log_that_was_just_begun(vault: Vault, tmp_path: Path) -> None:
    vault.append(naming(), ())
    left = killed(vault, tmp_path)
    quick(left).close()
    with quick(left) as again:
        again.append(entry("notitie[n]", 2), ())
        again.blobs.put(b"niet genoemd")
        half = Path(shutil.copytree(left, tmp_path / "half" / left.name))
    log = half / "vault.db-wal"
    log.write_bytes(log.read_bytes()[:32])
    with quick(half) as again:
        assert again.blobs.files() == []

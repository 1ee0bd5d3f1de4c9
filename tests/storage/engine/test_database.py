"""What the disk and the engine refuse is told as what it is; a log with a second name is left alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant.errors import KnownError
from intake_assistant.storage.engine import database
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries.vault import Vault
from tests.bestandsgrens import no_file_beyond
from tests.storage.engine.test_opening import opens, refused
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import quick


def test_a_log_that_is_a_file_of_somebody_else_is_left_to_them(path: Path, tmp_path: Path) -> None:
    """Whoever can write in the folder could else have us empty any small file of this user."""
    theirs = tmp_path / "boodschappen.txt"
    theirs.write_bytes(b"melk, brood")
    os.link(theirs, path / f"{DATABASE}-wal")
    assert opens(path)
    assert theirs.read_bytes() == b"melk, brood"


def test_a_log_with_a_second_name_is_read_all_the_same(path: Path, tmp_path: Path) -> None:
    """As a program that copies by links leaves it after a crash."""
    with quick(path) as vault:
        vault.append(entry(waarde="in het logboek"), ())
        log = path / f"{DATABASE}-wal"
        shutil.copytree(path, tmp_path / "kopie" / path.name)
    again = tmp_path / "kopie" / path.name
    assert (again / log.name).stat().st_size > 0
    os.link(again / log.name, tmp_path / "andere naam")
    kept = (tmp_path / "andere naam").read_bytes()
    with quick(again) as vault:
        assert [e.value for e in vault.entries(D)] == [{"waarde": "in het logboek"}]
    assert (tmp_path / "andere naam").read_bytes() == kept


def test_what_the_engine_cannot_open_is_not_called_damaged(path: Path) -> None:
    (path / f"{DATABASE}-wal").mkdir()
    assert refused(lambda: quick(path)).code == "vault.read_only"


def failing(name: str) -> dbapi2.OperationalError:
    error = dbapi2.OperationalError("disk I/O error")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize("name", ["SQLITE_IOERR_READ", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC"])
def test_a_disk_that_fails_with_room_enough_is_not_called_full(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError) as caught, database.known_failures(tmp_path):
        raise failing(name)
    assert (caught.value.code, caught.value.facts["oorzaak"]) == ("disk.failing", name)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no limit to the size of a file")
def test_a_disk_that_fails_for_want_of_room_is_called_full(tmp_path: Path) -> None:
    code = """
import pathlib, resource, sys
from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine import database
from tests.storage.engine.test_database import failing
folder = pathlib.Path(sys.argv[1])
(folder / "vault.db").write_bytes(b"x" * 3_000_000)
resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_500, 3_000_500))
for name in ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_READ"):
    try:
        with database.known_failures(folder / "vault.db"):
            raise failing(name)
    except KnownError as error:
        print(error.code)
"""
    found = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["disk.full", "disk.failing"]


def test_what_was_stored_is_not_told_to_have_failed_since_the_log_could_not_be_cut(vault: Vault) -> None:
    """A merge that was done said *niet opgeslagen*: only the log that it left was too much for the disk."""
    log, pages = (vault.path / name for name in ("vault.db-wal", "vault.db"))
    vault.append(entry("inburgeraar.adres", 1, waarde="x" * 300_000), ())
    vault.empty_log()
    assert pages.stat().st_size > 200_000
    with no_file_beyond(100_000):
        with vault.transaction():
            vault.append(entry("inburgeraar.woonplaats", 2, waarde="y" * 30_000), ())
            vault.empty_log_afterwards()
        assert 0 < log.stat().st_size < 100_000
    assert len(vault.all_ids()) == 2
    vault.append(entry("inburgeraar.postcode", 3, waarde="1234 AB"), ())
    assert log.stat().st_size == 0

"""One process per vault: who has it is said, and death frees it."""

import getpass
import json
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.storage.engine import lock
from intake_assistant.texts import known_error_text
from tests.storage.hulp import quick, vault_key

HOLDER = (
    "import dataclasses, sys; from pathlib import Path; from tests.storage.hulp import AROUND, vault_key\n"
    "from intake_assistant.storage.engine.opening import open_with\n"
    "around = dataclasses.replace(AROUND, met='show'); key = bytes.fromhex(sys.argv[2])\n"
    "vault = open_with(Path(sys.argv[1]), around, lambda vault, ways: key); print('open', flush=True)\n"
    "sys.stdin.read(); vault.close()"
)


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), vault_key().hex()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        try:
            yield holder
        finally:
            holder.kill()


def refusal(path: Path) -> KnownError:
    with pytest.raises(KnownError) as refused:
        quick(path)
    return refused.value


def test_another_process_is_refused_and_told_who(path: Path) -> None:
    with held(path) as holder:
        error = refusal(path)
        assert error.code == "vault.in_use"
        assert error.facts["proces"] == str(holder.pid)
        told = known_error_text(error)
        for part in (getpass.getuser(), f"computer {platform.node()}", "sinds 2-11-2026", "met show"):
            assert part in told
        assert set(json.loads((path / lock.LOCK_FILE).read_text())) == {
            "computer", "gebruiker", "sinds", "met", "proces", "stand"
        }  # fmt: skip
        assert refusal(path).code == "vault.in_use"
        holder.kill()
        holder.wait()
        quick(path).close()


def test_the_same_process_is_refused_and_the_first_keeps_its_lock(path: Path) -> None:
    with quick(path) as vault:
        assert refusal(path).code == "vault.in_use"
        assert not _free_for_others(path)
        vault.set_setting("plek", "x")
    assert _free_for_others(path)


def test_the_file_alone_means_nothing(path: Path) -> None:
    (path / lock.LOCK_FILE).write_text("een computer die niet meer bestaat")
    quick(path).close()
    assert (path / lock.LOCK_FILE).read_text() == ""


@pytest.mark.parametrize("left", ["", "\0", "[]", "{", '{"computer": 7}', "een andere vorm", "\ud800"])
def test_a_lock_file_that_says_nothing_readable_still_refuses(path: Path, left: str) -> None:
    with quick(path):
        (path / lock.LOCK_FILE).write_text(left, errors="replace")
        error = refusal(path)
        assert error.code == "vault.in_use"
        assert "Traceback" not in known_error_text(error)


def test_a_refused_opening_leaves_no_trace_and_gives_the_lock_back(path: Path) -> None:
    with pytest.raises(KnownError):
        lock.FolderLock(path / "niets")
    (path / "vault.db").write_bytes(b"")
    for left in (None, b"van een eerdere keer"):
        if left is not None:
            (path / lock.LOCK_FILE).write_bytes(left)
        before = sorted(p.name for p in path.iterdir())
        assert refusal(path).code == "vault.damaged"
        assert sorted(p.name for p in path.iterdir()) == before
        assert left is None or (path / lock.LOCK_FILE).read_bytes() == left
    assert _free_for_others(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a file that is open")
def test_a_lock_on_a_file_that_was_taken_away_meanwhile_is_no_lock(path: Path) -> None:
    """One process is refused and takes its new file away just as another had opened it."""
    import fcntl  # not on Windows

    first = lock.FolderLock(path)
    opened = os.open(path / lock.LOCK_FILE, os.O_RDWR)
    first.withdraw()
    with quick(path):
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        assert refusal(path).code == "vault.in_use"
    os.close(opened)


def test_the_lock_of_another_computer_counts_on_a_share_or_in_a_copied_folder_only(
    path: Path, tmp_path: Path
) -> None:
    theirs = json.dumps({"computer": "LAPTOP-BO", "gebruiker": "bo", "sinds": "2026-11-02T09:00+01:00"})
    (path / lock.LOCK_FILE).write_text(theirs)
    quick(path).close()
    copied = tmp_path / "OneDrive" / path.name
    copied.parent.mkdir()
    path.rename(copied)
    (copied / lock.LOCK_FILE).write_text(theirs)
    before = (copied / lock.LOCK_FILE).read_text()
    error = refusal(copied)
    assert error.code == "vault.in_use_elsewhere"
    told = known_error_text(error)
    assert "bo, computer LAPTOP-BO" in told
    assert str(copied / lock.LOCK_FILE) in told
    assert (copied / lock.LOCK_FILE).read_text() == before
    (copied / lock.LOCK_FILE).write_text(theirs.replace("LAPTOP-BO", platform.node()))
    quick(copied).close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signal to stand still")
def test_a_holder_that_stands_still_keeps_the_vault(path: Path) -> None:
    """A laptop asleep in mid-write: nobody gets in meanwhile, and it goes on as if nothing had been."""
    with held(path) as holder:
        holder.send_signal(signal.SIGSTOP)
        for _ in range(3):
            assert refusal(path).code == "vault.in_use"
            time.sleep(0.05)
        holder.send_signal(signal.SIGCONT)
        assert refusal(path).code == "vault.in_use"
        holder.communicate("", timeout=20)
    quick(path).close()


def _free_for_others(path: Path) -> bool:
    code = (
        "import sys; from pathlib import Path; from intake_assistant.storage.engine.lock import FolderLock\n"
        "FolderLock(Path(sys.argv[1]))"
    )
    return subprocess.run([sys.executable, "-c", code, str(path)], stderr=subprocess.DEVNULL).returncode == 0

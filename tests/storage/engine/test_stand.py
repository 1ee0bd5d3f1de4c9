"""A log that is gone, cut or of another day: told, with how much is missing; never when nothing is."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.storage.backup import backup
from intake_assistant.storage.damage import rescue
from intake_assistant.storage.engine import database, stand
from intake_assistant.storage.engine.lock import LOCK_FILE
from intake_assistant.storage.engine.log import FRAME_HEADER, HEADER, PAGE
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.engine.stand import Gemis
from intake_assistant.storage.entries.vault import Vault
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import AROUND, quick, vault_key

WAL = f"{DATABASE}{database.LOG}"
ACTS = 10


def record(vault: Vault, first: int = 1, acts: int = ACTS) -> None:
    for number in range(first, first + acts):
        vault.append(entry(f"notitie[{number}]", number, waarde="kwikstaart " * 90), ())


@pytest.fixture
def killed(path: Path, tmp_path: Path) -> Path:
    """The folder as a kill leaves it after some acts, of which all stand in the log alone."""
    with quick(path) as vault:
        record(vault)
        return Path(shutil.copytree(path, tmp_path / "gedood" / path.name))


def seen(path: Path) -> tuple[Gemis | None, int]:
    """What is told to be missing, and how many entries are there."""
    with quick(path) as vault:
        return vault.gemis, len(vault.entries(D))


def test_after_a_kill_nothing_is_missing(killed: Path) -> None:
    assert seen(killed) == (None, ACTS)
    assert seen(killed) == (None, ACTS)


@pytest.mark.parametrize("size", [None, 0, 1, HEADER, HEADER + 900])
def test_a_log_that_is_gone_is_told_with_how_much(killed: Path, size: int | None) -> None:
    if size is None:
        (killed / WAL).unlink()
    else:
        os.truncate(killed / WAL, size)
    gemis, count = seen(killed)
    assert gemis is not None
    assert (gemis.aantal, count) == (ACTS, 0)


def commits(log: bytes) -> list[int]:
    """Where each transaction ends."""
    step = FRAME_HEADER + PAGE
    return [at + step for at in range(HEADER, len(log), step) if log[at + 4 : at + 8] != bytes(4)]


def test_a_log_that_is_cut_behind_a_transaction_is_told_each_time(killed: Path, tmp_path: Path) -> None:
    found = []
    for number, end in enumerate(commits((killed / WAL).read_bytes())):
        path = Path(shutil.copytree(killed, tmp_path / str(number) / killed.name))
        os.truncate(path / WAL, end)
        gemis, count = seen(path)
        found.append((gemis.aantal if gemis else 0, count))
    assert found == [(ACTS - count, count) for count in range(1, ACTS + 1)]


def test_it_stays_noted_for_who_opens_next(killed: Path) -> None:
    (killed / WAL).unlink()
    seen(killed)
    with quick(killed) as vault:
        assert vault.gemis is None
        noted = stand.of_text(vault.setting(stand.KWIJT))
        assert noted is not None
        assert noted.aantal == ACTS
        assert [wat for _, _, wat in vault.log("access", "")].count("log_weg") == 1


def test_a_folder_that_was_copied_while_it_was_open_without_its_log_is_told(
    path: Path, tmp_path: Path
) -> None:
    with quick(path) as vault:
        record(vault)
        whole = shutil.copytree(path, tmp_path / "a" / path.name, ignore=shutil.ignore_patterns("*-wal"))
        bare = shutil.copytree(whole, tmp_path / "b" / path.name, ignore=shutil.ignore_patterns(LOCK_FILE))
    gemis, count = seen(Path(whole))
    assert gemis is not None
    assert (gemis.aantal, count) == (ACTS, 0)
    gemis, count = seen(Path(bare))
    assert gemis is not None
    assert (gemis.aantal, count) == (0, 0)
    assert seen(path) == (None, ACTS)


def test_an_old_log_beside_a_vault_that_was_closed_is_put_aside(killed: Path, tmp_path: Path) -> None:
    log = (killed / WAL).read_bytes()
    assert seen(killed) == (None, ACTS)
    for end in commits(log):
        (killed / WAL).write_bytes(log[:end])
        with quick(killed) as vault:
            assert vault.old_log_came
            assert vault.gemis is None
            assert len(vault.entries(D)) == ACTS
            assert vault.check_pages() == []
    kept = sorted(killed.glob(f"beschadigd-*/{WAL}"), key=lambda p: p.stat().st_size)
    assert [file.read_bytes() for file in kept] == [log[:end] for end in commits(log)]


def test_a_log_that_was_cut_after_it_was_written_into_the_pages_costs_nothing(killed: Path) -> None:
    log = (killed / WAL).read_bytes()
    with quick(killed) as vault:
        vault.empty_log()
        again = Path(shutil.copytree(killed, killed.parent / "weer" / killed.name))
    (again / WAL).write_bytes(log[: commits(log)[3]])
    with quick(again) as vault:
        assert (vault.gemis, vault.old_log_came, len(vault.entries(D))) == (None, True, ACTS)


def test_a_backup_that_is_put_back_is_whole(path: Path, tmp_path: Path) -> None:
    with quick(path) as vault:
        record(vault)
        made = backup.make_backup(vault, "dag")
        record(vault, ACTS + 1)
        killed = Path(shutil.copytree(path, tmp_path / "gedood" / path.name))
    by_hand = Path(shutil.copytree(path, tmp_path / "hand" / path.name))
    shutil.copy(made.path, by_hand / DATABASE)
    assert seen(by_hand) == (None, ACTS)
    rescue.put_back(killed, vault_key(), made, AROUND)
    assert seen(killed) == (None, ACTS)


def test_which_backup_goes_beyond_what_is_left(path: Path) -> None:
    with quick(path) as vault:
        before = vault.stand.nummer
        record(vault)
        made = [backup.make_backup(vault, "dag").path for _ in range(2)]
        there = [path / "geen.db", *made]
        assert stand.newest_beyond(there, vault.key, before) == made[0]
        assert stand.newest_beyond(there, vault.key, vault.stand.nummer) is None


def test_what_nobody_promised_and_nobody_closed_is_told_of_a_database_alone(killed: Path) -> None:
    (killed / LOCK_FILE).write_bytes(b"iets anders")
    assert seen(killed) == (None, ACTS)
    for said in (b"", b"[]", b'{"stand": 7}', b'{"stand": "-00000000000001"}', b'{"stand": "9"}'):
        (killed / LOCK_FILE).write_bytes(said)
        assert seen(killed) == (None, ACTS)


LIVING = """
import os, sys
from pathlib import Path
from intake_assistant.storage.engine.opening import open_with
from tests.storage.hulp import AROUND
from tests.storage.engine.test_stand import record
for _ in sys.stdin:
    if (writer := os.fork()) == 0:
        with open_with(Path(sys.argv[1]), AROUND, lambda *_: bytes.fromhex(sys.argv[2])) as vault:
            print(os.getpid(), flush=True)
            for number in range(vault.next_counter("d" * 32), 10_000):
                record(vault, number, 1)
                print(number, flush=True)
    os.waitpid(writer, 0)
    print("weg", flush=True)
"""
"""Has one writer after another, each until it is killed."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks a process to kill")
def test_a_process_that_is_killed_again_and_again_loses_nothing_and_nothing_is_told(path: Path) -> None:
    command = [sys.executable, "-c", LIVING, str(path), vault_key().hex()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(5):
            process.stdin.write("nog een\n")
            process.stdin.flush()
            writer, *said = (int(process.stdout.readline()) for _ in range(8))
            os.kill(writer, signal.SIGKILL)
            said += map(int, iter(process.stdout.readline, "weg\n"))
            gemis, count = seen(path)
            assert gemis is None
            assert count >= said[-1]


def test_closing_without_room_promises_still(killed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = quick(killed)
    vault.set_setting("iets", "ja")

    def full(*_: object) -> None:
        raise KnownError("disk.full", pad=str(killed))

    monkeypatch.setattr(stand, "write", full)
    vault.close()
    monkeypatch.undo()
    assert f"{vault.stand.nummer:015}" in (killed / LOCK_FILE).read_text()
    assert seen(killed) == (None, ACTS)
    assert (killed / LOCK_FILE).read_bytes() == b""


def test_looking_changes_no_number(path: Path) -> None:
    with quick(path) as vault:
        before = (vault.stand, (path / DATABASE).read_bytes())
        with vault.trying() as connection:
            connection.execute("DELETE FROM device")
        vault.entries(D)
    with quick(path) as vault:
        assert (vault.stand, (path / DATABASE).read_bytes()) == before

"""Waiting after wrong passphrases: over restarts, with the clock put back, with a file that is not ours."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.opening import open_vault
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.keys import slots, wachttijd
from intake_assistant.storage.keys.wachttijd import WAIT_FILE, forget, note_try, seconds_left
from tests.storage.hulp import AROUND, CLOCK, PASSPHRASE, Wall, vault_key

NOW = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.UTC)


def after(seconds: float) -> datetime.datetime:
    return NOW + datetime.timedelta(seconds=seconds)


def test_two_are_free_then_each_doubles_to_a_quarter_of_an_hour(tmp_path: Path) -> None:
    found, now = list[int](), NOW
    for _ in range(12):
        now += datetime.timedelta(seconds=found[-1] if found else 0)
        note_try(tmp_path, now)
        found.append(seconds_left(tmp_path, now))
    assert found == [0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900]
    assert seconds_left(tmp_path, now + datetime.timedelta(seconds=899.5)) == 1
    assert seconds_left(tmp_path, now + datetime.timedelta(seconds=900)) == 0
    forget(tmp_path)
    assert list(tmp_path.iterdir()) == []
    forget(tmp_path)


def test_a_clock_put_back_neither_frees_nor_locks_for_ever(tmp_path: Path) -> None:
    for _ in range(3):
        note_try(tmp_path, NOW)
    past = NOW - datetime.timedelta(days=700)
    assert seconds_left(tmp_path, past) == 30
    assert seconds_left(tmp_path, past + datetime.timedelta(seconds=29)) == 1
    assert seconds_left(tmp_path, past + datetime.timedelta(seconds=30)) == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b"[" * 900,
        b"\xff" * 100,
        b'{"fout": 9, "sinds": "2026-11-02T12:00:00+00:00", "seconden": 999999}',
        b'{"fout": -1, "sinds": "2026-11-02T12:00:00+00:00", "seconden": 30}',
        b'{"fout": 9, "sinds": "2026-11-02T12:00:00", "seconden": 30}',
        b'{"fout": 9, "sinds": "gisteren", "seconden": 30}',
        b'{"fout": 9, "sinds": 7, "seconden": 30}',
        b'{"fout": true, "sinds": "2026-11-02T12:00:00+00:00", "seconden": 30}',
        b'{"vreemd": 1}',
        b"x" * 100_000,
    ],
)
def test_a_file_that_is_not_ours_does_no_harm(tmp_path: Path, content: bytes) -> None:
    (tmp_path / WAIT_FILE).write_bytes(content)
    assert seconds_left(tmp_path, NOW) == 0
    note_try(tmp_path, NOW)
    assert seconds_left(tmp_path, NOW) == 0


def test_a_folder_in_its_place_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / WAIT_FILE).mkdir()
    note_try(tmp_path, NOW)
    assert seconds_left(tmp_path, NOW) == 0
    forget(tmp_path)


def test_three_wrong_ones_make_the_right_one_wait_whatever_day_is_played(path: Path) -> None:
    wall = Wall(NOW)
    around = Surroundings(CLOCK, AROUND.random, wall=wall)
    slots.replace_passphrase(path, vault_key(), PASSPHRASE, crypto.Argon2Cost(64, 1, 1), AROUND.random)
    for expected in ("vault.wrong_passphrase",) * 3 + ("vault.wait",) * 2:
        with pytest.raises(KnownError) as found:
            open_vault(path, "fout", around)
        assert found.value.code == expected
    with pytest.raises(KnownError) as found:
        open_vault(path, PASSPHRASE, around)
    assert (found.value.code, found.value.facts) == ("vault.wait", {"seconden": 30})
    wall.pass_by(30)
    open_vault(path, PASSPHRASE, around).close()
    assert not (path / wachttijd.WAIT_FILE).exists()


def test_a_passphrase_counts_before_it_is_tried(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = list[int]()

    def derive(*_: object) -> bytearray:
        found.append(wachttijd.failures(path))
        raise MemoryError

    monkeypatch.setattr(crypto, "derive_key", derive)
    note_try(path, NOW)
    with pytest.raises(KnownError) as refused:
        open_vault(path, PASSPHRASE, AROUND)
    assert refused.value.code == "vault.no_memory"
    # What could not be tried was no wrong one.
    assert (found, wachttijd.failures(path)) == ([2], 1)


LIMITED = """
import resource, sys
from pathlib import Path
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.opening import open_vault
from tests.storage.hulp import AROUND
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    open_vault(Path(sys.argv[1]), sys.argv[2], AROUND)
except KnownError as error:
    print(error.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit to the size of a file")
def test_a_process_that_may_write_nothing_may_not_guess(path: Path) -> None:
    for typed in ("mis", PASSPHRASE):
        command = [sys.executable, "-c", LIMITED, str(path), typed]
        assert subprocess.run(command, capture_output=True, text=True).stdout == "disk.full\n"

"""In a terminal long work tells how far it is on one line; elsewhere nothing; Ctrl+C ends it safely."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from intake_assistant.cli.watching import watched
from intake_assistant.operations.words.voortgang import left_in_words
from tests.storage.hulp import PASSPHRASE, copied

pty = pytest.importorskip("pty", reason="a terminal as Unix knows it")
MAIN = Path(__file__).parents[2] / "main.py"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return copied(tmp_path)


def in_terminal(*words: str) -> tuple[int, str]:
    """Run a command whose stderr is a terminal; its exit code and what the terminal got."""
    ours, theirs = pty.openpty()
    around = {**os.environ, "INTAKE_PASSPHRASE": PASSPHRASE}
    command = [sys.executable, str(MAIN), *words]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, env=around) as child:
        os.close(theirs)
        got = b""
        while part := _read(ours):
            got += part
        os.close(ours)
    return child.returncode, got.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux: nobody has the other end any more
        return b""


@pytest.mark.parametrize("action", ["check", "rebuild", "backup"])
def test_in_a_terminal_one_line_is_written_over_itself_and_taken_away(vault: Path, action: str) -> None:
    code, got = in_terminal("vault", action, str(vault))
    assert code == 0
    assert " %" in got
    line, _, rest = got.rpartition("%")
    assert line.startswith("\r")
    assert rest.split("\n")[0].endswith("\r")
    assert set(rest.split("\n")[0]) <= set("\r ,nogeparscdtiumu0123456789")


def test_elsewhere_nothing_is_said(vault: Path) -> None:
    around = {**os.environ, "INTAKE_PASSPHRASE": PASSPHRASE}
    for extra in ([], ["--json"]):
        command = [sys.executable, str(MAIN), "vault", "check", str(vault), *extra]
        found = subprocess.run(command, capture_output=True, env=around, check=True)
        assert b"%" not in found.stderr
        assert b"\r" not in found.stderr + found.stdout


def _interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def test_ctrl_c_ends_it_between_two_steps() -> None:
    before, done = signal.getsignal(signal.SIGINT), list[int]()
    with pytest.raises(KeyboardInterrupt), watched() as progress:
        for number in progress.each(range(5)):
            if number == 2:
                _interrupt()
            done.append(number)
    assert done == [0, 1, 2]
    assert signal.getsignal(signal.SIGINT) is before


def test_the_second_ctrl_c_ends_it_at_once() -> None:
    with pytest.raises(KeyboardInterrupt), watched():
        _interrupt()
        _interrupt()
        pytest.fail("went on")


def test_what_can_no_longer_be_stopped_is_ended_first() -> None:
    with watched() as progress:
        progress.commit()
        _interrupt()
        assert list(progress.each(range(3))) == [0, 1, 2]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "nog een paar seconden"),
        (11, "nog ongeveer 20 seconden"),
        (50, "nog ongeveer 50 seconden"),
        (51, "nog ongeveer 1 minuut"),
        (125, "nog ongeveer 2 minuten"),
        (5399, "nog ongeveer 90 minuten"),
        (7000, "nog ongeveer 2 uur"),
    ],
)
def test_an_estimate_in_words(seconds: float, words: str) -> None:
    assert left_in_words(seconds) == words

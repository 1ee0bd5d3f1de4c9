"""A process that keeps its memory to itself: real children of main.py, with and without the window."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from intake_assistant import proces

ROOT = Path(__file__).parents[1]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks at a process as Linux shows it")
# As generous as a developer's shell: what is asked for must come from the program itself.
GENEROUS = (
    "import resource; hard = resource.getrlimit(resource.RLIMIT_CORE)[1];"
    "resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))"
)
RUN = f"import runpy; runpy.run_path({str(ROOT / 'main.py')!r}, run_name='__main__')"
TELL = (
    "import atexit, ctypes, resource;"
    "atexit.register(lambda: print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0),"
    " *resource.getrlimit(resource.RLIMIT_CORE)))"
)


def command(*lines: str) -> list[str]:
    return [sys.executable, "-c", "\n".join(lines)]


@LINUX
def test_a_command_can_be_neither_dumped_nor_read() -> None:
    bare = subprocess.run(command(GENEROUS, TELL), capture_output=True, text=True, check=True)
    assert bare.stdout.split()[0] == "1", "the test looks at nothing when a bare process is closed too"
    child = subprocess.run(
        [*command(GENEROUS, TELL, RUN), "--help"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert child.stdout.splitlines()[-1] == "0 0 0"


WATCH = """
import sys, threading, time
def watch():
    while "intake_assistant.ui.window.window" not in sys.modules:
        time.sleep(0.02)
    print("window", flush=True)
threading.Thread(target=watch, daemon=True).start()
"""


def core_limit(pid: int) -> str:
    lines = Path(f"/proc/{pid}/limits").read_text().splitlines()
    return next(line.split()[4] for line in lines if line.startswith("Max core file size"))


@LINUX
def test_the_window_leaves_no_dump_when_it_crashes(tmp_path: Path) -> None:
    child = subprocess.Popen(
        command(GENEROUS, f"import sys; sys.path.insert(0, {str(ROOT)!r})", WATCH, RUN),
        cwd=tmp_path,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "window\n"
        assert core_limit(child.pid) == "0"
        child.send_signal(signal.SIGABRT)
        ended = os.waitid(os.P_PID, child.pid, os.WEXITED)
        assert ended is not None
        assert ended.si_code == os.CLD_KILLED, "it was dumped"
        assert not [file for file in tmp_path.iterdir() if file.name.startswith("core")]
    finally:
        child.kill()
        child.wait()
        child.stdout.close()


class Kernel32:
    """Writes down what Windows is asked."""

    def __init__(self) -> None:
        self.asked: dict[str, int] = {}

    def SetErrorMode(self, mode: int) -> None:
        self.asked["mode"] = mode

    def WerSetFlags(self, flags: int) -> None:
        self.asked["flags"] = flags


def test_windows_is_asked_for_no_box_and_no_heap() -> None:
    kernel32 = Kernel32()
    proces.harden_windows(kernel32)
    assert kernel32.asked == {"mode": 0x8003, "flags": 1}


FIRST = """
import ctypes, sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "intake_assistant.app":
            print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)
sys.meta_path.insert(0, Watch())
"""


@LINUX
def test_nobody_reads_the_process_while_the_program_is_still_being_loaded() -> None:
    child = subprocess.run(
        [*command(FIRST, RUN), "--help"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert child.stdout.splitlines()[0] == "0"

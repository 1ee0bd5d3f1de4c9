"""No connection, ever: with the network taken away nothing of the program notices (design 5).

The whole demonstration runs so too: tests/demo/test_demo.py; what is imported: tests/architecture.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from intake_assistant import paths
from tests.zonder_netwerk import KILLED

ROOT = Path(__file__).parents[1]
GUARD = ROOT / "tests" / "zonder_netwerk.py"


def guarded(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(GUARD), sys.executable, *map(str, words)],
        env={**os.environ, **environment}, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
        "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
        "import socket; socket.getaddrinfo('gemeente.example', 443)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import os, subprocess, sys; child = [sys.executable, '-c', 'import socket; socket.socket()']; "
        "os.kill(os.getpid(), -subprocess.run(child).returncode)",
        "from PySide6.QtNetwork import QTcpSocket as S; s = S(); s.connectToHost('127.0.0.1', 9); "
        "s.waitForConnected(2000)",
        "import typst; typst.compile(b'#import \"@preview/cetz:0.3.0\": *', format='pdf')",
    ],
    ids=["ipv4", "ipv6", "netlink", "a name", "urllib", "a child", "qt", "typst"],
)
def test_the_guard_finds_whoever_asks_for_a_socket(attempt: str) -> None:
    done = guarded("-c", attempt)
    assert done.returncode == KILLED, (done.returncode, done.stderr)


def test_the_guard_lets_pass_what_stays_inside_this_computer() -> None:
    inside = "import socket; socket.socket(socket.AF_UNIX); a, b = socket.socketpair(); print('goed')"
    assert guarded("-c", inside).stdout == "goed\n"


def test_a_command_and_every_part_of_the_program_run_without_network() -> None:
    done = guarded("main.py", "--self-test")
    assert done.returncode == 0, done.stderr


def test_the_window_opens_without_network(tmp_path: Path) -> None:
    """As app.py joins it, with what listens to the computer; it ends by itself once it was painted."""
    script = tmp_path / "venster.py"
    script.write_text(_WINDOW, encoding="utf-8")
    done = guarded(script, HOME=str(tmp_path), QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    assert (done.returncode, done.stdout) == (0, "geschilderd\n"), done.stderr


_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from intake_assistant import app
before = QApplication.exec
def shortly(*_):
    QTimer.singleShot(1000, QApplication.quit)
    code = before()
    print("geschilderd")
    return code
QApplication.exec = shortly
sys.exit(app.main([]))
"""


def test_our_templates_fetch_nothing() -> None:
    for file in paths.templates_dir().rglob("*.typ"):
        assert '"@' not in file.read_text(encoding="utf-8")

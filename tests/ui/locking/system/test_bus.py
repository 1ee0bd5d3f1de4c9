"""A bus that is missing, dead or hangs stops nothing; where sleep is not told, the settings say so."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.locking.system.bus import answers
from intake_assistant.ui.locking.system.linux import LinuxWacht
from intake_assistant.ui.locking.system.watch import Systeemwacht
from tests.ui.locking.system.nepbus import Logind, connected, private_bus

ROOT = Path(__file__).parents[4]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the buses of Linux")


@contextmanager
def sham_bus(path: Path, says: bytes | None) -> Iterator[str]:
    """A socket that takes everybody in and says this; None hangs up."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        lines: list[socket.socket] = []

        def serve() -> None:
            while True:
                try:
                    line, _ = server.accept()
                except OSError:
                    return
                lines.append(line)
                if says is None:
                    line.close()
                elif says:
                    line.sendall(says)

        worker = threading.Thread(target=serve)
        worker.start()
        yield f"unix:path={path}"
        server.shutdown(socket.SHUT_RDWR)
        worker.join()
        for line in lines:
            line.close()


@pytest.mark.parametrize("says", [b"", b"HELLO, I AM NO BUS\r\n", b"REJECTED EXTERNAL\r\n", None])
def test_what_is_no_bus_is_passed_over(tmp_path: Path, says: bytes | None) -> None:
    with sham_bus(tmp_path / "bus", says) as address:
        assert not answers(address)


@pytest.mark.parametrize("address", ["", "rubbish", "tcp:host=localhost,port=1", "unix:path=/is/er/niet"])
def test_an_address_that_leads_nowhere(address: str) -> None:
    assert not answers(address)


def test_a_bus_that_is_one(bussen: tuple[str, str]) -> None:
    assert answers(bussen[0])
    assert answers(f"{bussen[1]};unix:path=/is/er/niet")


HEARS = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from intake_assistant.ui.locking.system import watch_system
app = QApplication([])
wacht = watch_system(QWidget())
wacht.hold(True)
sys.stdout.write("hears" if wacht.hears_sleep else "deaf")
"""


def test_a_program_on_buses_that_hang_starts_all_the_same(tmp_path: Path) -> None:
    with sham_bus(tmp_path / "bus", b"") as address:
        env = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address}
        command = [sys.executable, "-c", HEARS]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "deaf"), done.stderr


@pytest.fixture
def ouder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_with_logind_sleep_is_heard(
    ouder: QWidget, logind: Logind, systeembus: QDBusConnection, qtbot: QtBot
) -> None:
    wacht = LinuxWacht(ouder, systeembus, QDBusConnection(""))
    qtbot.waitUntil(lambda: wacht.hears_sleep)


def test_logind_that_knows_no_session_of_ours_still_tells_of_sleep(
    ouder: QWidget, logind: Logind, systeembus: QDBusConnection, qtbot: QtBot
) -> None:
    logind.knows_session = False
    wacht = LinuxWacht(ouder, systeembus, QDBusConnection(""))
    qtbot.waitUntil(lambda: wacht.hears_sleep)


def test_without_logind_it_is_not(ouder: QWidget, systeembus: QDBusConnection, qtbot: QtBot) -> None:
    wacht = LinuxWacht(ouder, systeembus, QDBusConnection(""))
    qtbot.wait(50)
    assert not wacht.hears_sleep
    assert not Systeemwacht(ouder).hears_sleep


def test_a_bus_that_dies_takes_nothing_along(ouder: QWidget, qtbot: QtBot) -> None:
    with private_bus("system") as address, connected(address) as far, connected(address) as near:
        logind = Logind(far)
        logind.appear()
        wacht = LinuxWacht(ouder, near, QDBusConnection(""))
        wacht.hold(True)
        qtbot.waitUntil(lambda: wacht.hears_sleep and logind.is_held())
        logind.vanish()
    qtbot.waitUntil(lambda: not wacht.hears_sleep)
    wacht.hold(False)
    wacht.hold(True)
    wacht.hold(False)


def test_the_lid(ouder: QWidget, bussen: tuple[str, str], systeembus: QDBusConnection, qtbot: QtBot) -> None:
    wacht = LinuxWacht(ouder, systeembus, QDBusConnection(""))
    heard: list[str] = []
    wacht.leaving.connect(heard.append)
    with connected(bussen[0]) as bus:
        logind = Logind(bus)
        assert bus.registerService("org.freedesktop.UPower")
        qtbot.wait(20)
        for changed in ({"OnBattery": True}, {"LidIsClosed": False}, {"LidIsClosed": True}):
            logind.send_power(changed)
        qtbot.waitUntil(lambda: bool(heard))
        qtbot.wait(20)
        bus.unregisterService("org.freedesktop.UPower")
    assert heard == ["deksel"]

"""A private bus and the services of a desktop on it: real signals, and nothing of this computer."""

from __future__ import annotations

import itertools
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)

OWN, OTHER = "/org/freedesktop/login1/session/c2", "/org/freedesktop/login1/session/c7"
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>{soort}</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
_NAMES = itertools.count()


@contextmanager
def private_bus(soort: str) -> Iterator[str]:
    """Start a bus of its own, `system` or `session`; its address."""
    with tempfile.TemporaryDirectory(prefix="bus-") as folder:
        config, socket = Path(folder) / "bus.conf", Path(folder) / "bus"
        config.write_text(_CONFIG.format(soort=soort, socket=socket), encoding="utf-8")
        daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--print-address=1"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        try:
            assert daemon.stdout is not None
            address = daemon.stdout.readline().strip()
            assert address, "the bus did not start"
            yield address
        finally:
            daemon.terminate()
            daemon.communicate()


@contextmanager
def connected(address: str) -> Iterator[QDBusConnection]:
    """A connection of its own to a bus."""
    name = f"proef-{os.getpid()}-{next(_NAMES)}"
    yield QDBusConnection.connectToBus(address, name)
    # Sent, but not read yet: without this the bus keeps what belongs to a connection that is gone.
    QCoreApplication.processEvents()
    QDBusConnection.disconnectFromBus(name)


@dataclass
class Logind:
    """What of logind is asked and told: sessions, locking, sleep, and holds on it."""

    bus: QDBusConnection
    knows_session: bool = True
    asked: list[list[object]] = field(default_factory=list)
    holds: list[int] = field(default_factory=list)

    def appear(self) -> None:
        """Take the name, and answer."""
        assert self.bus.registerService("org.freedesktop.login1")
        self._object = _Answers(self)
        option = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert self.bus.registerVirtualObject("/org/freedesktop/login1", self._object, option)

    def vanish(self) -> None:
        """Give the name free, and close what is left."""
        self.bus.unregisterService("org.freedesktop.login1")
        self.bus.unregisterObject("/org/freedesktop/login1", QDBusConnection.UnregisterMode.UnregisterTree)
        # Else the thread of the bus may still call it while Python takes it apart on this one.
        shiboken6.delete(self._object)
        for hold in self.holds:
            os.close(hold)
        self.holds.clear()

    def sleep(self, begins: bool = True) -> None:
        """The computer is about to sleep, or has woken up."""
        self._send("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [begins])

    def shut_down(self) -> None:
        """The computer is about to go off."""
        self._send("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForShutdown", [True])

    def lock(self, session: str = OWN) -> None:
        """A session is asked to lock."""
        self._send(session, "org.freedesktop.login1.Session", "Lock", [])

    def change(self, session: str = OWN, **changed: bool) -> None:
        """Properties of a session changed."""
        body: list[object] = ["org.freedesktop.login1.Session", changed, ["IdleSinceHint"]]
        self._send(session, "org.freedesktop.DBus.Properties", "PropertiesChanged", body)

    def send_power(self, changed: dict[str, bool]) -> None:
        """Properties of the power of the computer changed; of UPower, another service."""
        body: list[object] = ["org.freedesktop.UPower", changed, ["TimeToEmpty"]]
        path = "/org/freedesktop/UPower"
        self._send(path, "org.freedesktop.DBus.Properties", "PropertiesChanged", body)

    def send_odd(self) -> None:
        """Signals of the right name with arguments of the wrong kind."""
        manager = "org.freedesktop.login1.Manager"
        self._send("/org/freedesktop/login1", manager, "PrepareForSleep", ["ja"])
        self._send(OWN, "org.freedesktop.DBus.Properties", "PropertiesChanged", [1, 2, 3])

    def _send(self, path: str, interface: str, name: str, body: list[object]) -> None:
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(body)
        assert self.bus.send(signal)

    def is_held(self) -> bool:
        """Whether somebody holds the sleep back: the other end of a pipe that was handed out is open."""
        return any(_is_open(hold) for hold in self.holds)


class _Answers(QDBusVirtualObject):
    def __init__(self, logind: Logind) -> None:
        super().__init__()
        self._logind = logind

    def introspect(self, path: str) -> str:
        """Nothing is looked up here."""
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        """Answer a call."""
        self._logind.asked.append([message.member(), *message.arguments()])
        if message.member() == "Inhibit":
            return connection.send(message.createReply(self._hold()))
        if message.member() == "GetSession" and self._logind.knows_session:
            return connection.send(message.createReply(QDBusObjectPath(OWN)))
        error = "org.freedesktop.login1.NoSuchSession"
        return connection.send(message.createErrorReply(error, "no such session"))

    def _hold(self) -> QDBusUnixFileDescriptor:
        read, write = os.pipe()
        os.set_blocking(read, False)
        self._logind.holds.append(read)
        handed = QDBusUnixFileDescriptor(write)
        os.close(write)
        return handed


def _is_open(read_end: int) -> bool:
    try:
        return os.read(read_end, 1) != b""
    except BlockingIOError:
        return True


@dataclass
class Schermbeveiliging:
    """A screensaver of a desktop."""

    bus: QDBusConnection
    naam: str = "org.freedesktop.ScreenSaver"

    def appear(self) -> None:
        """Take the name."""
        assert self.bus.registerService(self.naam)

    def vanish(self) -> None:
        """Give the name free."""
        self.bus.unregisterService(self.naam)

    def activate(self, active: bool = True) -> None:
        """It comes or goes."""
        signal = QDBusMessage.createSignal("/" + self.naam.replace(".", "/"), self.naam, "ActiveChanged")
        signal.setArguments([active])
        assert self.bus.send(signal)

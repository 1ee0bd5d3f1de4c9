"""The buses of this computer, where they are and answer: a bus that hangs would hang the window."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtDBus import QDBusConnection

SYSTEM = "unix:path=/var/run/dbus/system_bus_socket"
# A bus answers within a thousandth of this.
PATIENCE_SECONDS = 0.5


def system_bus() -> QDBusConnection:
    """The bus of the computer; not connected when there is none."""
    address = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or SYSTEM
    return QDBusConnection.systemBus() if answers(address) else QDBusConnection("")


def session_bus() -> QDBusConnection:
    """The bus of the session; not connected when there is none: merely asking would try to start one."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or _of_runtime()
    return QDBusConnection.sessionBus() if answers(address) else QDBusConnection("")


def _of_runtime() -> str:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    bus = Path(runtime) / "bus"
    return f"unix:path={bus}" if runtime and bus.exists() else ""


def answers(address: str) -> bool:
    """Whether a bus is at an address and lets us in; what is no local bus is passed over."""
    place = _socket_of(address)
    if not place:
        return False
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PATIENCE_SECONDS)
        try:
            line.connect(place)
            line.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
            return line.recv(64).startswith(b"OK ")
        except OSError:
            return False


def _socket_of(address: str) -> str:
    # "unix:path=/run/user/1000/bus,guid=..." or "unix:abstract=...", several parted by semicolons.
    kind, _, rest = address.partition(";")[0].partition(":")
    given = dict(part.partition("=")[::2] for part in rest.split(","))
    if kind != "unix":
        return ""
    path, abstract = unquote(given.get("path", "")), unquote(given.get("abstract", ""))
    return path or (f"\0{abstract}" if abstract else "")

"""Linux: logind on the system bus and the screensavers on the session bus, over QtDBus (stack 5)."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)
from PySide6.QtWidgets import QWidget

from intake_assistant.texts import text
from intake_assistant.ui.locking.system.watch import Systeemwacht

LOGIND = "org.freedesktop.login1"
LOGIND_PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
UPOWER = "org.freedesktop.UPower"
CHANGED = ("org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as")
# What the bus itself answers when nobody bears the name of logind.
BUS_ERRORS = "org.freedesktop.DBus.Error."
# Each desktop has its own; all send `ActiveChanged(b)`.
SCREENSAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class LinuxWacht(Systeemwacht):
    """Hears session lock, sleep, shutdown, user switch, screensaver and the lid."""

    # Known to Klipper and other keepers of history.
    clipboard_marks: ClassVar[Mapping[str, bytes]] = {"x-kde-passwordManagerHint": b"secret"}

    def __init__(self, venster: QWidget, system: QDBusConnection, session: QDBusConnection) -> None:
        super().__init__(venster)
        self._system = system
        self._own_path = ""
        self._has_logind = False
        self._wants_hold = False
        self._held: int | None = None
        self._asked: set[QDBusPendingCallWatcher] = set()
        # A bus that is not there is passed over; idle locking stands everywhere.
        if system.isConnected():
            self._listen_to_logind()
        if session.isConnected():
            for saver in SCREENSAVERS:
                _connect(session, saver, (saver, "ActiveChanged", "b"), self, "screensaver(bool)")

    # -- listening -------------------------------------------------------------------------------------------

    def _listen_to_logind(self) -> None:
        for signal, slot in (
            ((MANAGER, "PrepareForSleep", "b"), "sleeps(bool)"),
            ((MANAGER, "PrepareForShutdown", "b"), "shuts_down(bool)"),
            ((SESSION, "Lock", ""), "locked(QDBusMessage)"),
            (CHANGED, "properties(QString,QVariantMap,QStringList,QDBusMessage)"),
        ):
            _connect(self._system, LOGIND, signal, self, slot)
        # With a second screen the computer stays awake, and logind says nothing of the lid.
        _connect(self._system, UPOWER, CHANGED, self, "power(QString,QVariantMap,QStringList)")
        # Ours, also for a program that was started by the desktop and not by the session itself.
        self._ask("GetSession", ["auto"], self._take_session)

    def _take_session(self, answer: Any) -> None:
        if isinstance(answer, QDBusObjectPath):
            self._own_path = answer.path()

    def _is_ours(self, message: QDBusMessage) -> bool:
        """Without an answer on which session is ours every session counts: rather too often than never."""
        return self._own_path in ("", message.path())

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:
        """The computer goes to sleep, or has woken up."""
        self._tell("slaap", begins)

    @Slot(bool)
    def shuts_down(self, begins: bool) -> None:
        """The computer goes off."""
        self._tell("afsluiten", begins)

    @Slot(bool)
    def screensaver(self, active: bool) -> None:
        """The screensaver came or went."""
        self._tell("schermbeveiliging", active)

    @Slot(QDBusMessage)
    def locked(self, message: QDBusMessage) -> None:
        """The session is asked to lock."""
        self._tell("sessieslot", self._is_ours(message))

    @Slot(str, "QVariantMap", "QStringList", QDBusMessage)
    def properties(
        self, interface: str, changed: dict[str, object], gone: list[str], message: QDBusMessage
    ) -> None:
        """Something of a session changed; another user came forward, or the desktop says it is locked."""
        if interface == SESSION and self._is_ours(message):
            self._tell("andere_gebruiker", changed.get("Active") is False)
            self._tell("sessieslot", changed.get("LockedHint") is True)

    @Slot(str, "QVariantMap", "QStringList")
    def power(self, interface: str, changed: dict[str, object], gone: list[str]) -> None:
        """Something of the computer changed; its lid was closed."""
        self._tell("deksel", interface == UPOWER and changed.get("LidIsClosed") is True)

    @property
    def hears_sleep(self) -> bool:
        """Whether logind is there to say so."""
        return self._has_logind and self._system.isConnected()

    def _tell(self, reason: str, happens: bool) -> None:
        if happens:
            self.leaving.emit(reason)

    # -- holding the sleep back ------------------------------------------------------------------------------

    def hold(self, on: bool) -> None:
        """Take or give back a delay of logind: it waits a few seconds for us before it sleeps."""
        self._wants_hold = on
        if not on:
            self._release()
        elif self._held is None and self._system.isConnected():
            who, why = text("venster.programma"), text("venster.waarom_wachten")
            self._ask("Inhibit", ["sleep:shutdown", who, why, "delay"], self._take_hold)

    def _take_hold(self, answer: Any) -> None:
        if isinstance(answer, QDBusUnixFileDescriptor) and answer.isValid():
            self._release()
            # Our own copy: the answer closes its own when it is collected.
            self._held = os.dup(answer.fileDescriptor())
        if not self._wants_hold:
            self._release()

    def _release(self) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            os.close(held)

    # -- asking logind ---------------------------------------------------------------------------------------

    def _ask(self, member: str, arguments: list[str], take: Callable[[Any], None]) -> None:
        """Ask without waiting; an error (no logind) brings no answer."""
        call = QDBusMessage.createMethodCall(LOGIND, LOGIND_PATH, MANAGER, member)
        call.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(call))
        self._asked.add(watcher)
        watcher.finished.connect(lambda done: self._answered(done, take))

    def _answered(self, done: QDBusPendingCallWatcher, take: Callable[[Any], None]) -> None:
        self._asked.discard(done)
        if not done.isError():
            self._has_logind = True
            take(done.reply().arguments()[0])
        elif not done.error().name().startswith(BUS_ERRORS):
            # It is there, and knows no session of ours.
            self._has_logind = True


def _connect(bus: Any, service: str, signal: tuple[str, str, str], receiver: LinuxWacht, slot: str) -> None:
    # With its signature: arguments of another kind would end the process (tried). The "1" says: a slot; the
    # stubs ask for bytes there, where PySide takes only text.
    interface, name, signature = signal
    bus.connect(service, "", interface, name, signature, receiver, f"1{slot}")

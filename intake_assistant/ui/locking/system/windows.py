"""Windows: messages to the window about session, power and the end, and the screen kept out of recordings.

Written from Microsoft's documentation; messages and clipboard were seen under wine, which hides no screen.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from ctypes import wintypes
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QAbstractNativeEventFilter, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from intake_assistant.ui.locking.system.watch import Systeemwacht
from intake_assistant.ui.qt.messages import TE_DELEN

WM_QUERYENDSESSION = 0x0011
WM_SYSCOMMAND = 0x0112
WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
PBT_APMSUSPEND, PBT_POWERSETTINGCHANGE = 4, 0x8013
# GUID_LIDSWITCH_STATE_CHANGE as it lies in memory, then the length of what follows and the state: 0 is shut.
LID = UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3").bytes_le
LID_SHUT = LID + (4).to_bytes(4, "little") + (0).to_bytes(4, "little")
DEVICE_NOTIFY_WINDOW_HANDLE = 0
SC_SCREENSAVE = 0xF140
# The lowest four bits of the command are of the system itself.
SC_MASK = 0xFFF0
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 2, 4, 6, 7
NOTIFY_FOR_THIS_SESSION = 0
# Left out of the picture from Windows 10 2004 on; black before.
WDA_NONE, WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE = 0x00, 0x01, 0x11

_SESSION = {
    WTS_CONSOLE_DISCONNECT: "andere_gebruiker",
    WTS_REMOTE_DISCONNECT: "andere_gebruiker",
    WTS_SESSION_LOGOFF: "afmelden",
    WTS_SESSION_LOCK: "sessieslot",
}


@dataclass(frozen=True)
class Libraries:
    """What of Windows is asked."""

    user32: Any
    wtsapi32: Any


def system_libraries() -> Libraries:
    """Load them; there is no such loader on another system."""
    load = getattr(ctypes, "WinDLL")  # noqa: B009  # the stubs know it on Windows only
    return Libraries(load("user32"), load("wtsapi32"))


def reason_of(message: int, wparam: int, lparam: int = 0) -> str:
    """Return why somebody leaves, in one word; empty when a message does not say so."""
    if message == WM_POWERBROADCAST and wparam == PBT_POWERSETTINGCHANGE and lparam:
        return "deksel" if ctypes.string_at(lparam, len(LID_SHUT)) == LID_SHUT else ""
    if message == WM_WTSSESSION_CHANGE:
        return _SESSION.get(wparam, "")
    if message == WM_POWERBROADCAST and wparam == PBT_APMSUSPEND:
        return "slaap"
    if message == WM_QUERYENDSESSION:
        return "afsluiten"
    if message == WM_SYSCOMMAND and wparam & SC_MASK == SC_SCREENSAVE:
        return "schermbeveiliging"
    return ""


class _Berichten(QAbstractNativeEventFilter):
    """Reads along with what Windows sends; answers nothing."""

    def __init__(self, wacht: WindowsWacht) -> None:
        super().__init__()
        self._wacht = wacht

    def nativeEventFilter(self, eventType: Any, message: Any) -> Any:
        """Tell when somebody leaves."""
        # The pointer that Qt gives counts as False, wherever it points.
        address = int(message)
        if bytes(eventType).startswith(b"windows_") and address:
            msg = wintypes.MSG.from_address(address)
            reason = reason_of(int(msg.message), int(msg.wParam), int(msg.lParam))
            if reason:
                self._wacht.leaving.emit(reason)
        return False, 0


class WindowsWacht(Systeemwacht):
    """Hears session lock, logoff, user switch, sleep, lid, shutdown and screensaver.

    Windows waits by itself: it goes on with sleeping only when the message has been dealt with.
    """

    # Asked of programs that handle passwords: no monitor, no history (Win+V), no copy to another computer.
    clipboard_marks: ClassVar[Mapping[str, bytes]] = {
        "ExcludeClipboardContentFromMonitorProcessing": b"1",
        "CanIncludeInClipboardHistory": bytes(4),
        "CanUploadToCloudClipboard": bytes(4),
    }

    def __init__(self, venster: QWidget, libraries: Libraries) -> None:
        super().__init__(venster)
        self._venster, self._libraries = venster, libraries
        self._excludes = False
        self._berichten = berichten = _Berichten(self)
        app = QApplication.instance()
        if app is not None:
            app.installNativeEventFilter(berichten)
            app.installEventFilter(self)
            self.destroyed.connect(lambda: app.removeNativeEventFilter(berichten))
        self._register()

    @property
    def hears_sleep(self) -> bool:
        """Every Windows says so."""
        return True

    def _register(self) -> None:
        window = wintypes.HWND(int(self._venster.winId()))
        self._libraries.wtsapi32.WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION)
        lid = ctypes.create_string_buffer(LID, len(LID))
        self._libraries.user32.RegisterPowerSettingNotification(window, lid, DEVICE_NOTIFY_WINDOW_HANDLE)

    def exclude_capture(self, on: bool) -> None:
        """Keep every window of the program out of screenshots and shared screens, or no longer."""
        self._excludes = on
        for widget in QApplication.topLevelWidgets():
            if widget.internalWinId():
                self._hide_from_capture(widget)

    def _hide_from_capture(self, widget: QWidget) -> None:
        is_hidden = self._excludes and not widget.property(TE_DELEN)
        wanted = (WDA_EXCLUDEFROMCAPTURE, WDA_MONITOR) if is_hidden else (WDA_NONE,)
        for affinity in wanted:
            handle = wintypes.HWND(int(widget.winId()))
            if self._libraries.user32.SetWindowDisplayAffinity(handle, affinity):
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that comes, or is made anew by Qt, begins without what was asked for it."""
        if event.type() in (QEvent.Type.WinIdChange, QEvent.Type.Show) and isinstance(watched, QWidget):
            self._take_window(watched, event.type())
        return False

    def _take_window(self, widget: QWidget, kind: QEvent.Type) -> None:
        if not widget.isWindow() or not widget.internalWinId():
            return
        if self._excludes:
            self._hide_from_capture(widget)
        if widget is self._venster and kind is QEvent.Type.WinIdChange:
            self._register()

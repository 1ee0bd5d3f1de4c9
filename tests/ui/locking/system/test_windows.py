"""Windows as far as another system can look: messages are read, and what is asked of it is written down."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import VoidPtr

from intake_assistant.ui.gedeeld.venster import Gedeeldvenster
from intake_assistant.ui.locking.system.windows import Libraries, WindowsWacht, reason_of

MESSAGES = {
    "locked": (0x02B1, 7, "sessieslot"),
    "unlocked": (0x02B1, 8, ""),
    "another user": (0x02B1, 2, "andere_gebruiker"),
    "back at the console": (0x02B1, 1, ""),
    "remote desktop closed": (0x02B1, 4, "andere_gebruiker"),
    "logged off": (0x02B1, 6, "afmelden"),
    "sleep": (0x0218, 4, "slaap"),
    "woken": (0x0218, 7, ""),
    "on battery": (0x0218, 10, ""),
    "end of session": (0x0011, 0, "afsluiten"),
    "screensaver": (0x0112, 0xF140, "schermbeveiliging"),
    "screensaver, with bits of the system": (0x0112, 0xF142, "schermbeveiliging"),
    "maximise": (0x0112, 0xF030, ""),
    "a key": (0x0100, 7, ""),
}


class Opgeschreven:
    """A library of Windows that writes down what is asked; `weigert` names values it refuses."""

    def __init__(self, *weigert: int) -> None:
        self.asked: list[tuple[str, int, int]] = []
        self.given: list[bytes] = []
        self._weigert = weigert

    def __getattr__(self, naam: str) -> Callable[..., int]:
        def called(window: wintypes.HWND, *rest: Any) -> int:
            self.given += [bytes(part) for part in rest[:-1]]
            self.asked.append((naam, int(window.value or 0), rest[-1]))
            return 0 if rest[-1] in self._weigert else 1

        return called


@pytest.fixture
def venster(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("naam", MESSAGES)
def test_what_a_message_says(naam: str) -> None:
    message, wparam, reason = MESSAGES[naam]
    assert reason_of(message, wparam) == reason


# As Microsoft's documentation draws them: a GUID, how much follows, and what follows.
LID_GUID = bytes.fromhex("4d0f3eba 17b8 9440 a2d1 d56379e6a0f3")
SAVER_GUID = bytes.fromhex("55d1ea02 1a66 c248 8f1d aa4f5f2e5e5f")


@pytest.mark.parametrize(
    ("setting", "reason"),
    [
        (LID_GUID + bytes.fromhex("04000000 00000000"), "deksel"),
        (LID_GUID + bytes.fromhex("04000000 01000000"), ""),
        (SAVER_GUID + bytes.fromhex("04000000 00000000"), ""),
    ],
)
def test_the_lid(setting: bytes, reason: str) -> None:
    memory = ctypes.create_string_buffer(setting, len(setting))
    assert reason_of(0x0218, 0x8013, ctypes.addressof(memory)) == reason
    assert reason_of(0x0218, 0x8013) == ""


def test_messages_reach_the_seam_and_are_left_to_qt(venster: QWidget) -> None:
    wacht = WindowsWacht(venster, Libraries(Opgeschreven(), Opgeschreven()))
    heard: list[str] = []
    wacht.leaving.connect(heard.append)
    for soort in (b"windows_generic_MSG", b"windows_dispatcher_MSG", b"xcb_generic_event_t"):
        msg = wintypes.MSG()
        msg.message, msg.wParam = 0x02B1, 7
        answer = wacht._berichten.nativeEventFilter(QByteArray(soort), VoidPtr(ctypes.addressof(msg)))
        assert answer == (False, 0)
    assert heard == ["sessieslot", "sessieslot"]
    assert wacht._berichten.nativeEventFilter(QByteArray(b"windows_generic_MSG"), 0) == (False, 0)


def test_the_window_asks_for_news_of_its_session_and_again_when_made_anew(venster: QWidget) -> None:
    wtsapi32 = Opgeschreven()
    user32 = Opgeschreven()
    WindowsWacht(venster, Libraries(user32, wtsapi32))
    first = int(venster.winId())
    assert user32.asked == [("RegisterPowerSettingNotification", first, 0)]
    assert user32.given == [LID_GUID]
    assert wtsapi32.asked == [("WTSRegisterSessionNotification", first, 0)]
    remake(venster)
    assert wtsapi32.asked[-1] == ("WTSRegisterSessionNotification", int(venster.winId()), 0)
    assert len(wtsapi32.asked) > 1


def remake(window: QWidget) -> None:
    """As Qt does for other window flags, or on another screen."""
    window.destroy()
    window.create()
    window.show()


def test_every_window_is_kept_out_of_recordings(venster: QWidget, qtbot: QtBot) -> None:
    user32 = Opgeschreven()
    wacht = WindowsWacht(venster, Libraries(user32, Opgeschreven()))
    user32.asked.clear()
    wacht.exclude_capture(True)
    assert ("SetWindowDisplayAffinity", int(venster.winId()), 0x11) in user32.asked
    dialog = QDialog(venster)
    dialog.show()
    assert user32.asked[-1] == ("SetWindowDisplayAffinity", int(dialog.winId()), 0x11)
    # What is made to be shared in a video call is seen there.
    gedeeld = Gedeeldvenster(los=True)
    gedeeld.show()
    assert user32.asked[-1] == ("SetWindowDisplayAffinity", int(gedeeld.winId()), 0)
    gedeeld.close()
    user32.asked.clear()
    remake(venster)
    assert ("SetWindowDisplayAffinity", int(venster.winId()), 0x11) in user32.asked
    user32.asked.clear()
    wacht.exclude_capture(False)
    assert {value for _, _, value in user32.asked} == {0}
    assert {window for _, window, _ in user32.asked} >= {int(venster.winId()), int(dialog.winId())}
    user32.asked.clear()
    dialog.hide()
    dialog.show()
    assert not user32.asked


def test_an_older_windows_shows_black(venster: QWidget) -> None:
    user32 = Opgeschreven(0x11)
    WindowsWacht(venster, Libraries(user32, Opgeschreven())).exclude_capture(True)
    here = int(venster.winId())
    asked = [v for what, at, v in user32.asked if (what, at) == ("SetWindowDisplayAffinity", here)]
    assert asked == [0x11, 0x01]

"""The clipboard and what was selected: cleared at locking when it is ours, marked for keepers of history."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from intake_assistant.ui.locking.clipboard import Klembord
from intake_assistant.ui.locking.system.linux import LinuxWacht
from intake_assistant.ui.locking.system.watch import Systeemwacht
from intake_assistant.ui.locking.system.windows import WindowsWacht

MODE = QClipboard.Mode


class Anderen:
    """Whose the clipboard is, as a platform that knows it says."""

    def __init__(self) -> None:
        self.van_ons = True

    def owns(self, mode: QClipboard.Mode) -> bool:
        return self.van_ons and mode is MODE.Clipboard


@pytest.fixture
def anderen() -> Anderen:
    return Anderen()


@pytest.fixture
def bord(qapp: QApplication, anderen: Anderen) -> QClipboard:
    QGuiApplication.clipboard().clear()
    return QGuiApplication.clipboard()


def watched(ouder: QObject, anderen: Anderen, wacht: type[Systeemwacht]) -> Klembord:
    marks = wacht.clipboard_marks
    return Klembord(ouder, lambda: marks, has_keyboard=lambda: False, owns=anderen.owns)


@pytest.mark.parametrize(
    ("wacht", "marks"),
    [
        (LinuxWacht, {"x-kde-passwordManagerHint": b"secret"}),
        (
            WindowsWacht,
            {
                "ExcludeClipboardContentFromMonitorProcessing": b"1",
                "CanIncludeInClipboardHistory": b"\0\0\0\0",
                "CanUploadToCloudClipboard": b"\0\0\0\0",
            },
        ),
        (Systeemwacht, {}),
    ],
)
def test_what_a_field_copies_is_marked_and_pasted_as_before(
    qtbot: QtBot, bord: QClipboard, anderen: Anderen, wacht: type[Systeemwacht], marks: dict[str, bytes]
) -> None:
    veld = QTextEdit()
    qtbot.addWidget(veld)
    klembord = watched(veld, anderen, wacht)
    veld.setPlainText("ናይ Selam\nen haar zus")
    veld.selectAll()
    veld.copy()
    held = bord.mimeData()
    assert {naam: held.data(naam).data() for naam in marks} == marks
    assert held.text() == "ናይ Selam\nen haar zus"
    assert held.hasHtml()
    veld.clear()
    veld.paste()
    assert veld.toPlainText() == "ናይ Selam\nen haar zus"
    klembord.clear_ours()
    assert bord.text() == ""


def test_what_is_marked_is_not_marked_again_when_the_news_of_it_comes_later(
    qtbot: QtBot, bord: QClipboard, anderen: Anderen
) -> None:
    """Windows tells afterwards that the clipboard changed, also by our own mark: that would never end."""
    veld = QTextEdit()
    qtbot.addWidget(veld)
    watched(veld, anderen, WindowsWacht)
    veld.setPlainText("Selam")
    veld.selectAll()
    veld.copy()
    times: list[QClipboard.Mode] = []
    bord.changed.connect(times.append)
    bord.changed.emit(MODE.Clipboard)
    bord.changed.disconnect(times.append)
    assert times == [MODE.Clipboard]


def test_who_takes_it_over_is_left_in_peace(qtbot: QtBot, bord: QClipboard, anderen: Anderen) -> None:
    ouder = QTextEdit()
    qtbot.addWidget(ouder)
    klembord = watched(ouder, anderen, LinuxWacht)
    anderen.van_ons = False
    bord.setText("het adres van de bakker")
    assert not bord.mimeData().hasFormat("x-kde-passwordManagerHint")
    klembord.clear_ours()
    assert bord.text() == "het adres van de bakker"


def test_nothing_copied_is_nothing_marked(qtbot: QtBot, bord: QClipboard, anderen: Anderen) -> None:
    ouder = QTextEdit()
    qtbot.addWidget(ouder)
    watched(ouder, anderen, LinuxWacht)
    bord.setMimeData(QMimeData())
    assert bord.mimeData().formats() == []

"""The computer says that somebody leaves, and the window locks: real signals, a real vault."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtDBus import QDBusConnection
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.policy import Policy
from intake_assistant.ui.locking.system.linux import LinuxWacht
from intake_assistant.ui.locking.system.watch import Systeemwacht
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import TODAY
from tests.ui.gesprekshulp import find
from tests.ui.kluizen import Kluis, open_quickly
from tests.ui.locking.system.nepbus import Logind, Schermbeveiliging, connected
from tests.ui.midden_in_een_woord import PLEKKEN, type_at
from tests.ui.op_slot import a_dialog, when

ROOT = Path(__file__).parents[4]


@pytest.fixture
def omgeving(omgeving: Omgeving, systeembus: QDBusConnection, sessiebus: QDBusConnection) -> Omgeving:
    """On a computer with these buses."""
    omgeving.systeem = lambda venster: LinuxWacht(venster, systeembus, sessiebus)
    return omgeving


@pytest.fixture
def horend(qtbot: QtBot, logind: Logind, open_venster: Venster) -> Venster:
    """The open window, once the computer is asked to wait before it sleeps."""
    qtbot.waitUntil(logind.is_held)
    return open_venster


SIGNALS: dict[str, Callable[[Logind], None]] = {
    "sleep": lambda logind: logind.sleep(),
    "shutdown": lambda logind: logind.shut_down(),
    "session lock": lambda logind: logind.lock(),
    "another user": lambda logind: logind.change(Active=False),
}


@pytest.mark.parametrize("naam", SIGNALS)
def test_in_mid_word_the_text_is_recorded_before_the_computer_may_go(
    horend: Venster, logind: Logind, work: Workspace, selam: str, qtbot: QtBot, kluis_op_schijf: Kluis,
    data: Data, naam: str,
) -> None:  # fmt: skip
    plek = PLEKKEN["beschikking"]
    veld = type_at(horend, selam, plek)
    QTest.keyClick(veld, Qt.Key.Key_Exclam)
    SIGNALS[naam](logind)
    qtbot.waitUntil(lambda: not logind.is_held())
    assert horend.werkblad is None, "locked before sleeping is let go on"
    again = open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(TODAY), data)
    horend.enter(again)
    qtbot.waitUntil(logind.is_held)
    terug = find(horend, QWidget, plek.veld)
    assert terug.property("plainText") == f"{plek.getypt}!"
    assert terug.hasFocus()


def test_the_screensaver_locks(horend: Venster, bussen: tuple[str, str], qtbot: QtBot) -> None:
    with connected(bussen[1]) as bus:
        saver = Schermbeveiliging(bus, "org.gnome.ScreenSaver")
        saver.appear()
        qtbot.wait(20)
        saver.activate()
        qtbot.waitUntil(lambda: horend.werkblad is None)
        saver.vanish()


def test_with_a_question_open_too(horend: Venster, logind: Logind, echte_vragen: None) -> None:
    when(a_dialog(QMessageBox), lambda _: logind.sleep())
    assert not messages.confirm(horend, "Zeker?", "Selam Tesfay", "Ja")
    assert horend.werkblad is None
    assert not logind.is_held()


def test_asleep_while_locked_nothing_is_held_and_nothing_happens(
    horend: Venster, logind: Logind, qtbot: QtBot
) -> None:
    horend.lock()
    # The hold may be given while it locks: then it is given back as soon as it comes.
    qtbot.waitUntil(lambda: not logind.is_held())
    logind.sleep()
    logind.lock()
    logind.sleep(False)
    qtbot.wait(50)
    assert horend.stack.currentWidget() is horend.ontgrendelen
    assert not logind.is_held()


def test_closing_the_window_gives_the_hold_back(horend: Venster, logind: Logind, qtbot: QtBot) -> None:
    assert horend.close()
    # As long as the answer that brought it is not put away, it is held a moment longer.
    qtbot.waitUntil(lambda: not logind.is_held())


def test_a_window_that_nobody_opened_listens_too(venster: Venster, logind: Logind, qtbot: QtBot) -> None:
    field = venster.ontgrendelen.wachtzin.field
    qtbot.waitUntil(lambda: ["GetSession", "auto"] in logind.asked)
    assert not logind.is_held()
    field.setText("half getypt")
    logind.lock()
    qtbot.waitUntil(lambda: field.text() == "")


def test_recording_is_excluded_from_the_start_unless_it_was_allowed(qtbot: QtBot, omgeving: Omgeving) -> None:
    for excluded in (True, False):
        asked: list[bool] = []

        class Wacht(Systeemwacht):
            def exclude_capture(self, on: bool, asked: list[bool] = asked) -> None:
                asked.append(on)

        omgeving.systeem, omgeving.policy = Wacht, Policy(opname_uitsluiten=excluded)
        made = Venster(omgeving)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda asked=asked: bool(asked))  # type: ignore[misc]  # mypy infers no default
        made.exclude_capture(not excluded)
        assert asked == [excluded, not excluded]


def settings_of_safety(venster: Venster) -> str:
    assert venster.werkblad is not None
    venster.werkblad.go("instellingen", {"deel": "beveiliging"})
    return " ".join(label.text() for label in venster.findChildren(QLabel) if label.isVisible())


def test_where_sleep_is_told_the_settings_say_so(horend: Venster) -> None:
    assert "de laptop slaapt" in settings_of_safety(horend)


def test_where_it_is_not_they_say_what_to_do(
    qtbot: QtBot, omgeving: Omgeving, work: Workspace, systeembus: QDBusConnection
) -> None:
    # A bus without logind.
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    venster.show()
    venster.enter(work)
    qtbot.wait(20)
    said = settings_of_safety(venster)
    assert "meldt niet dat hij gaat slapen" in said
    assert "de laptop slaapt" not in said


CHILD = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from intake_assistant.app import SystemClock
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.locking.system import watch_system
from intake_assistant.ui.window.window import open_window
from intake_assistant.ui.window.preferences import Voorkeuren
from tests.ui.kluizen import open_quickly
from intake_assistant.operations.workspace import packaged_data
folder, path, key = Path(sys.argv[1]), Path(sys.argv[2]), bytes.fromhex(sys.argv[3])
app = QApplication([])
venster = open_window(
    Omgeving(SystemClock(), os.urandom, Voorkeuren(folder / "v.json"), folder, systeem=watch_system)
)
venster.enter(open_quickly(path, key, SystemClock(), packaged_data()))
venster.stack.currentChanged.connect(lambda _: app.exit(0 if venster.werkblad is None else 3))
sys.exit(app.exec())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the buses of Linux")
def test_a_process_of_its_own_finds_the_buses_of_its_computer(
    logind: Logind, bussen: tuple[str, str], kluis_op_schijf: Kluis, tmp_path: Path, qtbot: QtBot
) -> None:
    env = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": bussen[0], "DBUS_SESSION_BUS_ADDRESS": bussen[1]}
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, tmp_path, kluis_op_schijf.path, kluis_op_schijf.sleutel.hex()],
        cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        qtbot.waitUntil(lambda: logind.is_held() or child.poll() is not None)
        logind.sleep()
        qtbot.waitUntil(lambda: child.poll() is not None)
        assert child.returncode == 0, child.stderr.read() if child.stderr else ""
        assert not logind.is_held()
    finally:
        child.kill()
        child.communicate()

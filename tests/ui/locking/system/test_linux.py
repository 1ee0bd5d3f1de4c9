"""Signals of logind and of screensavers on private buses, and the hold on sleeping."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.locking.system.linux import SCREENSAVERS, LinuxWacht
from tests.ui.locking.system.nepbus import OTHER, Logind, Schermbeveiliging, connected


@pytest.fixture
def ouder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def redenen() -> list[str]:
    return []


@pytest.fixture
def wacht(
    ouder: QWidget, logind: Logind, systeembus: QDBusConnection, sessiebus: QDBusConnection, qtbot: QtBot,
    redenen: list[str],
) -> Iterator[LinuxWacht]:  # fmt: skip
    made = LinuxWacht(ouder, systeembus, sessiebus)
    made.leaving.connect(redenen.append)
    qtbot.waitUntil(lambda: not made._asked)
    assert ["GetSession", "auto"] in logind.asked
    yield made
    made.hold(False)


SIGNALS: dict[str, tuple[Callable[[Logind], None], list[str]]] = {
    "sleep": (lambda logind: logind.sleep(), ["slaap"]),
    "woken": (lambda logind: logind.sleep(False), []),
    "shutdown": (lambda logind: logind.shut_down(), ["afsluiten"]),
    "locked": (lambda logind: logind.lock(), ["sessieslot"]),
    "locked elsewhere": (lambda logind: logind.lock(OTHER), []),
    "another user": (lambda logind: logind.change(Active=False), ["andere_gebruiker"]),
    "back": (lambda logind: logind.change(Active=True), []),
    "another user leaves": (lambda logind: logind.change(OTHER, Active=False), []),
    "locked by the desktop": (lambda logind: logind.change(LockedHint=True), ["sessieslot"]),
    "unlocked": (lambda logind: logind.change(LockedHint=False), []),
    "idle": (lambda logind: logind.change(IdleHint=True), []),
    "odd": (lambda logind: logind.send_odd(), []),
}


@pytest.mark.parametrize("naam", SIGNALS)
def test_what_logind_says(
    wacht: LinuxWacht, logind: Logind, redenen: list[str], qtbot: QtBot, naam: str
) -> None:
    send, expected = SIGNALS[naam]
    send(logind)
    # What is sent after it comes after it.
    logind.shut_down()
    qtbot.waitUntil(lambda: bool(redenen) and redenen[-1] == "afsluiten" and len(redenen) > len(expected))
    assert redenen == [*expected, "afsluiten"]


@pytest.mark.parametrize("naam", SCREENSAVERS)
def test_a_screensaver_that_comes(
    wacht: LinuxWacht, bussen: tuple[str, str], redenen: list[str], qtbot: QtBot, naam: str
) -> None:
    with connected(bussen[1]) as bus:
        saver = Schermbeveiliging(bus, naam)
        # It starts after us, as on a desktop that loads it late.
        saver.appear()
        qtbot.wait(20)
        saver.activate(False)
        saver.activate()
        qtbot.waitUntil(lambda: redenen == ["schermbeveiliging"])
        saver.vanish()


def test_a_program_that_is_not_the_screensaver_cannot_speak_for_it(
    wacht: LinuxWacht, bussen: tuple[str, str], logind: Logind, redenen: list[str], qtbot: QtBot
) -> None:
    with connected(bussen[1]) as bus, connected(bussen[1]) as another:
        saver = Schermbeveiliging(bus)
        saver.appear()
        qtbot.wait(20)
        Schermbeveiliging(another).activate()
        saver.activate()
        qtbot.waitUntil(lambda: redenen == ["schermbeveiliging"])
        qtbot.wait(20)
        assert len(redenen) == 1
        saver.vanish()


def test_without_an_answer_every_session_counts(
    ouder: QWidget, logind: Logind, systeembus: QDBusConnection, redenen: list[str], qtbot: QtBot
) -> None:
    logind.knows_session = False
    made = LinuxWacht(ouder, systeembus, QDBusConnection(""))
    made.leaving.connect(redenen.append)
    qtbot.waitUntil(lambda: ["GetSession", "auto"] in logind.asked)
    logind.lock(OTHER)
    qtbot.waitUntil(lambda: redenen == ["sessieslot"])


def test_sleep_is_held_back_only_while_a_vault_is_open(
    wacht: LinuxWacht, logind: Logind, qtbot: QtBot
) -> None:
    assert not logind.is_held()
    for _ in range(2):
        wacht.hold(True)
        # Logind answered before we read it.
        qtbot.waitUntil(lambda: not wacht._asked)
        assert logind.is_held()
        wacht.hold(False)
        assert not logind.is_held(), "given back at once, not when memory is tidied up"
    what, who, _, mode = logind.asked[-1][1:]
    assert (what, who, mode) == ("sleep:shutdown", "Intake-assistent", "delay")


def test_a_hold_that_comes_when_it_is_over_already_is_given_back(
    wacht: LinuxWacht, logind: Logind, qtbot: QtBot
) -> None:
    wacht.hold(True)
    wacht.hold(False)
    qtbot.waitUntil(lambda: len(logind.holds) == 1)
    qtbot.waitUntil(lambda: not logind.is_held())


def test_asking_twice_leaves_one_hold(wacht: LinuxWacht, logind: Logind, qtbot: QtBot) -> None:
    wacht.hold(True)
    wacht.hold(True)
    qtbot.waitUntil(lambda: not wacht._asked)
    assert len(logind.holds) == 2
    assert logind.is_held()
    wacht.hold(False)
    assert not logind.is_held()


def test_without_a_bus_nothing_is_heard_and_nothing_breaks(ouder: QWidget, redenen: list[str]) -> None:
    made = LinuxWacht(ouder, QDBusConnection(""), QDBusConnection(""))
    made.leaving.connect(redenen.append)
    made.hold(True)
    made.exclude_capture(True)
    made.hold(False)
    assert not redenen


def test_on_a_bus_without_logind_too(ouder: QWidget, systeembus: QDBusConnection, qtbot: QtBot) -> None:
    made = LinuxWacht(ouder, systeembus, QDBusConnection(""))
    made.hold(True)
    qtbot.wait(50)
    made.hold(False)

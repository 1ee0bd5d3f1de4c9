"""Long work beside the window: result, refusal, calling off, and a fault that is not swallowed."""

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from intake_assistant.errors import KnownError
from intake_assistant.ui.qt import garbage, tasks
from intake_assistant.ui.window.bars import Statusregel
from intake_assistant.ui.window.context import Context
from tests import patience

ROOT = Path(__file__).parents[3]


@pytest.fixture
def melder(qtbot: QtBot) -> tasks.Melder:
    return tasks.Melder()


def test_the_result_comes_back_on_the_thread_of_the_window(qtbot: QtBot, melder: tasks.Melder) -> None:
    threads: list[str] = []
    results: list[int] = []

    def job() -> int:
        threads.append(threading.current_thread().name)
        return 42

    def done(result: int) -> None:
        threads.append(threading.current_thread().name)
        results.append(result)

    taak = tasks.run(melder, job, done, "Rekenen")
    with qtbot.waitSignal(taak.over):
        pass
    qtbot.waitUntil(lambda: results == [42])
    assert threads[1] == threading.main_thread().name != threads[0]
    assert not tasks.is_busy()


def test_the_window_hears_that_work_began(qtbot: QtBot, melder: tasks.Melder) -> None:
    begun: list[tasks.Taak] = []
    melder.busy.connect(begun.append)
    taak = tasks.run(melder, lambda: None, lambda _: None, "De kluis gaat open")
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert begun == [taak]
    assert taak.titel == "De kluis gaat open"


def test_a_known_error_goes_to_the_banner(qtbot: QtBot, melder: tasks.Melder) -> None:
    def job() -> None:
        raise KnownError("disk.full", pad="x")

    with qtbot.waitSignal(melder.failed) as caught:
        tasks.run(melder, job, lambda _: pytest.fail("done"), "Opslaan")
    assert caught.args is not None
    assert caught.args[0].code == "disk.full"


def test_a_known_error_goes_where_the_caller_wants_it(qtbot: QtBot, melder: tasks.Melder) -> None:
    told: list[str] = []

    def job() -> None:
        raise KnownError("vault.in_use", pad="x")

    tasks.run(melder, job, lambda _: None, "Openen", lambda error: told.append(error.code))
    qtbot.waitUntil(lambda: told == ["vault.in_use"])


def test_a_fault_of_ours_is_raised_in_the_window(qtbot: QtBot, melder: tasks.Melder) -> None:
    def job() -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        tasks.run(melder, job, lambda _: None, "Delen")
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_what_was_called_off_brings_nothing(qtbot: QtBot, melder: tasks.Melder) -> None:
    go_on = threading.Event()
    results: list[bool] = []
    taak = tasks.run(melder, lambda: go_on.wait(patience.SECONDS), results.append, "Wachten")
    with qtbot.waitSignal(taak.over):
        tasks.cancel_all()
    go_on.set()
    qtbot.waitUntil(lambda: not tasks._running)
    assert results == []


def test_what_ended_is_not_over_once_more(qtbot: QtBot, melder: tasks.Melder) -> None:
    over: list[bool] = []
    taak = tasks.run(melder, lambda: None, lambda _: None, "Rekenen")
    taak.over.connect(lambda: over.append(True))
    qtbot.waitUntil(lambda: not tasks._running)
    taak.cancel()
    assert over == [True]


def test_a_job_holds_nothing_of_the_window(qtbot: QtBot) -> None:
    widget = QLabel()
    qtbot.addWidget(widget)

    def inner() -> str:
        return widget.text()

    jobs: list[Callable[[], object]] = [
        lambda: widget.text(),
        widget.text,
        partial(str, widget),
        lambda: inner(),
        partial(lambda stop: stop, [widget]),
    ]
    for job in jobs:
        with pytest.raises(TypeError, match="QLabel"):
            tasks.Taak(job, print, print)


def test_python_looks_for_cycles_on_the_thread_of_the_window_alone(
    qtbot: QtBot, melder: tasks.Melder, qapp: QObject
) -> None:
    """A thread that took apart what hangs together with the window ended the program."""
    before, where = gc.get_threshold(), set()

    def note(phase: str, _: object) -> None:
        where.add(threading.current_thread().name)

    def job() -> None:
        for _ in range(2000):
            ring: list[object] = []
            ring.append(ring)

    timer = garbage.collect_here(qapp)
    timer.setInterval(1)
    gc.callbacks.append(note)
    gc.set_threshold(1)
    try:
        with qtbot.waitSignal(tasks.run(melder, job, lambda _: None, "Rekenen").over):
            pass
        qtbot.waitUntil(lambda: bool(where))
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(note)
        timer.stop()
    assert where == {threading.main_thread().name}


def test_a_thread_that_works_gives_the_window_its_turn(qtbot: QtBot, melder: tasks.Melder) -> None:
    """Each row that the window reads hands over its turn, and a dossier has hundreds."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    try:
        with qtbot.waitSignal(tasks.run(melder, lambda: None, lambda _: None, "Rekenen").over):
            pass
        assert sys.getswitchinterval() == pytest.approx(tasks.TURN)
    finally:
        sys.setswitchinterval(before)


# Something that is held lies behind it, as after the list was read: C would keep all before it.
_LET_GO = """
from intake_assistant.ui.qt import garbage
from tests.benchmarks.measuring import memory
held = [b"x" * 50_000 for _ in range(1000)]
last = held.pop()
full = memory()
held.clear()
garbage.give_back()
assert last
assert memory() < full - 30, (full, memory())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at a process as Linux shows it")
def test_what_was_let_go_of_goes_back_to_the_system() -> None:
    """In a process of its own, with the memory of C and Python as a user has it (installer/test.sh)."""
    around = {
        name: value for name, value in os.environ.items() if "MALLOC" not in name and name != "LD_PRELOAD"
    }
    command = [sys.executable, "-c", _LET_GO]
    told = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True)
    assert (told.returncode, told.stderr) == (0, "")


def test_the_checklist_changes_while_the_preview_is_made_in_a_real_window() -> None:
    given = ["--rounds", "8", "--eager"]
    made = subprocess.run(
        [sys.executable, "-m", "tests.stress.checklist", *given], cwd=ROOT, capture_output=True, text=True
    )
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout == "8 rounds, 0 searches off the thread of the window\n"


def test_of_two_at_once_the_bar_shows_what_is_left(
    qtbot: QtBot, melder: tasks.Melder, context: Context
) -> None:
    bar = Statusregel(context)
    qtbot.addWidget(bar)
    bar.show()
    melder.busy.connect(bar.show_task)
    first, second = threading.Event(), threading.Event()
    eerste = tasks.run(melder, lambda: first.wait(patience.SECONDS), lambda _: None, "Reservekopie maken")
    tweede = tasks.run(
        melder, lambda: second.wait(patience.SECONDS), lambda _: None, "Het voorbeeld wordt gemaakt"
    )
    titel, stop = bar.findChild(QLabel, "bezig_titel"), bar.findChild(QPushButton, "stoppen")
    assert isinstance(titel, QLabel)
    assert isinstance(stop, QPushButton)
    assert titel.accessibleName() == tweede.titel
    with qtbot.waitSignal(tweede.over):
        second.set()
    assert (titel.accessibleName(), titel.isVisible()) == (eerste.titel, True)
    with qtbot.waitSignal(eerste.over):
        stop.click()
    assert not titel.isVisible()
    first.set()

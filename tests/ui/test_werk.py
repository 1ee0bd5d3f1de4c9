"""Long work beside the window: result, refusal, calling off, and a fault that is not swallowed."""

import threading

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from intake_assistant.errors import KnownError
from intake_assistant.ui import werk


@pytest.fixture
def melder(qtbot: QtBot) -> werk.Melder:
    return werk.Melder()


def test_the_result_comes_back_on_the_thread_of_the_window(qtbot: QtBot, melder: werk.Melder) -> None:
    threads: list[str] = []
    results: list[int] = []

    def job() -> int:
        threads.append(threading.current_thread().name)
        return 42

    def done(result: int) -> None:
        threads.append(threading.current_thread().name)
        results.append(result)

    taak = werk.run(melder, job, done, "Rekenen")
    with qtbot.waitSignal(taak.over, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: results == [42], timeout=20_000)
    assert threads[1] == threading.main_thread().name != threads[0]
    assert not werk.is_busy()


def test_the_window_hears_that_work_began(qtbot: QtBot, melder: werk.Melder) -> None:
    begun: list[werk.Taak] = []
    melder.busy.connect(begun.append)
    taak = werk.run(melder, lambda: None, lambda _: None, "De kluis gaat open")
    qtbot.waitUntil(lambda: not werk.is_busy(), timeout=20_000)
    assert begun == [taak]
    assert taak.titel == "De kluis gaat open"


def test_a_known_error_goes_to_the_banner(qtbot: QtBot, melder: werk.Melder) -> None:
    def job() -> None:
        raise KnownError("disk.full", pad="x")

    with qtbot.waitSignal(melder.failed, timeout=20_000) as caught:
        werk.run(melder, job, lambda _: pytest.fail("done"), "Opslaan")
    assert caught.args is not None
    assert caught.args[0].code == "disk.full"


def test_a_known_error_goes_where_the_caller_wants_it(qtbot: QtBot, melder: werk.Melder) -> None:
    told: list[str] = []

    def job() -> None:
        raise KnownError("vault.in_use", pad="x")

    werk.run(melder, job, lambda _: None, "Openen", lambda error: told.append(error.code))
    qtbot.waitUntil(lambda: told == ["vault.in_use"], timeout=20_000)


def test_a_fault_of_ours_is_raised_in_the_window(qtbot: QtBot, melder: werk.Melder) -> None:
    def job() -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        werk.run(melder, job, lambda _: None, "Delen")
        qtbot.waitUntil(lambda: bool(caught), timeout=20_000)
    assert caught[0][0] is ZeroDivisionError


def test_what_was_called_off_brings_nothing(qtbot: QtBot, melder: werk.Melder) -> None:
    go_on = threading.Event()
    results: list[bool] = []
    taak = werk.run(melder, lambda: go_on.wait(5), results.append, "Wachten")
    with qtbot.waitSignal(taak.over, timeout=20_000):
        werk.cancel_all()
    go_on.set()
    qtbot.waitUntil(lambda: taak not in werk._running, timeout=20_000)
    assert results == []

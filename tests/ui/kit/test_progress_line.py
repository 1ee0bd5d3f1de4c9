"""The line of long work: a bar with words and a name, stopped by its button or by Escape where it can be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.progress import Watch
from intake_assistant.ui.kit.progress_line import ProgressLine
from tests.ui.helpers import nameless


@pytest.fixture
def line(shown: Callable[[QWidget], None]) -> ProgressLine:
    made = ProgressLine("proef")
    shown(made)
    return made


def test_it_says_how_far_in_words_beside_the_bar(line: ProgressLine) -> None:
    seconds = [0.0]
    watch = Watch(now=lambda: seconds[0])
    line.follow(watch, "De kluis wordt nagekeken")
    assert (line.titel.accessibleName(), line.bar.accessibleName()) == ("De kluis wordt nagekeken",) * 2
    assert (line.bar.maximum(), line.woorden.isVisible()) == (0, False)
    for done in range(1, 5):
        seconds[0] += 1
        watch.progress.tell(done, 10)
    line.look()
    assert (line.bar.maximum(), line.bar.value()) == (100, 40)
    assert line.woorden.text() == "40 %, nog een paar seconden"
    assert line.bar.accessibleDescription() == line.woorden.text()
    assert line.stop.isVisible()
    assert nameless(line) == []


def test_it_looks_by_itself(line: ProgressLine, qtbot: QtBot) -> None:
    watch = Watch()
    line.follow(watch, "x")
    watch.progress.tell(1, 2)
    qtbot.waitUntil(lambda: line.bar.value() == 50)


def test_the_button_calls_it_off_once(line: ProgressLine) -> None:
    watch = Watch()
    line.follow(watch, "x")
    line.stop.click()
    assert watch.cancelled
    assert line.woorden.text() == "Het stopt zodra dat kan."
    assert not line.stop.isEnabled()
    assert not line.cancel()


def test_what_can_no_longer_be_stopped_says_so_and_has_no_button(line: ProgressLine) -> None:
    watch = Watch()
    line.follow(watch, "x")
    watch.progress.commit()
    line.look()
    assert not line.stop.isVisible()
    assert line.woorden.text() == "Dit kan niet meer worden gestopt."
    watch.progress.tell(1, 4)
    line.look()
    assert line.woorden.text() == "25 %. Dit kan niet meer worden gestopt."
    assert not line.cancel()
    assert not watch.cancelled


def test_over_it_is_gone_and_asks_nobody(line: ProgressLine) -> None:
    watch = Watch()
    line.follow(watch, "x")
    line.end()
    assert not line.isVisible()
    assert not line.cancel()
    assert not watch.cancelled

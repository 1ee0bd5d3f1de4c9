"""What waits for the end of what is being done is called off when its page is left or the vault closes."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.qt.later import Later, Surely, call_off, later
from intake_assistant.ui.window.window import Venster
from tests.ui.gespeeld import click
from tests.ui.op_slot import assert_locked, go


def test_a_lock_in_the_same_turn_leaves_nothing_to_be_drawn(open_venster: Venster, selam: str) -> None:
    plan = go(open_venster, "ontwikkelplan", dossier=selam)
    click(plan, "nieuw_doel_lang")
    open_venster.lock()
    # What is raised while events are dealt with fails the test.
    assert_locked(open_venster)


def test_a_page_that_is_left_in_the_same_turn_is_not_drawn_again(open_venster: Venster, selam: str) -> None:
    plan = go(open_venster, "ontwikkelplan", dossier=selam)
    click(plan, "nieuw_doel_lang")
    veld = go(open_venster, "weging", dossier=selam).window().focusWidget()
    QTest.qWait(1)
    assert plan.findChildren(QWidget, "doel_naam") == []
    assert open_venster.focusWidget() is veld


def test_what_may_not_stay_undone_is_done_when_its_page_goes(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    done: list[str] = []
    later(page, lambda: done.append("tekenen"))
    Later(page, lambda: done.append("zoeken")).start()
    Surely(page, lambda: done.append("bewaren"), 60_000).start()
    Surely(page, lambda: done.append("niet gevraagd"), 60_000)
    call_off(page)
    QTest.qWait(1)
    assert done == ["bewaren"]

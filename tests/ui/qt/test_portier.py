"""Who stands before every widget steps aside while a page is made, and has missed nothing afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.qt.doorman import Doorman, nobody_asked


@pytest.fixture
def seen(qtbot: QtBot) -> tuple[QWidget, list[QObject]]:
    """A window with someone at its door, and what was told of being polished."""
    window, told = QWidget(), list[QObject]()
    qtbot.addWidget(window)

    def note(watched: QObject, event: QEvent) -> bool:
        told.append(watched)
        return False

    Doorman(window).hand((QEvent.Type.Polish,), note)
    window.show()
    told.clear()
    return window, told


def test_what_was_polished_meanwhile_is_told_afterwards(seen: tuple[QWidget, list[QObject]]) -> None:
    window, told = seen
    page = QWidget(window)
    with nobody_asked(page, page):
        field, alone = QComboBox(page), QWidget()
        page.show()
        alone.ensurePolished()
        assert not told
    assert {page, field, alone} <= set(told)


def test_the_door_is_kept_again_also_when_a_page_cannot_be_made(seen: tuple[QWidget, list[QObject]]) -> None:
    window, told = seen
    with pytest.raises(ZeroDivisionError), nobody_asked(window):
        _ = 1 / 0
    field = QComboBox(window)
    field.show()
    assert field in told


def test_where_nobody_stands_a_page_is_made_all_the_same(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    with nobody_asked(page, page):
        page.show()
    assert QApplication.instance() is not None
    assert page.isVisible()

"""The window fits the screen it opens on, and comes back as it was left."""

import json
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake_assistant.ui.window.geometry import MINST, RAND
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster, open_window

Starts = Callable[[], Venster]


@pytest.fixture
def start(qtbot: QtBot, omgeving: Omgeving) -> Iterator[Starts]:
    """Start the program, as often as asked; each time what was kept is read anew."""
    made: list[Venster] = []

    def starts() -> Venster:
        omgeving.voorkeuren = Voorkeuren(omgeving.voorkeuren.file)
        venster = open_window(omgeving)
        made.append(venster)
        QApplication.processEvents()
        return venster

    yield starts
    for venster in made:
        venster.close()
        venster.deleteLater()


def test_on_a_small_screen_the_first_window_fills_it_and_no_more(start: Starts) -> None:
    venster = start()
    ruimte = venster.screen().availableGeometry()
    # The screen of the tests is smaller than the window would like to be.
    assert ruimte.width() < MINST.width()
    assert venster.isMaximized()
    assert ruimte.contains(venster.frameGeometry())
    assert venster.minimumWidth() <= ruimte.width()


def test_size_and_place_come_back(start: Starts) -> None:
    eerste = start()
    eerste.showNormal()
    eerste.setGeometry(10, 60, 784, 640)
    QApplication.processEvents()
    eerste.close()
    tweede = start()
    assert not tweede.isMaximized()
    assert tweede.size() == QSize(784, 640)
    assert tweede.pos() == eerste.pos()


def test_a_window_that_filled_the_screen_does_so_again(start: Starts) -> None:
    eerste = start()
    eerste.showNormal()
    eerste.resize(700, 620)
    eerste.showMaximized()
    QApplication.processEvents()
    eerste.close()
    tweede = start()
    assert tweede.isMaximized()
    tweede.showNormal()
    QApplication.processEvents()
    assert tweede.width() <= tweede.screen().availableGeometry().width()


@pytest.mark.parametrize(("plek", "maat"), [((5000, 4000), (700, 620)), ((-3000, 20), (3000, 2000))])
def test_a_screen_that_is_gone_leaves_the_window_in_sight(
    start: Starts, plek: tuple[int, int], maat: tuple[int, int]
) -> None:
    eerste = start()
    eerste.showNormal()
    eerste.move(QPoint(*plek))
    eerste.resize(*maat)
    QApplication.processEvents()
    eerste.close()
    tweede = start()
    ruimte = tweede.screen().availableGeometry()
    assert ruimte.contains(tweede.geometry().topLeft())
    assert tweede.width() <= ruimte.width()
    assert tweede.height() <= ruimte.height() - RAND.height()


@pytest.mark.parametrize("bedorven", ["niet van ons", "AAAA", 7, None, ["x"]])
def test_a_file_with_nonsense_opens_as_the_first_time(
    start: Starts, omgeving: Omgeving, bedorven: object
) -> None:
    file = omgeving.voorkeuren.file
    kept = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**kept, "venster": bedorven}), "utf-8")
    assert start().isMaximized()

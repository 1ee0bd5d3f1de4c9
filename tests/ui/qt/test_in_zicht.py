"""Who is given the keyboard sees where: also when a screen puts it below the edge."""

import pytest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.qt.focus import Houvast, is_out_of_sight


@pytest.fixture
def pagina(qtbot: QtBot) -> tuple[QMainWindow, list[QLineEdit]]:
    """Many lines on a page that is far too small for them."""
    window, area, inner = QMainWindow(), QScrollArea(), QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(inner)
    made = [QLineEdit(str(nr)) for nr in range(40)]
    for veld in made:
        box.addWidget(veld)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    window.setCentralWidget(area)
    houvast = Houvast(window, lambda: (area, area))
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert houvast.parent() is window
    return window, made


def test_a_field_below_the_edge_is_scrolled_to(
    qtbot: QtBot, pagina: tuple[QMainWindow, list[QLineEdit]]
) -> None:
    window, velden = pagina
    assert window.isVisible()
    velden[0].setFocus()
    assert is_out_of_sight(velden[-1])
    velden[-1].setFocus()
    qtbot.waitUntil(lambda: not is_out_of_sight(velden[-1]))
    assert velden[-1].hasFocus()
    velden[20].setFocus()
    qtbot.waitUntil(lambda: not is_out_of_sight(velden[20]))
    assert is_out_of_sight(velden[-1])


def test_a_field_that_an_edge_cuts_comes_whole_into_sight(
    qtbot: QtBot, pagina: tuple[QMainWindow, list[QLineEdit]]
) -> None:
    window, velden = pagina
    page = window.findChildren(QScrollArea)[0].viewport()
    velden[0].setFocus()
    cut = next(veld for veld in velden if veld.mapTo(page, veld.rect().bottomLeft()).y() >= page.height())
    bar = window.findChildren(QScrollArea)[0].verticalScrollBar()
    # All but its last line of points.
    bar.setValue(cut.mapTo(page, cut.rect().bottomLeft()).y() - page.height())
    assert 0 < cut.visibleRegion().boundingRect().height() < cut.height()

    cut.setFocus()

    qtbot.waitUntil(lambda: cut.visibleRegion().boundingRect().height() == cut.height())

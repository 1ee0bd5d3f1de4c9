"""A list that opens shows its choices whole: none cut off, none behind an arrow, and no box behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.formulier import Keuze
from intake_assistant.ui.fields.search_list import SearchList
from intake_assistant.ui.kit.theme import thema

TALEN = ["Rechts: Nederlands", "Rechts: Engels", "Rechts: Arabisch", "Rechts: Tigrinya"]


@pytest.mark.qt_log_ignore("does not support", extend=True)
@pytest.mark.parametrize("schaal", [100, 150, 200])
@pytest.mark.parametrize("aantal", [2, 3, 4, 10])
@pytest.mark.parametrize("editable", [True, False])
def test_every_choice_of_a_short_list_is_in_sight(
    qtbot: QtBot, schaal: int, aantal: int, editable: bool
) -> None:
    thema.apply("licht", schaal)
    lijst = QComboBox()
    qtbot.addWidget(lijst)
    lijst.setEditable(editable)
    lijst.addItems((TALEN * 3)[:aantal])
    # Not the first: what lies before it must be in sight as well.
    lijst.setCurrentIndex(aantal - 1)
    lijst.resize(300, lijst.sizeHint().height())
    lijst.show()
    qtbot.waitExposed(lijst)
    lijst.showPopup()
    for _ in range(3):
        QApplication.processEvents()
    view = lijst.view()
    assert isinstance(view, QListView)
    rows = [view.visualRect(view.model().index(row, 0)) for row in range(aantal)]
    room, box = view.viewport().rect(), view.window()
    assert (rows[0].top(), rows[-1].bottom()) == (room.top(), room.bottom())
    # No arrow above or below, and no grey box behind: the window holds the list and nothing else.
    assert [w for w in box.children() if isinstance(w, QWidget) and w.isVisible()] == [view]
    assert box.height() - view.height() <= 2
    lijst.hidePopup()


@pytest.mark.qt_log_ignore("does not support", extend=True)
@pytest.mark.parametrize("toets", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_part_that_only_one_name_has_is_taken_as_that_name(qtbot: QtBot, toets: Qt.Key) -> None:
    """The interpreter's language was 'tigri', and so another than that of the conversation."""
    scherm = QWidget()
    lijst, ander = (
        SearchList((Keuze("ti", "Tigrinya"), Keuze("tig", "Tigre"), Keuze("ar", "Arabisch"))),
        QLineEdit(),
    )
    box = QVBoxLayout(scherm)
    for widget in (lijst, ander):
        box.addWidget(widget)
    qtbot.addWidget(scherm)
    scherm.show()
    with qtbot.waitActive(scherm):
        scherm.activateWindow()
    lijst.regel().setFocus()
    QTest.keyClicks(lijst.regel(), "tigri")
    popup = lijst.vult_aan.popup()
    assert popup is not None
    with qtbot.waitSignal(lijst.gekozen, timeout=5000):
        QTest.keyClick(popup if popup.isVisible() else lijst.regel(), toets)
        if toets == Qt.Key.Key_Tab:
            popup.hide()
            ander.setFocus()
    assert (lijst.regel().text(), lijst.code()) == ("Tigrinya", "ti")
    lijst.regel().setText("tig")
    assert lijst.code() == "tig", "of two it is kept as it was typed"


@pytest.mark.qt_log_ignore("does not support", extend=True)
@pytest.mark.parametrize("schaal", [100, 150, 200])
@pytest.mark.parametrize(("getypt", "rijen"), [("tig", 2), ("i", 3), ("tigr", 2)])
def test_what_hangs_below_while_one_types_is_whole(
    qtbot: QtBot, schaal: int, getypt: str, rijen: int
) -> None:
    thema.apply("licht", schaal)
    lijst = SearchList((Keuze("ti", "Tigrinya"), Keuze("tig", "Tigre"), Keuze("ar", "Arabisch")))
    qtbot.addWidget(lijst)
    lijst.resize(400, lijst.sizeHint().height())
    lijst.show()
    with qtbot.waitActive(lijst):
        lijst.activateWindow()
    lijst.regel().setFocus()
    QTest.keyClicks(lijst.regel(), getypt)
    popup = lijst.vult_aan.popup()
    assert isinstance(popup, QListView)
    assert popup.isVisible()
    QApplication.processEvents()
    assert popup.model().rowCount() == rijen
    assert popup.verticalScrollBar().maximum() == 0
    laatste = popup.visualRect(popup.model().index(rijen - 1, 0))
    assert popup.viewport().rect().contains(laatste)
    popup.hide()

"""Ctrl and Enter do what the one clear button of a page does, wherever the keyboard is on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.kit.parts import knop
from intake_assistant.ui.qt.enter import ctrl_enter_does
from intake_assistant.ui.window.window import Venster


@pytest.mark.parametrize("toets", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_it_presses_the_button_once_when_it_can_be_pressed(qtbot: QtBot, toets: Qt.Key) -> None:
    pressed: list[bool] = []
    page, regel, maak = QWidget(), QLineEdit(), knop("Maak", "maak", lambda: pressed.append(True))
    box = QVBoxLayout(page)
    box.addWidget(regel)
    box.addWidget(maak)
    qtbot.addWidget(page)
    ctrl_enter_does(maak, page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    for is_enabled in (False, True):
        maak.setEnabled(is_enabled)
        regel.setFocus()
        QTest.keyClick(regel, toets, Qt.KeyboardModifier.ControlModifier)
        assert len(pressed) == is_enabled
    assert maak.toolTip() == "Maak (Ctrl+Enter)"


def test_a_new_dossier_is_made_from_any_field(open_venster: Venster, work: Workspace) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    before = len(work.vault.dossiers())
    blad.go("dossiers", {"nieuw": "ja"})
    QCoreApplication.processEvents()
    regel = next(w for w in blad.findChildren(QLineEdit, "nieuw_achternaam") if w.isVisible())
    regel.setFocus()
    QTest.keyClicks(regel, "Tesfay")
    QTest.keyClick(regel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(work.vault.dossiers()) == before + 1


def test_who_presses_twice_makes_a_dossier_and_begins_no_conversation(
    qtbot: QtBot, open_venster: Venster, work: Workspace
) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    blad.go("dossiers", {"nieuw": "ja"})
    QCoreApplication.processEvents()
    regel = next(w for w in blad.findChildren(QLineEdit, "nieuw_achternaam") if w.isVisible())
    regel.setFocus()
    QTest.keyClicks(regel, "Tesfay")
    window = open_venster.windowHandle()
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QCoreApplication.processEvents()
    (dossier,) = work.vault.dossiers()
    assert gesprekken_of(work.vault.dossier(dossier)) == []
    assert blad.scherm.naam == "gesprek"
    # Who reads first and presses then goes on.
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(gesprekken_of(work.vault.dossier(dossier))) == 1)

"""F9: nothing of anybody on the screen, at once, and back to the same field."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.window import Venster
from tests.ui.helpers import nameless


def words_on_screen(venster: Venster) -> str:
    labels = [w.text() for w in venster.findChildren(QLabel) if w.isVisible()]
    buttons = [w.text() for w in venster.findChildren(QPushButton) if w.isVisible()]
    return " ".join(
        [*labels, *buttons, *(w.text() for w in venster.findChildren(QLineEdit) if w.isVisible())]
    )


def test_only_the_neutral_page_is_left(open_venster: Venster, selam: str) -> None:
    assert open_venster.context is not None
    open_venster.context.navigate.emit("dossier", {"dossier": selam})
    assert "Selam" in words_on_screen(open_venster)
    QTest.keyClick(open_venster, Qt.Key.Key_F9)
    assert open_venster.stack.currentWidget() is open_venster.guards.privacy
    assert "Selam" not in words_on_screen(open_venster)
    assert "Delfzijl" not in words_on_screen(open_venster)


def test_the_keys_do_not_uncover(open_venster: Venster) -> None:
    QTest.keyClick(open_venster, Qt.Key.Key_F9)
    QTest.keyClick(open_venster, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(open_venster, Qt.Key.Key_F1)
    QTest.keyClick(open_venster, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert open_venster.stack.currentWidget() is open_venster.guards.privacy
    assert open_venster.werkblad is not None
    assert open_venster.werkblad.zoeken.isHidden()


def test_f9_leads_back_to_the_field_and_no_other_key_does(open_venster: Venster) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    blad.kop.zoek.setFocus()
    QTest.keyClick(open_venster, Qt.Key.Key_F9)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A):
        QTest.keyClick(open_venster.windowHandle(), key)
        assert open_venster.stack.currentWidget() is open_venster.guards.privacy
    QTest.keyClick(open_venster.windowHandle(), Qt.Key.Key_F9)
    assert open_venster.stack.currentWidget() is blad
    assert open_venster.focusWidget() is blad.kop.zoek


def test_the_button_leads_back_too(open_venster: Venster) -> None:
    QTest.keyClick(open_venster, Qt.Key.Key_F9)
    QTest.mouseClick(open_venster.guards.privacy.terug, Qt.MouseButton.LeftButton)
    assert open_venster.stack.currentWidget() is open_venster.werkblad


@pytest.mark.usefixtures("echte_vragen")
def test_a_dialog_that_is_open_goes_with_it(open_venster: Venster) -> None:
    def cover() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        QTest.keyClick(dialog, Qt.Key.Key_F9)

    QTimer.singleShot(50, cover)
    assert not messages.confirm(open_venster, "Selam Tesfay wissen?", "Dit kan niet terug.", "Wissen")
    assert open_venster.stack.currentWidget() is open_venster.guards.privacy
    assert QApplication.activeModalWidget() is None


def test_other_colours_do_not_uncover(open_venster: Venster) -> None:
    open_venster.toggle_privacy()
    thema.apply("donker", 100)
    assert open_venster.stack.currentWidget() is open_venster.guards.privacy
    open_venster.toggle_privacy()
    assert open_venster.stack.currentWidget() is open_venster.werkblad


def test_it_can_be_locked_from_there(open_venster: Venster) -> None:
    QTest.keyClick(open_venster, Qt.Key.Key_F9)
    QTest.keyClick(open_venster, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert open_venster.werkblad is None
    assert open_venster.stack.currentWidget() is open_venster.ontgrendelen
    QTest.keyClick(open_venster, Qt.Key.Key_F9)
    QTest.keyClick(open_venster, Qt.Key.Key_F9)
    assert open_venster.stack.currentWidget() is open_venster.ontgrendelen


def test_every_control_has_a_name(open_venster: Venster) -> None:
    assert nameless(open_venster.guards.privacy) == []

"""What stands on the dossier, found by its name and typed in as one does."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

Shown = Callable[[QWidget], None]


def button(scherm: QWidget, naam: str) -> QPushButton:
    found = scherm.findChild(QPushButton, naam)
    assert found is not None, naam
    return found


def click(qtbot: QtBot, scherm: QWidget, naam: str) -> None:
    QTest.mouseClick(button(scherm, naam), Qt.MouseButton.LeftButton)


def veld(scherm: QWidget, naam: str) -> QLineEdit:
    found = scherm.findChild(QLineEdit, f"veld_{naam}")
    assert found is not None, naam
    return found


def type_in(qtbot: QtBot, field: QLineEdit, tekst: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    if tekst.isascii():
        QTest.keyClicks(field, tekst)
    else:
        # The test keyboard knows ASCII only; an input method inserts as this does.
        field.insert(tekst)
    QTest.keyClick(field, Qt.Key.Key_Return)


def label_of(scherm: QWidget, naam: str) -> QLabel:
    found = scherm.findChild(QLabel, naam)
    assert found is not None, naam
    return found

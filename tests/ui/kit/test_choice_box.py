"""A box of choices is read by its name, not by its value alone."""

import sys

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit.parts import ChoiceBox


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt gives the name itself")
def test_a_reader_is_told_what_the_choice_is_about(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItem("op kantoor")
    box.setAccessibleName("Hoe")
    heard = QAccessible.queryAccessibleInterface(box)
    assert heard.text(QAccessible.Text.Name) == "op kantoor"
    assert heard.text(QAccessible.Text.Description) == "Hoe"


def test_the_line_that_is_typed_in_has_the_name_too(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.setEditable(True)
    box.setAccessibleName("Wie")
    line = box.lineEdit()
    assert line is not None
    assert line.accessibleName() == "Wie"

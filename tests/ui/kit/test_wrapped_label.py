"""A label on several lines is as high as Qt says, whatever became of its words, letters and edges."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit.parts import WrappedLabel, label
from intake_assistant.ui.kit.theme import set_rol, thema

LANG = "Een zin die te lang is voor een smalle kolom, en daar dus op een volgende regel verder gaat."
WIDTHS = (60, 120, 240, 900)


def larger(made: QLabel) -> None:
    letter = made.font()
    letter.setPointSizeF(letter.pointSizeF() * 2)
    made.setFont(letter)


CHANGES: dict[str, Callable[[QLabel], object]] = {
    "other words": lambda made: made.setText(f"{LANG} {LANG}"),
    "no words": lambda made: made.setText(""),
    "letters": larger,
    "edges": lambda made: made.setContentsMargins(20, 30, 20, 30),
    "role": lambda made: set_rol(made, "kop1"),
    "scale": lambda made: thema.apply("licht", 200),
}


@pytest.mark.parametrize("change", CHANGES)
def test_its_height_follows(qtbot: QtBot, change: str) -> None:
    made, plain = label(LANG, wrap=True), QLabel(LANG)
    assert isinstance(made, WrappedLabel)
    plain.setWordWrap(True)
    heights = []
    for one in (made, plain):
        thema.apply("licht", 100)
        qtbot.addWidget(one)
        one.show()
        before = [one.heightForWidth(width) for width in WIDTHS]
        CHANGES[change](one)
        heights.append((before, [one.heightForWidth(width) for width in WIDTHS]))
    (before, after), expected = heights
    assert (before, after) == expected
    assert before != after


def test_what_it_said_before_is_not_kept(qtbot: QtBot) -> None:
    made = label("Selam Tesfay", wrap=True)
    qtbot.addWidget(made)
    made.heightForWidth(120)
    made.setText("")
    assert "Selam" not in repr(vars(made))

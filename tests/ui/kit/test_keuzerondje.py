"""A radio button with more words than room says all of them, over as many lines as they need."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit.giving_way import Keuzerondje

LANG = "Een vergissing: dubbel, of de verkeerde persoon"
CIRCLE = 40


@pytest.fixture
def kolom(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    qtbot.addWidget(made)
    return made


def shown(kolom: QWidget, made: QRadioButton, breed: int) -> QRadioButton:
    layout = kolom.layout()
    assert layout is not None
    layout.addWidget(made)
    kolom.show()
    kolom.resize(QSize(breed, kolom.heightForWidth(breed)))
    return made


def pixels_of_words(made: QRadioButton) -> int:
    """How much of what is beside the circle is ink."""
    beeld = made.window().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    places = [(x, y) for x in range(CIRCLE, beeld.width() - 4) for y in range(4, beeld.height() - 4)]
    return sum(beeld.pixelColor(x, y).value() < 128 for x, y in places)


@pytest.mark.parametrize(("on", "enabled"), [(False, True), (True, True), (False, False)])
def test_with_room_it_is_as_qt_has_it(kolom: QWidget, qtbot: QtBot, on: bool, enabled: bool) -> None:
    plain, made = QRadioButton(LANG), Keuzerondje(LANG)
    for one in (plain, made):
        one.setChecked(on)
        one.setEnabled(enabled)
    qtbot.addWidget(plain)
    shown(kolom, made, plain.sizeHint().width())
    assert made.size() == plain.sizeHint()
    plain.resize(made.size())
    assert made.grab().toImage() == plain.grab().toImage()


@pytest.mark.parametrize("part", [0.7, 0.4])
def test_without_room_no_word_is_lost(kolom: QWidget, part: float) -> None:
    made = Keuzerondje(LANG)
    whole = pixels_of_words(shown(kolom, made, made.sizeHint().width()))
    breed = round(made.sizeHint().width() * part)
    shown(kolom, made, breed)
    assert made.width() == breed
    assert made.height() == made.heightForWidth(breed) > made.sizeHint().height()
    # A letter falls on other pixels on another line: as much ink, not the same.
    assert pixels_of_words(made) == pytest.approx(whole, rel=0.1)


def test_it_is_as_narrow_as_its_longest_word(kolom: QWidget) -> None:
    made = shown(kolom, Keuzerondje(LANG), 1)
    assert made.minimumSizeHint().width() < made.sizeHint().width() // 2
    assert made.width() >= made.fontMetrics().horizontalAdvance("vergissing:") + CIRCLE

"""A choice with more words than room says all of them, over as many lines as they need."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.giving_way import Keuzerondje, Keuzevink

LANG = "Een vergissing: dubbel, of de verkeerde persoon"
MARK = 40
SOORTEN = pytest.mark.parametrize("soort", [Keuzerondje, Keuzevink])
type Soort = type[Keuzerondje | Keuzevink]


@pytest.fixture
def kolom(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    qtbot.addWidget(made)
    return made


def shown(kolom: QWidget, made: QAbstractButton, breed: int) -> QAbstractButton:
    layout = kolom.layout()
    assert layout is not None
    layout.addWidget(made)
    kolom.show()
    kolom.resize(QSize(breed, kolom.heightForWidth(breed)))
    return made


def pixels_of_words(made: QAbstractButton) -> int:
    """How much of what is beside the mark is ink."""
    beeld = made.window().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    places = [(x, y) for x in range(MARK, beeld.width() - 4) for y in range(4, beeld.height() - 4)]
    return sum(beeld.pixelColor(x, y).value() < 128 for x, y in places)


@SOORTEN
@pytest.mark.parametrize(("on", "enabled"), [(False, True), (True, True), (False, False)])
def test_with_room_it_is_as_qt_has_it(
    kolom: QWidget, qtbot: QtBot, on: bool, enabled: bool, soort: Soort
) -> None:
    plain = QRadioButton(LANG) if soort is Keuzerondje else QCheckBox(LANG)
    made = soort(LANG)
    for one in (plain, made):
        one.setChecked(on)
        one.setEnabled(enabled)
    qtbot.addWidget(plain)
    shown(kolom, made, plain.sizeHint().width())
    assert made.size() == plain.sizeHint()
    plain.resize(made.size())
    assert made.grab().toImage() == plain.grab().toImage()


@SOORTEN
@pytest.mark.parametrize("part", [0.7, 0.4])
def test_without_room_no_word_is_lost(kolom: QWidget, part: float, soort: Soort) -> None:
    made = soort(LANG)
    whole = pixels_of_words(shown(kolom, made, made.sizeHint().width()))
    breed = round(made.sizeHint().width() * part)
    shown(kolom, made, breed)
    assert made.width() == breed
    assert made.height() == made.heightForWidth(breed) > made.sizeHint().height()
    # A letter falls on other pixels on another line: as much ink, not the same.
    assert pixels_of_words(made) == pytest.approx(whole, rel=0.1)


@SOORTEN
def test_it_is_as_narrow_as_its_longest_word(kolom: QWidget, soort: Soort) -> None:
    made = shown(kolom, soort(LANG), 1)
    assert made.minimumSizeHint().width() < made.sizeHint().width() // 2
    assert made.width() >= made.fontMetrics().horizontalAdvance("vergissing:") + MARK


@SOORTEN
def test_in_a_row_that_is_too_narrow_it_gets_the_height_it_needs(kolom: QWidget, soort: Soort) -> None:
    made, row = soort(LANG), QWidget()
    Vloei(row).addWidget(made)
    policy = row.sizePolicy()
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    layout = kolom.layout()
    assert layout is not None
    layout.addWidget(row)
    breed = made.sizeHint().width() * 2 // 3
    kolom.show()
    kolom.resize(QSize(breed, kolom.heightForWidth(breed)))
    assert made.width() == breed
    assert made.height() == made.heightForWidth(breed) > made.sizeHint().height()

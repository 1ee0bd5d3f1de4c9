"""The window in another language than Dutch: what is recorded stays Dutch."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import speak_to_staff
from intake_assistant.ui.toestemming.card import IntrekPaneel
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.gesprekshulp import Zaal, click, find, go, opened_zaal, press
from tests.ui.gevuld import fill


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    speak_to_staff("en")
    yield
    speak_to_staff("")


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


def test_a_reason_is_said_in_english_and_recorded_in_dutch(zaal: Zaal) -> None:
    zaal.gesprek()
    scherm = zaal.scherm()
    go(scherm, "taalniveau.cursusuren")
    press(scherm, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    knop = find(scherm, QPushButton, "reden_te_moe")
    assert knop.text() == "too tired"
    click(knop)
    assert zaal.value("taalniveau.cursusuren@inburgeraar")["reden"] == "te moe"


def test_who_withdraws_is_filled_in_in_dutch(qtbot: QtBot) -> None:
    paneel = IntrekPaneel(datetime.date(2026, 5, 4))
    qtbot.addWidget(paneel)
    assert paneel.door.text() == "de inburgeraar"


def test_the_first_screen_speaks_english(qtbot: QtBot, omgeving: Omgeving, work: Workspace) -> None:
    fill(work)
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    venster.show()
    venster.enter(work)
    gezegd = [label.text() for label in venster.findChildren(QLabel) if label.isVisible()]
    assert "Monday 4 May 2026" in gezegd
    venster.lock()
    assert "Open" in venster.ontgrendelen.openen.text()


def test_a_key_stays_the_same_where_the_words_lack_its_letter(zaal: Zaal) -> None:
    zaal.gesprek()
    scherm = zaal.scherm()
    go(scherm, "taalniveau.cursusuren")
    press(scherm, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert find(scherm, QComboBox, "bron").hasFocus()

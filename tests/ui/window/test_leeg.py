"""A page on which there is nothing yet says so, and where to begin."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    assert open_venster.werkblad is not None
    return open_venster.werkblad


@pytest.mark.parametrize("naam", ["weging", "ontwikkelplan"])
def test_a_tray_says_what_will_lie_in_it(blad: Werkblad, selam: str, naam: str) -> None:
    blad.go(naam, {"dossier": selam})
    lijst = blad.scherm.findChild(QListWidget, "bakje_lijst")
    assert lijst is not None
    assert [lijst.item(n).text() for n in range(lijst.count())] == [
        "Hier komen antwoorden uit de gesprekken te liggen."
    ]


def test_without_a_besluit_the_next_one_leads_to_the_first(blad: Werkblad, selam: str) -> None:
    blad.go("nieuw_besluit", {"dossier": selam})
    QCoreApplication.processEvents()
    eerst = blad.scherm.resting_place()
    assert isinstance(eerst, QPushButton)
    assert eerst.accessibleName() == "Naar de beschikking"
    QTest.mouseClick(eerst, Qt.MouseButton.LeftButton)
    assert blad.scherm.naam == "beschikking"


def test_nobody_who_has_to_be_told_is_not_counted(qtbot: QtBot, blad: Werkblad) -> None:
    blad.go("melden", {})
    stand = blad.scherm.findChild(QLabel, "melden_stand")
    assert stand is not None
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert stand.text() == "Niemand hoeft nu bericht te krijgen."

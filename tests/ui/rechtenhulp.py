"""What tests of the screen of rights share: a way to open it, and to fill in its fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from intake_assistant.ui.rechten.screen import RechtenScherm
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.gespeeld import visible

Open = Callable[[str], RechtenScherm]


def opener(blad: Werkblad) -> Open:
    """Opens the rights of a person, by the id of the dossier."""

    def go(dossier: str) -> RechtenScherm:
        blad.go("rechten", {"dossier": dossier})
        assert isinstance(blad.scherm, RechtenScherm)
        return blad.scherm

    return go


def choose(scherm: QWidget, naam: str, code: str) -> None:
    """Choose a code in a list."""
    keuze = visible(scherm, naam)
    assert isinstance(keuze, QComboBox)
    keuze.setCurrentIndex(keuze.findData(code))
    keuze.activated.emit(keuze.currentIndex())


def type_date(scherm: QWidget, naam: str, dag: str) -> None:
    """Type a date and go on."""
    veld = visible(scherm, naam)
    veld.setFocus()
    QTest.keyClicks(veld, dag)
    QTest.keyClick(veld, Qt.Key.Key_Tab)

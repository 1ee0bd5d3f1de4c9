"""Enter presses the button that has the keyboard, and goes on from a field; Alt+Left goes one step back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.dossiers.screen import Dossiers
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.kit.parts import knop
from intake_assistant.ui.kluis.eerste_start import SLEUTEL
from intake_assistant.ui.rechten.inzage import NALEZEN
from intake_assistant.ui.rechten.screen import RechtenScherm
from intake_assistant.ui.toestemming.screen import ToestemmingenScherm
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.helpers import collect

ALT, ALT_GR = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.GroupSwitchModifier
WACHTZIN = "giraf tussen zeven rivieren"


@pytest.fixture
def blad(open_venster: Venster, selam: str) -> Werkblad:
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("dossier", {"dossier": selam})
    return open_venster.werkblad


def enter(window: QWidget, tekst: str = "") -> None:
    """Type a text and Enter, where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, tekst)
    QTest.keyClick(window.window().windowHandle(), Qt.Key.Key_Return)
    QCoreApplication.processEvents()


def test_an_arrow_leads_from_no_button_elsewhere(blad: Werkblad) -> None:
    button = next(b for b in blad.scherm.findChildren(QPushButton) if b.isVisible() and b.isEnabled())
    button.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(blad.window().windowHandle(), key)
        QCoreApplication.processEvents()
        assert button.hasFocus()


def test_each_button_of_each_screen_is_pressed_by_enter(blad: Werkblad, selam: str) -> None:
    for kind in SCHERMEN:
        blad.go(kind.naam, {"dossier": selam})
        _press_each(blad)


def _press_each(blad: Werkblad) -> None:
    shown = [
        b
        for b in blad.findChildren(QPushButton)
        if b.isVisible() and b.isEnabled() and not isinstance(b.menu(), QMenu)
    ]
    for button in shown:
        pressed: list[str] = []
        # Only what the key does is looked at, not what the button is for.
        button.clicked.disconnect()
        collect(button, pressed)
        QTest.keyClick(button, Qt.Key.Key_Return)
        QTest.keyClick(button, Qt.Key.Key_Enter)
        assert len(pressed) == 2, button.objectName()


def test_a_key_that_is_held_down_presses_nothing_more(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    button = knop("Verder", "verder", lambda: pressed.append(True))
    qtbot.addWidget(button)
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QCoreApplication.sendEvent(button, again)
    assert pressed == []


def test_enter_in_a_text_of_more_lines_is_a_new_line(blad: Werkblad, work: Workspace, selam: str) -> None:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["opleiding"]})
    blad.go("gesprek", {"dossier": selam})
    while not isinstance(_focus(), QTextEdit):
        QTest.keyClick(blad.window().windowHandle(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    enter(blad, "een")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QTextEdit)
    assert focus.toPlainText() == "een\n"


def test_enter_goes_through_the_first_start(qtbot: QtBot, venster: Venster) -> None:
    start = venster.eerste_start
    assert start is not None
    start.naam.setFocus()
    for tekst in ("Anneke", "Delfzijl", WACHTZIN, WACHTZIN):
        enter(venster, tekst)
    qtbot.waitUntil(lambda: start.pages.currentIndex() == SLEUTEL)
    start.sleutel.ask_back()
    for nummer in start.sleutel.asked:
        enter(venster, start.groups[nummer - 1])
    # Without an example to offer, the key was the last page.
    assert venster.werkblad is not None


def test_enter_goes_through_a_new_dossier_and_makes_it(blad: Werkblad, work: Workspace) -> None:
    before = len(work.vault.dossiers())
    blad.act("nieuw")
    for tekst in ("Nour", "Haddad", "", "", "", "", "", ""):
        enter(blad, tekst)
        assert len(work.vault.dossiers()) == before
    enter(blad)
    assert len(work.vault.dossiers()) == before + 1
    assert blad.scherm.naam == "dossier"


# -- one step back ---------------------------------------------------------------------------------


def test_back_from_rounding_off_is_the_conversation(blad: Werkblad, work: Workspace, selam: str) -> None:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["opleiding"]})
    blad.go("gesprek", {"dossier": selam, "deel": "afronden"})
    assert isinstance(blad.scherm, GesprekScherm)
    assert blad.scherm.delen.currentWidget() is blad.scherm.afronden
    blad.back()
    assert blad.scherm.delen.currentWidget() is blad.scherm.tijdens


def test_back_from_the_texts_of_inzage_is_the_cards(blad: Werkblad, selam: str) -> None:
    blad.go("rechten", {"dossier": selam, "deel": NALEZEN})
    assert isinstance(blad.scherm, RechtenScherm)
    blad.back()
    assert isinstance(blad.scherm, RechtenScherm)
    assert blad.scherm.where()["deel"] == "overzicht"
    blad.back()
    assert blad.scherm.naam == "dossier"


def test_back_from_asking_consent_is_a_step_and_then_the_cards(blad: Werkblad, selam: str) -> None:
    blad.go("toestemmingen", {"dossier": selam, "vragen": "ja"})
    assert isinstance(blad.scherm, ToestemmingenScherm)
    blad.scherm.vragen.go(1)
    blad.back()
    assert (blad.scherm.bladen.currentIndex(), blad.scherm.vragen.stap) == (1, 0)
    blad.back()
    assert blad.scherm.bladen.currentIndex() == 0


def test_escape_leads_back_from_what_is_told_and_a_reason_that_is_past_goes(
    blad: Werkblad, work: Workspace, selam: str
) -> None:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["opleiding"]})
    blad.go("gesprek", {"dossier": selam, "deel": "vertellen"})
    assert isinstance(blad.scherm, GesprekScherm)
    tijdens = blad.scherm.tijdens
    assert tijdens is not None
    waarom = tijdens.vertellen._reden.text()
    assert waarom
    tijdens.vertellen.record("ja")
    assert tijdens.vertellen._reden.text() not in ("", waarom)
    QTest.keyClick(blad.window().windowHandle(), Qt.Key.Key_Escape)
    assert tijdens.links.currentWidget() is tijdens.pagina
    assert tijdens.pagina.isAncestorOf(_focus())


def test_back_from_the_form_for_somebody_new_is_the_list(blad: Werkblad) -> None:
    blad.act("nieuw")
    assert isinstance(blad.scherm, Dossiers)
    assert isinstance(_focus(), QLineEdit)
    blad.back()
    assert isinstance(blad.scherm, Dossiers)
    assert blad.scherm.where()["nieuw"] == "nee"


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_alt_and_a_letter_that_leads_nowhere_types_nothing(blad: Werkblad) -> None:
    blad.go("dossiers", {})
    assert isinstance(blad.scherm, Dossiers)
    veld = blad.scherm.findChild(QLineEdit)
    assert veld is not None
    veld.setFocus()
    for modifier in (ALT, ALT | Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(veld, Qt.Key.Key_Q, modifier)
    QTest.keyClicks(veld, "É", ALT_GR)
    QTest.keyClicks(veld, "q")
    assert veld.text() == "Éq"

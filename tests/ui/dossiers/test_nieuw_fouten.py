"""A new dossier: what is wrong is told as one goes, all at once at the end, and gone once it is mended."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.window import Venster
from tests.ui.gesprekshulp import find

# The list that opens below a field; the platform without a screen cannot raise it.
POPUP = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def nieuw(open_venster: Venster) -> Venster:
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("dossiers", {})
    find(open_venster, QAbstractButton, "leeg_nieuw").click()
    QApplication.processEvents()
    return open_venster


def fill(venster: Venster, naam: str, tekst: str) -> None:
    veld = find(venster, QWidget, f"nieuw_{naam}")
    veld.setFocus()
    regel = veld.lineEdit() if isinstance(veld, QComboBox) else veld
    assert isinstance(regel, QLineEdit)
    regel.selectAll()
    QTest.keyClicks(regel, tekst)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        # As Tab does: the list below goes with the field.
        popup.hide()
    venster.activateWindow()
    QApplication.processEvents()


def make(venster: Venster) -> str:
    find(venster, QAbstractButton, "nieuw_maken").click()
    QApplication.processEvents()
    return told(venster)


def told(venster: Venster) -> str:
    shown = [w.text() for w in venster.findChildren(QLabel, "nieuw_melding") if w.isVisible()]
    return "".join(shown)


@POPUP
def test_all_that_is_wrong_is_told_at_once_and_the_first_field_has_the_keyboard(
    nieuw: Venster, work: Workspace
) -> None:
    fill(nieuw, "voornamen", "Yusuf")
    fill(nieuw, "spreektaal", "klingon")
    fill(nieuw, "kennisgeving_duo", "31-2-2026")
    fill(nieuw, "inschrijving_brp", "morgen")
    zinnen = make(nieuw).splitlines()
    assert len(zinnen) == 3
    assert "klingon" in zinnen[0]
    assert nieuw.focusWidget() is find(nieuw, QComboBox, "nieuw_spreektaal")
    assert work.vault.dossiers() == []


@POPUP
def test_what_is_mended_is_no_longer_red(nieuw: Venster, work: Workspace) -> None:
    fill(nieuw, "spreektaal", "klingon")
    fill(nieuw, "kennisgeving_duo", "31-2-2026")
    assert len(make(nieuw).splitlines()) == 3
    fill(nieuw, "voornamen", "Yusuf")
    assert len(told(nieuw).splitlines()) == 2
    fill(nieuw, "kennisgeving_duo", "28-2-2026")
    assert "klingon" in told(nieuw)
    fill(nieuw, "spreektaal", "Tigrinya")
    assert told(nieuw) == ""
    make(nieuw)
    assert len(work.vault.dossiers()) == 1


@POPUP
def test_an_unknown_language_is_told_as_one_goes_on(nieuw: Venster) -> None:
    fill(nieuw, "spreektaal", "klingon")
    find(nieuw, QLineEdit, "nieuw_bsn").setFocus()
    assert "klingon" in find(nieuw, QLabel, "gebrek_nieuw_spreektaal_regel").text()
    assert told(nieuw) == ""
    fill(nieuw, "spreektaal", "Tigrinya")
    assert not [w for w in nieuw.findChildren(QLabel, "gebrek_nieuw_spreektaal_regel") if w.isVisible()]


@POPUP
def test_the_beginning_of_one_language_is_that_language(nieuw: Venster) -> None:
    fill(nieuw, "spreektaal", "somali")
    find(nieuw, QLineEdit, "nieuw_bsn").setFocus()
    assert find(nieuw, QComboBox, "nieuw_spreektaal").currentText() == "Somalisch"
    # More than one begins with this.
    fill(nieuw, "spreektaal", "arab")
    find(nieuw, QLineEdit, "nieuw_bsn").setFocus()
    assert find(nieuw, QComboBox, "nieuw_spreektaal").currentText() == "arab"


def test_tab_leads_from_the_fields_to_making_before_throwing_away(nieuw: Venster) -> None:
    maken = find(nieuw, QAbstractButton, "nieuw_maken")
    maken.setFocus()
    QTest.keyClick(maken, Qt.Key.Key_Tab)
    assert find(nieuw, QAbstractButton, "nieuw_annuleren").hasFocus()

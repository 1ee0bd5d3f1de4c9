"""What is half filled in on a page comes back after a lock, in the same field; done is forgotten."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.toestemming import record_toestemming
from intake_assistant.operations.vault.kluis import open_workspace
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.conftest import TODAY, WACHTZIN
from tests.ui.gesprekshulp import find, type_text

Naar = Callable[[Venster, Workspace, str], None]


def blad(venster: Venster) -> Werkblad:
    assert venster.werkblad is not None
    return venster.werkblad


def push(venster: Venster, naam: str) -> None:
    find(venster, QAbstractButton, naam).click()
    QApplication.processEvents()


def to_nieuw(venster: Venster, _work: Workspace, _selam: str) -> None:
    blad(venster).go("dossiers", {})
    push(venster, "nieuw_dossier")


def to_voorbereiden(venster: Venster, _work: Workspace, selam: str) -> None:
    blad(venster).go("gesprek", {"dossier": selam})
    push(venster, "aanwezig_erbij")


def to_afronden(venster: Venster, work: Workspace, selam: str) -> None:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]})
    blad(venster).go("gesprek", {"dossier": selam})
    push(venster, "afronden_knop")


def to_intrekken(venster: Venster, work: Workspace, selam: str) -> None:
    record_toestemming(work, selam, {
        "richting": "delen", "gegeven": "ja", "wijze": "mondeling", "taal": "ti", "uitgelegd_met": "tolk",
        "vrije_keuze_uitgelegd": "ja", "partij": "Taalmaatjes", "doel": "een taalmaatje",
        "gegevens": ["taalniveau"],
    })  # fmt: skip
    blad(venster).go("toestemmingen", {"dossier": selam})
    QApplication.processEvents()
    push(venster, "intrekken")


def to_persoon(venster: Venster, _work: Workspace, selam: str) -> None:
    blad(venster).go("dossier", {"dossier": selam, "deel": "persoon"})


@pytest.mark.parametrize(
    ("naar", "naam", "getypt"),
    [
        (to_nieuw, "nieuw_achternaam", "Halfa"),
        (to_nieuw, "nieuw_geboren", "5-3-"),
        (to_voorbereiden, "aanwezig_naam", "T. Abr"),
        (to_voorbereiden, "gesprek_datum", "7-5"),
        (to_afronden, "volgende_afspraak_hoe", "10 uur, gemeen"),
        (to_afronden, "volgende_afspraak", "12-"),
        (to_afronden, "minuten", "5"),
        (to_intrekken, "intrekken_reden", "wil lie"),
        (to_persoon, "veld_kennisgeving_duo", "1 apr"),
    ],
)
def test_locked_in_mid_word(
    open_venster: Venster, work: Workspace, selam: str, data: Data, naar: Naar, naam: str, getypt: str
) -> None:
    naar(open_venster, work, selam)
    veld = find(open_venster, QLineEdit, naam)
    veld.setFocus()
    veld.selectAll()
    type_text(getypt)
    open_venster.lock()
    open_venster.enter(open_workspace(work.vault.path, WACHTZIN, FixedClock(TODAY), os.urandom, data))
    QApplication.processEvents()
    again = find(open_venster, QLineEdit, naam)
    assert again.text() == getypt
    assert open_venster.focusWidget() is again


def test_half_a_date_is_no_entry_and_says_so(open_venster: Venster, work: Workspace, selam: str) -> None:
    to_persoon(open_venster, work, selam)
    veld = find(open_venster, QLineEdit, "veld_geboortedatum")
    veld.setFocus()
    type_text("31-2-1990")
    blad(open_venster).go("weging", {})
    blad(open_venster).back()
    assert find(open_venster, QLineEdit, "veld_geboortedatum").text() == "31-2-1990"
    assert not work.vault.dossier(selam).get("inburgeraar.geboortedatum")


def test_a_date_that_was_mended_is_recorded(open_venster: Venster, work: Workspace, selam: str) -> None:
    to_persoon(open_venster, work, selam)
    veld = find(open_venster, QLineEdit, "veld_geboortedatum")
    veld.setFocus()
    type_text("31-2-1990")
    blad(open_venster).leave()
    veld.setText("28-2-1990")
    blad(open_venster).leave()
    blad(open_venster).go("dossier", {"deel": "persoon"})
    assert work.vault.dossier(selam).get("inburgeraar.geboortedatum") == "1990-02-28"
    assert find(open_venster, QLineEdit, "veld_geboortedatum").text() == "28-2-1990"


def test_what_is_done_is_forgotten(open_venster: Venster, work: Workspace, selam: str) -> None:
    to_nieuw(open_venster, work, selam)
    find(open_venster, QLineEdit, "nieuw_achternaam").setFocus()
    type_text("Haile")
    push(open_venster, "nieuw_maken")
    to_nieuw(open_venster, work, selam)
    assert find(open_venster, QLineEdit, "nieuw_achternaam").text() == ""


def test_a_withdrawal_that_was_called_off_is_forgotten(
    qtbot: QtBot, open_venster: Venster, work: Workspace, selam: str
) -> None:
    to_intrekken(open_venster, work, selam)
    veld = find(open_venster, QPlainTextEdit, "intrekken_gevolg")
    veld.setPlainText("de stichting gebeld")
    qtbot.wait(500)
    push(open_venster, "intrekken_niet")
    blad(open_venster).go("weging", {})
    blad(open_venster).back()
    assert not [v for v in open_venster.findChildren(QPlainTextEdit, "intrekken_gevolg") if v.isVisible()]


def test_the_day_of_yesterday_does_not_stand_in_a_new_preparation(
    open_venster: Venster, work: Workspace, selam: str
) -> None:
    to_voorbereiden(open_venster, work, selam)
    find(open_venster, QLineEdit, "aanwezig_naam").setFocus()
    type_text("T. Abraha")
    scherm = blad(open_venster).scherm
    assert isinstance(scherm, GesprekScherm)
    scherm.leave()
    assert "datum" not in scherm.voorbereiden._getypt()

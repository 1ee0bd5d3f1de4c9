"""Locking before somebody is in: a vault on its way open, a vault that was just made, and twice at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.instellingen.screen import Instellingen
from intake_assistant.ui.kluis.eerste_start import SLEUTEL, VOORBEELD, EersteStart
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window import workbench
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.conftest import TODAY, WACHTZIN
from tests.ui.gespeeld import texts
from tests.ui.kluis.test_eerste_start import make_vault, press, type_back
from tests.ui.kluizen import Kluis, open_quickly
from tests.ui.proefscherm import PROEF, SUBJECT, Proefscherm, ingang


@pytest.fixture
def begin(qtbot: QtBot, omgeving: Omgeving, kluis_op_schijf: Kluis) -> Venster:
    """The window that asks for the passphrase."""
    omgeving.voorkeuren.keep(kluis=str(kluis_op_schijf.path))
    made = Venster(omgeving)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def unlock(qtbot: QtBot, venster: Venster, done: Callable[[], bool]) -> None:
    field = venster.ontgrendelen.wachtzin.field
    field.setText(WACHTZIN)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(done)


# -- opening -----------------------------------------------------------------------------------------------


def test_what_is_typed_of_the_passphrase_is_forgotten(begin: Venster) -> None:
    field = begin.ontgrendelen.wachtzin.field
    QTest.keyClicks(field, "paard batt")
    begin.ontgrendelen.wachtzin.toon.click()
    begin.lock()
    assert field.text() == ""
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_a_vault_on_its_way_open_is_closed_again(
    qtbot: QtBot, begin: Venster, kluis_op_schijf: Kluis, data: Data
) -> None:
    QTest.keyClicks(begin.ontgrendelen.wachtzin.field, WACHTZIN)
    QTest.keyClick(begin.ontgrendelen.wachtzin.field, Qt.Key.Key_Return)
    assert not begin.ontgrendelen.openen.isEnabled()
    # The lid is closed while the key is being derived.
    begin.lock()
    qtbot.waitUntil(begin.ontgrendelen.openen.isEnabled)
    assert begin.werkblad is None
    assert begin.stack.currentWidget() is begin.ontgrendelen
    open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(TODAY), data).vault.close()
    unlock(qtbot, begin, lambda: begin.werkblad is not None)
    begin.lock()


# -- twice -------------------------------------------------------------------------------------------------


def test_twice_at_once_is_once(
    venster: Venster, work: Workspace, selam: str, monkeypatch: pytest.MonkeyPatch,
    kluis_op_schijf: Kluis, data: Data,
) -> None:  # fmt: skip
    monkeypatch.setattr(workbench, "SCHERMEN", (ingang("dossiers"), PROEF))
    venster.enter(work)
    assert venster.werkblad is not None
    venster.werkblad.go("gesprek", {"dossier": selam})
    scherm = venster.werkblad.scherm
    assert isinstance(scherm, Proefscherm)
    QTest.keyClicks(scherm.veld, "tweemaal")
    # Session lock, screensaver and idleness come together, one even in the midst of the other.
    assert venster.context is not None
    venster.context.changed.connect(venster.lock)
    for _ in range(3):
        QTimer.singleShot(0, venster.lock)
    venster.lock()
    QTest.qWait(20)
    assert venster.stack.currentWidget() is venster.ontgrendelen
    again = open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(TODAY), data)
    found = [e for e in again.vault.entries(selam) if e.header.subject == SUBJECT]
    again.vault.close()
    assert [e.value["waarde"] for e in found if e.value] == ["tweemaal"]


def test_locking_what_is_locked_changes_nothing(open_venster: Venster) -> None:
    open_venster.lock()
    open_venster.ontgrendelen.tell("Een melding", "fout")
    open_venster.lock()
    assert open_venster.stack.currentWidget() is open_venster.ontgrendelen
    assert not open_venster.ontgrendelen.melding.isHidden()


# -- the first start ---------------------------------------------------------------------------------------


@pytest.fixture
def eerste(venster: Venster) -> EersteStart:
    assert venster.eerste_start is not None
    return venster.eerste_start


def shown_groups(venster: Venster) -> list[str]:
    labels = [w for w in venster.findChildren(QLabel) if w.objectName().startswith("sleutelgroep_")]
    return [w.text() for w in labels if w.isVisible()]


def test_the_recovery_key_goes_from_the_screen_and_comes_back_after_the_passphrase(
    qtbot: QtBot, venster: Venster, eerste: EersteStart, omgeving: Omgeving
) -> None:
    make_vault(qtbot, eerste)
    groups = shown_groups(venster)
    assert len(groups) == 8
    QTest.keyClick(venster, Qt.Key.Key_F12)
    assert venster.stack.currentWidget() is venster.ontgrendelen
    assert shown_groups(venster) == []
    assert venster.ontgrendelen.path == eerste.path
    unlock(qtbot, venster, lambda: venster.stack.currentWidget() is eerste)
    assert eerste.pages.currentIndex() == SLEUTEL
    assert shown_groups(venster) == groups
    type_back(eerste)
    press(eerste, "sleutel_verder")
    if eerste.pages.currentIndex() == VOORBEELD:
        press(eerste, "zonder_voorbeeld")
    assert venster.werkblad is not None
    assert venster.eerste_start is None
    assert "nog niet nagekeken" not in " ".join(texts(venster))
    venster.werkblad.go("vandaag", {})
    assert "nog niet nagekeken" not in " ".join(texts(venster))


def test_closing_before_the_key_is_on_paper_is_asked_about_and_the_vault_is_kept(
    qtbot: QtBot, venster: Venster, eerste: EersteStart, omgeving: Omgeving, script: messages.Script
) -> None:
    make_vault(qtbot, eerste)
    script.answers += [1]
    assert not venster.close()
    assert "Maar als u nu sluit, ziet u deze herstelsleutel niet meer." in script.asked[0]
    assert len(shown_groups(venster)) == 8
    script.answers += [0]
    assert venster.close()
    assert omgeving.voorkeuren.keuzes.kluis == str(eerste.path), "asked for the next time, not made again"


def test_a_program_that_is_killed_with_the_key_on_screen_asks_for_that_vault(
    qtbot: QtBot, venster: Venster, eerste: EersteStart, omgeving: Omgeving, script: messages.Script
) -> None:
    make_vault(qtbot, eerste)
    path = eerste.path
    # Nothing of the window is asked for any more; the computer lets go of the vault.
    eerste.discard()
    eerste.groups, eerste.made_path = [], None
    omgeving.voorkeuren = Voorkeuren(omgeving.voorkeuren.file)
    weer = Venster(omgeving)
    qtbot.addWidget(weer)
    weer.resize(1366, 768)
    weer.show()
    assert weer.stack.currentWidget() is weer.ontgrendelen
    assert weer.ontgrendelen.path == path
    unlock(qtbot, weer, lambda: weer.werkblad is not None)
    assert weer.werkblad is not None
    assert "nog niet nagekeken" in " ".join(texts(weer.werkblad))
    _make_new_sheet(qtbot, weer.werkblad)
    weer.werkblad.go("vandaag", {})
    assert not weer.werkblad.scherm.findChild(QWidget, "herstelblad_regel").isVisible()  # type: ignore[union-attr]  # it is there
    weer.lock()
    unlock(qtbot, weer, lambda: weer.werkblad is not None)
    assert "nog niet nagekeken" not in " ".join(texts(weer))
    weer.close()


def _make_new_sheet(qtbot: QtBot, blad: Werkblad) -> None:
    """From the line on the first screen."""
    blad.go("vandaag", {})
    press(blad, "naar_herstelblad")
    assert isinstance(blad.scherm, Instellingen)
    kaart = blad.scherm.sleutels
    qtbot.waitUntil(lambda: kaart.nieuw_blad.visibleRegion().boundingRect() == kaart.nieuw_blad.rect())
    press(kaart, "nieuw_herstelblad")
    groups = list(kaart.sleutel.groups)
    press(kaart, "sleutel_op_papier")
    for veld, nummer in zip(kaart.sleutel.velden, kaart.sleutel.asked, strict=True):
        veld.setText(groups[nummer - 1])
    kaart.wachtzin.field.setText(WACHTZIN)
    press(kaart, "sleutel_vastleggen")
    qtbot.waitUntil(lambda: "geldt vanaf nu" in kaart.melding.text())


def test_nobody_there_hides_the_recovery_key_too(
    qtbot: QtBot, omgeving: Omgeving, script: messages.Script
) -> None:
    omgeving.idle_seconds = 0.4
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    venster.show()
    assert venster.eerste_start is not None
    make_vault(qtbot, venster.eerste_start)
    qtbot.waitUntil(lambda: venster.stack.currentWidget() is venster.ontgrendelen)
    assert shown_groups(venster) == []
    script.answers += [0]
    venster.close()


def test_the_sheet_that_was_to_be_kept_is_not_asked_for_any_more(
    qtbot: QtBot, venster: Venster, eerste: EersteStart, tmp_path: Path, script: messages.Script
) -> None:
    make_vault(qtbot, eerste)

    def lock() -> None:
        assert isinstance(QApplication.activeModalWidget(), QFileDialog)
        venster.lock()

    QTimer.singleShot(150, lock)
    with messages.answered_by(messages._Dialogs()):
        press(eerste, "bewaar_blad")
    assert venster.stack.currentWidget() is venster.ontgrendelen
    assert not list(tmp_path.rglob("*.pdf"))
    unlock(qtbot, venster, lambda: venster.stack.currentWidget() is eerste)
    assert eerste.sleutel.bewaar_blad.isEnabled()
    script.answers += [0]  # at the end the window closes with the key on no paper


def test_a_vault_that_is_just_being_made_is_locked_when_it_is_there(
    qtbot: QtBot, venster: Venster, eerste: EersteStart, script: messages.Script
) -> None:
    QTimer.singleShot(0, venster.lock)
    with qtbot.waitSignal(eerste.made):
        eerste.naam.setText("Anneke")
        eerste.gemeente.setText("Delfzijl")
        press(eerste, "start_verder")
        eerste.bestand.setText("Mijn kluis")
        eerste.wachtzin.eerste.field.setText(WACHTZIN)
        eerste.wachtzin.tweede.field.setText(WACHTZIN)
        press(eerste, "maak_kluis")
    assert venster.stack.currentWidget() is venster.ontgrendelen
    unlock(qtbot, venster, lambda: venster.stack.currentWidget() is eerste)
    assert len(shown_groups(venster)) == 8
    script.answers += [0]  # as above


def test_before_there_is_a_vault_what_was_typed_stays_but_for_the_passphrase(
    venster: Venster, eerste: EersteStart
) -> None:
    eerste.naam.setText("Anneke van den Berg")
    eerste.gemeente.setText("Delfzijl")
    press(eerste, "start_verder")
    eerste.wachtzin.eerste.field.setText(WACHTZIN)
    venster.lock()
    assert venster.stack.currentWidget() is eerste
    assert eerste.naam.text() == "Anneke van den Berg"
    assert eerste.wachtzin.text() == ""

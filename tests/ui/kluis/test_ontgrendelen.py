"""Opening a vault: right, wrong, too often wrong, in use, lost."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.keys.wachttijd import WAIT_FILE, note_try
from intake_assistant.ui.fields.new_passphrase import NieuweWachtzin
from intake_assistant.ui.kluis.ontgrendelen import Ontgrendelen
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.storage.hulp import Wall
from tests.ui.conftest import WACHTZIN
from tests.ui.helpers import nameless
from tests.ui.kluizen import Kluis


@pytest.fixture
def page(qtbot: QtBot, omgeving: Omgeving, kluis_op_schijf: Kluis) -> Ontgrendelen:
    made = Ontgrendelen(omgeving)
    qtbot.addWidget(made)
    made.show_vault(kluis_op_schijf.path)
    made.show()
    return made


def type_and_enter(page: Ontgrendelen, words: str) -> None:
    page.wachtzin.field.clear()
    QTest.keyClicks(page.wachtzin.field, words)
    QTest.keyClick(page.wachtzin.field, Qt.Key.Key_Return)


def fail_once(qtbot: QtBot, page: Ontgrendelen) -> None:
    type_and_enter(page, "fout")
    qtbot.waitUntil(lambda: not page.bezig.isVisible())


def test_the_right_passphrase_opens_and_is_forgotten(qtbot: QtBot, page: Ontgrendelen) -> None:
    with qtbot.waitSignal(page.opened) as caught:
        type_and_enter(page, WACHTZIN)
    assert caught.args is not None
    work = caught.args[0]
    assert isinstance(work, Workspace)
    work.vault.close()
    assert page.wachtzin.text() == ""


def test_the_window_stays_alive_while_the_key_is_derived(qtbot: QtBot, page: Ontgrendelen) -> None:
    type_and_enter(page, "fout")
    assert page.bezig.isVisible()
    assert not page.openen.isEnabled()
    qtbot.waitUntil(lambda: not page.bezig.isVisible())
    assert page.openen.isEnabled()


def test_a_wrong_passphrase_says_what_to_do(qtbot: QtBot, page: Ontgrendelen) -> None:
    fail_once(qtbot, page)
    assert "klopt niet" in page.melding.text()
    assert page.melding.isVisible()


def test_a_wrong_passphrase_is_hidden_again_gone_at_the_next_letter_and_after_a_while(
    qtbot: QtBot, page: Ontgrendelen
) -> None:
    page.wachtzin.toon.click()
    fail_once(qtbot, page)
    field = page.wachtzin.field
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert not page.wachtzin.toon.isChecked()
    assert field.selectedText() == field.text() != ""
    assert page.wachtzin.vergeten.isActive()
    QTest.keyClicks(field, "x")
    assert field.text() == "x"
    # Who types again is left alone.
    assert not page.wachtzin.vergeten.isActive()
    page.wachtzin.vergeten.start()
    page.wachtzin.vergeten.timeout.emit()
    assert field.text() == ""


@pytest.fixture
def wall(omgeving: Omgeving) -> Wall:
    omgeving.clock = made = Wall(datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC))
    return made


def test_after_three_failures_it_waits_counts_down_and_says_why(
    qtbot: QtBot, wall: Wall, page: Ontgrendelen
) -> None:
    for _ in range(3):
        fail_once(qtbot, page)
    assert "Over 30 seconden kunt" in page.melding.text()
    assert "moeilijk te raden" in page.melding.text()
    assert not page.openen.isEnabled()
    type_and_enter(page, WACHTZIN)
    assert not page.bezig.isVisible()


def test_starting_anew_does_not_end_the_waiting(
    qtbot: QtBot, wall: Wall, page: Ontgrendelen, omgeving: Omgeving
) -> None:
    for _ in range(3):
        note_try(page.path, wall.now())
    wall.pass_by(29.5)
    again = Ontgrendelen(omgeving)
    qtbot.addWidget(again)
    again.show_vault(page.path)
    again.show()
    assert "Over 1 seconde kunt" in again.melding.text()
    assert not again.openen.isEnabled()
    wall.pass_by(1)
    qtbot.waitUntil(again.openen.isEnabled)
    assert not again.melding.isVisible()
    with qtbot.waitSignal(again.opened) as caught:
        type_and_enter(again, WACHTZIN)
    assert caught.args is not None
    caught.args[0].vault.close()
    assert not (page.path / WAIT_FILE).exists()


def test_each_further_failure_doubles_the_waiting(qtbot: QtBot, wall: Wall, page: Ontgrendelen) -> None:
    for _ in range(3):
        note_try(page.path, wall.now())
    wall.pass_by(30)
    fail_once(qtbot, page)
    assert "Over 60 seconden" in page.melding.text()


def test_another_vault_has_its_own_waiting(
    qtbot: QtBot, wall: Wall, page: Ontgrendelen, tmp_path: Path
) -> None:
    note = page.path
    for _ in range(3):
        note_try(note, wall.now())
    page.show_vault(note)
    assert not page.openen.isEnabled()
    page.show_vault(tmp_path / "ander.intake")
    assert page.openen.isEnabled()
    assert not page.melding.isVisible()


def test_a_vault_that_is_open_elsewhere_is_told_and_costs_no_try(
    qtbot: QtBot, page: Ontgrendelen, work: Workspace
) -> None:
    for _ in range(4):
        type_and_enter(page, WACHTZIN)
        qtbot.waitUntil(lambda: not page.bezig.isVisible())
    assert "al geopend" in page.melding.text()
    assert page.openen.isEnabled()


def test_a_folder_that_is_no_vault_is_told(
    qtbot: QtBot, page: Ontgrendelen, tmp_path: Path, script: messages.Script
) -> None:
    script.answers.append(tmp_path)
    page.andere.click()
    type_and_enter(page, WACHTZIN)
    qtbot.waitUntil(lambda: "geen kluis" in page.melding.text())


@pytest.mark.parametrize(
    ("letter", "modifier", "warned"),
    [
        ("A", Qt.KeyboardModifier.NoModifier, True),
        ("a", Qt.KeyboardModifier.NoModifier, False),
        ("A", Qt.KeyboardModifier.ShiftModifier, False),
        ("a", Qt.KeyboardModifier.ShiftModifier, True),
        ("1", Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_caps_lock_is_noticed_by_the_letters(
    page: Ontgrendelen, letter: str, modifier: Qt.KeyboardModifier, warned: bool
) -> None:
    QTest.sendKeyEvent(
        QTest.KeyAction.Click,
        page.wachtzin.field,
        Qt.Key.Key_A if letter != "1" else Qt.Key.Key_1,
        letter,
        modifier,
    )
    assert page.wachtzin.caps.isVisible() is warned


def test_what_is_typed_can_be_shown_and_hidden(page: Ontgrendelen) -> None:
    assert page.wachtzin.field.echoMode() == QLineEdit.EchoMode.Password
    page.wachtzin.toon.click()
    assert page.wachtzin.field.echoMode() == QLineEdit.EchoMode.Normal
    page.wachtzin.clear()
    assert page.wachtzin.field.echoMode() == QLineEdit.EchoMode.Password


def test_no_input_method_learns_a_passphrase_or_recovery_key(page: Ontgrendelen) -> None:
    page.show_herstel()
    fields = page.findChildren(QLineEdit)
    assert len(fields) == 3 + 8
    for shown in (True, False):
        for button in page.findChildren(QPushButton):
            if button.isCheckable():
                button.setChecked(not shown)
                button.click()
        for field in fields:
            assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData, field.objectName()


@pytest.mark.parametrize("shown", [True, False])
def test_undoing_brings_no_passphrase_back_at_the_lock(
    qtbot: QtBot, venster: Venster, kluis_op_schijf: Kluis, shown: bool
) -> None:
    page = venster.ontgrendelen
    page.show_vault(kluis_op_schijf.path)
    page.wachtzin.toon.setChecked(shown)
    page.wachtzin._toggle()
    type_and_enter(page, WACHTZIN)
    qtbot.waitUntil(lambda: venster.werkblad is not None)
    venster.lock()
    page.wachtzin.toon.click()
    assert undone(page.wachtzin.field) == {""}


def test_undoing_brings_no_recovery_key_back(page: Ontgrendelen) -> None:
    page.show_herstel()
    fields = page.herstel.findChildren(QLineEdit)
    assert len(fields) == 8 + 2
    for field in fields:
        QTest.keyClicks(field, "gehei")
    page.turn_away()
    assert [undone(field) for field in fields] == [{""}] * 10


def undone(field: QLineEdit) -> set[str]:
    """All that comes to stand in a field when one undoes and redoes."""
    found = {field.text()}
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Y):
        QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
        found.add(field.text())
    return found


def test_the_recovery_key_opens_and_sets_a_new_passphrase(
    qtbot: QtBot, page: Ontgrendelen, kluis_op_schijf: Kluis
) -> None:
    page.kwijt.click()
    herstel = page.herstel
    herstel.openen.click()
    assert "Typ eerst de herstelsleutel" in herstel.melding.text()
    for field, groep in zip(herstel.sleutel.velden, kluis_op_schijf.groepen, strict=True):
        QTest.keyClicks(field, groep.lower())
    QTest.keyClicks(herstel.nieuw.eerste.field, "een heel nieuwe zin")
    QTest.keyClicks(herstel.nieuw.tweede.field, "een heel nieuwe zin")
    with qtbot.waitSignal(page.opened) as caught:
        herstel.openen.click()
    assert caught.args is not None
    caught.args[0].vault.close()
    assert herstel.sleutel.text() == ""
    page.show_open()
    with qtbot.waitSignal(page.opened) as caught:
        type_and_enter(page, "een heel nieuwe zin")
    assert caught.args is not None
    caught.args[0].vault.close()


def test_a_wrong_recovery_key_names_the_wrong_groups(
    qtbot: QtBot, page: Ontgrendelen, kluis_op_schijf: Kluis
) -> None:
    page.kwijt.click()
    herstel = page.herstel
    groepen = [*kluis_op_schijf.groepen[:2], "00000", *kluis_op_schijf.groepen[3:]]
    herstel.sleutel.velden[0].setText("-".join(groepen))
    fault = herstel.findChild(QLabel, "herstel_groep_3_fout")
    assert isinstance(fault, QLabel)
    assert fault.text() == "Klopt niet"
    for field in (herstel.nieuw.eerste.field, herstel.nieuw.tweede.field):
        field.setText("een heel nieuwe zin")
    herstel.openen.click()
    qtbot.waitUntil(lambda: herstel.melding.isVisible())
    assert "3" in herstel.melding.text()


def test_every_control_has_a_name(page: Ontgrendelen) -> None:
    assert nameless(page) == []
    page.show_herstel()
    assert nameless(page) == []


def test_one_button_shows_a_new_passphrase_and_the_same_again(shown: Callable[[QWidget], None]) -> None:
    veld = NieuweWachtzin("proef")
    shown(veld)
    assert not veld.tweede.toon.isVisible()
    veld.eerste.toon.click()
    assert {one.field.echoMode() for one in (veld.eerste, veld.tweede)} == {QLineEdit.EchoMode.Normal}
    veld.clear()
    assert {one.field.echoMode() for one in (veld.eerste, veld.tweede)} == {QLineEdit.EchoMode.Password}


@pytest.mark.parametrize(
    ("eerste", "tweede", "naar", "gezegd"),
    [
        ("", WACHTZIN, "proef", "Typ uw nieuwe wachtzin"),
        ("zon", "zon", "proef", "te makkelijk te raden"),
        (WACHTZIN, "paard", "proef_weer", "niet gelijk"),
    ],
)
def test_what_is_wrong_with_a_new_passphrase_leads_to_where_it_is_typed(
    shown: Callable[[QWidget], None], eerste: str, tweede: str, naar: str, gezegd: str
) -> None:
    veld = NieuweWachtzin("proef")
    shown(veld)
    veld.eerste.field.setText(eerste)
    veld.tweede.field.setText(tweede)
    for van in (veld.eerste, veld.tweede):
        van.field.setFocus()
        assert gezegd in veld.problem()
        focus = veld.focusWidget()
        assert focus is not None
        assert focus.objectName() == naar

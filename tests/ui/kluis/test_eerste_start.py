"""The first start, from nothing to a vault with a recovery sheet."""

from pathlib import Path

import pikepdf
import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import Policy
from intake_assistant.ui.kluis.eerste_start import PLEK, SLEUTEL, VOORBEELD, WIE, EersteStart
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.window.surroundings import Omgeving
from tests.ui.conftest import WACHTZIN
from tests.ui.helpers import nameless


@pytest.fixture
def page(qtbot: QtBot, omgeving: Omgeving) -> EersteStart:
    made = EersteStart(omgeving)
    qtbot.addWidget(made)
    made.show()
    return made


def press(page: QWidget, naam: str) -> None:
    button = page.findChild(QPushButton, naam)
    assert isinstance(button, QPushButton)
    button.click()


def fill_wie(page: EersteStart) -> None:
    page.naam.setText("Anneke van den Berg")
    page.gemeente.setText("Delfzijl")
    press(page, "start_verder")


def make_vault(qtbot: QtBot, page: EersteStart) -> None:
    fill_wie(page)
    page.bestand.setText("Mijn kluis")
    page.wachtzin.eerste.field.setText(WACHTZIN)
    page.wachtzin.tweede.field.setText(WACHTZIN)
    press(page, "maak_kluis")
    qtbot.waitUntil(lambda: page.pages.currentIndex() == SLEUTEL)


def type_back(page: EersteStart) -> None:
    """Two groups from the paper."""
    groups = list(page.groups)
    press(page, "sleutel_op_papier")
    for veld, nummer in zip(page.sleutel.velden, page.sleutel.asked, strict=True):
        veld.setText(groups[nummer - 1].lower())


def test_what_was_missing_is_told_until_both_are_there(page: EersteStart) -> None:
    press(page, "start_verder")
    page.naam.setText("Anneke van den Berg")
    assert page.wie_melding.isVisible()
    page.gemeente.setText("Delfzijl")
    assert not page.wie_melding.isVisible()


def test_a_name_and_a_municipality_are_asked_first(page: EersteStart) -> None:
    press(page, "start_verder")
    assert page.pages.currentIndex() == WIE
    assert page.wie_melding.isVisible()
    fill_wie(page)
    assert page.pages.currentIndex() == PLEK
    assert page.path.name == "Anneke van den Berg.intake"


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("welkom", "welkom", "te makkelijk te raden"),
        ("Inburgering Delfzijl", "Inburgering Delfzijl", "te makkelijk te raden"),
        ("lang genoeg zo", "lang genoeg zn", "niet gelijk"),
    ],
)
def test_a_weak_or_mistyped_passphrase_makes_no_vault(
    page: EersteStart, first: str, second: str, said: str
) -> None:
    fill_wie(page)
    page.wachtzin.eerste.field.setText(first)
    page.wachtzin.tweede.field.setText(second)
    press(page, "maak_kluis")
    assert said in page.plek_melding.text()
    assert not page.path.exists()
    page.wachtzin.tweede.field.setText("iets anders")
    assert not page.plek_melding.isVisible()


def test_enter_twice_makes_one_vault(qtbot: QtBot, page: EersteStart) -> None:
    fill_wie(page)
    page.bestand.setText("Mijn kluis")
    made: list[object] = []
    page.made.connect(lambda: made.append(page.made_path))
    for veld in (page.wachtzin.eerste.field, page.wachtzin.tweede.field):
        veld.setText(WACHTZIN)
    for _ in range(3):
        QTest.keyClick(page.wachtzin.tweede.field, Qt.Key.Key_Return)
    assert not page.terug.isEnabled()
    qtbot.waitUntil(lambda: page.pages.currentIndex() == SLEUTEL)
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert made == [page.path]
    assert page.plek_melding.isHidden()
    assert page.terug.isEnabled()


def test_a_name_with_signs_of_a_path_stays_in_its_folder(page: EersteStart, tmp_path: Path) -> None:
    fill_wie(page)
    page.bestand.setText("../../elders/kluis")
    assert page.path.parent == tmp_path
    page.bestand.setText("...")
    assert page.path.name == "kluis.intake"


def test_from_nothing_to_an_open_vault_with_its_sheet(
    qtbot: QtBot, page: EersteStart, script: messages.Script, tmp_path: Path
) -> None:
    make_vault(qtbot, page)
    signs = [page.findChild(QLabel, f"sleutelgroep_{n}") for n in range(1, 9)]
    shown = [sign.text() for sign in signs if sign is not None]
    assert shown == page.groups
    assert all(len(group) == 5 for group in shown)
    assert not page.sleutel_verder.isEnabled()
    sheet = tmp_path / "blad.pdf"
    script.answers.append(sheet)
    press(page, "bewaar_blad")
    qtbot.waitUntil(lambda: "is bewaard" in page.sleutel.melding.text())
    with pikepdf.open(sheet) as pdf:
        assert len(pdf.pages) == 1
    type_back(page)
    with qtbot.waitSignal(page.ready) as caught:
        press(page, "sleutel_verder")
    assert caught.args is not None
    work, voorbeeld = caught.args
    assert isinstance(work, Workspace)
    assert voorbeeld is False
    assert (work.author, work.vault.setting("gemeente")) == ("Anneke van den Berg", "Delfzijl")
    assert page.groups == []
    work.vault.close()


def test_with_the_sheet_kept_the_keyboard_goes_on(
    qtbot: QtBot, page: EersteStart, script: messages.Script, tmp_path: Path
) -> None:
    page.activateWindow()
    qtbot.waitActive(page)
    make_vault(qtbot, page)
    assert page.sleutel.bewaar_blad.hasFocus()
    script.answers += [tmp_path / "blad.pdf", tmp_path / "blad.pdf"]
    press(page, "bewaar_blad")
    qtbot.waitUntil(lambda: "is bewaard" in page.sleutel.melding.text())
    assert page.sleutel.op_papier.hasFocus()
    page.sleutel.bewaar_blad.setFocus()
    press(page, "bewaar_blad")
    qtbot.waitUntil(lambda: "niet overschreven" in page.sleutel.melding.text())
    assert page.sleutel.bewaar_blad.hasFocus()
    page.discard()


def test_two_groups_are_typed_back_from_paper_and_a_wrong_one_is_named(
    qtbot: QtBot, page: EersteStart
) -> None:
    make_vault(qtbot, page)
    sleutel, (eerste, tweede) = page.sleutel, page.sleutel.asked
    press(page, "sleutel_op_papier")
    assert not any(sign.isVisible() for sign in page.findChildren(QLabel) if sign.text() in page.groups)
    sleutel.velden[0].setText(page.groups[eerste - 1])
    sleutel.velden[1].setText("00")
    assert not sleutel.melding.isVisible()
    sleutel.velden[1].setText("00000")
    assert f"Groep {tweede} is anders" in sleutel.melding.text()
    sleutel.velden[0].setText("11111")
    assert f"De groepen {eerste}, {tweede}" in sleutel.melding.text()
    assert not page.sleutel_verder.isEnabled()
    press(page, "sleutel_toon_weer")
    type_back(page)
    assert "Goed" in sleutel.melding.text()
    assert page.sleutel_verder.isEnabled()
    page.discard()


def test_who_makes_a_vault_is_told_that_the_municipality_can_open_it(
    qtbot: QtBot, omgeving: Omgeving
) -> None:
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    omgeving.policy = Policy(beheerder="ICT Delfzijl", gemeente_sleutel=recipient)
    page = EersteStart(omgeving)
    qtbot.addWidget(page)
    page.show()
    make_vault(qtbot, page)
    assert page.gemeente_kan.isVisible()
    assert "ICT Delfzijl" in page.gemeente_kan.text()
    page.discard()


def test_a_sheet_that_exists_is_not_overwritten(
    qtbot: QtBot, page: EersteStart, script: messages.Script, tmp_path: Path
) -> None:
    make_vault(qtbot, page)
    sheet = tmp_path / "blad.pdf"
    sheet.write_text("van iemand anders")
    script.answers.append(sheet)
    press(page, "bewaar_blad")
    qtbot.waitUntil(lambda: page.sleutel.melding.isVisible())
    assert "niet overschreven" in page.sleutel.melding.text()
    assert sheet.read_text() == "van iemand anders"
    page.discard()


def test_the_example_is_offered_when_there_is_one(qtbot: QtBot, omgeving: Omgeving) -> None:
    omgeving.voorbeeld = lambda work: ""
    page = EersteStart(omgeving)
    qtbot.addWidget(page)
    page.show()
    make_vault(qtbot, page)
    type_back(page)
    press(page, "sleutel_verder")
    assert page.pages.currentIndex() == VOORBEELD
    with qtbot.waitSignal(page.ready) as caught:
        press(page, "met_voorbeeld")
    assert caught.args is not None
    assert caught.args[1] is True
    caught.args[0].vault.close()


def test_a_second_vault_of_the_same_name_is_refused(qtbot: QtBot, page: EersteStart) -> None:
    fill_wie(page)
    page.path.mkdir()
    page.wachtzin.eerste.field.setText(WACHTZIN)
    page.wachtzin.tweede.field.setText(WACHTZIN)
    press(page, "maak_kluis")
    qtbot.waitUntil(lambda: page.plek_melding.isVisible())
    assert "staat al iets" in page.plek_melding.text()


def test_every_control_has_a_name(page: EersteStart) -> None:
    assert nameless(page) == []

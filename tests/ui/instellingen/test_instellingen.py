"""Settings are kept as soon as they are chosen, and hold after locking."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from intake_assistant import VERSIE, staftaal
from intake_assistant.domain.recht.oordeel.zaak import Tekenbevoegde
from intake_assistant.errors import KnownError
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.papers.brief.ondertekenaars import ondertekenaars_of
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.operations.vault.instellingen import ONGECONTROLEERD, read_instelling
from intake_assistant.operations.vault.kluis import open_workspace
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.instellingen.screen import DELEN, Instellingen
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.afgekapt import cut_off
from tests.ui.conftest import WACHTZIN
from tests.ui.gespeeld import click, press, type_in, visible
from tests.ui.helpers import nameless
from tests.ui.kluizen import Kluis
from tests.ui.terug import Terug


@pytest.fixture
def scherm(qtbot: QtBot, context: Context) -> Instellingen:
    made = Instellingen(context)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    made.show_with({})
    return made


def test_looking_without_changing_records_nothing(open_venster: Venster, selam: str) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    changed: list[Changed] = []
    blad.context.changed.connect(changed.append)
    for deel in DELEN:
        blad.go("instellingen", {"deel": deel})
    blad.go("vandaag", {})
    assert changed == []


def test_the_municipality_is_kept_on_leaving_the_field(
    qtbot: QtBot, scherm: Instellingen, context: Context
) -> None:
    naam = scherm.gemeente["naam"]
    assert isinstance(naam, QLineEdit)
    assert naam.text() == "Delfzijl"
    naam.setText("Eemsdelta")
    with qtbot.waitSignal(context.changed):
        naam.editingFinished.emit()
    assert gemeente_of(context.work).naam == "Eemsdelta"


def test_how_far_a_language_is_stands_there_topic_by_topic(scherm: Instellingen) -> None:
    scherm.show_with({"deel": "talen"})
    keuze = scherm.findChild(QComboBox, "talen_keuze")
    assert keuze is not None
    keuze.setCurrentIndex(next(nr for nr in range(keuze.count()) if keuze.itemText(nr).startswith("Engels")))
    gezegd = [found.text() for found in scherm.findChildren(QLabel) if found.isVisible()]
    assert any(zin.startswith("Engels: ") and zin.endswith("teksten zijn er.") for zin in gezegd)
    assert "Niemand heeft deze vertaling nagekeken. Dat staat erbij, op het scherm en op papier." in gezegd
    assert {"Taalniveau", "Toestemming", "Wat u vertelt"} <= set(gezegd)


@pytest.mark.parametrize("naam", ["rechtbank", "bezwaar_adres", "fg_contact"])
def test_a_long_field_of_the_municipality_is_kept_while_it_is_typed(
    qtbot: QtBot, scherm: Instellingen, context: Context, naam: str
) -> None:
    """A process that dies a second later loses nothing of it."""
    scherm.show_with({"deel": "gemeente"})
    QTest.keyClicks(scherm.gemeente[naam], "Postbus 1")
    qtbot.waitUntil(lambda: context.work.vault.setting(f"gemeente.{naam}") == "Postbus 1")


def test_the_address_for_bezwaar_is_kept_on_leaving_the_screen(
    scherm: Instellingen, context: Context
) -> None:
    scherm.show_with({"deel": "gemeente"})
    QTest.keyClicks(scherm.gemeente["bezwaar_adres"], "Postbus 1")
    scherm.leave()
    assert gemeente_of(context.work).bezwaar_adres == "Postbus 1"


def test_advice_on_a_new_passphrase_has_the_lines_it_takes(qtbot: QtBot, scherm: Instellingen) -> None:
    scherm.show_with({"deel": "kluis"})
    type_in(visible(scherm, "wissel_wachtzin"), "Delfzijl Delfzijl")
    raad = scherm.findChild(QLabel, "wissel_wachtzin_raad")
    assert raad is not None
    qtbot.waitUntil(lambda: raad.text() != text("kluis.ontgrendelen.raad"))
    raad.setText(text("kluis.wachtzin.eigen_woord"))
    qtbot.waitUntil(lambda: cut_off(scherm) == [])


def test_who_may_sign_is_kept_and_taken_away(scherm: Instellingen, context: Context) -> None:
    scherm.show_with({"deel": "gemeente"})
    click(scherm, "ondertekenaar_nieuw")
    for deel, getypt in (("naam", "M. de Boer"), ("functie", "teammanager"), ("tot", "31-12-2026")):
        type_in(visible(scherm, f"ondertekenaar_0_{deel}"), getypt)
        press(visible(scherm, f"ondertekenaar_0_{deel}"), Qt.Key.Key_Return)
    een = Tekenbevoegde(naam="M. de Boer", functie="teammanager", tot=datetime.date(2026, 12, 31))
    assert ondertekenaars_of(context.work) == (een,)
    terug = Terug(context)
    click(scherm, "ondertekenaar_0_weg")
    assert ondertekenaars_of(context.work) == ()
    terug.put_back()
    assert ondertekenaars_of(context.work) == (een,)


def test_nothing_changed_is_nothing_saved(qtbot: QtBot, scherm: Instellingen, context: Context) -> None:
    scherm.leave()
    with qtbot.assertNotEmitted(context.changed):
        scherm.leave()


def test_unchecked_translations_are_a_choice_of_the_municipality(
    scherm: Instellingen, context: Context
) -> None:
    assert read_instelling(context.work, ONGECONTROLEERD) == ""
    scherm.ongecontroleerd.click()
    assert read_instelling(context.work, ONGECONTROLEERD) == "ja"
    scherm.ongecontroleerd.click()
    assert read_instelling(context.work, ONGECONTROLEERD) == "nee"


def test_size_and_colours_are_kept_for_this_computer(
    scherm: Instellingen, context: Context, voorkeuren: Voorkeuren
) -> None:
    scherm.schaal.setCurrentIndex(scherm.schaal.findData(150))
    scherm.schaal.activated.emit(0)
    donker = scherm.findChild(QRadioButton, "kleuren_donker")
    assert isinstance(donker, QRadioButton)
    donker.click()
    assert (thema.schaal, thema.kleuren.soort) == (150, "donker")
    again = Voorkeuren(voorkeuren.file).keuzes
    assert (again.schaal, again.kleuren) == (150, "donker")


def change(scherm: Instellingen, old: str, new: str, again: str) -> None:
    scherm.wachtzin.oud.field.setText(old)
    scherm.wachtzin.nieuw.eerste.field.setText(new)
    scherm.wachtzin.nieuw.tweede.field.setText(again)
    scherm.wachtzin.knop.click()


def test_the_language_of_the_screen_is_kept_for_the_next_start(
    scherm: Instellingen, context: Context
) -> None:
    scherm.show_with({"deel": "weergave"})
    keuze = scherm.findChild(QComboBox, "schermtaal")
    assert isinstance(keuze, QComboBox)
    assert keuze.isVisible()
    assert [keuze.itemText(nummer) for nummer in range(2)] == ["Nederlands", "English"]
    assert keuze.currentData() == "nl"
    keuze.setFocus()
    press(keuze, Qt.Key.Key_Down)
    assert Voorkeuren(context.voorkeuren.file).keuzes.taal == "en"
    # From the next start on: half a screen in another language would help nobody.
    assert staftaal.spoken() == "nl"


def test_another_passphrase_opens_and_the_old_one_does_not(
    qtbot: QtBot, scherm: Instellingen, work: Workspace, kluis_op_schijf: Kluis, omgeving: Omgeving
) -> None:
    change(scherm, WACHTZIN, "een andere lange zin", "een andere lange zin")
    qtbot.waitUntil(lambda: "gewijzigd" in scherm.wachtzin.melding.text())
    assert scherm.wachtzin.oud.text() == ""
    work.vault.close()
    around = (omgeving.clock, omgeving.random)
    with pytest.raises(KnownError) as caught:
        open_workspace(kluis_op_schijf.path, WACHTZIN, *around)
    assert caught.value.code == "vault.wrong_passphrase"
    open_workspace(kluis_op_schijf.path, "een andere lange zin", *around).vault.close()


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("", "een andere lange zin", "een andere lange zin", "van nu"),
        (WACHTZIN, "kort", "kort", "te makkelijk te raden"),
        (WACHTZIN, "een andere lange zin", "een ander lange zin", "niet gelijk"),
        ("verkeerd", "een andere lange zin", "een andere lange zin", "klopt niet"),
    ],
)
def test_a_change_that_cannot_be_is_told(
    qtbot: QtBot, scherm: Instellingen, old: str, new: str, again: str, said: str
) -> None:
    change(scherm, old, new, again)
    qtbot.waitUntil(lambda: said in scherm.wachtzin.melding.text())


def test_each_part_can_be_returned_to(scherm: Instellingen) -> None:
    for deel in DELEN:
        scherm.show_with({"deel": deel})
        assert scherm.where() == {"deel": deel}


@pytest.mark.parametrize("width", [1180, 500])
def test_every_control_has_a_name_also_when_narrow(scherm: Instellingen, width: int) -> None:
    scherm.resize(width, 700)
    assert nameless(scherm) == []


def test_over_tells_the_version_and_the_mark_of_this_computer(scherm: Instellingen, context: Context) -> None:
    scherm.show_with({"deel": "over"})
    said = [woord.text().replace("\u200b", "") for woord in scherm.findChildren(QLabel) if woord.isVisible()]
    assert VERSIE in said
    assert context.work.vault.device.id in said

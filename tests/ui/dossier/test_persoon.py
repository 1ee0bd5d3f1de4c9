"""The person on the dossier: what is typed is recorded, what cannot be is said, a BSN is masked."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.feiten import informatie_derden, oproepen
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.ui.dossier.persoon import KOPPEN
from intake_assistant.ui.dossier.screen import DossierScherm
from intake_assistant.ui.window.context import Context
from tests.ui.dossier.schermhulp import click, label_of, type_in, veld
from tests.ui.gesprekshulp import type_text


def test_a_field_is_recorded_when_it_is_left(qtbot: QtBot, scherm: DossierScherm, gevuld: Context) -> None:
    scherm.show_with({"deel": "persoon"})
    with qtbot.waitSignal(gevuld.changed):
        type_in(qtbot, veld(scherm, "voornamen"), "سميرة")
    assert gevuld.dossier().get("inburgeraar.voornamen") == "سميرة"


def test_what_is_typed_is_kept_before_the_field_is_left(
    qtbot: QtBot, scherm: DossierScherm, gevuld: Context
) -> None:
    scherm.show_with({"deel": "persoon"})
    field = veld(scherm, "adres")
    field.setFocus()
    with qtbot.waitSignal(gevuld.changed):
        QTest.keyClicks(field, "Kastanjehof 1")
    assert [c.subject for c in found_again(gevuld.work, gevuld.dossier_id)] == ["inburgeraar.adres"]
    scherm.leave()
    assert gevuld.dossier().get("inburgeraar.adres") == "Kastanjehof 1"
    assert found_again(gevuld.work, gevuld.dossier_id) == []


def test_no_surname_and_only_a_year(qtbot: QtBot, scherm: DossierScherm, gevuld: Context) -> None:
    scherm.show_with({"deel": "persoon"})
    type_in(qtbot, veld(scherm, "achternaam"), "")
    type_in(qtbot, veld(scherm, "geboortedatum"), "")
    type_in(qtbot, veld(scherm, "geboortejaar"), "1991")
    dossier = gevuld.dossier()
    assert [dossier.get(f"inburgeraar.{v}") for v in ("achternaam", "geboortedatum", "geboortejaar")] == [
        "",
        "",
        "1991",
    ]
    type_in(qtbot, veld(scherm, "geboortejaar"), "91")
    assert label_of(scherm, "gebrek_geboortejaar").isVisible()
    assert gevuld.dossier().get("inburgeraar.geboortejaar") == "1991"


def test_an_impossible_date_is_not_recorded_and_stays(
    qtbot: QtBot, scherm: DossierScherm, gevuld: Context
) -> None:
    scherm.show_with({"deel": "persoon"})
    field = veld(scherm, "kennisgeving_duo")
    type_in(qtbot, field, "31-2-2026")
    assert field.text() == "31-2-2026"
    assert label_of(scherm, "gebrek_kennisgeving_duo").isVisible()
    assert gevuld.dossier().get("procedure.kennisgeving_duo") == "2026-03-02"
    type_in(qtbot, field, "3 maart 2026")
    assert not label_of(scherm, "gebrek_kennisgeving_duo").isVisible()
    assert gevuld.dossier().get("procedure.kennisgeving_duo") == "2026-03-03"


def test_the_bsn_is_masked_until_asked_for(qtbot: QtBot, scherm: DossierScherm, gevuld: Context) -> None:
    scherm.show_with({"deel": "persoon"})
    field = veld(scherm, "bsn")
    assert field.text() == "••••••019"
    click(qtbot, scherm, "bsn_toon")
    assert field.text() == "999990019"
    click(qtbot, scherm, "bsn_toon")
    assert field.text() == "••••••019"
    scherm.leave()
    assert gevuld.dossier().get("inburgeraar.bsn") == "999990019"


def test_a_bsn_that_fails_is_kept_with_its_mark(qtbot: QtBot, scherm: DossierScherm, gevuld: Context) -> None:
    scherm.show_with({"deel": "persoon"})
    type_in(qtbot, veld(scherm, "bsn"), "123456789")
    veld(scherm, "voornamen").setFocus()
    assert gevuld.dossier().current("inburgeraar.bsn") == {"waarde": "123456789", "gebrek": "elfproef"}
    assert "elfproef" in label_of(scherm, "gebrek_bsn").text()
    assert veld(scherm, "bsn").text() == "••••••789"
    type_in(qtbot, veld(scherm, "bsn"), "999990019")
    assert gevuld.dossier().current("inburgeraar.bsn") == {"waarde": "999990019"}
    assert not label_of(scherm, "gebrek_bsn").isVisible()


def test_the_bsn_of_another_dossier_is_refused(qtbot: QtBot, scherm: DossierScherm, gevuld: Context) -> None:
    create_dossier(gevuld.work, {"voornamen": "Ali", "bsn": "999983817"})
    scherm.show_with({"deel": "persoon"})
    with qtbot.waitSignal(gevuld.failed) as failed:
        type_in(qtbot, veld(scherm, "bsn"), "999983817")
    assert failed.args is not None
    assert failed.args[0].code == "dossier.same_bsn"
    assert gevuld.dossier().get("inburgeraar.bsn") == "999990019"
    assert found_again(gevuld.work, gevuld.dossier_id) == []


def test_a_refused_bsn_leaves_no_mask_behind(qtbot: QtBot, scherm: DossierScherm, gevuld: Context) -> None:
    create_dossier(gevuld.work, {"voornamen": "Ali", "bsn": "999983817"})
    scherm.show_with({"deel": "persoon"})
    regel = veld(scherm, "bsn")
    regel.setFocus()
    regel.selectAll()
    type_text("999983817")
    with qtbot.waitSignal(gevuld.failed) as failed:
        veld(scherm, "voornamen").setFocus()
    assert failed.args is not None
    assert failed.args[0].code == "dossier.same_bsn"
    assert gevuld.dossier().get("inburgeraar.bsn") == "999990019"
    assert regel.text() == "999983817", "what was refused can be read and mended"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_language_is_found_by_typing(qtbot: QtBot, scherm: DossierScherm, gevuld: Context) -> None:
    scherm.show_with({"deel": "persoon"})
    combo = scherm.findChild(QComboBox, "veld_spreektaal")
    assert combo is not None
    line = combo.lineEdit()
    assert line is not None
    type_in(qtbot, line, "tigrinya")
    assert gevuld.dossier().get("inburgeraar.spreektaal") == "ti"
    type_in(qtbot, line, "klingon")
    # Half a word stays where it was typed, says that it is no choice, and never becomes one.
    scherm.leave()
    scherm.show_with({"deel": "persoon"})
    gebrek = scherm.findChild(QLabel, "gebrek_spreektaal")
    assert gebrek is not None
    assert (combo.currentText(), "niet in de lijst" in gebrek.text()) == ("klingon", True)
    assert gevuld.dossier().get("inburgeraar.spreektaal") == "ti"
    type_in(qtbot, line, "")
    assert (combo.currentText(), gebrek.text()) == ("Tigrinya", "")
    assert gevuld.dossier().get("inburgeraar.spreektaal") == "ti"


def test_calls_and_third_parties(qtbot: QtBot, scherm: DossierScherm, gevuld: Context) -> None:
    scherm.show_with({"deel": "persoon"})
    click(qtbot, scherm, "oproep_nieuw")
    assert len(oproepen(gevuld.dossier())) == 2
    click(qtbot, scherm, "oproep_2_weg")
    assert len(oproepen(gevuld.dossier())) == 1
    click(qtbot, scherm, "derde_nieuw")
    row = scherm.findChild(QWidget, "derde_1")
    assert row is not None
    regels = {r.accessibleName(): r for r in row.findChildren(QLineEdit)}
    type_in(qtbot, regels["Wat"], "diplomawaardering")
    type_in(qtbot, regels["Van wie"], "IDW")
    tekst = row.findChild(QTextEdit)
    assert tekst is not None
    tekst.setFocus()
    QTest.keyClicks(tekst, "zonder de waardering kan de onderwijsroute niet")
    scherm.leave()
    (derde,) = informatie_derden(gevuld.dossier())
    assert (derde.wat, derde.van) == ("diplomawaardering", "IDW")
    assert [k.stand for k in all_klokken(gevuld.work, gevuld.dossier())] == ["opgeschort"]


def test_each_part_of_the_long_form_is_one_click_away(qtbot: QtBot, scherm: DossierScherm) -> None:
    scherm.show_with({"deel": "persoon"})
    QApplication.processEvents()
    for kop in KOPPEN:
        click(qtbot, scherm.persoon, f"naar_kaart_{kop}")
        QApplication.processEvents()
        kaart = scherm.persoon.findChild(QFrame, f"kaart_{kop}")
        assert kaart is not None
        field = scherm.focusWidget()
        assert kaart.isAncestorOf(field), kop
        assert not field.visibleRegion().isEmpty(), kop

"""The dossier: overview and person, with real clicks on a real vault."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.feiten import informatie_derden, oproepen
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.record import record
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.operations.views.dossier.levenslijn import gebeurtenissen_of
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.words.klok import uitleg_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.dossier.columns import Dossierblad
from intake_assistant.ui.dossier.persoon import KOPPEN
from intake_assistant.ui.dossier.screen import DossierScherm
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.window.context import Context
from tests.ui.gesprekshulp import type_text
from tests.ui.gevuld import disagree, fill, filled_vault, new_context, opened_vault
from tests.ui.helpers import nameless

Shown = Callable[[QWidget], None]


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with filled_vault(tmp_path) as (work, dossier):
        yield new_context(work, tmp_path, dossier)


@pytest.fixture
def scherm(context: Context, shown: Shown) -> Iterator[DossierScherm]:
    made = DossierScherm(context)
    made.resize(1182, 650)
    made.show_with({})
    shown(made)
    yield made
    made.leave()


def button(scherm: QWidget, naam: str) -> QPushButton:
    found = scherm.findChild(QPushButton, naam)
    assert found is not None, naam
    return found


def click(qtbot: QtBot, scherm: QWidget, naam: str) -> None:
    QTest.mouseClick(button(scherm, naam), Qt.MouseButton.LeftButton)


def veld(scherm: QWidget, naam: str) -> QLineEdit:
    found = scherm.findChild(QLineEdit, f"veld_{naam}")
    assert found is not None, naam
    return found


def type_in(qtbot: QtBot, field: QLineEdit, tekst: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    if tekst.isascii():
        QTest.keyClicks(field, tekst)
    else:
        # The test keyboard knows ASCII only; an input method inserts as this does.
        field.insert(tekst)
    QTest.keyClick(field, Qt.Key.Key_Return)


def label_of(scherm: QWidget, naam: str) -> QLabel:
    found = scherm.findChild(QLabel, naam)
    assert found is not None, naam
    return found


def test_all_startposities_are_there_and_lead_to_what_was_said(
    qtbot: QtBot, scherm: DossierScherm, context: Context
) -> None:
    delen = context.work.data.formulieren.startposities
    assert len(delen) == 15
    for deel in delen:
        assert button(scherm, f"startpositie_{deel.id}").accessibleName().startswith(deel.titel)
    with qtbot.waitSignal(context.navigate) as went:
        click(qtbot, scherm, "startpositie_taalniveau")
    assert went.args == ["lezen", {"startpositie": "taalniveau"}]


def test_which_topic_a_square_is_of_is_told_below_the_strip(scherm: DossierScherm) -> None:
    before = label_of(scherm, "onderwerp_genoemd").text()
    button(scherm, "startpositie_taalniveau").setFocus()
    assert label_of(scherm, "onderwerp_genoemd").text().startswith("Taalniveau: ")
    button(scherm, "stap_knop").setFocus()
    assert label_of(scherm, "onderwerp_genoemd").text() == before


def test_the_next_step_takes_you_there(qtbot: QtBot, scherm: DossierScherm, context: Context) -> None:
    assert label_of(scherm, "stap_titel").text() == "Bereid gesprek 3 voor"
    assert label_of(scherm, "stap_reden").text()
    assert scherm.resting_place().objectName() == "stap_knop"
    with qtbot.waitSignal(context.navigate) as went:
        click(qtbot, scherm, "stap_knop")
    assert went.args == ["gesprek", {}]


def test_clocks_in_words_with_rule_and_reason(scherm: DossierScherm, context: Context) -> None:
    alle = all_klokken(context.work, context.dossier())
    assert [k.klok for k in alle] == ["pip"]
    assert label_of(scherm, "klok_pip_datum").text() == "uiterlijk 26 mei 2026"
    kaart = scherm.findChild(QWidget, "klok_pip")
    assert kaart is not None
    woorden = " ".join(made.text() for made in kaart.findChildren(QLabel))
    assert "nog 36 dagen" in woorden
    assert "Besl 5.3(1)" in woorden
    assert uitleg_of(alle[0]) in woorden


def test_the_line_of_time_is_in_order_and_leads_on(
    qtbot: QtBot, scherm: DossierScherm, context: Context
) -> None:
    alle = gebeurtenissen_of(context.work, context.dossier())
    komt = [g.datum for g in alle if g.komt]
    was = [g.datum for g in alle if not g.komt]
    assert komt == sorted(komt)
    assert was == sorted(was, reverse=True)
    assert komt == ["2026-04-17", "2026-04-29", "2026-05-07", "2026-05-26", "2026-06-01"]
    titels = [g.titel for g in alle]
    assert "Geen toestemming: Huisartsenpraktijk De Linde" in titels
    assert "Toestemming ingetrokken: Kerkgroep Nieuwerhaven" in titels
    lijn = scherm.levenslijn
    lijn.tabel.selectRow(titels.index("Gesprek 1: in het azc"))
    with qtbot.waitSignal(context.navigate) as went:
        QTest.keyClick(lijn.tabel, Qt.Key.Key_Return)
    assert went.args is not None
    assert went.args[0] == "gesprek"


def test_what_is_late_is_named_and_leads_there(qtbot: QtBot, scherm: DossierScherm, context: Context) -> None:
    assert "moest klaar zijn op 17 apr 2026" in button(scherm, "te_laat_0").accessibleName()
    with qtbot.waitSignal(context.navigate) as went:
        click(qtbot, scherm, "te_laat_0")
    assert went.args is not None
    assert went.args[0] == "ontwikkelplan"


def test_conflicts_are_told_and_lead_to_the_choice(
    qtbot: QtBot, scherm: DossierScherm, context: Context, tmp_path: Path
) -> None:
    assert scherm.findChild(QWidget, "melding_tegenspraken") is None
    disagree(context.work, context.dossier_id, tmp_path)
    scherm.show_with({})
    with qtbot.waitSignal(context.navigate) as went:
        click(qtbot, scherm, "naar_tegenspraken")
    assert went.args == ["conflicten", {}]


def test_an_incomplete_dossier_says_so(shown: Shown, work: Workspace, tmp_path: Path) -> None:
    with opened_vault(tmp_path, "A. Yılmaz", seed=3) as other:
        dossier = fill(other)
        work.vault.union(
            e for e in other.vault.entries(dossier) if e.header.replaces or "naam" in e.header.subject
        )
    made = DossierScherm(new_context(work, tmp_path, dossier))
    made.show_with({})
    shown(made)
    assert made.findChild(QWidget, "melding_onvolledig") is not None


def test_a_field_is_recorded_when_it_is_left(qtbot: QtBot, scherm: DossierScherm, context: Context) -> None:
    scherm.show_with({"deel": "persoon"})
    with qtbot.waitSignal(context.changed):
        type_in(qtbot, veld(scherm, "voornamen"), "سميرة")
    assert context.dossier().get("inburgeraar.voornamen") == "سميرة"


def test_what_is_typed_is_kept_before_the_field_is_left(
    qtbot: QtBot, scherm: DossierScherm, context: Context
) -> None:
    scherm.show_with({"deel": "persoon"})
    field = veld(scherm, "adres")
    field.setFocus()
    with qtbot.waitSignal(context.changed):
        QTest.keyClicks(field, "Kastanjehof 1")
    assert [c.subject for c in found_again(context.work, context.dossier_id)] == ["inburgeraar.adres"]
    scherm.leave()
    assert context.dossier().get("inburgeraar.adres") == "Kastanjehof 1"
    assert found_again(context.work, context.dossier_id) == []


def test_no_surname_and_only_a_year(qtbot: QtBot, scherm: DossierScherm, context: Context) -> None:
    scherm.show_with({"deel": "persoon"})
    type_in(qtbot, veld(scherm, "achternaam"), "")
    type_in(qtbot, veld(scherm, "geboortedatum"), "")
    type_in(qtbot, veld(scherm, "geboortejaar"), "1991")
    dossier = context.dossier()
    assert [dossier.get(f"inburgeraar.{v}") for v in ("achternaam", "geboortedatum", "geboortejaar")] == [
        "",
        "",
        "1991",
    ]
    type_in(qtbot, veld(scherm, "geboortejaar"), "91")
    assert label_of(scherm, "gebrek_geboortejaar").isVisible()
    assert context.dossier().get("inburgeraar.geboortejaar") == "1991"


def test_an_impossible_date_is_not_recorded_and_stays(
    qtbot: QtBot, scherm: DossierScherm, context: Context
) -> None:
    scherm.show_with({"deel": "persoon"})
    field = veld(scherm, "kennisgeving_duo")
    type_in(qtbot, field, "31-2-2026")
    assert field.text() == "31-2-2026"
    assert label_of(scherm, "gebrek_kennisgeving_duo").isVisible()
    assert context.dossier().get("procedure.kennisgeving_duo") == "2026-03-02"
    type_in(qtbot, field, "3 maart 2026")
    assert not label_of(scherm, "gebrek_kennisgeving_duo").isVisible()
    assert context.dossier().get("procedure.kennisgeving_duo") == "2026-03-03"


def test_the_bsn_is_masked_until_asked_for(qtbot: QtBot, scherm: DossierScherm, context: Context) -> None:
    scherm.show_with({"deel": "persoon"})
    field = veld(scherm, "bsn")
    assert field.text() == "••••••019"
    click(qtbot, scherm, "bsn_toon")
    assert field.text() == "999990019"
    click(qtbot, scherm, "bsn_toon")
    assert field.text() == "••••••019"
    scherm.leave()
    assert context.dossier().get("inburgeraar.bsn") == "999990019"


def test_a_bsn_that_fails_is_kept_with_its_mark(
    qtbot: QtBot, scherm: DossierScherm, context: Context
) -> None:
    scherm.show_with({"deel": "persoon"})
    type_in(qtbot, veld(scherm, "bsn"), "123456789")
    veld(scherm, "voornamen").setFocus()
    assert context.dossier().current("inburgeraar.bsn") == {"waarde": "123456789", "gebrek": "elfproef"}
    assert "elfproef" in label_of(scherm, "gebrek_bsn").text()
    assert veld(scherm, "bsn").text() == "••••••789"
    type_in(qtbot, veld(scherm, "bsn"), "999990019")
    assert context.dossier().current("inburgeraar.bsn") == {"waarde": "999990019"}
    assert not label_of(scherm, "gebrek_bsn").isVisible()


def test_the_bsn_of_another_dossier_is_refused(qtbot: QtBot, scherm: DossierScherm, context: Context) -> None:
    create_dossier(context.work, {"voornamen": "Ali", "bsn": "999983817"})
    scherm.show_with({"deel": "persoon"})
    with qtbot.waitSignal(context.failed) as failed:
        type_in(qtbot, veld(scherm, "bsn"), "999983817")
    assert failed.args is not None
    assert failed.args[0].code == "dossier.same_bsn"
    assert context.dossier().get("inburgeraar.bsn") == "999990019"
    assert found_again(context.work, context.dossier_id) == []


def test_a_refused_bsn_leaves_no_mask_behind(qtbot: QtBot, scherm: DossierScherm, context: Context) -> None:
    create_dossier(context.work, {"voornamen": "Ali", "bsn": "999983817"})
    scherm.show_with({"deel": "persoon"})
    regel = veld(scherm, "bsn")
    regel.setFocus()
    regel.selectAll()
    type_text("999983817")
    with qtbot.waitSignal(context.failed) as failed:
        veld(scherm, "voornamen").setFocus()
    assert failed.args is not None
    assert failed.args[0].code == "dossier.same_bsn"
    assert context.dossier().get("inburgeraar.bsn") == "999990019"
    assert regel.text() == "999983817", "what was refused can be read and mended"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_language_is_found_by_typing(qtbot: QtBot, scherm: DossierScherm, context: Context) -> None:
    scherm.show_with({"deel": "persoon"})
    combo = scherm.findChild(QComboBox, "veld_spreektaal")
    assert combo is not None
    line = combo.lineEdit()
    assert line is not None
    type_in(qtbot, line, "tigrinya")
    assert context.dossier().get("inburgeraar.spreektaal") == "ti"
    type_in(qtbot, line, "klingon")
    # Half a word stays where it was typed, says that it is no choice, and never becomes one.
    scherm.leave()
    scherm.show_with({"deel": "persoon"})
    gebrek = scherm.findChild(QLabel, "gebrek_spreektaal")
    assert gebrek is not None
    assert (combo.currentText(), "niet in de lijst" in gebrek.text()) == ("klingon", True)
    assert context.dossier().get("inburgeraar.spreektaal") == "ti"
    type_in(qtbot, line, "")
    assert (combo.currentText(), gebrek.text()) == ("Tigrinya", "")
    assert context.dossier().get("inburgeraar.spreektaal") == "ti"


def test_calls_and_third_parties(qtbot: QtBot, scherm: DossierScherm, context: Context) -> None:
    scherm.show_with({"deel": "persoon"})
    click(qtbot, scherm, "oproep_nieuw")
    assert len(oproepen(context.dossier())) == 2
    click(qtbot, scherm, "oproep_2_weg")
    assert len(oproepen(context.dossier())) == 1
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
    (derde,) = informatie_derden(context.dossier())
    assert (derde.wat, derde.van) == ("diplomawaardering", "IDW")
    assert [k.stand for k in all_klokken(context.work, context.dossier())] == ["opgeschort"]


def test_the_way_back_leads_to_the_same_part(scherm: DossierScherm) -> None:
    scherm.show_with({"deel": "persoon"})
    assert scherm.where() == {"deel": "persoon"}


def test_everything_has_a_name_for_a_screen_reader(scherm: DossierScherm) -> None:
    assert nameless(scherm) == []
    scherm.show_with({"deel": "persoon"})
    assert nameless(scherm.persoon) == []


@pytest.mark.parametrize(("schaal", "aantal"), [(100, 2), (150, 2), (200, 1)])
def test_the_columns_become_fewer_and_nothing_scrolls_sideways(
    context: Context, qtbot: QtBot, schaal: int, aantal: int
) -> None:
    thema.apply("licht", schaal)
    scherm = DossierScherm(context)
    qtbot.addWidget(scherm)
    breed = 1366 - round((192 if schaal == 100 else 64) * schaal / 100)
    scherm.resize(breed, 620)
    scherm.show_with({})
    scherm.show()
    QApplication.processEvents()
    (overzicht,) = scherm.findChildren(Dossierblad)
    assert overzicht.aantal == aantal
    for vlak in overzicht.findChildren(QScrollArea):
        if vlak.isVisible():
            assert vlak.horizontalScrollBar().maximum() == 0
    assert label_of(scherm, "stap_titel").isVisible()
    thema.apply("licht", 100)
    QApplication.processEvents()
    scherm.resize(1174, 620)
    QApplication.processEvents()
    assert overzicht.aantal == 2


def test_the_overview_comes_first_unless_the_person_is_asked_for(context: Context, qtbot: QtBot) -> None:
    scherm = DossierScherm(context)
    qtbot.addWidget(scherm)
    scherm.show_with({"deel": "persoon"})
    assert scherm.where() == {"deel": "persoon"}
    scherm.show_with({})
    assert scherm.where() == {"deel": "overzicht"}


@pytest.mark.parametrize("kop", KOPPEN)
def test_each_part_of_the_long_form_is_one_click_away(qtbot: QtBot, scherm: DossierScherm, kop: str) -> None:
    scherm.show_with({"deel": "persoon"})
    QApplication.processEvents()
    click(qtbot, scherm.persoon, f"naar_kaart_{kop}")
    QApplication.processEvents()
    kaart = scherm.persoon.findChild(QFrame, f"kaart_{kop}")
    assert kaart is not None
    field = scherm.focusWidget()
    assert kaart.isAncestorOf(field)
    assert not field.visibleRegion().isEmpty()


def test_answers_to_questions_of_no_form_have_a_square_of_their_own(
    qtbot: QtBot, scherm: DossierScherm, context: Context
) -> None:
    assert scherm.findChild(QPushButton, "startpositie_onbekend") is None
    value = {"staat": "beantwoord", "waarde": "Halley", "form": "sterrenkunde 1"}
    record(context.work, context.dossier_id, "sterrenkunde.komeet@inburgeraar", value)
    scherm.show_with({})
    QApplication.processEvents()
    with qtbot.waitSignal(context.navigate) as went:
        click(qtbot, scherm, "startpositie_onbekend")
    assert went.args == ["lezen", {"startpositie": "onbekend"}]

"""The dossier: overview and person, with real clicks on a real vault."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.record import record
from intake_assistant.operations.views.dossier.levenslijn import gebeurtenissen_of
from intake_assistant.operations.views.overzicht import all_klokken
from intake_assistant.operations.words.klok import uitleg_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.dossier.columns import Dossierblad
from intake_assistant.ui.dossier.screen import DossierScherm
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.window.context import Context
from tests.ui.dossier.schermhulp import Shown, button, click, label_of
from tests.ui.gevuld import disagree, fill, new_context, opened_vault
from tests.ui.helpers import nameless


def test_all_startposities_are_there_and_lead_to_what_was_said(
    qtbot: QtBot, scherm: DossierScherm, gevuld: Context
) -> None:
    delen = gevuld.work.data.formulieren.startposities
    assert len(delen) == 15
    for deel in delen:
        assert button(scherm, f"startpositie_{deel.id}").accessibleName().startswith(deel.titel)
    with qtbot.waitSignal(gevuld.navigate) as went:
        click(qtbot, scherm, "startpositie_taalniveau")
    assert went.args == ["lezen", {"startpositie": "taalniveau"}]


def test_which_topic_a_square_is_of_is_told_below_the_strip(scherm: DossierScherm) -> None:
    before = label_of(scherm, "onderwerp_genoemd").text()
    button(scherm, "startpositie_taalniveau").setFocus()
    assert label_of(scherm, "onderwerp_genoemd").text().startswith("Taalniveau: ")
    button(scherm, "stap_knop").setFocus()
    assert label_of(scherm, "onderwerp_genoemd").text() == before


def test_the_next_step_takes_you_there(qtbot: QtBot, scherm: DossierScherm, gevuld: Context) -> None:
    assert label_of(scherm, "stap_titel").text() == "Bereid gesprek 3 voor"
    assert label_of(scherm, "stap_reden").text()
    assert scherm.resting_place().objectName() == "stap_knop"
    with qtbot.waitSignal(gevuld.navigate) as went:
        click(qtbot, scherm, "stap_knop")
    assert went.args == ["gesprek", {}]


def test_clocks_in_words_with_rule_and_reason(scherm: DossierScherm, gevuld: Context) -> None:
    alle = all_klokken(gevuld.work, gevuld.dossier())
    assert [k.klok for k in alle] == ["pip"]
    assert label_of(scherm, "klok_pip_datum").text() == "uiterlijk 26 mei 2026"
    kaart = scherm.findChild(QWidget, "klok_pip")
    assert kaart is not None
    woorden = " ".join(made.text() for made in kaart.findChildren(QLabel))
    assert "nog 36 dagen" in woorden
    assert "Besl 5.3(1)" in woorden
    assert uitleg_of(alle[0]) in woorden


def test_the_line_of_time_is_in_order_and_leads_on(
    qtbot: QtBot, scherm: DossierScherm, gevuld: Context
) -> None:
    alle = gebeurtenissen_of(gevuld.work, gevuld.dossier())
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
    with qtbot.waitSignal(gevuld.navigate) as went:
        QTest.keyClick(lijn.tabel, Qt.Key.Key_Return)
    assert went.args is not None
    assert went.args[0] == "gesprek"


def test_what_is_late_is_named_and_leads_there(qtbot: QtBot, scherm: DossierScherm, gevuld: Context) -> None:
    assert "moest klaar zijn op 17 apr 2026" in button(scherm, "te_laat_0").accessibleName()
    with qtbot.waitSignal(gevuld.navigate) as went:
        click(qtbot, scherm, "te_laat_0")
    assert went.args is not None
    assert went.args[0] == "ontwikkelplan"


def test_conflicts_are_told_and_lead_to_the_choice(
    qtbot: QtBot, scherm: DossierScherm, gevuld: Context, tmp_path: Path
) -> None:
    assert scherm.findChild(QWidget, "melding_tegenspraken") is None
    disagree(gevuld.work, gevuld.dossier_id, tmp_path)
    scherm.show_with({})
    with qtbot.waitSignal(gevuld.navigate) as went:
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


def test_the_way_back_leads_to_the_same_part(scherm: DossierScherm) -> None:
    scherm.show_with({"deel": "persoon"})
    assert scherm.where() == {"deel": "persoon"}


def test_everything_has_a_name_for_a_screen_reader(scherm: DossierScherm) -> None:
    assert nameless(scherm) == []
    scherm.show_with({"deel": "persoon"})
    assert nameless(scherm.persoon) == []


@pytest.mark.parametrize(("schaal", "aantal"), [(100, 2), (150, 2), (200, 1)])
def test_the_columns_become_fewer_and_nothing_scrolls_sideways(
    gevuld: Context, qtbot: QtBot, schaal: int, aantal: int
) -> None:
    thema.apply("licht", schaal)
    scherm = DossierScherm(gevuld)
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


def test_the_overview_comes_first_unless_the_person_is_asked_for(gevuld: Context, qtbot: QtBot) -> None:
    scherm = DossierScherm(gevuld)
    qtbot.addWidget(scherm)
    scherm.show_with({"deel": "persoon"})
    assert scherm.where() == {"deel": "persoon"}
    scherm.show_with({})
    assert scherm.where() == {"deel": "overzicht"}


def test_answers_to_questions_of_no_form_have_a_square_of_their_own(
    qtbot: QtBot, scherm: DossierScherm, gevuld: Context
) -> None:
    assert scherm.findChild(QPushButton, "startpositie_onbekend") is None
    value = {"staat": "beantwoord", "waarde": "Halley", "form": "sterrenkunde 1"}
    record(gevuld.work, gevuld.dossier_id, "sterrenkunde.komeet@inburgeraar", value)
    scherm.show_with({})
    QApplication.processEvents()
    with qtbot.waitSignal(gevuld.navigate) as went:
        click(qtbot, scherm, "startpositie_onbekend")
    assert went.args == ["lezen", {"startpositie": "onbekend"}]

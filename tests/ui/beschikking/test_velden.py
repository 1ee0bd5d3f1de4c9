"""The fields by which a regievoerder satisfies the law: recorded when left, a list of rows as one value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.kinds import BESCHIKKING, BIJLAGE
from intake_assistant.domain.recht.besluit import concept_of
from intake_assistant.operations.acts.instelling import record_ondertekenaars
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.views.besluit.beschikkingsvelden import hidden_fields
from intake_assistant.operations.views.besluit.bijlage import bijlagen_of
from intake_assistant.ui.beschikking.velden import Velden
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context
from tests.ui.gespeeld import click, press, texts, type_in, visible
from tests.ui.terug import Terug


@pytest.fixture
def velden(context: Context, selam: str, shown: Callable[[QWidget], None]) -> Velden:
    """The fields of a besluit in the making, none of them out of sight."""
    context.dossier_id = selam
    made = Velden(Keeper(context, context), BESCHIKKING.of)
    made.show_concept({}, ())
    shown(made)
    return made


def choose(root: QWidget, naam: str, code: str) -> None:
    keuze = visible(root, naam)
    assert isinstance(keuze, QComboBox)
    keuze.setCurrentIndex(keuze.findData(code))
    keuze.activated.emit(keuze.currentIndex())


def test_a_deduction_is_a_row_of_which_the_article_goes_with_the_hours(
    velden: Velden, context: Context
) -> None:
    click(velden, "aftrek_nieuw")
    choose(velden, "veld_aftrek_1_soort", "pvt")
    artikel = visible(velden, "veld_aftrek_1_artikel")
    assert isinstance(artikel, QComboBox)
    assert artikel.findData("Besl 3.1(5)") > 0
    assert artikel.findData("Besl 3.2(3)") < 0, "that is of the MAP"
    type_in(visible(velden, "veld_aftrek_1_uren"), "4")
    choose(velden, "veld_aftrek_1_artikel", "Besl 3.1(5)")

    rij = {"soort": "pvt", "uren": 4, "artikel": "Besl 3.1(5)"}
    assert concept_of(context.dossier())["aftrek"] == [rij]
    terug = Terug(context)
    click(velden, "aftrek_1_weg")
    assert "aftrek" not in concept_of(context.dossier())
    terug.put_back()
    assert concept_of(context.dossier())["aftrek"] == [rij]


def test_a_besluit_of_the_participatiewet_is_a_row_and_a_plain_one_its_first_part(
    velden: Velden, context: Context
) -> None:
    velden.show_concept({"participatiewet": ["Bijstand vanaf 2 februari 2026"]}, ())
    click(velden, "participatiewet_nieuw")
    type_in(visible(velden, "veld_participatiewet_2_besluit"), "Ontzorgen")
    type_in(visible(velden, "veld_participatiewet_2_datum"), "2-2-2026")
    kenmerk = visible(velden, "veld_participatiewet_2_kenmerk")
    type_in(kenmerk, "PW-7")
    press(kenmerk, Qt.Key.Key_Return)

    assert concept_of(context.dossier())["participatiewet"] == [
        {"besluit": "Bijstand vanaf 2 februari 2026"},
        {"besluit": "Ontzorgen", "datum": "2026-02-02", "kenmerk": "PW-7"},
    ]


def test_a_day_and_hours_that_cannot_be_are_told_below_their_line(velden: Velden) -> None:
    click(velden, "aftrek_nieuw")
    click(velden, "participatiewet_nieuw")
    for naam, getypt in (("aftrek_1_uren", "veel"), ("participatiewet_1_datum", "31-2-2026")):
        veld = visible(velden, f"veld_{naam}")
        type_in(veld, getypt)
        press(veld, Qt.Key.Key_Return)
        assert len(texts(velden, f"gebrek_veld_{naam}")) == 1


def test_the_words_that_the_law_asks_for_have_a_field(velden: Velden, context: Context) -> None:
    for sleutel in ("motivering_onderwijsroute", "zienswijze.geen", "voortgang"):
        veld = visible(velden, f"veld_{sleutel}")
        veld.setFocus()
        type_in(veld, "Omdat.")
        press(veld, Qt.Key.Key_Tab)
        assert concept_of(context.dossier())[sleutel] == "Omdat."
    choose(velden, "veld_zroute.examenwens", "ja")
    assert concept_of(context.dossier())["zroute.examenwens"] == "ja"


def test_what_the_law_does_not_ask_here_is_out_of_sight(context: Context, selam: str) -> None:
    context.dossier_id = selam
    sommige = {"aftrek", "voortgang", "zroute.examenwens", "zienswijze.geen"}
    record_fields(context.work, selam, BESCHIKKING.lijst(), {"leerroute": "B", "zienswijze": "Ik wil dit."})
    concept = concept_of(context.dossier())
    assert sommige <= hidden_fields(context.work, context.dossier(), concept)

    nodig = {"leerroute": "Z", "pvt_uren": 4, "voortgangsgesprekken": 0}
    assert not sommige & hidden_fields(context.work, context.dossier(), nodig)


def test_the_file_of_a_besluit_is_kept_in_the_vault_and_named_in_its_row(
    velden: Velden, context: Context, script: messages.Script, tmp_path: Path
) -> None:
    scan, terug = tmp_path / "pw.pdf", tmp_path / "terug.pdf"
    scan.write_bytes(b"%PDF-1.7 het besluit")
    click(velden, "participatiewet_nieuw")
    type_in(visible(velden, "veld_participatiewet_1_besluit"), "Bijstand")
    script.answers += [scan, terug]
    click(velden, "veld_participatiewet_1_bestand")

    (rij,) = concept_of(context.dossier())["participatiewet"]
    assert (rij["besluit"], rij["bestand"]) == ("Bijstand", "pw.pdf")
    (bijlage,) = bijlagen_of(context.dossier(), {"participatiewet": [rij]})
    assert context.work.vault.blobs.get(bijlage.sha256) == scan.read_bytes()

    click(velden, "participatiewet_1_bestand_bewaar")
    assert terug.read_bytes() == scan.read_bytes()
    script.answers += [1, 0]
    click(velden, "participatiewet_1_bestand_weg")
    assert context.dossier().row_ids(BIJLAGE.lijst())
    click(velden, "participatiewet_1_bestand_weg")
    assert "bestand" not in concept_of(context.dossier())["participatiewet"][0]
    assert not context.dossier().row_ids(BIJLAGE.lijst())


def test_who_may_sign_today_is_one_click(velden: Velden, context: Context) -> None:
    wie = {"naam": "M. de Boer", "functie": "teammanager", "mandaat": "Mandaatbesluit 2025, art. 4"}
    was = {**wie, "naam": "K. Smit", "tot": "2026-01-31"}
    record_ondertekenaars(context.work, [was, wie])
    velden.show_concept({}, ())
    click(velden, "tekent_0")
    concept = concept_of(context.dossier())
    assert {deel: concept[f"ondertekenaar.{deel}"] for deel in wie} == wie
    assert velden.findChild(QWidget, "tekent_1") is None


def test_a_file_that_is_no_scan_is_refused_and_nothing_is_kept(
    velden: Velden, context: Context, script: messages.Script, tmp_path: Path, qtbot: QtBot
) -> None:
    geen = tmp_path / "lijst.xlsx"
    geen.write_bytes(b"PK\x03\x04")
    click(velden, "participatiewet_nieuw")
    script.answers.append(geen)
    with qtbot.waitSignal(context.failed) as told:
        click(velden, "veld_participatiewet_1_bestand")
    assert told.args[0].code == "getekend.unreadable"
    assert not context.dossier().row_ids(BIJLAGE.lijst())

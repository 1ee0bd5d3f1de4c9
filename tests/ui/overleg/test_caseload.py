"""A caseload is handed over, and accepted, in one go."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from intake_assistant.domain.overleg.overdracht import regievoerder_of, wachtende_of
from intake_assistant.domain.overleg.waarneming import waarnemingen_of
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.overleg.caseload import CaseloadScherm
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, texts, type_in, visible
from tests.ui.helpers import nameless

NAMEN = ("Abel", "Semhar", "Omar")


@pytest.fixture
def dossiers(work: Workspace) -> list[str]:
    return [create_dossier(work, {"voornamen": naam, "achternaam": "Tesfay"}).made for naam in NAMEN]


def test_without_a_dossier_the_empty_list_says_why(show_screen: ShowScreen) -> None:
    assert "nog geen dossiers" in " ".join(texts(show_screen(CaseloadScherm, ""), "caseload_stand"))


def test_all_of_somebody_are_handed_over_and_accepted_at_once(
    show_screen: ShowScreen, work: Workspace, dossiers: list[str]
) -> None:
    scherm = show_screen(CaseloadScherm, "")
    said: list[str] = []
    for zin in (scherm.context.told, scherm.context.noted):
        zin.connect(said.append)
    assert scherm.van.currentText() == "Anneke van den Berg (3)"
    click(scherm, "overdragen_doe")
    assert said == ["Kies eerst een of meer dossiers."]
    click(scherm, "caseload_alles")
    assert texts(scherm, "caseload_stand") == ["3 dossiers gekozen"]
    type_in(visible(scherm, "overdragen_aan"), "Bo de Wit")
    type_in(visible(scherm, "overdragen_reden"), "Ik ga met pensioen")
    click(scherm, "overdragen_doe")
    assert said[-1] == "3 dossiers wachten op aanname door Bo de Wit. Stuur een bestand."
    assert all(wachtende_of(work.vault.dossier(d))[0].reden == "Ik ga met pensioen" for d in dossiers)
    assert scherm.lijst.item(0).text() == "Tesfay, Abel · wacht op aanname door Bo de Wit"
    assert nameless(scherm) == []
    work.vault.device = replace(work.vault.device, naam="Bo de Wit")
    scherm.show_with({})
    assert texts(visible(scherm, "caseload_aangeboden"))[-1].startswith("3 dossiers zijn aan u overgedragen.")
    click(scherm, "caseload_aannemen")
    assert {regievoerder_of(work.vault.dossier(d)) for d in dossiers} == {"Bo de Wit"}
    assert scherm.van.currentText() == "Bo de Wit (3)"


def test_what_was_offered_already_refuses_the_whole(
    show_screen: ShowScreen, work: Workspace, dossiers: list[str]
) -> None:
    scherm = show_screen(CaseloadScherm, "")
    refused: list[str] = []
    scherm.context.failed.connect(lambda error: refused.append(error.code))
    for _ in range(2):
        click(scherm, "caseload_alles")
        click(scherm, "overdragen_doe")
        type_in(visible(scherm, "overdragen_aan"), "Bo de Wit")
        click(scherm, "overdragen_doe")
    assert refused == ["overleg.zonder_naam", "overleg.al_overgedragen", "overleg.al_overgedragen"]
    assert [len(wachtende_of(work.vault.dossier(d))) for d in dossiers] == [1, 1, 1]


def test_a_colleague_stands_in_for_a_few(
    show_screen: ShowScreen, work: Workspace, dossiers: list[str]
) -> None:
    scherm = show_screen(CaseloadScherm, "")
    click(scherm, "caseload_alles")
    scherm.lijst.item(0).setCheckState(scherm.lijst.item(0).checkState().Unchecked)
    type_in(visible(scherm, "waarnemen_door"), "Cas Vos")
    type_in(visible(scherm, "waarnemen_van"), "4-5-2026")
    type_in(visible(scherm, "waarnemen_tot"), "15-5-2026")
    click(scherm, "waarnemen_doe")
    per = {d: [w.tot for w in waarnemingen_of(work.vault.dossier(d))] for d in dossiers}
    assert per == {dossiers[0]: [], **dict.fromkeys(dossiers[1:], [datetime.date(2026, 5, 15)])}


def test_what_is_typed_in_the_forms_is_kept_until_it_is_done(
    show_screen: ShowScreen, dossiers: list[str]
) -> None:
    scherm = show_screen(CaseloadScherm, "")
    type_in(visible(scherm, "overdragen_aan"), "Bo de Wit")
    scherm.leave()
    scherm.show_with({})
    assert scherm._over.aan.naam == "Bo de Wit"
    click(scherm, "caseload_alles")
    click(scherm, "overdragen_doe")
    scherm.show_with({})
    assert scherm._over.aan.naam == ""


def ticked(scherm: CaseloadScherm) -> list[str]:
    items = (scherm.lijst.item(nummer) for nummer in range(scherm.lijst.count()))
    return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]


def test_what_is_ticked_stays_when_the_list_is_read_anew_and_after_a_lock(
    show_screen: ShowScreen, work: Workspace, dossiers: list[str]
) -> None:
    ander = create_dossier(work, {"voornamen": "Zahra", "achternaam": "Ahmadi"}).made
    record_waarde(work, ander, "dossier.regievoerder", "Bo de Wit")
    scherm = show_screen(CaseloadScherm, "")
    scherm.van.setCurrentIndex(scherm.van.findData("Bo de Wit"))
    scherm.van.activated.emit(scherm.van.currentIndex())
    click(scherm, "caseload_alles")
    assert ticked(scherm) == ["Ahmadi, Zahra"]
    scherm.context.lines_made.emit()
    assert (ticked(scherm), texts(scherm, "caseload_stand")) == (["Ahmadi, Zahra"], ["1 dossier gekozen"])
    place = scherm.where()
    assert place == {"dossiers": ander}
    scherm.show_with({})
    assert ticked(scherm) == []
    scherm.van.setCurrentIndex(0)
    scherm.show_with(place)
    assert (scherm.van.currentData(), ticked(scherm)) == ("Bo de Wit", ["Ahmadi, Zahra"])
    scherm.van.setCurrentIndex(0)
    scherm.van.activated.emit(0)
    assert ticked(scherm) == []

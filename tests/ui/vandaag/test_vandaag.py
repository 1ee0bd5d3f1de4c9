"""The first screen: who comes today and who that is, what is late, and the way to each of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier, record_inburgeraar, record_procedure
from intake_assistant.operations.acts.gesprek import rond_af, start_gesprek
from intake_assistant.operations.vault import reservekopie
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import speak
from intake_assistant.texts import speak_to_staff
from intake_assistant.ui.dossiers.screen import Dossiers
from intake_assistant.ui.kit.theme import kleur
from intake_assistant.ui.vandaag.kaarten import MOST
from intake_assistant.ui.vandaag.screen import VandaagScherm
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.conftest import TODAY
from tests.ui.gespeeld import click, texts, visible
from tests.ui.helpers import nameless


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    open_venster.resize(1366, 768)
    assert open_venster.werkblad is not None
    return open_venster.werkblad


@pytest.fixture
def in_english() -> Iterator[None]:
    speak_to_staff("en")
    yield
    speak()


def agreed(work: Workspace, dossier: str, op: str) -> None:
    """A conversation of last week in which the next one was agreed."""
    gesprek = start_gesprek(work, dossier, {"vorm": "azc", "datum": "2026-04-27"}).made
    record_antwoord(work, dossier, "taalniveau.aanspreeknaam", "Sela", gesprek=gesprek)
    velden = {
        "samenvatting": "U vertelde.",
        "volgende_afspraak": op,
        "volgende_afspraak_hoe": "10.00 uur, azc",
    }
    rond_af(work, dossier, gesprek, velden)


def test_who_has_no_dossier_yet_is_told_how_to_begin(blad: Werkblad) -> None:
    assert isinstance(blad.scherm, Dossiers)
    assert visible(blad.scherm, "leeg_nieuw").hasFocus()
    blad.go("vandaag", {})
    assert texts(blad.scherm, "vandaag_geen")


def test_without_a_dossier_there_is_one_thing_to_do(blad: Werkblad) -> None:
    blad.go("vandaag", {})
    assert isinstance(blad.scherm, VandaagScherm)
    assert blad.scherm.resting_place() is blad.scherm.nieuw
    assert not blad.scherm.mensen.isVisible()


def test_it_is_what_one_sees_first(venster: Venster, work: Workspace, selam: str) -> None:
    agreed(work, selam, "2026-05-04")
    venster.enter(work)
    assert venster.werkblad is not None
    scherm = venster.werkblad.scherm
    assert isinstance(scherm, VandaagScherm)
    assert texts(scherm, "vandaag_kop") == ["Maandag 4 mei 2026"]
    assert visible(scherm, f"vandaag_begin_{selam}").hasFocus()
    assert nameless(scherm) == []


def test_a_talk_of_today_tells_who_it_is_and_begins(blad: Werkblad, work: Workspace, selam: str) -> None:
    record_inburgeraar(work, selam, {"geboortedatum": "1994-03-17"})
    agreed(work, selam, "2026-05-04")
    blad.go("vandaag", {})
    card = visible(blad.scherm, f"vandaag_{selam}")
    assert texts(card, "vandaag_wanneer") == ["gesprek 2 · 10.00 uur, azc"]
    assert texts(card, "vandaag_wie") == ["Sela · 32 jaar · spreekt Tigrinya"]
    click(blad.scherm, f"vandaag_begin_{selam}")
    assert (blad.scherm.naam, blad.context.dossier_id) == ("gesprek", selam)


def test_each_line_leads_to_where_it_is_dealt_with(blad: Werkblad, work: Workspace, selam: str) -> None:
    agreed(work, selam, "2026-05-06")
    laat = create_dossier(work, {"voornamen": "Zahra"}).made
    record_procedure(work, laat, {"kennisgeving_duo": "2026-01-20", "inschrijving_brp": "2026-01-20"})
    gesprek = start_gesprek(work, laat, {"vorm": "azc", "datum": "2026-05-01"}).made
    blad.go("vandaag", {})
    assert visible(blad.scherm, f"week_{selam}").accessibleName() == (
        "Tesfay, Selam: woensdag 6 mei 2026 · gesprek 2 · 10.00 uur, azc"
    )
    termijn = visible(blad.scherm, "termijn_0")
    assert termijn.accessibleName().startswith("Zahra: PIP: ")
    click(blad.scherm, "termijn_0")
    assert (blad.scherm.naam, blad.context.dossier_id) == ("dossier", laat)
    blad.go("vandaag", {})
    click(blad.scherm, "eindje_0")
    assert (blad.scherm.naam, blad.context.dossier_id) == ("gesprek", laat)
    assert gesprek in str(blad.where().arguments)


@pytest.mark.parametrize("naar", ["vandaag", "dossiers", "te_regelen", "instellingen", "reservekopieen"])
def test_nobody_is_in_sight_on_a_screen_about_everybody(blad: Werkblad, selam: str, naar: str) -> None:
    blad.go("dossier", {"dossier": selam})
    assert blad.kop.naam.toolTip() == "Selam Tesfay"
    blad.go(naar, {})
    assert blad.context.dossier_id == ""
    assert blad.kop.naam.toolTip() == "Delfzijl"
    assert not blad.kop.taal.isVisible()
    assert not blad.kop.klok.isVisible()
    assert not blad.navigatie.buttons["weging"].isVisible()
    QTest.keyClick(blad.scherm, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (blad.scherm.naam, blad.context.dossier_id) == ("dossier", selam)


def test_fourteen_of_one_name_and_one_damaged_leave_the_day_readable(blad: Werkblad, work: Workspace) -> None:
    with work.vault.transaction():
        made = [create_dossier(work, {"voornamen": "Ali", "achternaam": "De Vries"}).made for _ in range(14)]
        for dossier in made:
            record_procedure(
                work, dossier, {"kennisgeving_duo": "2026-02-20", "inschrijving_brp": "2026-02-20"}
            )
    record_inburgeraar(work, made[0], {"adres": "Kerkstraat 1"})
    with work.vault.transaction() as connection:
        connection.execute("UPDATE entry_0 SET body=x'7b' WHERE body LIKE '%Kerkstraat%'")
    list_dossiers(work)
    blad.go("vandaag", {})
    assert "Te laat of bijna: 13 termijnen" in texts(visible(blad.scherm, "deel_termijnen"))
    assert _lines(blad.scherm) == MOST
    click(blad.scherm, "meer_termijnen")
    assert _lines(blad.scherm) == 13
    assert not blad.scherm.findChild(QPushButton, "meer_termijnen").isVisible()  # type: ignore[union-attr]  # it is there
    assert visible(blad.scherm, "vandaag_mensen").accessibleName() == "Alle 14 dossiers"
    click(blad.scherm, "vandaag_mensen")
    assert isinstance(blad.scherm, Dossiers)


def _lines(scherm: QWidget) -> int:
    return sum(w.objectName().startswith("termijn_") for w in scherm.findChildren(QPushButton))


def test_backups_speak_only_when_they_are_late(blad: Werkblad, work: Workspace, selam: str) -> None:
    blad.go("vandaag", {})
    regel = blad.scherm.findChild(QWidget, "backup_regel")
    assert isinstance(regel, QWidget)
    assert regel.isVisible()
    assert regel.property("rol") == "waarschuwing"
    reservekopie.back_up(work)
    blad.go("vandaag", {})
    assert not regel.isVisible()


def test_the_list_stays_where_it_is_when_a_backup_was_made(
    blad: Werkblad, work: Workspace, selam: str, qtbot: QtBot
) -> None:
    """A click on a name must not open the dossier that moved under the mouse."""
    blad.go("vandaag", {})
    regel = blad.scherm.findChild(QWidget, "backup_regel")
    assert isinstance(regel, QWidget)
    hoogte = regel.height()
    with qtbot.waitSignal(blad.context.backed_up):
        blad.reservewacht.look()
    assert regel.isVisible()
    assert texts(regel, "backup_oud") == ["De reservekopie is gemaakt en nagekeken."]
    zin = regel.findChild(QWidget, "backup_oud")
    assert isinstance(zin, QWidget)
    assert zin.palette().windowText().color() == QColor(kleur("goed"))
    assert regel.height() == hoogte
    blad.go("dossiers", {})
    blad.go("vandaag", {})
    assert not regel.isVisible()


def test_a_clock_that_runs_behind_is_told(venster: Venster, work: Workspace, selam: str) -> None:
    work.vault.log_access("gezien", selam)
    venster.enter(work.at(TODAY - datetime.timedelta(500)))
    assert venster.werkblad is not None
    (zin,) = texts(venster.werkblad.scherm, "vandaag_klok")
    assert "Kijk of de datum van deze computer klopt." in zin
    assert "Dan stond hij eerder verkeerd" in zin, "it may be right by now"
    assert "4 mei 2026" in zin


def test_the_privacy_screen_lies_over_it(venster: Venster, work: Workspace, selam: str) -> None:
    agreed(work, selam, "2026-05-04")
    venster.enter(work)
    assert venster.werkblad is not None
    assert "Selam" in " ".join(texts(venster))
    QTest.keyClick(venster, Qt.Key.Key_F9)
    assert venster.stack.currentWidget() is venster.guards.privacy
    assert "Selam" not in " ".join(texts(venster))


@pytest.mark.usefixtures("in_english")
def test_a_month_keeps_its_capital_in_english(blad: Werkblad) -> None:
    blad.go(VandaagScherm.naam, {})
    scherm = blad.scherm
    assert isinstance(scherm, VandaagScherm)
    assert scherm.kop.text() == "Monday 4 May 2026"


@pytest.mark.usefixtures("in_english")
def test_what_somebody_speaks_is_named_in_english(blad: Werkblad, work: Workspace) -> None:
    arabic = create_dossier(work, {"voornamen": "Rania", "achternaam": "Haddad", "spreektaal": "ar"}).made
    blad.go("dossier", {"dossier": arabic})
    assert "Arabic" in blad.kop.taal.text()
    assert "Arabisch" not in blad.kop.taal.text()

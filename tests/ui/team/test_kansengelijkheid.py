"""The screen on equal chances, with its real table and picture."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QTableView
from pytestqt.qtbot import QtBot

from intake_assistant.operations.views import overzicht
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.policy import Policy
from intake_assistant.ui.drawing.painting import Plaat
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.qt import messages
from intake_assistant.ui.team.kansengelijkheid import KansengelijkheidScherm
from intake_assistant.ui.window.context import Context
from tests.gespeeld import fill_once
from tests.operations.kansen import besluit, veertig
from tests.ui.conftest import TODAY, ShowScreen
from tests.ui.gespeeld import click
from tests.ui.gesprekshulp import find
from tests.ui.helpers import nameless
from tests.ui.kluizen import Kluis, open_quickly

type Shown = KansengelijkheidScherm


def words(screen: Shown, naam: str) -> str:
    return find(screen, QLabel, naam).text()


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    columns = range(model.columnCount())
    return [[str(model.index(r, k).data()) for k in columns] for r in range(model.rowCount())]


def choose(screen: Shown, naam: str, woord: str) -> None:
    """With the keyboard, as in every list."""
    keuze = find(screen, QComboBox, naam)
    keuze.setFocus()
    QTest.keyClick(keuze, Qt.Key.Key_Home)
    while keuze.currentText() != woord:
        before = keuze.currentIndex()
        QTest.keyClick(keuze, Qt.Key.Key_Down)
        assert keuze.currentIndex() > before, woord


def test_with_few_besluiten_nothing_is_told_but_why(work: Workspace, show_screen: ShowScreen) -> None:
    besluit(work, 1, {"geslacht": "vrouw"}, {"leerroute": "B"})
    screen = show_screen(KansengelijkheidScherm, "")
    assert words(screen, "kansen_geteld").startswith("Er zijn nog minder dan 10 besluiten.")
    assert not screen.keuzes.isVisible()
    assert not screen.kaart.isVisible()
    assert "ondernemingsraad" in words(screen, "kansen_regievoerders")


def record_tachtig(work: Workspace) -> None:
    with work.vault.transaction():
        for nummer in range(80):
            is_vrouw = nummer < 40
            is_z = nummer % 40 < (25 if is_vrouw else 12)
            persoon = {"geslacht": "vrouw" if is_vrouw else "man", "geboortejaar": "1990"}
            inhoud = {"leerroute": "Z" if is_z else "B", "intensiteit.uren_per_week": 12 + nummer % 3}
            besluit(work, nummer, persoon, inhoud, weken=6 + nummer % 5)
    list_dossiers(work)


@pytest.fixture
def kluis_op_schijf(kluis_op_schijf: Kluis, data: Data, request: pytest.FixtureRequest) -> Kluis:
    """With `tachtig` it holds their dossiers."""

    def fill() -> None:
        work = open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(TODAY), data)
        record_tachtig(work)
        work.vault.close()

    if "tachtig" in request.fixturenames:
        fill_once(kluis_op_schijf.path, "kansen", fill)
    return kluis_op_schijf


@pytest.fixture
def tachtig(work: Workspace) -> None:
    """Forty women, of whom 25 got the Z-route, and forty men, of whom twelve did."""
    assert len(work.vault.dossiers()) == 80


@pytest.mark.usefixtures("tachtig")
def test_a_comparison_in_a_sentence_a_table_and_a_picture(show_screen: ShowScreen) -> None:
    screen = show_screen(KansengelijkheidScherm, "")
    assert words(screen, "kansen_geteld").startswith("Geteld zijn 80 eerste besluiten")
    choose(screen, "kansen_welke", "Z-route")
    assert words(screen, "kansen_zin").splitlines()[0] == (
        "Van de groep ‘vrouw’ kreeg 62 % ‘Z-route’. Van alle anderen kreeg 30 % dat."
    )
    assert cells(screen.aandelen) == [
        ["vrouw", "40", "25 van 40", "62 %", "47 tot 76 %", "32 procentpunt meer (+11 tot +50)"],
        ["man", "40", "12 van 40", "30 %", "18 tot 45 %", "32 procentpunt minder (−50 tot −11)"],
        ["iedereen samen", "80", "37 van 80", "46 %", "36 tot 57 %", ""],
    ]
    assert screen.plaat.accessibleName() == words(screen, "kansen_zin").replace("\n", " ")
    assert not screen.middens.isVisible()


@pytest.mark.usefixtures("tachtig")
def test_a_number_is_told_as_the_one_in_the_middle(show_screen: ShowScreen) -> None:
    screen = show_screen(KansengelijkheidScherm, "")
    choose(screen, "kansen_wat", "weken tot het PIP")
    assert cells(screen.middens)[0] == ["vrouw", "40", "8,0", "7,0 tot 9,0"]
    assert not screen.aandelen.isVisible()
    assert not screen.welke.isVisible()


@pytest.mark.usefixtures("tachtig")
def test_one_group_cannot_be_compared(show_screen: ShowScreen) -> None:
    screen = show_screen(KansengelijkheidScherm, "")
    choose(screen, "kansen_tussen", "leeftijd")
    assert words(screen, "kansen_zin") == (
        "Er is maar één groep van 10 mensen of meer. Er valt nog niets te vergelijken."
    )
    assert not screen.kaart.isVisible()


def test_while_dossiers_are_still_read_no_half_figures_are_shown(
    work: Workspace, context: Context, show_screen: ShowScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two countings a moment apart would tell of the few between them."""
    veertig(work)
    monkeypatch.setattr(overzicht, "AT_ONCE", 0.0)
    screen = show_screen(KansengelijkheidScherm, "")
    assert words(screen, "kansen_geteld") == "De dossiers worden nog geteld. Dit duurt even."
    assert not screen.kaart.isVisible()
    list_dossiers(work)
    context.lines_made.emit()
    assert words(screen, "kansen_geteld").startswith("Geteld zijn 40 eerste besluiten")
    assert screen.kaart.isVisible()


def test_what_is_hidden_says_so_in_table_and_sentence(work: Workspace, show_screen: ShowScreen) -> None:
    veertig(work)
    list_dossiers(work)
    screen = show_screen(KansengelijkheidScherm, "")
    assert [row[2:] for row in cells(screen.aandelen)[:2]] == [
        ["minder dan 10, of afgeschermd", "", "", ""]
    ] * 2
    assert words(screen, "kansen_zin").startswith("Hierover staan er geen cijfers per groep.")


def test_regievoerders_are_offered_with_the_works_council_only(
    work: Workspace, context: Context, show_screen: ShowScreen
) -> None:
    veertig(work)
    list_dossiers(work)
    screen = show_screen(KansengelijkheidScherm, "")
    assert find(screen, QComboBox, "kansen_tussen").findText("regievoerder") < 0
    op = work.clock.today() - datetime.timedelta(days=30)
    context.work = replace(work, policy=Policy(or_instemming_op=op, or_kenmerk="OR 2026/17"))
    screen.follow()
    choose(screen, "kansen_tussen", "regievoerder")
    assert "(OR 2026/17)" in words(screen, "kansen_regievoerders")


@pytest.mark.usefixtures("tachtig")
def test_the_choice_stays_when_one_comes_back(show_screen: ShowScreen, context: Context) -> None:
    screen = show_screen(KansengelijkheidScherm, "")
    choose(screen, "kansen_wat", "lesuren per week")
    choose(screen, "kansen_tussen", "land van nationaliteit")
    again = KansengelijkheidScherm(context)
    again.show_with(screen.where())
    assert again.where() == screen.where()
    again.deleteLater()


@pytest.mark.usefixtures("tachtig")
def test_everything_has_a_name_for_who_cannot_see_it(show_screen: ShowScreen) -> None:
    screen = show_screen(KansengelijkheidScherm, "")
    assert not nameless(screen)
    assert find(screen, Plaat, "kansen_plaat").accessibleName()


@pytest.mark.usefixtures("tachtig")
def test_nothing_is_wider_than_the_page_at_twice_the_size(show_screen: ShowScreen) -> None:
    thema.apply("licht", 200)
    screen = show_screen(KansengelijkheidScherm, "", size=(1366, 768))
    assert screen.minimumSizeHint().width() <= 1366


@pytest.mark.usefixtures("tachtig")
def test_what_is_shown_is_kept_as_a_file_without_persons(
    show_screen: ShowScreen, script: messages.Script, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = show_screen(KansengelijkheidScherm, "")
    script.answers.append(tmp_path / "kansen.pdf")
    with qtbot.waitSignal(screen.context.saved) as saved:
        click(screen, "kansen_bewaar_pdf")
    assert (tmp_path / "kansen.pdf").read_bytes().startswith(b"%PDF")
    zin, pad = saved.args
    assert zin == f"Bewaard: {tmp_path / 'kansen.pdf'}. Er staan geen personen in."
    assert pad == tmp_path

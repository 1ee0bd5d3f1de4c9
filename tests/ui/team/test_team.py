"""The screen over all dossiers: each figure opens its list, each picture has its words."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.dossier import record_inburgeraar
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.views.team.banen import maandag
from intake_assistant.operations.views.team.rij import Signaal, Teamrij
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.dossier.screen import DossierScherm
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.qt import messages
from intake_assistant.ui.team.banen import BAAN
from intake_assistant.ui.team.model import AANDACHT, KLAAR, NAAM, STAND, TERMIJN, UREN, WIE, Groepkop
from intake_assistant.ui.team.screen import TeamScherm
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.gespeeld import fill_once
from tests.operations.rijk import play
from tests.operations.team import intake, team
from tests.ui.gespeeld import click, press, texts, visible
from tests.ui.helpers import nameless
from tests.ui.kluizen import Kluis, open_quickly

OP = datetime.date(2026, 11, 2)


@pytest.fixture
def kluis_op_schijf(kluis_op_schijf: Kluis, data: Data, request: pytest.FixtureRequest) -> Kluis:
    """With `gevuld` it holds the two dozen dossiers of the team."""

    def fill() -> None:
        work = open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(OP), data)
        team(work)
        refresh_overviews(work)
        work.vault.close()

    if "gevuld" in request.fixturenames:
        fill_once(kluis_op_schijf.path, "team", fill)
    return kluis_op_schijf


@pytest.fixture
def work(work: Workspace) -> Workspace:
    """On the day for which the dossiers of the team were counted."""
    return Workspace(work.vault, work.data, FixedClock(OP), work.random)


@pytest.fixture
def gevuld(work: Workspace) -> Workspace:
    """The two dozen dossiers of the team."""
    assert work.vault.dossiers()
    return work


@pytest.fixture
def blad(gevuld: Workspace, venster: Venster) -> Werkblad:
    venster.resize(1366, 768)
    venster.enter(gevuld)
    assert venster.werkblad is not None
    return venster.werkblad


@pytest.fixture
def scherm(blad: Werkblad, qtbot: QtBot) -> TeamScherm:
    return shown(blad, qtbot)


def shown(blad: Werkblad, qtbot: QtBot, **arguments: str) -> TeamScherm:
    blad.go("team", arguments)
    found = blad.scherm
    assert isinstance(found, TeamScherm)
    qtbot.waitUntil(lambda: found.beeld is not None)
    return found


def test_the_first_term_and_all_that_waits_are_read_whole(scherm: TeamScherm) -> None:
    tabel, met_meer = scherm.tabel, 0
    # In a narrow column, in groups, and back: each time as many lines as the words take.
    for breed, groep in ((1366, "geen"), (1024, "stand"), (1366, "stand"), (1024, "geen")):
        scherm.window().resize(breed, 768)
        scherm.groep.setCurrentIndex(scherm.groep.findData(groep))
        QApplication.processEvents()
        for row, rij in enumerate(scherm.model.rows):
            if isinstance(rij, Teamrij):
                cells = [scherm.model.index(row, column) for column in (TERMIJN, AANDACHT)]
                wanted = max(tabel.sizeHintForIndex(cell).height() for cell in cells)
                assert tabel.rowHeight(row) == max(wanted, tabel.verticalHeader().defaultSectionSize()), rij
                met_meer += wanted > tabel.verticalHeader().defaultSectionSize()
    assert met_meer > 0


def names(scherm: TeamScherm) -> list[str]:
    return [rij.naam for rij in scherm.model.shown]


def test_what_is_most_urgent_stands_on_top(scherm: TeamScherm) -> None:
    assert len(scherm.model.shown) == 22
    assert names(scherm)[:4] == ["A00, X", "A01, X", "A02, X", "A03, X"]
    assert texts(scherm, "team_waarom")[0].startswith("Het PIP is te laat")
    assert texts(scherm, "team_aantal") == ["Lopende dossiers: 22 dossiers"]
    assert nameless(scherm) == []


@pytest.mark.parametrize(
    ("signaal", "words", "found"),
    [
        (Signaal.TIEN_WEKEN_VOORBIJ, "Tien weken voorbij: 2", ["A00, X", "A01, X"]),
        (Signaal.TIEN_WEKEN_BIJNA, "Tien weken bijna voorbij: 2", ["A02, X", "A03, X"]),
        (Signaal.BEGIN_ONBEKEND, "Begin tien weken onbekend: 2", ["A10, X", "A11, X"]),
    ],
)
def test_a_figure_opens_the_list_behind_it(
    scherm: TeamScherm, signaal: Signaal, words: str, found: list[str]
) -> None:
    assert visible(scherm, f"team_cijfer_{signaal}").accessibleName() == words
    click(scherm, f"team_cijfer_{signaal}")
    assert names(scherm) == found
    click(scherm, "team_toon_lopende")
    assert len(scherm.model.shown) == 22


def test_what_nobody_asks_for_has_no_figure(scherm: TeamScherm) -> None:
    assert not scherm.cijfers.knoppen[Signaal.VERSCHIL].isVisible()


def test_filter_sort_and_group(scherm: TeamScherm) -> None:
    scherm.zoekveld.setText("b0")
    assert names(scherm) == [f"B0{n}, X" for n in range(8)]
    scherm.zoekveld.clear()
    scherm.wie.setCurrentIndex(scherm.wie.findData("Bo"))
    scherm.wie.activated.emit(scherm.wie.currentIndex())
    assert {rij.regievoerder for rij in scherm.model.shown} == {"Bo"}
    scherm.tabel.sortByColumn(NAAM, Qt.SortOrder.DescendingOrder)
    assert names(scherm)[0] == "B07, X"
    scherm._show_all()
    scherm.groep.setCurrentIndex(scherm.groep.findData("termijn"))
    scherm.groep.activated.emit(scherm.groep.currentIndex())
    koppen = [rij.tekst for rij in scherm.model.rows if isinstance(rij, Groepkop)]
    assert koppen == [
        "Voorbij: 2 dossiers", "Binnen een week: 1 dossier", "Binnen twee weken: 1 dossier",
        "Binnen een maand: 6 dossiers", "Later: 10 dossiers", "Geen termijn: 2 dossiers",
    ]  # fmt: skip
    assert [scherm.tabel.columnSpan(row, 0) for row in scherm.model.koppen()] == [7] * 6
    assert not scherm.model.flags(scherm.model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_enter_opens_the_dossier_and_back_returns(scherm: TeamScherm, blad: Werkblad, qtbot: QtBot) -> None:
    first = scherm.model.shown[1].dossier
    scherm.tabel.setFocus()
    press(scherm.tabel, Qt.Key.Key_Down)
    press(scherm.tabel, Qt.Key.Key_Return)
    assert isinstance(blad.scherm, DossierScherm)
    assert blad.context.dossier_id == first
    blad.back()
    qtbot.waitUntil(lambda: scherm.where() == {"deel": "aandacht", "gekozen": first})


def test_the_lanes_say_in_words_what_they_draw(scherm: TeamScherm) -> None:
    click(scherm, "team_deel_tien_weken")
    assert texts(scherm, "team_banen_zin") == [
        "22 mensen wachten op een plan. Bij 2 van hen zijn de tien weken voorbij. "
        "De drukste week begint op 30 november 2026: dan moeten 6 plannen klaar zijn."
    ]
    lanes = [scherm.banen.index(row, BAAN).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 4, 21)]
    assert lanes == [
        "van 3 augustus 2026 tot en met 12 oktober 2026, 21 dagen te laat",
        "van 21 september 2026 tot en met 30 november 2026, nog 28 dagen, tot 30 nov 2026",
        "begin niet bekend",
    ]
    heading = scherm.banen.headerData(BAAN, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert "De drukste week" in heading
    assert nameless(scherm) == []


def test_the_lanes_of_one_regievoerder_are_the_same_with_fewer_rows(scherm: TeamScherm) -> None:
    click(scherm, "team_deel_tien_weken")
    scherm.wie.setCurrentIndex(scherm.wie.findData("Bo"))
    scherm.wie.activated.emit(scherm.wie.currentIndex())
    assert [baan.regievoerder for baan in scherm.banen.banen.banen] == ["Bo"] * 8
    assert texts(scherm, "team_banen_zin")[0].startswith("8 mensen wachten op een plan.")


def test_a_lane_opens_its_dossier(scherm: TeamScherm, blad: Werkblad, qtbot: QtBot) -> None:
    click(scherm, "team_deel_tien_weken")
    scherm.banentabel.setFocus()
    scherm.banentabel.selectRow(3)
    press(scherm.banentabel, Qt.Key.Key_Return)
    assert blad.context.dossier_id == scherm.banen.banen.banen[3].dossier


def test_each_picture_has_its_sentence_and_its_table(scherm: TeamScherm) -> None:
    click(scherm, "team_deel_verdeling")
    werk = scherm.verdeling.kaarten["werk"]
    words = QAccessible.queryAccessibleInterface(werk.plaat).text(QAccessible.Text.Name)
    assert words == werk.zin.text() == "22 dossiers lopen nu, bij Anneke (12), Bo (8) en nog niemand (2)."
    assert werk.model.rijen == [
        ("Anneke", "12", "minder dan 50", "2", "2"),
        ("Bo", "8", "minder dan 50", "0", "0"),
        ("nog niemand", "2", "", "0", "0"),
    ]
    gezien = scherm.verdeling.kaarten["gezien"].model.rijen
    assert gezien[0][2] == "nog geen gesprek"
    assert [rij[2] for rij in gezien[4:6]] == ["12 weken geleden", "11 weken geleden"]
    assert [scherm.verdeling.kaarten[naam].model.rijen for naam in ("bleek", "later")] == [[], []]
    assert [naam for naam, kaart in scherm.verdeling.kaarten.items() if kaart.tabel.isHidden()] == [
        "groepen", "bleek", "later",
    ]  # fmt: skip
    # The heads of its columns stand there whole.
    assert werk.tabel.horizontalScrollBar().maximum() == 0
    assert ("Afgerond", "2") in scherm.verdeling.kaarten["standen"].model.rijen
    assert nameless(scherm) == []


def test_a_row_of_a_table_opens_its_list_and_back_closes_it(scherm: TeamScherm, qtbot: QtBot) -> None:
    click(scherm, "team_deel_verdeling")
    tabel = scherm.verdeling.kaarten["werk"].tabel
    tabel.setFocus()
    tabel.selectRow(1)
    press(tabel, Qt.Key.Key_Return)
    assert scherm.deel == "aandacht"
    assert names(scherm) == [f"B0{n}, X" for n in range(8)]
    assert texts(scherm, "team_aantal") == ["Bo: 8 dossiers"]
    assert scherm.step_back()
    assert len(scherm.model.shown) == 22
    assert not scherm.step_back()


def test_hours_of_finished_intakes_open_their_list(blad: Werkblad, work: Workspace, qtbot: QtBot) -> None:
    dossier = play(work, 1)
    scherm = shown(blad, qtbot, deel="verdeling")
    uren = scherm.verdeling.kaarten["uren"]
    assert sum(int(aantal) for _, aantal in uren.model.rijen) == 1
    uren.tabel.selectRow(next(n for n, (_, aantal) in enumerate(uren.model.rijen) if aantal == "1"))
    press(uren.tabel, Qt.Key.Key_Return)
    assert [rij.dossier for rij in scherm.model.shown] == [dossier]


@pytest.mark.parametrize("formaat", ["xlsx", "pdf"])
def test_the_figures_are_kept_where_one_says(
    scherm: TeamScherm, qtbot: QtBot, tmp_path: Path, script: messages.Script, formaat: str
) -> None:
    path = tmp_path / f"team.{formaat}"
    script.answers += [path, 0]
    click(scherm, f"team_bewaar_{formaat}")
    qtbot.waitUntil(path.is_file)
    assert path.read_bytes()[:4] == {"xlsx": b"PK\x03\x04", "pdf": b"%PDF"}[formaat]


def test_nothing_leaves_when_one_thinks_better_of_it(
    scherm: TeamScherm, qtbot: QtBot, tmp_path: Path, script: messages.Script
) -> None:
    path = tmp_path / "team.xlsx"
    script.answers += [path, 1]
    click(scherm, "team_bewaar_xlsx")
    qtbot.waitUntil(lambda: not script.answers)
    assert not path.exists()


def test_a_change_shows_at_once(scherm: TeamScherm, work: Workspace, blad: Werkblad, qtbot: QtBot) -> None:
    dossier = scherm.model.shown[0].dossier
    blad.context.changed.emit(record_inburgeraar(work, dossier, {"achternaam": "Zwart"}))
    qtbot.waitUntil(lambda: "Zwart, X" in names(scherm))


def test_a_name_from_right_to_left_stands_in_its_cell(work: Workspace, blad: Werkblad, qtbot: QtBot) -> None:
    intake(work, "الحسيني", begin="2026-08-01")
    scherm = shown(blad, qtbot)
    row = next(n for n, r in enumerate(scherm.model.rows) if isinstance(r, Teamrij) and "الحسيني" in r.naam)
    assert "الحسيني" in scherm.model.index(row, NAAM).data()


@pytest.mark.parametrize(("keuze", "schaal"), [("donker", 100), ("licht", 200)])
def test_all_parts_draw_dark_and_large(
    blad: Werkblad, venster: Venster, qtbot: QtBot, keuze: str, schaal: int
) -> None:
    thema.apply("donker" if keuze == "donker" else "licht", schaal)
    werkblad = venster.werkblad
    assert werkblad is not None
    for deel in ("aandacht", "tien_weken", "verdeling"):
        scherm = shown(werkblad, qtbot, deel=deel)
        assert not scherm.grab().isNull()
        assert scherm.deel == deel


def test_a_bar_above_the_weeks_opens_who_it_is(scherm: TeamScherm) -> None:
    click(scherm, "team_deel_tien_weken")
    banen, kop = scherm.banen.banen, scherm.banentabel.horizontalHeader()
    week, aantal = next(iter(sorted(banen.per_week.items())))
    breed = kop.sectionSize(BAAN) / len(banen.weken)
    x = kop.sectionViewportPosition(BAAN) + round((banen.weken.index(week) + 0.5) * breed)
    QTest.mouseClick(kop.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 4))
    assert scherm.deel == "aandacht"
    ends = {baan.dossier for baan in banen.banen if baan.uiterlijk and maandag(baan.uiterlijk) == week}
    assert {rij.dossier for rij in scherm.model.shown} == ends
    assert len(ends) == aantal


def test_with_little_room_columns_give_way_and_come_back(scherm: TeamScherm) -> None:
    tabel = scherm.tabel
    for breed, weg in (
        (1100, set()),
        (1000, {UREN}),
        (890, {UREN, KLAAR}),
        (760, {UREN, KLAAR, STAND}),
        (1100, set()),
    ):
        tabel.resize(breed, 400)
        assert {c for c in range(AANDACHT + 1) if tabel.isColumnHidden(c)} == weg, breed
        assert tabel.horizontalScrollBar().maximum() == 0
    assert not any(map(tabel.isColumnHidden, (NAAM, WIE, TERMIJN, AANDACHT)))


def test_of_very_many_only_what_is_in_sight_is_asked_for(scherm: TeamScherm) -> None:
    first = scherm.model.shown[0]
    beeld = scherm.beeld
    assert beeld is not None
    many = tuple(first for _ in range(10_000))
    scherm.model.set_all(type(beeld)(beeld.op, many))
    asked = set[int]()
    scherm.model.data = lambda index, role=0: asked.add(index.row())  # type: ignore[method-assign]  # it watches
    scherm.tabel.sortByColumn(TERMIJN, Qt.SortOrder.DescendingOrder)
    scherm.tabel.viewport().grab()
    assert 0 < len(asked) < 60
    assert scherm.model.columnCount() > AANDACHT


def test_whose_dossiers_one_looked_at_is_asked_for_the_next_time(
    scherm: TeamScherm, work: Workspace, venster: Venster, qtbot: QtBot
) -> None:
    scherm.wie.setCurrentIndex(scherm.wie.findData("Bo"))
    scherm.wie.activated.emit(scherm.wie.currentIndex())
    thema.apply("licht", 110)  # all screens are made anew
    assert venster.werkblad is not None
    again = shown(venster.werkblad, qtbot)
    assert again is not scherm
    assert {rij.regievoerder for rij in again.model.shown} == {"Bo"}

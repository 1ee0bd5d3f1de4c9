"""The line of time in the dossier: from near and far, by mouse, wheel and keys, and as a table."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.views.dossier.levenslijn import gebeurtenissen_of
from intake_assistant.ui.dossier.levenslijn import LevenslijnVlak
from intake_assistant.ui.dossier.screen import DossierScherm
from intake_assistant.ui.drawing.painting import Plaat
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import play_whole
from tests.ui.helpers import nameless


def agree(context: Context, dossier: str, *days: int) -> None:
    """An agreement for each of these days from today on."""
    vandaag = context.work.clock.today()
    doel = add_doel(context.work, dossier, "Werk", "kort").made
    for day in days:
        dag = (vandaag + datetime.timedelta(days=day)).isoformat()
        velden = {"wat": f"bellen over dag {day}", "wie": "inburgeraar", "uiterlijk": dag}
        add_afspraak(context.work, dossier, doel, velden)


@pytest.fixture
def lijn(context: Context, selam: str, show_screen: ShowScreen) -> LevenslijnVlak:
    agree(context, selam, -20, 40, 41, 400)
    made = show_screen(DossierScherm, selam, (1180, 900)).levenslijn
    QApplication.processEvents()
    made.vlak.grab()
    return made


def spot(lijn: LevenslijnVlak, *nummers: int) -> QPoint:
    lijn.vlak.grab()
    (vlak,) = [v for v in lijn.vlak.raakvlakken if v.nummers == nummers]
    return QPoint(round(vlak.x + 4), round(vlak.y + vlak.hoog / 2))


def nummer(lijn: LevenslijnVlak, day: int) -> int:
    return next(n for n, wat in enumerate(lijn.alle) if wat.titel == f"Bellen over dag {day}")


def test_a_click_on_a_dot_leads_there(qtbot: QtBot, lijn: LevenslijnVlak) -> None:
    with qtbot.waitSignal(lijn.chosen) as went:
        QTest.mouseClick(lijn.vlak, Qt.MouseButton.LeftButton, pos=spot(lijn, nummer(lijn, 400)))
    assert went.args is not None
    assert went.args[0] == "ontwikkelplan"
    assert went.args[1].keys() == {"afspraak"}


def test_a_click_on_a_ring_comes_nearer_until_they_lie_apart(lijn: LevenslijnVlak) -> None:
    near, next_ = nummer(lijn, 40), nummer(lijn, 41)
    before = lijn.vlak.uitzicht.dagen
    QTest.mouseClick(lijn.vlak, Qt.MouseButton.LeftButton, pos=spot(lijn, near, next_))
    assert lijn.vlak.uitzicht.dagen < before
    spot(lijn, near)
    spot(lijn, next_)


def test_what_lies_on_one_day_is_chosen_in_the_table(
    context: Context, lijn: LevenslijnVlak, selam: str
) -> None:
    agree(context, selam, 41)
    alle = gebeurtenissen_of(context.work, context.dossier())
    lijn.show_all(alle, context.work.clock.today(), selam)
    both = [n for n, wat in enumerate(lijn.alle) if wat.titel == "Bellen over dag 41"]
    lijn._lead(both)
    assert lijn.tabel.row == both[0]


def test_keys_go_nearer_further_aside_and_to_all(lijn: LevenslijnVlak) -> None:
    vlak, first = lijn.vlak, lijn.vlak.uitzicht
    QTest.keyClick(vlak, Qt.Key.Key_Plus)
    assert vlak.uitzicht.dagen < first.dagen
    QTest.keyClick(vlak, Qt.Key.Key_Right)
    assert vlak.uitzicht.van > first.van
    QTest.keyClick(vlak, Qt.Key.Key_Left)
    QTest.keyClick(vlak, Qt.Key.Key_Minus)
    QTest.keyClick(vlak, Qt.Key.Key_Minus)
    assert vlak.uitzicht.dagen > first.dagen
    QTest.keyClick(vlak, Qt.Key.Key_Home)
    assert vlak.uitzicht == first


def test_today_stays_in_sight_while_one_comes_nearer(context: Context, lijn: LevenslijnVlak) -> None:
    for _ in range(12):
        lijn.vlak.look_nearer()
    seen = lijn.vlak.uitzicht
    assert seen.dagen == 14
    assert seen.van <= context.work.clock.today() <= seen.tot


def test_the_wheel_with_ctrl_comes_nearer_where_the_mouse_is(lijn: LevenslijnVlak) -> None:
    before = lijn.vlak.uitzicht

    def turn(keys: Qt.KeyboardModifier) -> None:
        at = QPointF(lijn.vlak.width() * 0.9, 20)
        event = QWheelEvent(
            at, lijn.vlak.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, keys,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(lijn.vlak, event)

    turn(Qt.KeyboardModifier.NoModifier)
    assert lijn.vlak.uitzicht == before, "without Ctrl the page scrolls"
    turn(Qt.KeyboardModifier.ControlModifier)
    after = lijn.vlak.uitzicht
    assert after.van - before.van > before.tot - after.tot


def test_how_near_one_looked_stays_when_something_is_recorded(
    context: Context, lijn: LevenslijnVlak, selam: str
) -> None:
    lijn.vlak.look_nearer()
    near = lijn.vlak.uitzicht
    lijn.show_all(lijn.alle, context.work.clock.today(), selam)
    assert lijn.vlak.uitzicht == near
    lijn.show_all(lijn.alle, context.work.clock.today(), "somebody else")
    assert lijn.vlak.uitzicht != near


def test_the_table_says_all_that_is_drawn(lijn: LevenslijnVlak) -> None:
    drawn = {n for vlak in lijn.vlak.raakvlakken for n in vlak.nummers}
    assert drawn <= set(range(len(lijn.rijen.rijen)))
    assert len(lijn.rijen.rijen) == len(lijn.alle)
    assert ("te laat", "Bellen over dag -20") in [(rij[1], rij[2]) for rij in lijn.rijen.rijen]
    assert "te laat" in lijn.vlak.accessibleName()
    assert nameless(lijn) == []


def test_two_hundred_agreements_and_one_in_2090(
    context: Context, selam: str, show_screen: ShowScreen
) -> None:
    agree(context, selam, *range(-300, 500, 4), 23_000)
    lijn = show_screen(DossierScherm, selam, (1180, 900)).levenslijn
    assert lijn.vlak.uitzicht.tot.year < 2040
    lijn.vlak.look_at_all()
    assert lijn.vlak.uitzicht.tot.year >= 2089
    lijn.vlak.grab()
    assert len(lijn.rijen.rijen) > 200


def test_a_person_without_any_date(context: Context, show_screen: ShowScreen) -> None:
    dossier = create_dossier(context.work, {"v_nummer": "2871190462"}).made
    scherm = show_screen(DossierScherm, dossier, (1180, 900))
    QApplication.processEvents()
    leeg = scherm.findChild(QLabel, "portret_leeg")
    assert leeg is not None
    assert "uit de gesprekken" in leeg.text()
    # The ten weeks cannot be counted yet: that stands in the table, and nothing is drawn.
    assert not scherm.levenslijn.vlak.isVisibleTo(scherm)
    assert [rij[2] for rij in scherm.levenslijn.rijen.rijen] == ["PIP vaststellen"]


@pytest.mark.parametrize("schaal", [100, 200])
def test_the_longest_names_and_words_push_nothing_sideways(
    context: Context, qtbot: QtBot, schaal: int
) -> None:
    thema.apply("licht", schaal)
    wijd = "W" * 200
    dossier = create_dossier(
        context.work, {"voornamen": wijd, "achternaam": wijd, "geslacht": "vrouw", "spreektaal": "ti"}
    ).made
    agree(context, dossier, -5, 10)
    context.dossier_id = dossier
    scherm = DossierScherm(context)
    qtbot.addWidget(scherm)
    scherm.resize(1024 - 128, 440)
    scherm.show_with({})
    scherm.show()
    QApplication.processEvents()
    vlak = scherm.findChild(QScrollArea, "overzicht_schuif")
    assert vlak is not None
    inhoud = vlak.widget()
    assert inhoud is not None
    assert inhoud.minimumSizeHint().width() <= vlak.viewport().width()


def test_the_family_is_drawn_and_said(context: Context, selam: str, show_screen: ShowScreen) -> None:
    record_antwoord(context.work, selam, "gezinssituatie.heeft_partner", "ja")
    record_antwoord(context.work, selam, "gezinssituatie.partner_in_nl", "nee")
    scherm = show_screen(DossierScherm, selam, (1180, 900))
    plaat = scherm.findChild(Plaat, "portret_gezin")
    assert plaat is not None
    assert plaat.accessibleName() == "Partner woont niet in Nederland."
    naam = scherm.findChild(QLabel, "portret_naam")
    assert naam is not None
    assert naam.text() == "Selam Tesfay"
    assert scherm.findChild(QPushButton, "startpositie_gezinssituatie") is not None


@pytest.mark.parametrize("schaal", [80, 100, 150, 200])
@pytest.mark.parametrize("breed", [880, 1180])
def test_every_word_of_the_overview_has_its_whole_height(
    context: Context, qtbot: QtBot, schaal: int, breed: int
) -> None:
    thema.apply("licht", schaal)
    context.dossier_id = play_whole(context.work, "04")
    scherm = DossierScherm(context)
    qtbot.addWidget(scherm)
    scherm.resize(breed, 620)
    scherm.show()
    scherm.show_with({})
    for _ in range(5):
        QApplication.processEvents()
    vlak = scherm.findChild(QScrollArea, "overzicht_schuif")
    assert vlak is not None
    labels = [made for made in vlak.findChildren(QLabel) if made.isVisible() and made.text()]
    assert len(labels) > 20
    cut = [made.text() for made in labels if made.height() < made.heightForWidth(made.width())]
    assert cut == []

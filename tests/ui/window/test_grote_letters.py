"""With letters twice as large, on a small screen: what was unreadable there can be read and reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QRegularExpression, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake_assistant.domain.kinds import BESCHIKKING, BESLUIT
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.geschiedenis.screen import GeschiedenisScherm
from intake_assistant.ui.hulp.toetsen import Toetsen
from intake_assistant.ui.instellingen.screen import DELEN, Instellingen
from intake_assistant.ui.ontwikkelplan.screen import Ontwikkelplan
from intake_assistant.ui.toennu.screen import ToennuScherm
from intake_assistant.ui.vandaag.screen import VandaagScherm
from intake_assistant.ui.weging.screen import WegingScherm
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.screens import SCHERMEN as ALLE
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.afgekapt import cut_off
from tests.ui.gespeeld import click
from tests.ui.gesprekshulp import press
from tests.ui.gevuld import fill
from tests.ui.nabesluit import set_besluit
from tests.ui.window.test_beelden import faults_of, settle

# A table with more columns than room is moved sideways by itself.
TABLES = ("scrolls DossierTable", "scrolls HistoryTable")
SCHERMEN = [(200, 1366, 768), (150, 1024, 600), (100, 1024, 600)]


@pytest.fixture(params=SCHERMEN, ids=lambda param: "_".join(map(str, param)))
def blad(
    qtbot: QtBot, omgeving: Omgeving, voorkeuren: Voorkeuren, work: Workspace, request: pytest.FixtureRequest
) -> Iterator[Werkblad]:
    schaal, breed, hoog = request.param
    voorkeuren.keep(schaal=schaal)
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    venster.resize(QSize(breed, hoog))
    venster.show()
    venster.enter(work)
    assert venster.werkblad is not None
    yield venster.werkblad
    if venster.werkblad is not None:
        venster.lock()


def test_nothing_is_cut_or_squeezed(blad: Werkblad, work: Workspace) -> None:
    dossier = fill(work)
    for naam in ("vandaag", "dossiers", "dossier", "geschiedenis"):
        blad.go(naam, {"dossier": dossier})
        settle()
        faults = [fault for fault in faults_of(blad) if not fault.startswith(TABLES)]
        assert faults == [], naam


@pytest.mark.parametrize("blad", [(200, 1024, 600), (100, 1366, 768)], indirect=True)
def test_a_long_day_has_as_many_lines_as_it_needs(blad: Werkblad, work: Workspace) -> None:
    fill(work)
    blad.go("vandaag", {})
    vandaag = blad.scherm
    assert isinstance(vandaag, VandaagScherm)
    vandaag.kop.setText("Woensdag 30 september 2026")
    blad.window().resize(blad.window().width(), blad.window().height() + 1)
    settle()
    assert not [a for a in blad.scherm.findChildren(QScrollArea) if a.horizontalScrollBar().maximum()]
    assert vandaag.kop.wordWrap() is (blad.window().width() == 1024)
    assert [fault for fault in faults_of(blad) if not fault.startswith(TABLES)] == []


def test_the_head_of_the_dossiers_gives_way(blad: Werkblad, work: Workspace) -> None:
    fill(work)
    blad.go("dossiers", {})
    knop = blad.findChild(QPushButton, "naar_conflicten")
    nieuw = blad.findChild(QPushButton, "nieuw_dossier")
    assert isinstance(knop, QPushButton)
    assert isinstance(nieuw, QPushButton)
    knop.setText(" 12 dossiers vragen iets van u")
    knop.show()
    settle()
    for button in (knop, nieuw):
        rechts = button.mapTo(blad, QPoint()).x() + button.width()
        assert rechts <= blad.width()
        assert button.width() >= button.sizeHint().width()
        assert button.visibleRegion().boundingRect() == QRect(QPoint(), button.size())


def test_lines_of_the_history_are_in_sight(blad: Werkblad, work: Workspace) -> None:
    blad.go("geschiedenis", {"dossier": fill(work)})
    settle()
    scherm = blad.scherm
    assert isinstance(scherm, GeschiedenisScherm)
    lijst = scherm.lijst
    eerste = lijst.visualRect(scherm.regels.index(scherm.regels.row_of(0), 1))
    assert lijst.viewport().visibleRegion().contains(eerste.center())
    assert eerste.width() > lijst.fontMetrics().horizontalAdvance("m") * 8


def test_the_weighing_goes_from_columns_to_one_and_back_unsqueezed(blad: Werkblad, work: Workspace) -> None:
    dossier = fill(work)
    for kant in ("voor", "tegen"):
        add_argument(work, dossier, "B", kant, "Een lange zin die over twee of meer regels loopt. " * 3)
    blad.go("weging", {"dossier": dossier})
    weging = blad.scherm
    assert isinstance(weging, WegingScherm)
    breed = blad.window().size()
    for size in (QSize(1900, 900), breed, QSize(1900, 900), breed):
        blad.window().resize(size)
        settle()
        click(weging, "nieuw_B_voor")
        settle()
        assert [f for f in faults_of(weging) if not f.startswith("scrolls")] == []
        click(weging, "argument_annuleren")
        settle()


def with_tray(blad: Werkblad, work: Workspace) -> Iterator[WegingScherm | Ontwikkelplan]:
    """Each screen on which the facts lie ready."""
    dossier = fill(work)
    for naam in ("weging", "ontwikkelplan"):
        blad.go(naam, {"dossier": dossier})
        settle()
        assert isinstance(blad.scherm, WegingScherm | Ontwikkelplan)
        yield blad.scherm


@pytest.mark.parametrize("blad", [(125, 1366, 768), (150, 1366, 768)], indirect=True)
def test_on_a_low_window_the_tray_lies_beside_the_page(blad: Werkblad, work: Workspace) -> None:
    for scherm in with_tray(blad, work):
        bakje, vlak = scherm.bakje, scherm.vlak
        assert bakje.mapTo(scherm, bakje.rect().topRight()).x() < vlak.x()
        assert bakje.height() > scherm.height() * 0.8
        binnen = bakje.findChild(QScrollArea)
        assert binnen is not None
        assert binnen.verticalScrollBar().maximum() == 0, "the list moves, not what is around it"
        assert vlak.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("blad", [(100, 1366, 768)], indirect=True)
def test_beside_the_tray_the_leerroutes_stand_beside_each_other(blad: Werkblad, work: Workspace) -> None:
    blad.go("weging", {"dossier": fill(work)})
    settle()
    assert isinstance(blad.scherm, WegingScherm)
    voor = [vak for (_, kant), vak in blad.scherm.vakken.items() if kant == "voor"]
    assert len({vak.y() for vak in voor}) == 1
    assert len({vak.x() for vak in voor}) == len(voor)


@pytest.mark.parametrize("blad", [(200, 1366, 768)], indirect=True)
def test_above_the_page_the_tray_is_whole_and_leaves_most_to_it(blad: Werkblad, work: Workspace) -> None:
    for scherm in with_tray(blad, work):
        bakje = scherm.bakje
        assert bakje.mapTo(scherm, bakje.rect().bottomLeft()).y() < scherm.vlak.y()
        assert bakje.mapTo(scherm, bakje.rect().topRight()).x() < scherm.width()
        assert scherm.vlak.height() > scherm.height() / 2


@pytest.mark.parametrize("blad", [(150, 1366, 768)], indirect=True)
def test_how_far_a_topic_is_stands_in_line_below_its_title(blad: Werkblad, work: Workspace) -> None:
    blad.go("gesprek", {"dossier": fill(work)})
    settle()
    below = []
    for vink in blad.findChildren(QCheckBox, QRegularExpression("^onderdeel_")):
        row = vink.parentWidget()
        assert row is not None
        hoever, reden = (w for w in row.findChildren(QLabel) if w.property("rol") in ("zacht", "klein"))
        if hoever.y() >= vink.geometry().bottom():
            below.append(vink.text())
            assert hoever.x() == reden.x() + reden.contentsRect().x()
        else:
            assert hoever.geometry().right() == row.rect().right()
    assert below


def test_what_is_being_written_stays_while_a_card_is_drawn_anew(blad: Werkblad, work: Workspace) -> None:
    dossier = fill(work)
    blad.go("weging", {"dossier": dossier})
    weging = blad.scherm
    assert isinstance(weging, WegingScherm)
    click(weging, "nieuw_B_voor")
    settle()
    weging.follow()
    settle()
    invoer = weging._invoer
    assert invoer is not None
    assert invoer.isVisible()
    invoer.tekst.setPlainText("nog steeds hier")
    assert invoer.waarde["tekst"] == "nog steeds hier"


def test_every_key_can_be_read(blad: Werkblad) -> None:
    blad.act("toetsen")
    settle()
    toetsen = blad.findChild(Toetsen)
    assert isinstance(toetsen, Toetsen)
    for woord in toetsen.findChildren(QLabel):
        room = QRect(0, 0, woord.width() if woord.wordWrap() else 9999, 9999)
        whole = woord.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, woord.text())
        assert woord.height() >= whole.height(), woord.text()
    balk = toetsen.findChild(QAbstractScrollArea).verticalScrollBar()  # type: ignore[union-attr]  # there is one
    for _ in range(8):
        press(toetsen, Qt.Key.Key_PageDown)
    QApplication.processEvents()
    assert balk.value() == balk.maximum()


@pytest.mark.parametrize("blad", [(200, 1366, 768)], indirect=True)
def test_where_one_is_is_in_sight_in_the_bar(blad: Werkblad, work: Workspace) -> None:
    dossier = fill(work)
    for naam in ("dossier", "geschiedenis", "gesprek", "dossiers"):
        blad.go(naam, {"dossier": dossier})
        settle()
        button = blad.navigatie.buttons[naam]
        assert button.visibleRegion().boundingRect() == button.rect(), naam


@pytest.mark.parametrize("blad", [(125, 1366, 768), (100, 1093, 614)], indirect=True)
def test_where_one_is_stands_whole_in_the_bar_beside_its_scroll_bar(blad: Werkblad, work: Workspace) -> None:
    vlak = blad.navigatie.findChild(QScrollArea)
    assert vlak is not None
    blad.go("dossier", {"dossier": fill(work)})
    settle()
    rolde = set()
    for entrance in ALLE:
        blad.navigatie.set_place(entrance.naam, True)
        blad.navigatie.set_rustig(entrance.scherm.rustig)
        settle()
        assert cut_off(blad.navigatie) == [], entrance.naam
        if vlak.verticalScrollBar().maximum():
            rolde.add(entrance.naam)
    assert "toestemmingen" in rolde


@pytest.mark.parametrize("blad", [(200, 1024, 600)], indirect=True)
def test_without_room_for_both_checklist_and_fields_take_turns(blad: Werkblad, work: Workspace) -> None:
    blad.go("beschikking", {"dossier": fill(work)})
    settle()
    scherm = blad.scherm
    assert isinstance(scherm, BeschikkingScherm)
    assert (scherm.vlak.isVisible(), scherm.lijst.isVisible()) == (True, False)
    assert scherm.toon_lijst.text().startswith("Nog te doen (")
    click(scherm, "toon_lijst")
    settle()
    assert (scherm.vlak.isVisible(), scherm.lijst.isVisible()) == (False, True)
    assert not scherm.findChildren(QScrollArea)[0].horizontalScrollBar().maximum()
    # What is missing leads to its field, also from there.
    scherm.lijst.gevraagd.emit(BESCHIKKING.of("leerroute"))
    settle()
    veld = scherm.velden.field_of("leerroute")
    assert veld is not None
    assert veld.isVisible()
    click(scherm, "toon_lijst")
    click(scherm, "toon_stuk")
    assert scherm.toon_lijst.isHidden()
    # From the page to the checklist, from there to the fields.
    assert [scherm.step_back() for _ in range(3)] == [True, True, False]
    blad.window().resize(1366, 768)
    settle()
    assert (scherm.vlak.isVisible(), scherm.lijst.isVisible()) == (True, True)
    assert scherm.toon_lijst.isHidden()


@pytest.mark.parametrize("blad", [(200, 1024, 600)], indirect=True)
def test_without_room_for_both_the_settings_and_their_list_take_turns(
    blad: Werkblad, work: Workspace
) -> None:
    for deel in DELEN:
        blad.go("instellingen", {"deel": deel})
        settle()
        assert faults_of(blad) == [], deel
    scherm = blad.scherm
    assert isinstance(scherm, Instellingen)
    assert (scherm.pages.isVisible(), scherm.delen.isVisible()) == (True, False)
    click(scherm, "instellingen_terug")
    assert (scherm.pages.isVisible(), scherm.delen.isVisible()) == (False, True)
    assert scherm.delen.hasFocus()
    QTest.keyClick(scherm.delen, Qt.Key.Key_Up)
    QTest.keyClick(scherm.delen, Qt.Key.Key_Return)
    assert scherm.where() == {"deel": DELEN[-2]}
    assert scherm.pages.isVisible()
    assert [scherm.step_back() for _ in range(2)] == [True, False]
    blad.window().resize(1366, 768)
    settle()
    assert (scherm.pages.isVisible(), scherm.delen.isVisible()) == (True, True)
    assert scherm.blad.terug.isHidden()


@pytest.mark.parametrize("hoog", [530, 580, 600, 768])
@pytest.mark.parametrize("blad", [(200, 1024, 600)], indirect=True)
def test_what_one_searches_with_is_whole(blad: Werkblad, work: Workspace, hoog: int) -> None:
    fill(work)
    # On the smallest screen the title of the window and the bar of the desktop take their part.
    blad.window().setMinimumSize(0, 0)
    blad.window().resize(1024, hoog)
    settle()
    blad.zoeken.open_box()
    settle()
    veld = blad.zoeken.veld
    assert veld.height() >= veld.sizeHint().height()
    assert blad.zoeken.panel.geometry().bottom() <= blad.zoeken.height()


@pytest.mark.parametrize("blad", [(200, 1024, 600)], indirect=True)
def test_without_room_for_both_the_halves_of_then_and_now_take_turns(blad: Werkblad, work: Workspace) -> None:
    blad.go("toen_en_nu", {"dossier": fill(work)})
    settle()
    scherm = blad.scherm
    assert isinstance(scherm, ToennuScherm)
    for gedeeld in (False, True, False):
        assert scherm.vlak.isVisible() is gedeeld
        assert scherm.tabel.isVisible() is not gedeeld
        assert [fault for fault in faults_of(blad) if not fault.startswith("scrolls Woordtabel")] == []
        QTest.keyClick(blad.window().focusWidget(), Qt.Key.Key_F6)
        settle()
    click(scherm, "toennu_naar_eigen")
    assert scherm.tabel.hasFocus()
    blad.window().resize(1366, 768)
    settle()
    assert scherm.vlak.isVisible()
    assert scherm.tabel.isVisible()


@pytest.mark.parametrize("blad", [(200, 1024, 600)], indirect=True)
def test_what_runs_after_a_besluit_has_its_words_beside_a_long_date(blad: Werkblad, work: Workspace) -> None:
    dossier = fill(work)
    set_besluit(work, dossier, "2025-09-26")
    record_waarde(work, dossier, BESLUIT.of("b1", "bekendgemaakt_op"), "2025-09-27")
    blad.go("beschikking", {"dossier": dossier})
    settle()
    loopt = blad.findChild(QWidget, "besluit_loopt")
    assert loopt is not None
    assert "26 september 2028" in [woord.text() for woord in loopt.findChildren(QLabel)]
    areas = blad.scherm.findChildren(QScrollArea)
    assert [a for a in areas if a.isVisible() and a.horizontalScrollBar().maximum()] == []

"""The list: what it shows, how it is searched, filtered, sorted, opened; and a new dossier."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from intake_assistant.documents.tekening.vakje import Vakje, draw_vakje
from intake_assistant.operations.acts.dossier import create_dossier, record_procedure
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.views.volgende_stap import volgende_stap
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.dossiers.model import KLOK, MERKEN, NAAM, STAP, TAAL, Dossierlijst, naam_of
from intake_assistant.ui.dossiers.screen import Dossiers
from intake_assistant.ui.drawing.painting import letter_of, paint
from intake_assistant.ui.window.context import Context
from tests.ui.helpers import nameless


def add(work: Workspace, achternaam: str, kennisgeving: str = "", **velden: str) -> str:
    dossier = create_dossier(
        work, {"voornamen": "X", "achternaam": achternaam, "doelgroep": "asielstatushouder", **velden}
    ).made
    if kennisgeving:
        record_procedure(work, dossier, {"kennisgeving_duo": kennisgeving, "inschrijving_brp": kennisgeving})
    return dossier


@pytest.fixture
def scherm(qtbot: QtBot, context: Context) -> Dossiers:
    made = Dossiers(context)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    return made


@pytest.fixture
def drie(work: Workspace) -> list[str]:
    """Late, soon, and with no clock yet."""
    return [
        add(work, "Yılmaz", "2026-02-01", spreektaal="tr"),
        add(work, "Al-Khatib ibn Yusuf al-Halabi", "2026-03-01", spreektaal="ar"),
        add(work, "Tesfay", spreektaal="ti"),
    ]


def names(scherm: Dossiers) -> list[str]:
    return [rij.naam for rij in scherm.model.rows]


def cell(scherm: Dossiers, row: int, column: int) -> str:
    return str(scherm.model.data(scherm.model.index(row, column)))


def test_an_empty_vault_says_what_to_do(qtbot: QtBot, scherm: Dossiers) -> None:
    scherm.show_with({})
    assert scherm.leeg_nieuw.isVisible()
    assert not scherm.filters.isVisible()
    assert not scherm.nieuw_knop.isVisible(), "one way is enough"
    scherm.leeg_nieuw.click()
    assert scherm.nieuw.isVisible()


def test_the_most_urgent_stands_first_and_tells_why(scherm: Dossiers, drie: list[str]) -> None:
    scherm.show_with({})
    assert [rij.dossier for rij in scherm.model.rows] == drie
    assert "dagen te laat" in cell(scherm, 0, KLOK)
    assert cell(scherm, 1, NAAM) == "Al-Khatib ibn Yusuf al-Halabi, X"
    assert cell(scherm, 1, TAAL) == "Arabisch"
    assert "begin nog niet bekend" in cell(scherm, 2, KLOK)
    hint = scherm.model.data(scherm.model.index(0, KLOK), Qt.ItemDataRole.ToolTipRole)
    assert str(hint).startswith("Het PIP is te laat")


def test_the_next_step_is_what_the_dossier_itself_proposes(
    scherm: Dossiers, work: Workspace, drie: list[str]
) -> None:
    start_gesprek(work, drie[2], {"vorm": "thuis"})
    scherm.show_with({})
    for row, dossier in enumerate(drie):
        assert cell(scherm, row, STAP) == volgende_stap(work, work.vault.dossier(dossier)).titel
    assert cell(scherm, 2, STAP) == "Verder met het gesprek"


def test_one_name_alone_sorts_and_reads_by_that_name(scherm: Dossiers, work: Workspace) -> None:
    for voornamen, achternaam in (("Zahra", ""), ("Omar", "Aziz"), ("Bo", "Zwart")):
        create_dossier(work, {"voornamen": voornamen, "achternaam": achternaam})
    scherm.table.sortByColumn(NAAM, Qt.SortOrder.AscendingOrder)
    scherm.show_with({})
    assert [naam_of(rij) for rij in scherm.model.rows] == ["Aziz, Omar", "Zahra", "Zwart, Bo"]
    assert cell(scherm, 1, NAAM) == "(zonder achternaam), Zahra"


def test_fourteen_people_stand_in_one_screen(scherm: Dossiers, work: Workspace) -> None:
    with work.vault.transaction():
        for nummer in range(14):
            add(work, "De Vries", f"2026-03-{nummer + 1:02}")
    # What a window of 1366 by 768 leaves beside the bar, the header and the status line.
    scherm.resize(1174, 676)
    scherm.show_with({})
    assert (
        scherm.table.rowViewportPosition(13) + scherm.table.rowHeight(13) <= scherm.table.viewport().height()
    )
    assert scherm.table.verticalScrollBar().maximum() == 0
    assert not scherm.table.isColumnHidden(MERKEN)
    assert scherm.table.horizontalScrollBar().maximum() == 0


def test_a_click_on_a_header_sorts_and_keeps_the_selection(scherm: Dossiers, drie: list[str]) -> None:
    scherm.show_with({"gekozen": drie[2]})
    scherm.table.sortByColumn(NAAM, Qt.SortOrder.DescendingOrder)
    assert names(scherm) == sorted(names(scherm), key=str.casefold, reverse=True)
    scherm._filter()
    assert scherm.where()["gekozen"] == drie[2]
    assert scherm.table.currentIndex().row() == scherm.model.row_of(drie[2])


def test_typing_searches_and_nothing_found_offers_a_way_out(scherm: Dossiers, drie: list[str]) -> None:
    scherm.show_with({})
    QTest.keyClicks(scherm.zoekveld, "khatib HALABI")
    assert names(scherm) == ["Al-Khatib ibn Yusuf al-Halabi, X"]
    QTest.keyClicks(scherm.zoekveld, "qqq")
    button = scherm.findChild(QPushButton, "toon_alle")
    assert isinstance(button, QPushButton)
    assert button.isVisible()
    button.click()
    assert len(names(scherm)) == 3


def test_a_filter_is_kept_in_the_vault(
    qtbot: QtBot, scherm: Dossiers, context: Context, drie: list[str]
) -> None:
    scherm.show_with({})
    scherm.chips["dringend"].click()
    assert [rij.dossier for rij in scherm.model.rows] == drie[:2]
    again = Dossiers(context)
    qtbot.addWidget(again)
    again.show_with({})
    assert again.chips["dringend"].isChecked()
    assert not again.chips["alle"].isChecked()
    assert len(again.model.rows) == 2


def test_enter_opens_the_dossier(qtbot: QtBot, scherm: Dossiers, context: Context, drie: list[str]) -> None:
    scherm.show_with({"gekozen": drie[1]})
    with qtbot.waitSignal(context.navigate) as caught:
        QTest.keyClick(scherm.table, Qt.Key.Key_Return)
    assert caught.args == ["dossier", {"dossier": drie[1]}]


def test_a_screen_reader_hears_the_same_words(scherm: Dossiers, drie: list[str]) -> None:
    scherm.show_with({})
    for column in range(scherm.model.columnCount(QModelIndex())):
        index = scherm.model.index(0, column)
        assert scherm.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert nameless(scherm) == []


def test_squares_differ_in_shape_and_not_in_colour_alone(scherm: Dossiers, drie: list[str]) -> None:
    scherm.show_with({})
    groups = list(scherm.model.vakjes_of(scherm.model.rows[0]))
    assert [len(group) for group in groups] == [4, 4, 7]
    assert [vakje.letters for vakje in groups[0]] == ["Le", "Op", "Ta", "Di"]
    words = cell(scherm, 0, MERKEN)
    assert words.startswith("0 van 15 klaar.")
    assert "Opleiding" in words
    inked = []
    for vakje in (Vakje("Op", 0), Vakje("Op", 0.5), Vakje("Op", 1, is_af=True)):
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint(painter, draw_vakje(vakje, 24, letter_of(painter.font())))
        painter.end()
        inked.append(sum(image.pixelColor(x, y).lightness() < 240 for x in range(24) for y in range(24)))
    assert inked[0] < inked[1] < inked[2]


def test_no_single_cell_lights_up_below_the_mouse(qtbot: QtBot, scherm: Dossiers, drie: list[str]) -> None:
    scherm.show_with({})
    tafel = scherm.table
    onder = tafel.visualRect(scherm.model.index(2, STAP))
    QTest.mouseMove(tafel.viewport(), QPoint(1, 1))
    before = tafel.viewport().grab(onder).toImage()
    QTest.mouseMove(tafel.viewport(), onder.center())
    qtbot.waitUntil(lambda: tafel.viewport().underMouse())
    assert tafel.viewport().grab(onder).toImage() == before


def test_ten_thousand_rows_are_filtered_without_reading_each(work: Workspace) -> None:
    model = Dossierlijst(work)
    model.sort(NAAM)
    model.set_all(Overzicht(work, f"{n:032x}", False, f"Naam {n}", "{}") for n in range(10_000))
    begun = time.perf_counter()
    model.set_filter(lambda rij: "77" in rij.naam)
    assert time.perf_counter() - begun < 1
    assert 0 < model.rowCount() < 10_000


# -- a new dossier ---------------------------------------------------------------------------------


def fill(scherm: Dossiers, **velden: str) -> None:
    for naam, waarde in velden.items():
        veld = scherm.findChild(QLineEdit, f"nieuw_{naam}")
        assert isinstance(veld, QLineEdit)
        veld.setText(waarde)


def test_a_new_dossier_from_what_is_known(qtbot: QtBot, scherm: Dossiers, context: Context) -> None:
    scherm.show_with({"nieuw": "ja"})
    fill(
        scherm,
        voornamen="Selam",
        achternaam="Tesfay",
        geboren="17-3-1994",
        bsn="999990019",
        kennisgeving_duo="16-3-2026",
    )
    scherm.nieuw.spreektaal.setEditText("Tigrinya")
    scherm.nieuw.doelgroep.setCurrentIndex(1)
    with qtbot.waitSignal(context.navigate) as caught:
        scherm.nieuw.make()
    assert caught.args is not None
    found = context.work.vault.dossier(caught.args[1]["dossier"])
    assert found.get("inburgeraar.geboortedatum") == "1994-03-17"
    assert found.get("inburgeraar.spreektaal") == "ti"
    assert found.get("inburgeraar.doelgroep") == "asielstatushouder"
    assert found.get("procedure.kennisgeving_duo") == "2026-03-16"
    assert scherm.nieuw.velden["voornamen"].text() == ""


def test_a_year_of_birth_and_one_name_are_enough(qtbot: QtBot, scherm: Dossiers, context: Context) -> None:
    scherm.show_nieuw()
    fill(scherm, voornamen="Mebrahtu", geboren="1990")
    with qtbot.waitSignal(context.navigate) as caught:
        scherm.nieuw.make()
    assert caught.args is not None
    assert context.work.vault.dossier(caught.args[1]["dossier"]).get("inburgeraar.geboortejaar") == 1990


@pytest.mark.parametrize(
    ("velden", "said"),
    [
        ({}, "Vul een naam of een nummer in"),
        ({"voornamen": "A", "geboren": "31-2-1990"}, "dit is geen datum"),
        ({"voornamen": "A", "inschrijving_brp": "gisteren"}, "dit is geen datum"),
    ],
)
def test_what_cannot_be_is_said_and_stays(scherm: Dossiers, velden: dict[str, str], said: str) -> None:
    scherm.show_with({"nieuw": "ja"})
    fill(scherm, **velden)
    scherm.nieuw.make()
    assert said in scherm.nieuw.melding.text()
    assert scherm.nieuw.melding.isVisible()
    assert all(scherm.nieuw.velden[naam].text() == waarde for naam, waarde in velden.items())
    assert scherm.model.alle == []


def test_a_bsn_that_fails_is_warned_about_and_kept_with_a_flag(
    qtbot: QtBot, scherm: Dossiers, context: Context
) -> None:
    scherm.show_with({"nieuw": "ja"})
    QTest.keyClicks(scherm.nieuw.velden["bsn"], "123456789")
    scherm.nieuw.velden["bsn"].editingFinished.emit()
    assert scherm.nieuw.bsn_raad.isVisible()
    with qtbot.waitSignal(context.navigate) as caught:
        scherm.nieuw.make()
    assert caught.args is not None
    value = context.work.vault.dossier(caught.args[1]["dossier"]).current("inburgeraar.bsn")
    assert value == {"waarde": "123456789", "gebrek": "elfproef"}


def test_a_bsn_that_has_a_dossier_goes_to_the_banner(
    qtbot: QtBot, scherm: Dossiers, context: Context
) -> None:
    add(context.work, "Eerste", bsn="999990019")
    scherm.show_with({"nieuw": "ja"})
    fill(scherm, voornamen="Tweede", bsn="999990019")
    with qtbot.waitSignal(context.failed) as caught:
        scherm.nieuw.make()
    assert caught.args is not None
    assert caught.args[0].code == "dossier.same_bsn"
    assert scherm.nieuw.velden["voornamen"].text() == "Tweede"
    assert len(context.work.vault.dossiers()) == 1


def test_a_language_that_is_not_in_the_list_is_told(scherm: Dossiers) -> None:
    scherm.show_with({"nieuw": "ja"})
    fill(scherm, voornamen="A")
    scherm.nieuw.spreektaal.setEditText("Klingon")
    scherm.nieuw.make()
    assert "Klingon" in scherm.nieuw.melding.text()


@pytest.mark.parametrize(
    "getypt", ["ozturk", "ÖZTÜRK", "999990019", "v1234", "z-2026-7"], ids=["a", "b", "c", "d", "e"]
)
def test_somebody_is_found_without_accents_and_by_each_number(
    scherm: Dossiers, work: Workspace, drie: list[str], getypt: str
) -> None:
    wie = add(work, "Öztürk", bsn="999990019", v_nummer="V1234567890")
    record_procedure(work, wie, {"zaaknummer": "Z-2026-77"})
    scherm.show_with({})
    QTest.keyClicks(scherm.zoekveld, getypt)
    assert names(scherm) == ["Öztürk, X"]


def test_enter_in_the_search_field_opens_the_only_one_that_was_found(
    scherm: Dossiers, context: Context, drie: list[str]
) -> None:
    went: list[dict[str, str]] = []
    context.navigate.connect(lambda _, arguments: went.append(arguments))
    scherm.show_with({})
    QTest.keyClick(scherm.zoekveld, Qt.Key.Key_Return)
    assert went == []
    QTest.keyClicks(scherm.zoekveld, "yilm")
    QTest.keyClick(scherm.zoekveld, Qt.Key.Key_Return)
    assert went == [{"dossier": drie[0]}]

"""The kinds of question, each with real keys and clicks."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from intake_assistant.domain.formulier import Keuze, Vraag
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.fields.search_list import SearchList
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.vragen import VELDEN, make_veld
from intake_assistant.ui.vragen.keuze import Keuzevraag
from intake_assistant.ui.vragen.knoppen import Knoppen
from intake_assistant.ui.vragen.meerkeuze import Meerkeuzevraag
from tests.ui.gesprekshulp import DATA

# The list of finds is a window of its own, which the platform without a screen cannot put in front.
met_lijst = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Maak = Callable[..., Editor]
DRIE = (Keuze("a", "appel"), Keuze("b", "banaan"), Keuze("c", "citroen"))


@pytest.fixture
def maak(qtbot: QtBot) -> Maak:
    thema.apply("licht", 100)

    def made(soort: str, **more: Any) -> Editor:
        vraag = replace(Vraag(naam="proef.vraag", type=soort, label="Wat eet u graag?"), **more)
        veld = make_veld(vraag)
        qtbot.addWidget(veld)
        veld.show()
        qtbot.waitExposed(veld)
        return veld

    return made


def close(lijst: SearchList) -> None:
    finds = lijst.vult_aan.popup()
    assert finds is not None
    finds.hide()


def key(veld: Editor, tekst: str) -> None:
    invoer = veld.invoer()
    assert invoer is not None
    invoer.setFocus()
    QTest.keyClicks(invoer, tekst)


def test_every_question_of_the_forms_has_a_field(qtbot: QtBot) -> None:
    thema.apply("licht", 100)
    vragen = [v for v in DATA.formulieren.vragen.values() if v.type != "begin_repeat"]
    assert {vraag.type for vraag in vragen} <= VELDEN.keys()
    for vraag in vragen:
        veld = make_veld(vraag)
        qtbot.addWidget(veld)
        assert veld.waarde() is None
        assert veld.heeft_antwoord is vraag.is_veld
        assert (veld.invoer() is not None) is vraag.is_veld


def test_a_type_without_a_file_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        make_veld(Vraag(naam="proef.x", type="geopoint", label="Waar?"))


class TestTekst:
    def test_what_is_typed_is_told_and_given(self, maak: Maak, qtbot: QtBot) -> None:
        veld = maak("text")
        with qtbot.waitSignal(veld.getypt):
            key(veld, "een boek")
        assert veld.waarde() == "een boek"
        assert veld.cursor_plek() == 8

    def test_blanks_are_no_answer(self, maak: Maak) -> None:
        veld = maak("text")
        key(veld, "   ")
        assert veld.waarde() is None

    def test_showing_a_value_tells_nobody_and_tab_leaves(self, maak: Maak, qtbot: QtBot) -> None:
        veld = maak("text")
        with qtbot.assertNotEmitted(veld.getypt):
            veld.show_waarde("أهلا 👋 regel\ntwee")
        assert veld.waarde() == "أهلا 👋 regel\ntwee"
        vak = veld.invoer()
        assert isinstance(vak, QTextEdit)
        assert vak.tabChangesFocus()

    def test_a_long_story_keeps_the_field_within_bounds(self, maak: Maak) -> None:
        veld = maak("text", read_aloud=True)
        vak = veld.invoer()
        assert vak is not None
        laag = vak.height()
        veld.show_waarde("woord " * 2000)
        assert laag < vak.height() < 400
        assert veld.waarde() == "woord " * 2000

    def test_undo_beyond_what_was_typed_asks_for_entries(self, maak: Maak, qtbot: QtBot) -> None:
        veld = maak("text")
        key(veld, "x")
        vak = veld.invoer()
        assert vak is not None
        with qtbot.assertNotEmitted(veld.terug):
            QTest.keyClick(vak, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert veld.waarde() is None
        with qtbot.waitSignal(veld.terug):
            QTest.keyClick(vak, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


class TestKeuze:
    def test_few_choices_are_buttons_and_a_digit_presses_one(self, maak: Maak, qtbot: QtBot) -> None:
        veld = maak("select_one", keuzes=DRIE)
        teksten = [k.text() for k in veld.findChildren(QAbstractButton)]
        assert teksten == ["1   appel", "2   banaan", "3   citroen"]
        with qtbot.waitSignal(veld.gekozen):
            key(veld, "3")
        assert veld.waarde() == "c"

    def test_the_same_answer_pressed_again_is_taken_back(self, maak: Maak) -> None:
        veld = maak("select_one", keuzes=DRIE)
        key(veld, "2")
        key(veld, "2")
        assert veld.waarde() is None

    def test_a_code_of_an_older_list_presses_nothing(self, maak: Maak) -> None:
        veld = maak("select_one", keuzes=DRIE)
        veld.show_waarde("peer")
        assert veld.waarde() is None

    @met_lijst
    def test_countries_are_searched_by_a_part_of_the_name(self, maak: Maak, qtbot: QtBot) -> None:
        landen = DATA.formulieren.vraag("werkervaring.banen.land").keuzes
        veld = maak("select_one", keuzes=landen)
        assert isinstance(veld, Keuzevraag)
        assert veld.lijst is not None
        assert veld.lijst.count() == len(landen) > 200
        key(veld, "itre")
        vult_aan = veld.lijst.vult_aan
        assert [vult_aan.completionModel().index(0, 0).data()] == ["Eritrea"]
        veld.lijst.regel().clear()
        with qtbot.waitSignal(veld.getypt):
            key(veld, "eritrea")
        assert veld.waarde() == "ERI"
        close(veld.lijst)

    @met_lijst
    def test_what_is_in_no_list_is_kept_as_it_was_typed(self, maak: Maak) -> None:
        veld = maak("select_one", keuzes=DATA.formulieren.vraag("werkervaring.banen.land").keuzes)
        key(veld, "Zwitserlevenland")
        assert veld.waarde() == "Zwitserlevenland"


class TestMeerkeuze:
    def test_beyond_nine_the_words_stand_in_the_column_of_the_others(self) -> None:
        opties = [(str(n) if n < 10 else "", f"c{n}", "lopen") for n in range(1, 12)]
        knoppen = Knoppen(opties, 1, een=False)
        breed = {k.fontMetrics().horizontalAdvance(k.text()) for k in knoppen.findChildren(QAbstractButton)}
        assert max(breed) - min(breed) <= 1
        namen = [k.accessibleName() for k in knoppen.findChildren(QAbstractButton)]
        assert namen == ["lopen"] * 11

    def test_squares_give_a_list_in_order(self, maak: Maak) -> None:
        veld = maak("select_multiple", keuzes=DRIE)
        key(veld, "3")
        key(veld, "1")
        assert veld.waarde() == ["a", "c"]

    def test_a_code_without_a_square_stays(self, maak: Maak) -> None:
        veld = maak("select_multiple", keuzes=DRIE)
        veld.show_waarde(["peer", "a"])
        assert veld.waarde() == ["a", "peer"]

    @met_lijst
    def test_a_long_list_collects_finds_and_lets_go(self, maak: Maak, qtbot: QtBot) -> None:
        veld = maak("select_multiple", keuzes=DATA.formulieren.vraag("taalniveau.moedertaal").keuzes)
        assert isinstance(veld, Meerkeuzevraag)
        assert veld.lijst is not None
        regel = veld.lijst.regel()
        key(veld, "Tigrinya")
        close(veld.lijst)
        with qtbot.waitSignal(veld.gekozen):
            QTest.keyClick(regel, Qt.Key.Key_Return)
        assert veld.waarde() == ["ti"]
        assert regel.text() == ""
        QTest.mouseClick(veld.findChildren(QAbstractButton, "gekozen_ti")[0], Qt.MouseButton.LeftButton)
        assert veld.waarde() is None

    @met_lijst
    def test_half_a_word_is_no_answer_and_stays(self, maak: Maak, qtbot: QtBot) -> None:
        veld = maak("select_multiple", keuzes=DATA.formulieren.vraag("taalniveau.moedertaal").keuzes)
        assert isinstance(veld, Meerkeuzevraag)
        assert veld.lijst is not None
        with qtbot.waitSignal(veld.gezocht):
            key(veld, "Tigr")
        close(veld.lijst)
        with qtbot.assertNotEmitted(veld.gekozen):
            QTest.keyClick(veld.lijst.regel(), Qt.Key.Key_Return)
        assert (veld.zoekwoord(), veld.waarde()) == ("Tigr", None)
        with qtbot.waitSignal(veld.gezocht):
            key(veld, "inya")
        close(veld.lijst)
        with qtbot.waitSignal(veld.gezocht):
            QTest.keyClick(veld.lijst.regel(), Qt.Key.Key_Return)
        assert (veld.zoekwoord(), veld.waarde()) == ("", ["ti"])


class TestSchaal:
    def test_a_digit_gives_a_number(self, maak: Maak, qtbot: QtBot) -> None:
        veld = maak("range", parameters={"start": 1, "end": 5, "step": 1})
        with qtbot.waitSignal(veld.gekozen):
            key(veld, "4")
        assert veld.waarde() == 4
        veld.show_waarde(None)
        assert veld.waarde() is None


class TestRegels:
    @pytest.mark.parametrize(
        ("getypt", "waarde"),
        [
            ("40", 40),
            (" 3 ", 3),
            ("-3", -3),
            ("3,5", "3,5"),
            ("ongeveer 40", "ongeveer 40"),
            ("9" * 10, "9" * 10),
            ("", None),
        ],
    )
    def test_number(self, maak: Maak, getypt: str, waarde: object) -> None:
        veld = maak("integer")
        key(veld, getypt)
        assert veld.waarde() == waarde

    def test_decimal_with_a_comma(self, maak: Maak) -> None:
        veld = maak("decimal")
        key(veld, "2,5")
        assert veld.waarde() == "2.5"
        veld.show_waarde("3.75")
        regel = veld.invoer()
        assert isinstance(regel, QLineEdit)
        assert regel.text() == "3,75"

    def test_a_date_is_shown_as_it_is_typed_here(self, maak: Maak) -> None:
        veld = maak("date")
        veld.show_waarde("2026-03-05")
        regel = veld.invoer()
        assert isinstance(regel, QLineEdit)
        assert regel.text() == "5-3-2026"
        assert veld.waarde() == "2026-03-05"


def test_what_is_no_longer_offered_stands_there_only_as_the_answer_it_was(maak: Maak) -> None:
    keuzes = (Keuze("ja", "ja"), Keuze("nee", "nee"), Keuze("onbekend", "nog niet duidelijk", vervallen=True))
    for soort, waarde in (("select_one", "onbekend"), ("select_multiple", ["ja", "onbekend"])):
        veld = maak(soort, keuzes=keuzes)
        knop = veld.findChild(QAbstractButton, "optie_onbekend")
        assert isinstance(knop, QAbstractButton)
        assert knop.isHidden()
        veld.show_waarde(waarde)
        assert not knop.isHidden()
        assert veld.waarde() == waarde

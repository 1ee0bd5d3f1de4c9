"""What the other side touches while our side goes on: parts that were made apart, used together."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from intake_assistant.domain.aanraken.gebaar import gebaren_of
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.operations.acts.gesprek import add_aanwezige
from intake_assistant.ui.gedeeld.kaart import Gebaartegel
from intake_assistant.ui.gesprek.screen import GesprekScherm
from tests.ui.bordhulp import touch
from tests.ui.gedeeld_hulp import heard, seen_by_the_person
from tests.ui.gesprekshulp import Zaal, click, find, go, opened_zaal, press, tijdens, type_text

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
EEN, TWEE = "taalniveau.geletterdheid", "taalniveau.verhaal"
ABRAHA = {"rol": "tolk", "naam": "T. Abraha", "soort": "professioneel", "geheim_in": "ar"}


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


def opened(zaal: Zaal, *aanwezig: dict[str, str], **velden: object) -> GesprekScherm:
    id = zaal.gesprek(**velden)
    for iemand in aanwezig:
        add_aanwezige(zaal.work, zaal.dossier, id, iemand)
    return zaal.scherm()


def gebaren(zaal: Zaal) -> list[str]:
    dossier = zaal.work.vault.dossier(zaal.dossier)
    return [g.over for g in gebaren_of(dossier)]


def niet_begrepen(scherm: GesprekScherm) -> Gebaartegel:
    found = tijdens(scherm).gedeeld.findChildren(Gebaartegel, "aanraken_niet_begrepen")
    return next(w for w in found if w.isVisible())


def test_not_understood_is_heard_anew_at_the_next_question(zaal: Zaal) -> None:
    scherm = opened(zaal)
    go(scherm, EEN)
    seen_by_the_person()
    QTest.mouseClick(niet_begrepen(scherm), Qt.MouseButton.LeftButton)
    go(scherm, TWEE)
    assert ":niet_begrepen" not in scherm.context.gedeeld.zicht.aangewezen
    seen_by_the_person()
    QTest.mouseClick(niet_begrepen(scherm), Qt.MouseButton.LeftButton)
    assert len(gebaren(zaal)) == 2


def test_who_is_being_named_can_leave_by_one_press(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA)
    press(scherm, Qt.Key.Key_I, ALT)
    aan = tijdens(scherm)
    aan.tolken.erbij.mensen[0].naam.setFocus()
    type_text(" van de centrale")
    click(find(aan.tolken, QPushButton, "tolk_gaat_weg"))
    QApplication.processEvents()
    wie = aan.voering.gesprek.aanwezig[0][1]
    assert "centrale" in wie["naam"]
    assert wie.get("weg_om")


def test_the_keyboard_stays_where_it_chose_who_interprets(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA, {**ABRAHA, "naam": "R. Aziz"})
    press(scherm, Qt.Key.Key_I, ALT)
    aan = tijdens(scherm)
    ander = [k for k in aan.tolken.findChildren(QPushButton, "tolkt_nu") if k.isVisible()][1]
    ander.setFocus()
    press(scherm, Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert (focus.objectName(), focus.text()) == ("tolkt_nu", "R. Aziz")


def test_the_keyboard_stays_near_when_who_interprets_leaves(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA, {**ABRAHA, "naam": "R. Aziz"})
    press(scherm, Qt.Key.Key_I, ALT)
    aan = tijdens(scherm)
    find(aan.tolken, QPushButton, "tolk_gaat_weg").setFocus()
    press(scherm, Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert (focus.objectName(), focus.text()) == ("tolkt_nu", "R. Aziz")


def test_a_page_on_the_table_follows_another_language(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA)
    press(scherm, Qt.Key.Key_I, ALT)
    aan = tijdens(scherm)
    aan.lade.taal.emit("ti")
    gedeeld = scherm.context.gedeeld
    assert gedeeld.taal.code == "ti"
    assert "نعم" not in heard(aan.gedeeld)


def test_undo_on_a_board_takes_back_what_was_touched_on_that_board(zaal: Zaal) -> None:
    scherm = opened(zaal, onderwerpen=["taalniveau", "werkervaring"])
    go(scherm, "taalniveau.talen.taal")
    press(scherm, Qt.Key.Key_R, ALT)
    seen_by_the_person()
    touch(scherm, rij="+en")
    dossier = zaal.work.vault.dossier(zaal.dossier)
    assert len(dossier.row_ids("taalniveau.talen")) == 1
    go(scherm, "werkervaring.banen.beroep")
    assert scherm.context.gedeeld.takes_bord == "loopbaan"
    press(scherm, Qt.Key.Key_Z, CTRL)
    dossier = zaal.work.vault.dossier(zaal.dossier)
    assert len(dossier.row_ids("taalniveau.talen")) == 1


def test_a_name_of_whatever_length_leaves_the_page_in_the_window(zaal: Zaal) -> None:
    naam = "سلمى & <b>Ab</b> " * 600
    scherm = opened(zaal, {**ABRAHA, "naam": naam})
    press(scherm, Qt.Key.Key_I, ALT)
    aan = tijdens(scherm)
    made = find(aan.tolken, QPushButton, "tolkt_nu")
    assert made.width() < aan.tolken.width()
    assert made.accessibleName().count("Ab") == 600
    assert aan.tolken.minimumSizeHint().width() < aan.tolken.width()


def test_who_interprets_keeps_the_turn_when_the_name_is_put_right(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA, {**ABRAHA, "naam": "R. Aziz"})
    press(scherm, Qt.Key.Key_I, ALT)
    aan = tijdens(scherm)
    click([k for k in aan.tolken.findChildren(QPushButton, "tolkt_nu") if k.isVisible()][1])
    aan.tolken.erbij.mensen[1].naam.setFocus()
    type_text("-Karimi")
    aan.voering.keep()
    zaal.reopen()
    press(zaal.scherm(), Qt.Key.Key_I, ALT)
    gesprek = gesprekken_of(zaal.work.vault.dossier(zaal.dossier))[-1]
    assert gesprek.tolk == "R. Aziz-Karimi"


def test_back_on_our_half_the_keyboard_is_at_who_interprets(zaal: Zaal) -> None:
    scherm = opened(zaal, ABRAHA)
    go(scherm, EEN)
    press(scherm, Qt.Key.Key_I, ALT)
    aan = tijdens(scherm)
    aan.toggle_helft()
    aan.toggle_helft()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert aan.tolken.isAncestorOf(focus)

"""Ctrl+K finds dossiers, questions and actions; Tab stays inside, Escape leads back."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.ui.dossiers.screen import Dossiers
from intake_assistant.ui.hulp.toetsenlijst import TOETSEN
from intake_assistant.ui.instellingen.screen import DELEN
from intake_assistant.ui.uitvoering.screen import UitvoeringScherm
from intake_assistant.ui.window.search import _INSTELLINGEN
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.helpers import nameless


@pytest.fixture
def blad(open_venster: Venster, selam: str) -> Werkblad:
    assert open_venster.werkblad is not None
    open_venster.werkblad.zoeken.open_box()
    return open_venster.werkblad


def test_ctrl_k_opens_it_also_from_a_text_field(qtbot: QtBot, blad: Werkblad) -> None:
    blad.zoeken.close_box()
    blad.context.navigate.emit("instellingen", {"deel": "gemeente"})
    naam = blad.scherm.findChild(QLineEdit, "gemeente_naam")
    assert isinstance(naam, QLineEdit)
    naam.setFocus()
    naam.home(False)
    QTest.keyClick(naam, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(blad.zoeken.isVisible)
    assert naam.text() == "Delfzijl"


def test_it_closes_also_when_the_field_before_it_is_gone(qtbot: QtBot, blad: Werkblad) -> None:
    blad.zoeken.close_box()
    gone = QLineEdit(blad.scherm)
    gone.show()
    gone.setFocus()
    blad.zoeken.open_box()
    shiboken6.delete(gone)
    QTest.mouseClick(blad.zoeken, Qt.MouseButton.LeftButton, pos=blad.zoeken.rect().bottomLeft())
    assert blad.zoeken.isHidden()
    qtbot.waitUntil(lambda: blad.scherm.isAncestorOf(blad.window().focusWidget()))


def found(blad: Werkblad) -> list[str]:
    lijst = blad.zoeken.lijst
    return [lijst.item(row).text() for row in range(lijst.count())]


def test_a_dossier_is_found_by_a_part_of_the_name_and_opened(blad: Werkblad, selam: str) -> None:
    went: list[tuple[str, dict[str, str]]] = []
    blad.zoeken.chosen.connect(lambda naam, arguments: went.append((naam, arguments)))
    QTest.keyClicks(blad.zoeken.veld, "tesf")
    assert found(blad) == ["Tesfay, Selam   ·   In gesprek · Begin het eerste gesprek (1)"]
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Return)
    assert went == [("dossier", {"dossier": selam})]
    assert blad.zoeken.isHidden()
    assert blad.context.dossier_id == selam


def test_an_action_is_done(blad: Werkblad) -> None:
    QTest.keyClicks(blad.zoeken.veld, "instell")
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Return)
    assert blad.scherm.naam == "instellingen"


def test_what_was_said_is_read_from_its_first_topic(blad: Werkblad, selam: str) -> None:
    blad.go("dossier", {"dossier": selam})
    blad.act("zoeken")
    QTest.keyClicks(blad.zoeken.veld, "wat er is gezegd")
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Return)
    first = blad.context.work.data.formulieren.startposities[0]
    assert (blad.scherm.naam, blad.scherm.where()) == ("lezen", {"startpositie": first.id})


@pytest.mark.parametrize(
    ("woord", "scherm", "deel"),
    [("persoon en proc", "dossier", "persoon"), ("weergave", "instellingen", "weergave")],
)
def test_a_part_of_a_screen_is_found_by_its_own_name(
    blad: Werkblad, selam: str, woord: str, scherm: str, deel: str
) -> None:
    blad.go("dossier", {"dossier": selam})
    blad.act("zoeken")
    QTest.keyClicks(blad.zoeken.veld, woord)
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Return)
    assert (blad.scherm.naam, blad.scherm.where()["deel"]) == (scherm, deel)


def test_all_parts_of_the_settings_are_found() -> None:
    assert DELEN == _INSTELLINGEN


def test_what_is_called_just_so_comes_first(blad: Werkblad) -> None:
    QTest.keyClicks(blad.zoeken.veld, "dossiers")
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Return)
    assert blad.scherm.naam == "dossiers"


def test_the_arrows_walk_while_one_types(blad: Werkblad) -> None:
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Down)
    assert blad.zoeken.lijst.currentRow() == 1
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Up)
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Up)
    assert blad.zoeken.lijst.currentRow() == 0


def test_questions_are_found_only_when_a_dossier_is_open(blad: Werkblad, selam: str) -> None:
    vraag = blad.context.work.data.formulieren.vragen["taalniveau.nl_lezen"]
    QTest.keyClicks(blad.zoeken.veld, vraag.label)
    assert not any(vraag.label in line for line in found(blad))
    blad.zoeken.close_box()
    blad.context.dossier_id = selam
    blad.zoeken.open_box()
    QTest.keyClicks(blad.zoeken.veld, vraag.label)
    assert any(vraag.label in line for line in found(blad))


def test_the_places_of_what_comes_after_the_besluit_are_found_by_name(blad: Werkblad, selam: str) -> None:
    blad.zoeken.close_box()
    blad.context.navigate.emit("dossier", {"dossier": selam})
    blad.zoeken.open_box()
    went: list[tuple[str, dict[str, str]]] = []
    blad.zoeken.chosen.connect(lambda naam, arguments: went.append((naam, arguments)))
    QTest.keyClicks(blad.zoeken.veld, "week en")
    assert found(blad)[0] == "Week en werk   ·   Uitvoering"
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Return)
    assert went == [("uitvoering", {"deel": "week"})]
    assert isinstance(blad.scherm, UitvoeringScherm)
    assert blad.scherm.keuze.chips["week"].isChecked()


def test_nothing_found_is_said_and_enter_does_nothing(qtbot: QtBot, blad: Werkblad) -> None:
    QTest.keyClicks(blad.zoeken.veld, "qqqq")
    # Not before that is sure.
    assert found(blad) == []
    qtbot.waitUntil(lambda: found(blad) == ["Niets gevonden. Probeer een ander woord."])
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Return)
    assert not blad.zoeken.isHidden()


def test_escape_leads_back_and_forgets_the_names(blad: Werkblad) -> None:
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Escape)
    assert blad.zoeken.isHidden()
    assert found(blad) == []
    focus = blad.window().focusWidget()
    assert focus is not None
    assert not blad.zoeken.isAncestorOf(focus)


def test_tab_stays_inside(blad: Werkblad) -> None:
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget() or blad.zoeken.veld, Qt.Key.Key_Tab)
        focus = blad.window().focusWidget()
        assert focus is not None
        assert blad.zoeken.isAncestorOf(focus)


def test_f1_lists_every_key_and_escape_closes(blad: Werkblad) -> None:
    blad.zoeken.close_box()
    QTest.keyClick(blad.window(), Qt.Key.Key_F1)
    assert blad.toetsen.isVisible()
    said = [woord.text() for woord in blad.toetsen.findChildren(QLabel)]
    assert [toets for keys in TOETSEN.values() for toets, _ in keys if toets not in said] == []
    QTest.keyClick(blad.toetsen.sluiten, Qt.Key.Key_Escape)
    assert blad.toetsen.isHidden()
    QTest.keyClick(blad.window(), Qt.Key.Key_F1)
    QTest.keyClick(blad.window(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert (blad.toetsen.isVisible(), blad.zoeken.isVisible()) == (False, True), "one box at a time"


def test_every_control_has_a_name(blad: Werkblad) -> None:
    assert nameless(blad.zoeken) == []
    assert nameless(blad.toetsen) == []


def test_a_name_is_found_without_its_accents(blad: Werkblad) -> None:
    create_dossier(blad.context.work, {"voornamen": "Ayşe", "achternaam": "Öztürk"})
    blad.zoeken.open_box()
    QTest.keyClicks(blad.zoeken.veld, "ozturk ayse")
    assert found(blad) == ["Öztürk, Ayşe   ·   In gesprek · Begin het eerste gesprek (1)"]


def test_a_new_dossier_is_a_key_and_an_act_away_and_back_leads_to_the_list(blad: Werkblad) -> None:
    QTest.keyClicks(blad.zoeken.veld, "nieuw")
    QTest.keyClick(blad.zoeken.veld, Qt.Key.Key_Return)
    assert isinstance(blad.scherm, Dossiers)
    assert blad.scherm.nieuw.isVisible()
    blad.back()
    assert not blad.scherm.nieuw.isVisible()
    QTest.keyClick(blad.window().windowHandle(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert blad.scherm.nieuw.isVisible()
    blad.scherm.nieuw.velden["achternaam"].setText("Haddad")
    blad.scherm.nieuw.make()
    assert blad.scherm.naam == "dossier"
    blad.back()
    assert isinstance(blad.scherm, Dossiers)
    assert not blad.scherm.nieuw.isVisible()


def test_the_list_is_of_nobody(blad: Werkblad, selam: str) -> None:
    blad.go("dossier", {"dossier": selam})
    assert "Tesfay" in blad.kop.naam.text()
    blad.go("dossiers", {})
    assert "Tesfay" not in blad.kop.naam.text()

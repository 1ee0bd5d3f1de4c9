"""A damaged dossier in the list: seen as such, and opened only to a page that says what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.dossier import create_dossier, record_inburgeraar
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.dossiers.model import KLOK, MERKEN, NAAM, STAP, TAAL
from intake_assistant.ui.dossiers.screen import ALLE, Dossiers
from intake_assistant.ui.window.window import Venster
from tests.ui.helpers import nameless


def spoiled(work: Workspace) -> tuple[str, str]:
    """A dossier that is damaged and one that is not."""
    gone, good = (create_dossier(work, {"achternaam": naam}).made for naam in ("Weg", "Goed"))
    record_inburgeraar(work, gone, {"adres": "Kerkstraat 1"})
    with work.vault.transaction() as connection:
        connection.execute("UPDATE entry_0 SET body=x'7b' WHERE body LIKE '%Kerkstraat%'")
    return gone, good


def entered(venster: Venster, work: Workspace) -> Dossiers:
    venster.enter(work)
    assert venster.werkblad is not None
    venster.werkblad.go("dossiers", {})
    return on_list(venster)


def on_list(venster: Venster) -> Dossiers:
    assert venster.werkblad is not None
    scherm = venster.werkblad.scherm
    assert isinstance(scherm, Dossiers)
    return scherm


def words_of(scherm: Dossiers) -> str:
    return " ".join(made.text() for made in scherm.beschadigd.findChildren(QLabel))


def test_it_stands_in_the_list_whatever_is_asked_for(qtbot: QtBot, venster: Venster, work: Workspace) -> None:
    gone, good = spoiled(work)
    scherm = entered(venster, work)
    for filter in scherm.chips:
        QTest.mouseClick(scherm.chips[filter], Qt.MouseButton.LeftButton)
        assert gone in [rij.dossier for rij in scherm.model.rows]
    for column in (NAAM, TAAL, STAP, MERKEN, KLOK):
        scherm.model.sort(column)
        scherm.table.viewport().grab()
    row = scherm.model.row_of(gone)
    assert "Beschadigd" in scherm.model.data(scherm.model.index(row, STAP))
    assert scherm.model.data(scherm.model.index(row, NAAM))
    QTest.mouseClick(scherm.chips[ALLE], Qt.MouseButton.LeftButton)
    QTest.keyClicks(scherm.zoekveld, "Goed")
    assert [rij.dossier for rij in scherm.model.rows] == [good]


def test_it_opens_to_what_can_be_done_and_the_other_to_itself(
    qtbot: QtBot, venster: Venster, work: Workspace
) -> None:
    gone, good = spoiled(work)
    scherm = entered(venster, work)
    assert venster.werkblad is not None
    scherm._select(gone)
    QTest.keyClick(scherm.table, Qt.Key.Key_Return)
    assert on_list(venster).pages.currentWidget() is scherm.beschadigd
    assert venster.werkblad.context.dossier_id == ""
    for word in ("reservekopie", "vault check", "vault rescue", gone):
        assert word in words_of(scherm)
    assert nameless(scherm.beschadigd) == []
    assert scherm.beschadigd.kopieen.hasFocus()
    QTest.keyClick(scherm.beschadigd, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert scherm.pages.currentIndex() == 0
    scherm._select(good)
    QTest.keyClick(scherm.table, Qt.Key.Key_Return)
    assert venster.werkblad.scherm.naam == "dossier"


def test_by_another_way_neither_and_one_comes_back_to_the_page(
    qtbot: QtBot, venster: Venster, work: Workspace
) -> None:
    gone, _ = spoiled(work)
    scherm = entered(venster, work)
    assert venster.werkblad is not None
    venster.werkblad.go("geschiedenis", {"dossier": gone})
    assert on_list(venster).pages.currentWidget() is scherm.beschadigd
    QTest.mouseClick(scherm.beschadigd.kopieen, Qt.MouseButton.LeftButton)
    assert venster.werkblad.scherm.naam == "reservekopieen"
    venster.werkblad.back()
    assert on_list(venster).pages.currentWidget() is scherm.beschadigd
    button = scherm.beschadigd.findChild(QPushButton, "beschadigd_naar_lijst")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert scherm.pages.currentIndex() == 0
    assert scherm.where()["nieuw"] == "nee"

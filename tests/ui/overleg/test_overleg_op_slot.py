"""Locked in the middle of handing over: to whom and why come back, and the keyboard with them."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from intake_assistant.domain.overleg.overdracht import overdrachten_of
from intake_assistant.operations.acts.overleg.opmerking import add_opmerking
from intake_assistant.operations.views.schets import schets_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.overleg.screen import OverlegScherm
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import Again, ShowScreen
from tests.ui.gespeeld import click, visible
from tests.ui.op_slot import go

OVER = "beschikking.leerroute"
VELDEN = {
    "overdragen_aan": "Bo de Wit",
    "overdragen_reden": "ik ga met verlof",
    "waarnemen_door": "Tea Smit",
    "waarnemen_van": "4-5-2026",
    "waarnemen_tot": "15 m",
}


def line(root: QWidget, naam: str) -> QLineEdit:
    """The line in which one types."""
    found = visible(root, naam)
    regel = found if isinstance(found, QLineEdit) else found.findChild(QLineEdit)
    assert isinstance(regel, QLineEdit)
    return regel


def type_in(root: QWidget, naam: str, tekst: str) -> None:
    visible(root, naam).setFocus()
    QTest.keyClicks(line(root, naam), tekst)


@pytest.mark.parametrize("laatste", ["overdragen_reden", "waarnemen_tot"])
@pytest.mark.parametrize("over", ["", OVER], ids=["from the bar", "from an element"])
def test_what_was_typed_comes_back_with_the_keyboard(
    open_venster: Venster, selam: str, again: Again, over: str, laatste: str
) -> None:
    open_venster.resize(1366, 768)
    scherm = go(open_venster, "overleg", dossier=selam, **({"over": over} if over else {}))
    QTest.qWait(50)
    for naam, tekst in sorted(VELDEN.items(), key=lambda veld: veld[0] == laatste):
        type_in(scherm, naam, tekst)
    open_venster.lock()
    open_venster.enter(again())
    QTest.qWait(600)
    assert open_venster.werkblad is not None
    scherm = open_venster.werkblad.scherm
    assert {naam: line(scherm, naam).text() for naam in VELDEN} == VELDEN
    focus = QApplication.focusWidget()
    assert focus is line(scherm, laatste)
    assert not focus.visibleRegion().isEmpty(), "the keyboard is out of sight"


def test_what_is_typed_outlives_a_card_that_is_drawn_anew(
    show_screen: ShowScreen, work: Workspace, selam: str
) -> None:
    scherm = show_screen(OverlegScherm, selam)
    type_in(scherm, "overdragen_aan", "Bo de Wit")
    add_opmerking(work, selam, OVER, "Waarom deze route?")
    scherm.follow()
    assert line(scherm, "overdragen_aan").text() == "Bo de Wit"


def test_what_was_handed_over_is_not_kept(show_screen: ShowScreen, work: Workspace, selam: str) -> None:
    scherm = show_screen(OverlegScherm, selam)
    type_in(scherm, "overdragen_aan", "Bo de Wit")
    type_in(scherm, "overdragen_reden", "ik ga met verlof")
    scherm.leave()
    assert schets_of(work, f"overleg {selam}") == {
        "overdragen_aan": "Bo de Wit",
        "overdragen_reden": "ik ga met verlof",
    }
    click(scherm, "overdragen_doe")
    (overdracht,) = overdrachten_of(work.vault.dossier(selam))
    assert (overdracht.aan, overdracht.reden) == ("Bo de Wit", "ik ga met verlof")
    assert schets_of(work, f"overleg {selam}") == {}
    click(scherm, "overdracht_intrekken")
    assert line(scherm, "overdragen_aan").text() == ""

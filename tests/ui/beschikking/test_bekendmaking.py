"""Making a besluit known in the window: typed on its card, refused in words, with the letter beside it."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.domain.recht.tussen.oordeeldagen import herkijkveld_of
from intake_assistant.operations.views.besluit.bekendmaking import bekendmaking_of
from intake_assistant.operations.views.concepttekst import typed_now
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, play_whole, press, texts, type_in, visible
from tests.ui.kluizen import Kluis, open_quickly
from tests.ui.nabesluit import set_besluit

Make = Callable[[str], BeschikkingScherm]
LATER = datetime.date(2026, 6, 8)
"""Case 03 is of 28 May: on the day itself nobody can have had it a day later."""


@pytest.fixture
def work(kluis_op_schijf: Kluis, data: Data) -> Iterator[Workspace]:
    """The same vault, after the besluit was set."""
    made = open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(LATER), data)
    yield made
    made.vault.close()


@pytest.fixture
def make(show_screen: ShowScreen, qtbot: QtBot) -> Make:
    return lambda dossier: show_screen(BeschikkingScherm, dossier)


def type_day(scherm: BeschikkingScherm, dag: str) -> None:
    veld = visible(scherm, "besluit_bekendgemaakt_op")
    assert isinstance(veld, QLineEdit)
    veld.setFocus()
    veld.clear()
    type_in(veld, dag)
    press(veld, Qt.Key.Key_Tab)


def test_making_known_is_recorded_afterwards_and_leads_to_the_letter(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    scherm = make(play_whole(context.work, "03"))
    type_day(scherm, "29 mei 2026")

    assert besluiten_of(context.dossier())[-1].bekendgemaakt_op == "2026-05-29"
    qtbot.waitUntil(lambda: visible(scherm, "besluit_bekendmaking.wijze").hasFocus())
    with qtbot.waitSignal(context.navigate) as naar:
        click(scherm, "naar_geleidebrief")
    assert naar.args == ["documenten", {"deel": "geleidebrief"}]


@pytest.mark.parametrize(("dag", "zin"), [("1-1-2000", "voor de dagtekening"), ("9-6-2026", "toekomst")])
def test_a_day_on_which_it_cannot_be_is_told_and_stays_typed(
    make: Make, context: Context, qtbot: QtBot, dag: str, zin: str
) -> None:
    scherm = make(play_whole(context.work, "03"))
    before = besluiten_of(context.dossier())[-1].bekendgemaakt_op
    with qtbot.waitSignal(context.failed) as gezegd:
        type_day(scherm, dag)
    assert "Awb 3:4" in str(gezegd.args and gezegd.args[0].facts["wat"])
    assert any(zin in regel for regel in texts(scherm, "gebrek_besluit_bekendgemaakt_op"))
    assert besluiten_of(context.dossier())[-1].bekendgemaakt_op == before
    scherm.keeper.keep()
    assert len(typed_now(context.work, context.dossier_id)) == 1


def test_what_was_refused_is_told_no_longer_once_it_is_right(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    scherm = make(play_whole(context.work, "03"))
    with qtbot.waitSignal(context.failed), qtbot.assertNotEmitted(context.mended):
        type_day(scherm, "1-1-2000")
    with qtbot.waitSignal(context.mended):
        type_day(scherm, "29 mei 2026")
    with qtbot.assertNotEmitted(context.mended):
        type_day(scherm, "30 mei 2026")


def test_a_scan_of_the_signed_copy_is_kept_with_the_besluit(
    make: Make, context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    scan = tmp_path / "getekend.pdf"
    scan.write_bytes(b"%PDF-1.7 getekend")
    scherm = make(play_whole(context.work, "03"))
    with messages.answered_by(messages.Script(scan)):
        click(scherm, "getekend_kies")
    besluit = besluiten_of(context.dossier())[-1]
    assert bekendmaking_of(context.dossier(), besluit).getekend["naam"] == scan.name
    qtbot.waitUntil(lambda: bool(scherm.findChildren(QLabel, "getekend_naam")))
    with messages.answered_by(messages.Script(1, 0)):
        click(scherm, "getekend_weg")
        assert bekendmaking_of(context.dossier(), besluit).getekend
        click(scherm, "getekend_weg")
    qtbot.waitUntil(lambda: not texts(scherm, "getekend_naam"))


def test_a_day_to_look_again_at_what_was_judged_stays_to_be_changed(
    show_screen: ShowScreen, context: Context, selam: str
) -> None:
    set_besluit(context.work, selam)
    naam = "veld_beschikking_opnieuw_kijken_niveau"
    for getypt, kept in (("1 september 2026", "2026-09-01"), ("", "")):
        scherm = show_screen(BeschikkingScherm, selam, veld="opnieuw_kijken.niveau")
        veld = visible(scherm, naam)
        assert isinstance(veld, QLineEdit)
        assert scherm.focusWidget() is veld
        veld.selectAll()
        press(veld, Qt.Key.Key_Delete)
        type_in(veld, getypt)
        scherm.leave()
        assert context.dossier().get(herkijkveld_of("niveau")) == kept

"""The lines of the list in a new year: made behind the screen while the list can be used."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.dossier import create_dossier, record_inburgeraar
from intake_assistant.operations.views import overzicht
from intake_assistant.operations.views.overzicht import FEW, is_behind, refresh_overviews
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.dossiers import line_watch
from intake_assistant.ui.dossiers.screen import Dossiers
from intake_assistant.ui.window.window import Venster
from tests.gespeeld import fill_once
from tests.ui.conftest import TODAY, Again
from tests.ui.kluizen import Kluis, open_quickly

MANY = 6 * FEW


@pytest.fixture
def kluis_op_schijf(kluis_op_schijf: Kluis, data: Data) -> Kluis:
    """So many dossiers that nobody waits for the lines of all of them."""

    def fill() -> None:
        work = open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(TODAY), data)
        with work.vault.transaction():
            for number in range(MANY):
                create_dossier(work, {"voornamen": "X", "achternaam": f"Naam{number:02}"})
        refresh_overviews(work)
        work.vault.close()

    fill_once(kluis_op_schijf.path, "regels", fill)
    return kluis_op_schijf


@pytest.fixture
def later(work: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The same vault, a year after its lines were made."""
    monkeypatch.setattr(overzicht, "AT_ONCE", 0)
    return work.at(datetime.date(work.clock.today().year + 1, 1, 4))


def entered(venster: Venster, work: Workspace) -> Dossiers:
    venster.enter(work)
    assert venster.werkblad is not None
    venster.werkblad.go("dossiers", {})
    scherm = venster.werkblad.scherm
    assert isinstance(scherm, Dossiers)
    return scherm


def test_the_list_is_there_at_once_and_follows(qtbot: QtBot, venster: Venster, later: Workspace) -> None:
    scherm = entered(venster, later)
    assert is_behind(later)
    assert len(scherm.model.rows) == MANY
    QTest.keyClicks(scherm.zoekveld, "naam4")
    assert len(scherm.model.rows) == MANY - 40
    qtbot.waitUntil(lambda: not is_behind(later))
    assert scherm.zoekveld.text() == "naam4"


def test_what_came_from_elsewhere_comes_into_sight_by_itself(
    qtbot: QtBot, venster: Venster, later: Workspace
) -> None:
    later.vault.rebuild()
    scherm = entered(venster, later)
    assert FEW <= len(scherm.model.rows) < MANY
    qtbot.waitUntil(lambda: len(scherm.model.rows) == MANY)
    assert not is_behind(later)


def test_what_is_in_sight_stays_in_its_place(qtbot: QtBot, venster: Venster, later: Workspace) -> None:
    scherm = entered(venster, later)
    bar = scherm.table.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    at = bar.value()
    with qtbot.waitSignal(scherm.context.lines_made):
        pass
    assert bar.value() == at > 0


def test_a_lock_calls_it_off_and_the_next_opening_goes_on(
    qtbot: QtBot, venster: Venster, later: Workspace, again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A few lines a turn, and the next only when the window has been heard: not all are made before the lock.
    monkeypatch.setattr(line_watch, "FIRST", 0.0)
    entered(venster, later)
    venster.lock()
    reopened = again().at(later.clock.today())
    assert is_behind(reopened)
    entered(venster, reopened)
    qtbot.waitUntil(lambda: not is_behind(reopened))


def test_the_next_turn_comes_by_itself(
    qtbot: QtBot, venster: Venster, later: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_watch, "FIRST", 0.01)
    monkeypatch.setattr(line_watch, "LONGEST", 0.01)
    scherm = entered(venster, later)
    turns: list[None] = []
    scherm.context.lines_made.connect(lambda: turns.append(None))
    qtbot.waitUntil(lambda: not is_behind(later))
    qtbot.waitUntil(lambda: len(turns) > 1)


def test_what_one_changes_meanwhile_shows_at_once(venster: Venster, later: Workspace) -> None:
    scherm = entered(venster, later)
    dossier = scherm.model.rows[-1].dossier
    scherm.context.act(lambda: record_inburgeraar(later, dossier, {"achternaam": "Anders"}))
    scherm.show_with({})
    assert "Anders, X" in [rij.naam for rij in scherm.model.rows]

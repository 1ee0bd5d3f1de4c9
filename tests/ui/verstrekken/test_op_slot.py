"""Locked in the middle of handing out: what was filled in comes back, at the page one was at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.uitwisseling import Ontvangersoort
from intake_assistant.domain.recht.wissen import VERGISSING
from intake_assistant.domain.uitwisseling.verstrekking import verstrekkingen_of
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.wissen import erase
from intake_assistant.operations.views.schets import schets_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.verstrekken.screen import GEZOND, KLAAR, LIJST, WIE, VerstrekkenScherm
from intake_assistant.ui.window.window import Venster
from tests.operations.exchange.verstrekhulp import BEPERKT, KEY, PARTIJ, TAALMAATJE, agreed, begun
from tests.ui.conftest import Again, ShowScreen
from tests.ui.gespeeld import click, texts, type_in

GROND = "een maatje dat kan tillen"


@pytest.fixture
def dossier(work: Workspace) -> str:
    found = begun(work)
    agreed(work, found, gegevens=[TAALMAATJE, BEPERKT], uitdrukkelijk=True)
    return found


@pytest.fixture
def scherm(open_venster: Venster, dossier: str) -> VerstrekkenScherm:
    blad = open_venster.werkblad
    assert blad is not None
    open_venster.resize(1366, 768)
    blad.go("verstrekken", {"dossier": dossier})
    return shown(open_venster)


def shown(venster: Venster) -> VerstrekkenScherm:
    assert venster.werkblad is not None
    found = venster.werkblad.scherm
    assert isinstance(found, VerstrekkenScherm)
    return found


def locked_and_opened(venster: Venster, again: Again) -> VerstrekkenScherm:
    venster.lock()
    venster.enter(again())
    QTest.qWait(500)
    return shown(venster)


def fill(scherm: VerstrekkenScherm) -> None:
    click(scherm, f"als_{Ontvangersoort.ANDER}")
    scherm.wie.naam.setText(PARTIJ)
    scherm.wie.sleutel.setFocus()
    type_in(scherm.wie.sleutel, str(KEY.to_public()))


def in_sight(scherm: VerstrekkenScherm) -> QWidget:
    """What has the keyboard, which can be seen."""
    found = scherm.window().focusWidget()
    assert found is not None
    assert found.isVisible()
    assert not found.visibleRegion().isEmpty()
    return found


def test_what_was_filled_in_comes_back_with_the_keyboard(
    open_venster: Venster, scherm: VerstrekkenScherm, again: Again
) -> None:
    fill(scherm)
    scherm = locked_and_opened(open_venster, again)
    assert scherm.bladen.currentIndex() == WIE
    assert scherm.wie.als is Ontvangersoort.ANDER
    assert scherm.wie.naam.text() == PARTIJ
    assert scherm.wie.sleutel.toPlainText() == str(KEY.to_public())
    assert in_sight(scherm) is scherm.wie.sleutel


def test_one_comes_back_at_the_ground_for_health(
    open_venster: Venster, scherm: VerstrekkenScherm, again: Again
) -> None:
    fill(scherm)
    click(scherm, "verstrekken_verder")
    click(scherm, "verstrekken_gezond_ja")
    scherm.grond.setFocus()
    type_in(scherm.grond, GROND)
    scherm = locked_and_opened(open_venster, again)
    assert scherm.bladen.currentIndex() == GEZOND
    assert scherm.wel_mee.isChecked()
    assert scherm.grond.text() == GROND
    assert in_sight(scherm) is scherm.grond


def test_the_list_is_made_anew_and_no_file(
    open_venster: Venster, scherm: VerstrekkenScherm, again: Again, tmp_path: Path
) -> None:
    fill(scherm)
    click(scherm, "verstrekken_verder")
    click(scherm, "verstrekken_gezond_ja")
    type_in(scherm.grond, GROND)
    click(scherm, "gezond_door")
    scherm = locked_and_opened(open_venster, again)
    assert scherm.bladen.currentIndex() == LIJST
    assert GROND in "\n".join(texts(scherm))
    assert in_sight(scherm) is scherm
    assert not list(tmp_path.glob("*.age"))
    found = scherm.context.dossier()
    assert verstrekkingen_of(found) == []


def test_what_is_done_stands_there_after_the_lock_and_is_not_kept(
    open_venster: Venster, scherm: VerstrekkenScherm, again: Again, tmp_path: Path, dossier: str,
    script: messages.Script, stil: Callable[[], None],
) -> None:  # fmt: skip
    fill(scherm)
    click(scherm, "verstrekken_verder")
    click(scherm, "gezond_door")
    script.answers.append(tmp_path / "school.intake.age")
    click(scherm, "verstrekken_maken")
    stil()
    scherm = locked_and_opened(open_venster, again)
    assert scherm.bladen.currentIndex() == KLAAR
    assert texts(scherm, "verstrekt_waar") == [f"Het staat hier: {tmp_path / 'school.intake.age'}"]
    assert in_sight(scherm) is scherm.nog
    assert schets_of(scherm.context.work, f"verstrekken {dossier}") == {}
    click(scherm, "verstrekt_nog")
    assert scherm.wie.als is None
    assert scherm.wie.naam.text() == ""


@pytest.fixture
def stil(qtbot: QtBot) -> Callable[[], None]:
    """Waits until nothing is on its way any more."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not tasks.is_busy() and not tasks._running)

    return wait


def test_what_was_filled_in_is_of_its_dossier_alone_and_goes_with_it(
    show_screen: ShowScreen, work: Workspace, dossier: str
) -> None:
    ander = create_dossier(work, {"voornamen": "Rania"}).made
    scherm = show_screen(VerstrekkenScherm, dossier)
    fill(scherm)
    scherm.leave()
    scherm.context.dossier_id = ander
    scherm.show_with({})
    assert scherm.wie.naam.text() == ""
    assert scherm.wie.als is None
    scherm.context.dossier_id = dossier
    scherm.show_with({})
    assert scherm.wie.naam.text() == PARTIJ
    erase(work, dossier, dossier[:8], VERGISSING)
    assert schets_of(work, f"verstrekken {dossier}") == {}

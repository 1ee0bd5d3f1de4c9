"""What is taken away on a screen can be put back from the message that tells it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.recht.verzoek import verzoeken_of
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad


@pytest.fixture
def blad(open_venster: Venster) -> Werkblad:
    assert open_venster.werkblad is not None
    return open_venster.werkblad


def click(within: QWidget, naam: str) -> None:
    QCoreApplication.processEvents()
    found = within.findChildren(QPushButton, naam)
    QTest.mouseClick(found[-1], Qt.MouseButton.LeftButton)


def test_a_goal_comes_back_with_its_agreements(
    qtbot: QtBot, blad: Werkblad, work: Workspace, selam: str
) -> None:
    doel = add_doel(work, selam, "een fiets", "kort").made
    add_afspraak(work, selam, doel, {"wat": "fietsles", "wie": "inburgeraar"})
    before = doelen_of(work.vault.dossier(selam))
    blad.go("ontwikkelplan", {"dossier": selam})
    click(blad.scherm, "doel_wijzigen")
    qtbot.waitUntil(lambda: bool(blad.scherm.findChildren(QWidget, "doel_weghalen")))
    click(blad.scherm, "doel_weghalen")
    assert doelen_of(work.vault.dossier(selam)) == []
    assert blad.banner.isVisible()
    click(blad.banner, "banner_terug")
    assert doelen_of(work.vault.dossier(selam)) == before
    assert blad.banner.isHidden()
    qtbot.waitUntil(lambda: bool(blad.scherm.findChildren(QWidget, f"doel_{doel}")))


def test_a_request_comes_back(blad: Werkblad, work: Workspace, selam: str) -> None:
    rij = add_verzoek(work, selam, {"soort": "wissing"}).made
    before = verzoeken_of(work.vault.dossier(selam))
    blad.go("rechten", {"dossier": selam})
    click(blad.scherm, f"verzoek_{rij}_weg")
    assert verzoeken_of(work.vault.dossier(selam)) == []
    click(blad.banner, "banner_terug")
    assert verzoeken_of(work.vault.dossier(selam)) == before


def test_the_way_back_goes_with_the_page_and_with_the_next_message(
    blad: Werkblad, work: Workspace, selam: str
) -> None:
    rij = add_verzoek(work, selam, {"soort": "wissing"}).made
    blad.go("rechten", {"dossier": selam})
    click(blad.scherm, f"verzoek_{rij}_weg")
    assert blad.banner.terug.isVisible()
    blad.context.told.emit("Iets anders.")
    assert not blad.banner.terug.isVisible()
    blad.go("dossier", {})
    assert blad.banner.isHidden()

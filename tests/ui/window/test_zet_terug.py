"""What is taken away on a screen can be put back from the message that tells it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.domain.overleg.voorlegging import voorleggingen_of
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.recht.verzoek import verzoeken_of
from intake_assistant.operations.acts.gesprek import rond_af, start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.overleg.voorlegging import lay_before
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.fields.text import TextBox
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


def typed(within: QWidget, naam: str) -> QLineEdit:
    QCoreApplication.processEvents()
    return next(w for w in within.findChildren(QLineEdit, naam) if w.isVisible())


def test_a_new_dossier_that_was_called_off_comes_back_and_is_kept(blad: Werkblad) -> None:
    for _ in range(2):
        blad.go("dossiers", {"nieuw": "ja"})
        QTest.keyClicks(typed(blad.scherm, "nieuw_achternaam"), "Half")
        click(blad.scherm, "nieuw_annuleren")
        assert blad.banner.isVisible()
        click(blad.banner, "banner_terug")
    blad.go("vandaag", {})
    blad.go("dossiers", {"nieuw": "ja"})
    assert typed(blad.scherm, "nieuw_achternaam").text() == "HalfHalf"
    click(blad.scherm, "nieuw_annuleren")
    blad.go("dossiers", {"nieuw": "ja"})
    assert typed(blad.scherm, "nieuw_achternaam").text() == ""
    click(blad.scherm, "nieuw_annuleren")
    assert blad.banner.isHidden(), "nothing was typed"


def test_an_argument_that_was_called_off_is_typed_on(blad: Werkblad, selam: str) -> None:
    blad.go("weging", {"dossier": selam})
    click(blad.scherm, "nieuw_B_voor")
    tekst = blad.scherm.findChildren(TextBox, "weging_tekst")[-1]
    QTest.keyClicks(tekst, "leert snel")
    click(blad.scherm, "argument_annuleren")
    click(blad.banner, "banner_terug")
    QCoreApplication.processEvents()
    weer = blad.scherm.findChildren(TextBox, "weging_tekst")[-1]
    assert weer.isVisible()
    assert weer.toPlainText() == "leert snel"


def test_who_comes_and_was_taken_out_comes_after_all(blad: Werkblad, selam: str) -> None:
    blad.go("gesprek", {"dossier": selam})
    click(blad.scherm, "aanwezig_erbij")
    QTest.keyClicks(typed(blad.scherm, "aanwezig_naam"), "T. Abraha")
    click(blad.scherm, "aanwezig_weg")
    click(blad.banner, "banner_terug")
    assert typed(blad.scherm, "aanwezig_naam").text() == "T. Abraha"


def test_what_was_laid_before_the_lead_and_withdrawn_lies_there_again(
    blad: Werkblad, work: Workspace, selam: str
) -> None:
    lay_before(work, selam, "beschikking", "Graag voor vrijdag.")
    blad.go("overleg", {"dossier": selam})
    click(blad.scherm, "beschikking_intrekken")
    click(blad.banner, "banner_terug")
    eerst, weer = voorleggingen_of(work.vault.dossier(selam))
    assert (eerst.stand, weer.stand, weer.bericht) == ("ingetrokken", "gevraagd", "Graag voor vrijdag.")


def test_the_way_back_does_nothing_once_what_it_was_for_is_gone(
    blad: Werkblad, work: Workspace, selam: str
) -> None:
    begun = start_gesprek(work, selam, {"vorm": "azc"}, [{"rol": "tolk", "naam": "T. Abraha"}]).made
    blad.go("gesprek", {"dossier": selam})
    QTest.keyClick(blad.scherm, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    click(blad.scherm, "aanwezig_weg")
    act = blad.banner._put_back
    assert act is not None
    rond_af(work, selam, begun, {})
    blad.go("gesprek", {"dossier": selam})
    blad.go("vandaag", {})
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    act()


def test_what_was_taken_away_is_held_no_longer_than_it_is_offered(
    open_venster: Venster, blad: Werkblad, work: Workspace, selam: str
) -> None:
    rij = add_verzoek(work, selam, {"soort": "wissing"}).made
    blad.go("rechten", {"dossier": selam})
    click(blad.scherm, f"verzoek_{rij}_weg")
    open_venster.hide()
    open_venster.show()
    assert blad.banner._put_back is not None, "it was covered, not put away"
    blad.go("vandaag", {})
    assert blad.banner._put_back is None

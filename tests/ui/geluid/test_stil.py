"""In the real window: F9 and the lock make it silent at once, and the page of languages goes with them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.talen.bladen import TAAL
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.geluid.apparaat import NUL
from intake_assistant.ui.geluid.speler import Speler
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GesprekTijdens
from intake_assistant.ui.window.window import Venster
from tests.ui.geluid.test_geluid import TOON


@pytest.fixture
def aan(open_venster: Venster, work: Workspace, selam: str) -> GesprekTijdens:
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]})
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("gesprek", {"dossier": selam, "vraag": "taalniveau.geletterdheid"})
    scherm = open_venster.werkblad.scherm
    assert isinstance(scherm, GesprekScherm)
    assert scherm.tijdens is not None
    return scherm.tijdens


def playing(aan: GesprekTijdens) -> Speler:
    speler = aan.voering.context.geluid.speler
    speler._backend = NUL
    speler.play([Path(TOON)] * 50)
    assert speler.is_on
    return speler


def test_covering_makes_it_silent(open_venster: Venster, aan: GesprekTijdens) -> None:
    speler = playing(aan)
    open_venster.toggle_privacy()
    assert not speler.is_on
    open_venster.toggle_privacy()
    assert not speler.is_on


def test_locking_makes_it_silent_and_records_nothing_that_was_only_touched(
    open_venster: Venster, aan: GesprekTijdens, work: Workspace, selam: str
) -> None:
    seen = list[bool]()
    speler = playing(aan)
    speler.gewijzigd.connect(lambda: seen.append(speler.is_on))
    before = len(list(work.vault.entries(selam)))
    aan.taal.kiezer.open_page()
    aan.ander.gedeeld.aangeraakt.emit(f"{TAAL}uk")
    assert aan.ander.gedeeld.taal.code == "uk"
    assert len(list(work.vault.entries(selam))) == before
    speler.play([Path(TOON)] * 50)
    open_venster.lock()
    QApplication.processEvents()
    assert seen[-1] is False

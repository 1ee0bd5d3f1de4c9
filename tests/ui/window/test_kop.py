"""The header: what gives way in it when there is little room."""

import pytest
from PySide6.QtWidgets import QApplication

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.window import Venster

LANG = "mevrouw Tesfay, en voor wie haar kent gewoon Selam of moeder van Abel en Natnael"


@pytest.mark.parametrize("breed", [960, 1024, 1366, 1600])
def test_a_long_way_to_be_called_gives_way_and_the_language_stays(
    open_venster: Venster, work: Workspace, selam: str, breed: int
) -> None:
    gesprek = start_gesprek(work, selam, {"vorm": "azc", "datum": "2026-04-27"}).made
    record_antwoord(work, selam, "taalniveau.aanspreeknaam", LANG, gesprek=gesprek)
    blad = open_venster.werkblad
    assert blad is not None
    open_venster.resize(breed, 700)
    blad.go("dossier", {"dossier": selam})
    QApplication.processEvents()
    taal = blad.kop.taal
    assert taal.isVisible()
    assert taal.text().endswith("spreekt Tigrinya")
    assert taal.width() >= taal.sizeHint().width()
    assert LANG in taal.toolTip()
    assert (LANG in taal.text()) == (breed >= 1600)

"""On a screen of its own, which nobody can scroll, a page is whole at its first paint."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from intake_assistant.operations.words.gedeeld import Gevraagd
from intake_assistant.ui.gedeeld.gedeeld import Gedeeld
from intake_assistant.ui.gedeeld.venster import Gedeeldvenster
from intake_assistant.ui.gedeeld.vorm import vorm_van
from tests.ui.gesprekshulp import DATA

VRAGEN = [DATA.formulieren.vraag(naam) for naam in (
    "opleiding.studiewens", "randvoorwaarden.les_dagen", "taalniveau.contactvorm",
    "digitale_vaardigheden.opening", "gezinssituatie.kinderen.naar",
)]  # fmt: skip


@pytest.mark.parametrize(("breed", "hoog", "schaal"), [(1280, 720, 0), (1280, 720, 200), (800, 600, 100)])
def test_the_longest_pages_are_whole_at_once(qtbot: QtBot, breed: int, hoog: int, schaal: int) -> None:
    venster = Gedeeldvenster(los=True)
    qtbot.addWidget(venster)
    venster.resize(breed, hoog)
    venster.show()
    QCoreApplication.processEvents()
    gedeeld, vlak = Gedeeld(venster, Path()), venster.vlak
    for vraag in VRAGEN:
        gedeeld.ask(Gevraagd(vraag))
        vlak.show_zicht(gedeeld.zicht, vorm_van("", schaal))
        vlak.paint_now()
        bars = vlak._vlak.verticalScrollBar(), vlak._vlak.horizontalScrollBar()
        assert [bar.maximum() for bar in bars] == [0, 0], vraag.naam
        assert all(kaart.isVisible() for kaart in vlak._zetter.kaarten.values())

"""One window that holds all: no part flashes by beside it, and at the largest letters nothing falls out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import Vol
from tests.ui.midden_in_een_woord import PLEKKEN, Plek


def opens_inside(venster: Venster, getoond: list[str], go: Callable[[], None]) -> bool:
    """Whether going somewhere showed nothing but this window, which kept the keyboard."""
    getoond.clear()
    go()
    for _ in range(5):
        QApplication.processEvents()
    return not getoond and venster.isActiveWindow()


@pytest.mark.parametrize("plek", PLEKKEN)
def test_a_place_to_type_opens_in_the_window_and_nowhere_else(
    vol: Vol, getoond: list[str], plek: str
) -> None:
    venster, _, dossier = vol
    plekken: dict[str, Plek] = PLEKKEN
    assert opens_inside(venster, getoond, lambda: plekken[plek].naar(venster, dossier)), getoond


def test_at_the_largest_letters_nothing_falls_out_sideways(vol: Vol, qtbot: QtBot) -> None:
    venster, _, dossier = vol
    venster.resize(1366, 768)
    thema.apply("licht", 200)
    assert venster.werkblad is not None
    sideways = {}
    for naam in ("dossier", "gesprek", "toestemmingen", "weging", "beschikking"):
        venster.werkblad.go(naam, {"dossier": dossier})
        qtbot.wait(50)
        vlakken = [v for v in venster.werkblad.scherm.findChildren(QScrollArea) if v.isVisible()]
        sideways[naam] = [v.objectName() for v in vlakken if v.horizontalScrollBar().maximum()]
        slot = next(k for k in venster.findChildren(QPushButton, "naar_slot") if k.isVisible())
        assert slot.mapTo(venster, slot.rect().bottomLeft()).y() < venster.height(), naam
    assert sideways == dict.fromkeys(sideways, [])

"""One window that holds all: no part flashes by beside it, and at the largest letters nothing falls out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.gevuld import filled_vault
from tests.ui.midden_in_een_woord import PLEKKEN, Plek


class Wachter(QObject):
    """Remembers every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.getoond: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.getoond.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def getoond(qapp: QApplication) -> Iterator[list[str]]:
    wachter = Wachter()
    qapp.installEventFilter(wachter)
    yield wachter.getoond
    qapp.removeEventFilter(wachter)


@pytest.fixture
def vol(qtbot: QtBot, omgeving: Omgeving, tmp_path: Path) -> Iterator[tuple[Venster, Workspace, str]]:
    """The window on the rich dossier."""
    with filled_vault(tmp_path, strijdig=True) as (work, dossier):
        made = Venster(omgeving)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitActive(made)
        made.enter(work)
        yield made, work, dossier
        made.lock()


def opens_inside(venster: Venster, getoond: list[str], go: Callable[[], None]) -> bool:
    """Whether going somewhere showed nothing but this window, which kept the keyboard."""
    getoond.clear()
    go()
    for _ in range(5):
        QApplication.processEvents()
    return not getoond and venster.isActiveWindow()


def test_each_screen_opens_in_the_window_and_nowhere_else(
    vol: tuple[Venster, Workspace, str], getoond: list[str]
) -> None:
    venster, _, dossier = vol
    blad = venster.werkblad
    assert blad is not None
    for kind in SCHERMEN:
        inside = opens_inside(venster, getoond, partial(blad.go, kind.naam, {"dossier": dossier}))
        assert inside, (kind.naam, getoond)


@pytest.mark.parametrize("plek", PLEKKEN)
def test_a_place_to_type_opens_in_the_window_and_nowhere_else(
    vol: tuple[Venster, Workspace, str], getoond: list[str], plek: str
) -> None:
    venster, _, dossier = vol
    plekken: dict[str, Plek] = PLEKKEN
    assert opens_inside(venster, getoond, lambda: plekken[plek].naar(venster, dossier)), getoond


def test_at_the_largest_letters_nothing_falls_out_sideways(
    vol: tuple[Venster, Workspace, str], qtbot: QtBot
) -> None:
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

"""No words are cut off on any screen, at any size of letters, also on the smallest window.

Nor does a page move sideways there; a table with more columns than room does, by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.besluit.wijziging import begin_wijziging
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import speak_to_staff
from intake_assistant.ui.beschikking.stukscherm import Stukscherm
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.instellingen.screen import DELEN
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.screens import SCHERMEN, VERDER
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.afgekapt import cut_off
from tests.ui.gevuld import fill
from tests.ui.nabesluit import set_besluit
from tests.ui.window.test_beelden import settle

GEWOON, KLEIN = QSize(1366, 768), QSize(1024, 600)
# In a middle size nothing has less room than in the smallest one.
MATEN = {80: (KLEIN,), 100: (GEWOON, KLEIN), 150: (KLEIN,), 200: (GEWOON, KLEIN)}
# The widest letters there are; in a name, in a place, in what she said.
BREED = {"voornamen": "WWWWWW MMMMMM", "achternaam": "QWQWQWQWQW", "woonplaats": "MMMMMMMMMMMM"}
# What a screen shows besides its first page.
BINNEN: dict[str, tuple[dict[str, str], ...]] = {
    "dossiers": ({"nieuw": "ja"},),
    "dossier": ({"deel": "persoon"},),
    "lezen": ({"startpositie": "taalniveau"},),
    "instellingen": tuple({"deel": deel} for deel in DELEN),
    "rechten": ({"deel": "nalezen"},),
    "toestemmingen": ({"vragen": "ja"},),
}


# What looks otherwise once a besluit is set, or one is in the making.
NA_BESLUIT = ("dossier", "beschikking", "nieuw_besluit", "ontwikkelplan", "uitvoering")


def test_no_words_are_cut_off(
    qtbot: QtBot, omgeving: Omgeving, voorkeuren: Voorkeuren, work: Workspace, schaal: int
) -> None:
    dossier = fill(work, **BREED)
    record_antwoord(work, dossier, "motivatie.beroepswens", "WMWMWMWMWMWMWMWM")
    add_argument(work, dossier, "B", "voor", "Dit past.", vraag="motivatie.beroepswens")
    for nr in range(6):
        create_dossier(work, {"voornamen": f"MWMW {nr}", "achternaam": "WWWWWWWWWW", "spreektaal": "apc"})
    voorkeuren.keep(schaal=schaal)
    venster = Venster(omgeving)
    # Measured, not looked at: test_beelden.py paints them.
    venster.setUpdatesEnabled(False)
    qtbot.addWidget(venster)
    venster.show()
    venster.enter(work)
    blad = venster.werkblad
    assert blad is not None
    meter = Meter(qtbot, blad, schaal)
    for kind in SCHERMEN:
        for arguments in ({}, *BINNEN.get(kind.naam, ())):
            meter.measure(kind.naam, {"dossier": dossier, **arguments})
    meter.measure_vaststellen("beschikking", dossier)
    # Long ago, so that the offer is late.
    set_besluit(work, dossier, "2025-01-06")
    begin_wijziging(work, dossier, "schakelen")
    for naam in NA_BESLUIT:
        meter.measure(naam, {"dossier": dossier})
    meter.measure_vaststellen("nieuw_besluit", dossier)
    meter.measure_afronden(dossier)
    venster.lock()
    assert not meter.faults, "\n".join(meter.faults)


class Meter:
    """Goes to a page and measures it at each size."""

    def __init__(self, qtbot: QtBot, blad: Werkblad, schaal: int) -> None:
        self.faults: list[str] = []
        self._qtbot, self._blad, self._schaal = qtbot, blad, schaal

    def measure(self, naam: str, arguments: dict[str, str]) -> None:
        """One screen."""
        self._blad.go(naam, arguments)
        self._look(f"{naam} {' '.join(list(arguments.values())[1:])}")

    def measure_vaststellen(self, naam: str, dossier: str) -> None:
        """The page on which a besluit is set: nobody can go there as long as something is missing."""
        self._blad.go(naam, {"dossier": dossier})
        scherm = self._blad.scherm
        assert isinstance(scherm, Stukscherm)
        scherm._begin_vaststellen()
        self._look(f"{naam} vaststellen")

    def measure_afronden(self, dossier: str) -> None:
        """The end of a conversation, and where one comes back to it after the window was closed."""
        start_gesprek(self._blad.context.work, dossier, {"vorm": "azc", "taal": "ti"})
        self.measure("gesprek", {"dossier": dossier})
        scherm = self._blad.scherm
        assert isinstance(scherm, GesprekScherm)
        scherm._afronden()
        self._look("gesprek afronden")
        self.measure(VERDER.naam, {"dossier": dossier})

    def _look(self, waar: str) -> None:
        self._qtbot.waitUntil(lambda: not tasks.is_busy())
        for maat in MATEN[self._schaal]:
            self._blad.window().resize(maat)
            # A page on which something came ready meanwhile is still being laid out: all on it is cut.
            found = self._cut() and self._cut()
            self.faults += [f"{waar} {maat.width()} {self._schaal}: {fault}" for fault in found]

    def _cut(self) -> list[str]:
        settle()
        areas = self._blad.scherm.findChildren(QAbstractScrollArea)
        sideways = [
            f"sideways {area.objectName()!r}"
            for area in areas
            if area.isVisible() and area.horizontalScrollBar().maximum() and not isinstance(area, QTableView)
        ]
        return cut_off(self._blad) + sideways


@pytest.fixture(params=[*((maat, "nl") for maat in MATEN), (200, "en")], ids=str)
def schaal(request: pytest.FixtureRequest) -> Iterator[int]:
    """In Dutch at each size; in another language of the screen where there is least room."""
    maat, taal = request.param
    speak_to_staff(taal)
    yield maat
    speak_to_staff("")


def test_what_is_cut_off_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    root.resize(300, 200)
    QLabel("besluit", root).setGeometry(0, 0, 20, 30)
    QLabel("uitleg", root).setGeometry(280, 40, 90, 30)
    smal = QPushButton("Vaststellen", root)
    smal.setGeometry(0, 80, 40, 30)
    whole = QLabel("alles", root)
    whole.setGeometry(0, 120, 100, 30)
    root.show()
    settle()
    assert [fault.rsplit(" ", 1)[1] for fault in cut_off(root)] == ["'besluit'", "'uitleg'", "'Vaststellen'"]

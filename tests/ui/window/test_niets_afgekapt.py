"""No words are cut off on any screen, at any size of letters, also on the smallest window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.instellingen.screen import DELEN
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.afgekapt import cut_off
from tests.ui.gevuld import fill
from tests.ui.window.test_beelden import settle

MATEN = (QSize(1366, 768), QSize(1024, 600))
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


def test_no_words_are_cut_off(
    qtbot: QtBot, omgeving: Omgeving, voorkeuren: Voorkeuren, work: Workspace, schaal: int
) -> None:
    dossier = fill(work, **BREED)
    record_antwoord(work, dossier, "motivatie.beroepswens", "WMWMWMWMWMWMWMWM")
    for nr in range(6):
        create_dossier(work, {"voornamen": f"MWMW {nr}", "achternaam": "WWWWWWWWWW", "spreektaal": "apc"})
    voorkeuren.keep(schaal=schaal)
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    venster.show()
    venster.enter(work)
    blad = venster.werkblad
    assert blad is not None
    faults = []
    for kind in SCHERMEN:
        for arguments in ({}, *BINNEN.get(kind.naam, ())):
            blad.go(kind.naam, {"dossier": dossier, **arguments})
            qtbot.waitUntil(lambda: not tasks.is_busy())
            for maat in MATEN:
                venster.resize(maat)
                settle()
                waar = f"{kind.naam} {' '.join(arguments.values())} {maat.width()} {schaal}:"
                faults += [f"{waar} {fault}" for fault in cut_off(blad, sideways=_is_narrow(maat, schaal))]
    venster.lock()
    assert not faults, "\n".join(faults)


def _is_narrow(maat: QSize, schaal: int) -> bool:
    """Below this width, in letters, a page may be moved sideways; nothing is cut off on it."""
    return maat.width() * 100 < 900 * schaal


@pytest.fixture(params=[80, 100, 150, 200])
def schaal(request: pytest.FixtureRequest) -> int:
    return int(request.param)


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

"""A picture of every screen there is, in each way in which it is looked at."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from intake_assistant.demo.regie import Regie
from intake_assistant.demo.rondgang import WIJZEN, show_each_screen
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.storage.hulp import CHEAP
from tests.ui.gevuld import filled_vault
from tests.ui.proefscherm import ingang


def test_a_screen_is_seen_in_each_way(qtbot: QtBot, tmp_path: Path) -> None:
    platen = tmp_path / "schermen"
    platen.mkdir()
    voorkeuren = Voorkeuren(tmp_path / "voorkeuren.json")
    voorkeuren.keep(kleuren="licht")
    with filled_vault(tmp_path, strijdig=True) as (work, dossier):
        venster = Venster(Omgeving(work.clock, os.urandom, voorkeuren, tmp_path, cost=CHEAP))
        qtbot.addWidget(venster)
        venster.resize(1366, 768)
        venster.show()
        venster.enter(work)
        show_each_screen(Regie(venster, platen, 0.0), dossier, entrances=[ingang("vandaag"), ingang("lezen")])
        venster.lock()
    assert (thema.keuze, thema.schaal) == ("licht", 100)
    maten = {wijze.naam: wijze.maat for wijze in WIJZEN}
    found = {path.stem.partition("_")[2]: QImage(str(path)).size().toTuple() for path in platen.glob("*.png")}
    assert found == {f"{w}_scherm_{n}": maat for w, maat in maten.items() for n in ("vandaag", "lezen")}

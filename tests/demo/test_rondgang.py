"""A picture of every screen there is, in each way in which it is looked at."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from intake_assistant.crypto import FLOOR
from intake_assistant.demo.regie import Regie
from intake_assistant.demo.rondgang import WIJZEN, show_each_screen
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.gevuld import filled_vault


def test_each_screen_is_in_the_pictures(qtbot: QtBot, tmp_path: Path) -> None:
    platen = tmp_path / "schermen"
    platen.mkdir()
    voorkeuren = Voorkeuren(tmp_path / "voorkeuren.json")
    voorkeuren.keep(kleuren="licht")
    with filled_vault(tmp_path, strijdig=True) as (work, dossier):
        venster = Venster(Omgeving(work.clock, os.urandom, voorkeuren, tmp_path, cost=FLOOR))
        qtbot.addWidget(venster)
        venster.resize(1366, 768)
        venster.show()
        venster.enter(work)
        show_each_screen(Regie(venster, platen, 0.0), dossier)
        venster.lock()
    assert (thema.keuze, thema.schaal) == ("licht", 100)
    namen = {path.stem.partition("_")[2] for path in platen.glob("*.png")}
    assert namen == {f"{wijze}_scherm_{kind.naam}" for wijze in WIJZEN for kind in SCHERMEN}
    for path in platen.glob("*.png"):
        assert QImage(str(path)).width() == 1366

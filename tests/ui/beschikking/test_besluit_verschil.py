"""The card of a later besluit says beside which one it stands, and what differs."""

from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from tests.operations.casussen import DATA, on, play
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import texts, visible


def test_what_differs_stands_side_by_side(work: Workspace, show_screen: ShowScreen, qtbot: QtBot) -> None:
    dossier = play(on(work, "2026-05-28"), DATA / "cases" / "wijziging" / "kennelijke_fout.toml")
    scherm = show_screen(BeschikkingScherm, dossier)
    qtbot.waitUntil(lambda: bool(scherm.voorbeeld.inhoud))
    kaart = visible(scherm, "besluit_verschil")
    gezegd = texts(kaart)
    assert gezegd[0] == "Wat er anders is"
    assert [een for een in gezegd if "PW-1260" in een]
    assert [een for een in gezegd if "PW-1206" in een]
    assert gezegd.index("Besluit 1") < gezegd.index("Besluit 2")

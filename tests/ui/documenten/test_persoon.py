"""All that somebody takes home: in which languages, in one go to a folder or to paper."""

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.vault.instellingen import ONGECONTROLEERD
from intake_assistant.ui.documenten.persoon import PRINT
from intake_assistant.ui.documenten.screen import Documenten
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click, play_whole, texts
from tests.ui.helpers import nameless


def shown(show_screen: ShowScreen, context: Context, qtbot: QtBot, mag: str) -> Documenten:
    keep_instelling(context.work, ONGECONTROLEERD, mag)
    made = show_screen(Documenten, play_whole(context.work, "01"))
    qtbot.waitUntil(lambda: bool(made.voorbeeld.inhoud))
    return made


def test_the_reading_language_stands_beside_the_dutch_where_it_may(
    show_screen: ShowScreen, context: Context, qtbot: QtBot, script: messages.Script, tmp_path: Path
) -> None:
    scherm = shown(show_screen, context, qtbot, "ja")
    assert scherm.persoon.taal.currentData() == "ti"
    assert "niemand nakeek" in texts(scherm, "persoon_taal")[0]
    script.answers = [tmp_path / "mee"]
    with qtbot.waitSignal(context.saved, timeout=60_000):
        click(scherm, "persoon_map")
    names = {path.name.split("-")[0] for path in (tmp_path / "mee").iterdir()}
    assert {"beschikking", "ontwikkelplan", "bezwaarblad", "wandplan", "toestemmingen"} <= names
    assert len(texts(scherm, "logregel")) == len(names)
    assert nameless(scherm) == []


def test_without_leave_all_of_it_is_dutch_and_a_language_is_refused_by_name(
    show_screen: ShowScreen, context: Context, qtbot: QtBot
) -> None:
    scherm = shown(show_screen, context, qtbot, "nee")
    assert scherm.persoon.taal.currentData() == "nl"
    with qtbot.waitSignal(context.failed) as failed:
        scherm.persoon.taal.setCurrentIndex(scherm.persoon.taal.findData("ti"))
    assert failed.args[0].code == "pip.unchecked_translation"
    assert "Instellingen" in texts(scherm, "persoon_taal")[0]


def test_one_key_asks_where_all_of_it_is_printed(
    show_screen: ShowScreen, context: Context, qtbot: QtBot
) -> None:
    scherm = shown(show_screen, context, qtbot, "ja")
    scherm.activateWindow()
    QTest.keySequence(scherm, QKeySequence(PRINT))
    qtbot.waitUntil(scherm.afdrukken.isVisible, timeout=60_000)
    assert len(scherm.afdrukken.documenten) > 5
    qtbot.waitUntil(lambda: not tasks.is_busy())

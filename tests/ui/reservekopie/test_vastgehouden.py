"""A backup that is due waits for who holds the vault; the window does not."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests import patience


@pytest.fixture
def blad(open_venster: Venster, selam: str) -> Werkblad:
    assert open_venster.werkblad is not None
    return open_venster.werkblad


def test_the_window_does_not_wait_for_who_holds_the_vault(
    blad: Werkblad, work: Workspace, qtbot: QtBot
) -> None:
    is_held, may_go, went_on = threading.Event(), threading.Event(), list[bool]()

    def hold() -> None:
        with work.vault.transaction():
            is_held.set()
            went_on.append(may_go.wait(patience.SECONDS))

    joining = threading.Thread(target=hold)
    joining.start()
    assert is_held.wait(patience.SECONDS)
    with qtbot.waitSignal(blad.context.backed_up):
        blad.reservewacht.look()
        may_go.set()
        joining.join()
    assert went_on == [True]
    qtbot.waitUntil(lambda: not tasks.is_busy() and not tasks._running)

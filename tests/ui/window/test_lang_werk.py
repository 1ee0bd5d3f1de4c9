"""Long work in the window: told and stopped where it can be, and safe when the window locks in the midst."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts import wissen
from intake_assistant.operations.vault import kluis, reservekopie
from intake_assistant.operations.vault.kluiscontrole import check_open
from intake_assistant.operations.views.wissen.voorstel import propose
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import Progress, Watch
from intake_assistant.storage.backup.backup import BACKUPS
from intake_assistant.storage.erase.erase import is_erased, own_pending
from intake_assistant.ui.kluis.beschadigd import LEZEN
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests import patience
from tests.ui.conftest import Again
from tests.ui.kluis.test_beschadigd import begin_unlocking, stuk

__all__ = ["stuk"]


@pytest.fixture
def blad(open_venster: Venster, selam: str) -> Werkblad:
    assert open_venster.werkblad is not None
    return open_venster.werkblad


class Slow:
    """Work that waits, at its first step, until the window has done something."""

    def __init__(self) -> None:
        self.is_there, self.go = threading.Event(), threading.Event()

    def wait(self) -> None:
        self.is_there.set()
        self.go.wait(patience.SECONDS)


def test_escape_stops_a_backup_and_no_half_of_it_stays(
    qtbot: QtBot, blad: Werkblad, work: Workspace, open_venster: Venster
) -> None:
    watch, slow = Watch(), Slow()

    def job() -> reservekopie.Gemaakt:
        slow.wait()
        return reservekopie.back_up(work, progress=watch.progress)

    before = kluis.digest(work)
    blad.go("reservekopieen", {})
    tasks.run(blad.context, job, lambda _: pytest.fail("done"), "Reservekopie", watch=watch)
    assert slow.is_there.wait(patience.SECONDS)
    assert blad.statusregel.voortgang.isVisible()
    QTest.keyClick(blad.scherm, Qt.Key.Key_Escape)
    assert watch.cancelled
    assert not blad.statusregel.voortgang.isVisible()
    slow.go.set()
    qtbot.waitUntil(lambda: not tasks._running)
    assert kluis.digest(work) == before
    assert list((work.vault.path / BACKUPS).iterdir()) == []


def test_escape_with_nothing_to_stop_does_nothing(blad: Werkblad) -> None:
    blad.go("reservekopieen", {})
    naam = blad.scherm.naam
    QTest.keyClick(blad.scherm, Qt.Key.Key_Escape)
    assert blad.scherm.naam == naam


def test_a_lock_in_the_midst_of_erasing_waits_for_its_end(
    qtbot: QtBot, blad: Werkblad, open_venster: Venster, work: Workspace, selam: str, again: Again
) -> None:
    reservekopie.back_up(work)
    slow, kenmerk = Slow(), propose(work, selam).kenmerk
    watch = Watch(lambda told: slow.wait() if not told.may_stop else None)

    def job() -> object:
        return wissen.erase(work, selam, kenmerk, "anders", "op verzoek", progress=watch.progress)

    tasks.run(blad.context, job, lambda _: None, "Wissen", watch=watch, whole=True)
    assert slow.is_there.wait(patience.SECONDS)
    qtbot.waitUntil(lambda: not blad.statusregel.voortgang.stop.isVisible())
    assert "kan niet meer worden gestopt" in blad.statusregel.voortgang.woorden.text()
    QTest.keyClick(blad.scherm, Qt.Key.Key_Escape)
    assert not watch.cancelled
    threading.Timer(0.3, slow.go.set).start()
    open_venster.lock()
    assert open_venster.werkblad is None
    after = again()
    assert is_erased(after.vault, selam)
    assert own_pending(after.vault) == set()
    assert check_open(after) == []


def test_a_lock_calls_off_what_can_be_called_off(
    blad: Werkblad, open_venster: Venster, work: Workspace, again: Again
) -> None:
    slow, watch, before = Slow(), Watch(), kluis.digest(work)

    class Held(Progress):
        """Waits where it might end."""

        def go_on(self) -> None:
            slow.wait()
            watch.progress.go_on()

    def job() -> None:
        work.vault.rebuild(Held())

    taak = tasks.run(blad.context, job, lambda _: pytest.fail("done"), "x", watch=watch, whole=True)
    assert slow.is_there.wait(patience.SECONDS)
    threading.Timer(0.3, slow.go.set).start()
    open_venster.lock()
    assert (watch.cancelled, taak.cancelled) == (True, True)
    after = again()
    assert kluis.digest(after) == before
    assert check_open(after) == []


def test_reading_a_damaged_vault_is_stopped_by_escape(qtbot: QtBot, venster: Venster, stuk: Path) -> None:
    before = (stuk / "vault.db").read_bytes()
    pages: list[int] = []

    def stop() -> None:
        if venster.beschadigd is not None:
            pages.append(venster.beschadigd.pages.currentIndex())
            QTest.keyClick(venster.beschadigd, Qt.Key.Key_Escape)

    # Queued before reading begins, so that it comes before any word of its end.
    venster.stack.currentChanged.connect(stop, Qt.ConnectionType.QueuedConnection)
    begin_unlocking(venster, stuk)
    qtbot.waitUntil(lambda: bool(pages) and venster.beschadigd is None)
    assert pages == [LEZEN]
    assert venster.stack.currentWidget() is venster.ontgrendelen
    assert (stuk / "vault.db").read_bytes() == before

"""While fifty files are joined the window goes on, and it can be stopped in the midst."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from intake_assistant.operations.exchange.merge import Samenvoeging, merge_files
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.vault.reservekopie import SAMENVOEGEN, list_kopieen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import Watch
from intake_assistant.ui.qt import tasks
from tests import patience
from tests.storage.hulp import Between
from tests.ui.uitwisseling.conftest import Collega, Open, begun, meet, sent

FILES = 50


@pytest.fixture
def paden(collega: Collega, work: Workspace, tmp_path: Path) -> list[Path]:
    """Fifty files, each of somebody new."""
    tea = collega("Tea")
    meet(tea, work)
    dossiers = [begun(tea, f"Hailu {nr}") for nr in range(FILES)]
    return [sent(tea, work, tmp_path / f"{nr}.intake.age", dossier) for nr, dossier in enumerate(dossiers)]


def test_between_any_two_dossiers_the_window_does_what_is_asked(
    open_deel: Open, work: Workspace, paden: list[Path], stil: Callable[[], None]
) -> None:
    scherm, beat, waits = open_deel("samenvoegen"), threading.Event(), list[bool]()

    def wait_for_the_window() -> None:
        beat.clear()
        waits.append(beat.wait(patience.SECONDS))

    def live() -> None:
        QTest.keyClick(scherm, Qt.Key.Key_Tab)
        scherm.repaint()
        beat.set()

    heart, done = QTimer(scherm, interval=0), list[Samenvoeging]()
    heart.timeout.connect(live)
    heart.start()
    tasks.run(
        scherm.context,
        lambda: merge_files(work, paden, progress=Between(wait_for_the_window)),
        done.append,
        "Samenvoegen",
        whole=True,
    )
    stil()
    heart.stop()
    assert [one.fout for one in done[0].bestanden] == [None] * FILES
    assert all(waits)
    assert len(waits) > FILES
    assert len(work.vault.dossiers()) == FILES


def test_stopped_in_the_midst_nothing_of_any_file_stays(
    open_deel: Open, work: Workspace, paden: list[Path], stil: Callable[[], None]
) -> None:
    scherm, before = open_deel("samenvoegen"), digest(work)
    is_there, go = threading.Event(), threading.Event()

    def told(watch: Watch) -> None:
        if watch.share > 0.4 and not is_there.is_set():
            is_there.set()
            go.wait(patience.SECONDS)

    watch = Watch(told)
    tasks.run(
        scherm.context,
        lambda: merge_files(work, paden, progress=watch.progress),
        lambda _: pytest.fail("done"),
        "Samenvoegen",
        watch=watch,
        whole=True,
    )
    assert is_there.wait(patience.SECONDS)
    QTest.keyClick(scherm, Qt.Key.Key_Escape)
    assert watch.cancelled
    go.set()
    stil()
    assert digest(work) == before
    assert work.vault.dossiers() == []
    assert [k.backup.soort for k in list_kopieen(work)] == [SAMENVOEGEN]

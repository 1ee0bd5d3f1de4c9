"""Change the checklist while the preview is made: python -m tests.stress.checklist --rounds 500.

In a real window. `--eager` has Python look for cycles at every turn, so that a fault shows in few rounds.
Ends with 0 when the window lived and no thread but its own took objects apart.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_assistant.operations.workspace import FixedClock
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster, open_window
from tests.stress.screen import PATIENCE, screen
from tests.ui.gespeeld import play_concept, visible
from tests.ui.gevuld import VANDAAG, opened_vault

_VELDEN = ("veld_ondertekenaar.naam", "veld_ondertekenaar.functie")


def main() -> int:
    """Start a screen, and on it the window that is driven."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--eager", action="store_true")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.inside:
        return _play(Path(os.environ["HOME"]), args.rounds, eager=args.eager)
    with screen() as around, tempfile.TemporaryDirectory(prefix="intake-checklist-") as folder:
        around |= {"HOME": folder, "TMPDIR": folder, "PYTHONFAULTHANDLER": "1"}
        again = [sys.executable, "-m", "tests.stress.checklist", "--inside", *sys.argv[1:]]
        return subprocess.run(again, env=around).returncode


def _play(home: Path, rounds: int, *, eager: bool) -> int:
    elsewhere: list[str] = []
    gc.callbacks.append(lambda phase, _: _note_thread(elsewhere))
    app = QApplication([])
    with opened_vault(home) as work:
        dossier = play_concept(work, "06")
        venster = open_window(
            Omgeving(FixedClock(VANDAAG), os.urandom, Voorkeuren(home / "voorkeuren.json"), home)
        )
        venster.enter(work)
        assert venster.werkblad is not None
        venster.werkblad.go("beschikking", {"dossier": dossier})
        if eager:
            _look_at_every_turn(venster)
        for number in range(1, rounds + 1):
            _round(app, venster.werkblad.scherm, number)
            if number % 50 == 0:
                sys.stdout.write(f"{number} rounds\n")
                sys.stdout.flush()
        venster.lock()
        tasks.finish()
    sys.stdout.write(f"{rounds} rounds, {len(elsewhere)} searches off the thread of the window\n")
    return 1 if elsewhere else 0


def _note_thread(elsewhere: list[str]) -> None:
    if threading.current_thread() is not threading.main_thread():
        elsewhere.append(threading.current_thread().name)


def _look_at_every_turn(venster: Venster) -> None:
    gc.set_threshold(1)
    for timer in venster.findChildren(QTimer, "afval"):
        timer.setInterval(0)


def _round(app: QApplication, scherm: object, number: int) -> None:
    """Fill or empty who signs, as soon as the preview is being made."""
    assert isinstance(scherm, BeschikkingScherm)
    scherm._timer.setInterval(5)
    end = time.monotonic() + PATIENCE
    while not tasks.is_busy() and time.monotonic() < end:
        app.processEvents()
    for naam in _VELDEN:
        veld = visible(scherm, naam)
        veld.setFocus()
        QTest.keySequence(veld, "Ctrl+A")
        if number % 2:
            QTest.keyClick(veld, Qt.Key.Key_Delete)
        else:
            QTest.keyClicks(veld, "Jan")
        QTest.keyClick(veld, Qt.Key.Key_Tab)
        app.processEvents()


if __name__ == "__main__":
    raise SystemExit(main())

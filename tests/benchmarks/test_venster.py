"""From process start to the painted unlock window, beside an empty PySide6 window; and the next question."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from intake_assistant.ui.window.preferences import Voorkeuren
from tests.benchmarks.conftest import measure

ROOT = Path(__file__).parents[2]
START = "procesbegin tot getekend venster (doel: hooguit 1,3 keer)"
PAINTED = """
from PySide6.QtCore import QEvent, QObject
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            app.quit()
        return False
painted = Painted()
"""
EMPTY = f"""
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
{PAINTED}
window = QWidget()
window.resize(1366, 768)
window.installEventFilter(painted)
window.show()
app.exec()
"""
UNLOCK = f"""
from pathlib import Path
import os, sys
from PySide6.QtWidgets import QApplication
from intake_assistant.app import SystemClock
from intake_assistant.ui.kit import theme
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import open_window
from intake_assistant.ui.window.preferences import Voorkeuren
app = QApplication([])
{PAINTED}
theme.follow_system()
vault, choices = Path(sys.argv[1]), Path(sys.argv[2])
window = open_window(Omgeving(SystemClock(), os.urandom, Voorkeuren(choices), vault.parent))
window.centralWidget().installEventFilter(painted)
app.exec()
"""


def _run(script: str, *arguments: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        timeout=30,
        capture_output=True,
    )


@pytest.mark.benchmark(group=START)
def test_empty_window(benchmark: BenchmarkFixture) -> None:
    measure(benchmark, _run, args=(EMPTY,), rounds=10, warmup_rounds=2)


@pytest.mark.benchmark(group=START)
def test_unlock_window(benchmark: BenchmarkFixture, vault_path: Path, tmp_path: Path) -> None:
    choices = tmp_path / "voorkeuren"
    known = Voorkeuren(choices)
    known.keep(kluis=str(vault_path))
    measure(benchmark, _run, args=(UNLOCK, str(vault_path), str(choices)), rounds=10, warmup_rounds=2)

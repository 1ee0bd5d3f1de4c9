"""A long day of signals does not end the program."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
SOURCE = """
import intake_assistant.ui
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Bel(QObject):
    gaat = Signal()
app = QCoreApplication([])
bel = Bel()
for _ in range(20_000):
    bel.gaat.emit()
print("klaar", True)
"""


def test_twenty_thousand_signals_leave_true_alive() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SOURCE], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "klaar True"), done.stderr

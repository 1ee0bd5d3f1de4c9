"""The window beside an empty one, each in a process of its own: until it is painted, and what it holds."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from intake_assistant.ui.window.preferences import FILE, Voorkeuren
from tests.benchmarks.measuring import Figure
from tests.benchmarks.vaults import PASSPHRASE, Measured

ROOT = Path(__file__).parents[2]
_CHILD = Path(__file__).with_name("child.py")
ROUNDS = 11


def start_of_process(place: Measured) -> Figure:
    """From the start of the process to the first painting."""
    with tempfile.TemporaryDirectory() as folder:
        _choose(Path(folder), place.path)
        # The first start compiles, and brings the libraries into memory.
        taken = [(_painted("ours", folder), _painted("empty", folder)) for _ in range(ROUNDS + 1)][1:]
    mine, beside = zip(*taken, strict=True)
    return Figure(statistics.median(mine), statistics.median(beside))


def list_in_memory(place: Measured) -> Figure:
    """What the process holds with the list of all dossiers on the screen."""
    with tempfile.TemporaryDirectory() as folder:
        _choose(Path(folder), place.path)
        return Figure(_run("held", "ours", folder), _run("held", "empty", folder))


def _choose(folder: Path, vault: Path) -> None:
    Voorkeuren(folder / "intake-assistent" / FILE).keep(kluis=str(vault))


def _painted(whose: str, folder: str) -> float:
    begun = time.monotonic()
    return _run("painted", whose, folder) - begun


def _run(what: str, whose: str, folder: str) -> float:
    own = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": folder, "PYTHONPATH": str(ROOT)}
    # Bytecode is kept on every computer but that of a developer who said no.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, str(_CHILD), what, whose, PASSPHRASE],
        env={**kept, **own},
        stdout=subprocess.PIPE,
        check=True,
        timeout=600,
    )
    return float(json.loads(done.stdout))

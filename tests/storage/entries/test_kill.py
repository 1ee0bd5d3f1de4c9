"""Writers killed at random moments: nothing acknowledged is lost, nothing is half, all opens and is sound.

The stories and how they are looked at: tests/stress; there 10,000 kills are asked for by name (kill.py).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.stress.kill import STORIES

pytestmark = pytest.mark.slow

KILLS = 39


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process of its own counted, without Qt or any of what other tests left."""
    state = tmp_path_factory.mktemp("kill") / "state.json"
    command = [sys.executable, "-m", "tests.stress.kill", str(state), "--kills", str(KILLS), "--seed", "4"]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found: dict[str, Any] = json.loads(state.read_bytes())["verhalen"]
    return found


@pytest.mark.parametrize("story", STORIES)
def test_a_killed_writer_loses_nothing_acknowledged(figures: dict[str, Any], story: str) -> None:
    tally = figures[story]
    assert (tally["lost"], tally["faults"]) == (0, [])
    assert tally["kills"] > 0
    assert tally["acknowledged"] > 0


def test_as_many_were_killed_as_was_asked(figures: dict[str, Any]) -> None:
    assert sum(tally["kills"] for tally in figures.values()) >= KILLS

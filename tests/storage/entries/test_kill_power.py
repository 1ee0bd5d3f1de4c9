"""The power fails while a writer writes: what was acknowledged is there, all opens and is sound.

Every file operation of a story was recorded; some of the states that they may leave on a disk are looked at
here, and as many as one likes by `python -m tests.stress.power`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.stress import power
from tests.stress.tracing import CAN_TRACE

pytestmark = pytest.mark.slow

STATES = 6


@pytest.fixture(scope="module")
def figures() -> dict[str, list[int]]:
    """What came of each story, in a process of its own without Qt or any of what other tests left."""
    # A fork of one in which others made documents would wait for threads that it has not.
    command = [sys.executable, "-m", "tests.stress.power", "--states", str(STATES)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert ran.returncode == 0, ran.stdout + ran.stderr
    lines = (line.split() for line in ran.stdout.splitlines()[1:])
    return {story: list(map(int, counts)) for story, *counts in lines}


@pytest.mark.skipif(not CAN_TRACE, reason="system calls are followed on Linux on x86-64 alone")
@pytest.mark.parametrize("story", power.STORIES)
def test_a_power_failure_loses_nothing_acknowledged(figures: dict[str, list[int]], story: str) -> None:
    steps, states, lost, _, faults = figures[story]
    assert (states, lost, faults) == (STATES, 0, 0)
    assert steps > STATES

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

STATES = 24


@pytest.mark.skipif(not CAN_TRACE, reason="system calls are followed on Linux on x86-64 alone")
@pytest.mark.parametrize("story", power.STORIES)
def test_a_power_failure_loses_nothing_acknowledged(story: str) -> None:
    # In a process of its own: a fork of one in which others made documents waits for threads it has not.
    command = [sys.executable, "-m", "tests.stress.power", story, "--states", str(STATES)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert ran.returncode == 0, ran.stdout + ran.stderr
    steps, states, lost, _, faults = map(int, ran.stdout.split(story)[1].split()[:5])
    assert (states, lost, faults) == (STATES, 0, 0)
    assert steps > STATES

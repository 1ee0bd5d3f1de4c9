"""The power fails while a writer writes: what was acknowledged is there, all opens and is sound.

Every file operation of a story was recorded; some of the states that they may leave on a disk are looked at
here, and as many as one likes by `python -m tests.stress.power`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stress import power
from tests.stress.tracing import CAN_TRACE

STATES = 24


@pytest.mark.skipif(not CAN_TRACE, reason="system calls are followed on Linux on x86-64 alone")
@pytest.mark.parametrize("story", power.STORIES)
def test_a_power_failure_loses_nothing_acknowledged(story: str, tmp_path: Path) -> None:
    tally, steps = power.let_fail(story, tmp_path, STATES, seed=1)
    assert (tally.lost, tally.faults) == (0, [])
    assert steps > STATES

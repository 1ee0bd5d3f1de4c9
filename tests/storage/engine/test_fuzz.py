"""Bits flipped anywhere in a vault: 50 times in this run, 10,000 with tests.stress.fuzz."""

from collections import Counter
from pathlib import Path

from tests.stress.fuzz import run

TIMES = 50


def test_whatever_is_bent_it_opens_truly_or_is_refused_untouched(tmp_path: Path) -> None:
    counted = Counter(run(TIMES, 20_000, tmp_path))
    assert counted.total() == TIMES
    assert counted["open"] > 0
    assert counted["vault.damaged"] > 0

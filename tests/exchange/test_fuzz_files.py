"""Files spoilt by chance: 300 in this run, 100,000 with tests.stress.bestanden."""

from pathlib import Path

import pytest

from tests.stress.bestanden import run

pytestmark = pytest.mark.slow

TIMES = 300
KNOWN = {"", "exchange.damaged", "exchange.newer", "exchange.not_for_you"}


def test_whatever_is_spoilt_is_refused_in_words_and_changes_nothing(tmp_path: Path) -> None:
    found = run(TIMES, 7, tmp_path)
    assert found.faults == []
    assert found.codes.total() == TIMES
    assert {code for _, code in found.codes} <= KNOWN
    assert found.codes["on_its_way", "exchange.damaged"] > 0
    assert found.codes["signed", "exchange.damaged"] > 0

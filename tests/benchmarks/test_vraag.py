"""The next question on the screen: all the work, painting included, within one frame of 16 ms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.conftest import measure
from tests.ui.gesprekshulp import Zaal, opened_zaal, tijdens

PAGES = 25


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


# The offscreen platform says this of every window.
@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.benchmark(group="de volgende vraag op het scherm (doel: hooguit 16 ms)")
def test_next_question(benchmark: BenchmarkFixture, zaal: Zaal, qapp: QApplication) -> None:
    zaal.gesprek()
    scherm = zaal.scherm()

    def idle() -> None:
        # Between two questions people talk; the program prepares the next page meanwhile.
        for _ in range(20):
            qapp.processEvents()

    def go_next() -> None:
        tijdens(scherm).go_next()
        scherm.grab()

    measure(benchmark, go_next, setup=idle, rounds=PAGES)

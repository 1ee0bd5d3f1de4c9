"""From a touch to both halves painted, beside painting them when nothing changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from intake_assistant.ui.gesprek.screen import GesprekScherm
from tests.benchmarks.conftest import measure
from tests.ui.gesprekshulp import go, opened_zaal, tijdens

TOUCHES = 25
GROEP = "van aanraken tot beide helften geschilderd (naast leeg schilderen)"


@pytest.fixture
def scherm(tmp_path: Path, qapp: QApplication) -> Iterator[GesprekScherm]:
    with opened_zaal(tmp_path) as zaal:
        zaal.gesprek()
        made = zaal.scherm()
        go(made, "taalniveau.geletterdheid")
        yield made


# The offscreen platform says this of every window.
@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.benchmark(group=GROEP)
def test_touch(benchmark: BenchmarkFixture, scherm: GesprekScherm, qapp: QApplication) -> None:
    helft = tijdens(scherm).gedeeld

    def touch() -> None:
        helft.aangeraakt.emit("anders")
        qapp.processEvents()
        scherm.grab()

    measure(benchmark, touch, setup=qapp.processEvents, rounds=TOUCHES)


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.benchmark(group=GROEP)
def test_empty_repaint(benchmark: BenchmarkFixture, scherm: GesprekScherm, qapp: QApplication) -> None:
    def repaint() -> None:
        qapp.processEvents()
        scherm.grab()

    measure(benchmark, repaint, setup=qapp.processEvents, rounds=TOUCHES)

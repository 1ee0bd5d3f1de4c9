"""What the figures beside the table are measured on: pytest tests/benchmarks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from intake_assistant.operations.vault import kluis
from intake_assistant.operations.workspace import FixedClock, Workspace
from tests.benchmarks.vaults import DAY, PASSPHRASE
from tests.storage.hulp import CHEAP


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """An empty vault, open."""
    path, clock = tmp_path_factory.mktemp("kluis") / "meting.intake", FixedClock(DAY)
    gegevens = {"naam": "M. de Boer", "gemeente": "Voorbeeldstad"}
    kluis.create(path, PASSPHRASE, clock, os.urandom, gegevens, cost=CHEAP)
    opened = kluis.open_workspace(path, PASSPHRASE, clock, os.urandom)
    with opened.vault:
        yield opened


def measure(benchmark: BenchmarkFixture, act: Callable[..., Any], **how: Any) -> Any:
    """Run an act for a number of rounds and return what it gave."""
    return benchmark.pedantic(act, **how)  # type: ignore[no-untyped-call]  # the plug-in has no types here

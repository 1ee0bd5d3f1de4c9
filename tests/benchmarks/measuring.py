"""One act beside its bare reference: in turns, so that a busy moment of the computer hits both."""

from __future__ import annotations

import gc
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.phases import PHASES

_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: seconds, bytes or megabytes; `note` tells what one number cannot."""

    ours: float
    reference: float = 0.0
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times the reference; 0 where there is none."""
        return self.ours / self.reference if self.reference else 0.0


def timed(act: Callable[[], object]) -> float:
    """How many seconds an act takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def watched(act: Callable[[], object]) -> float:
    """The same of an act of ours: where its time goes is counted when that is asked for."""
    with PHASES.watched():
        return timed(act)


def in_turns(rounds: int, ours: Callable[[], object], bare: Callable[[], object], *, warm: int = 1) -> Figure:
    """The medians of both, after some rounds that do not count."""
    taken: list[tuple[float, float]] = []
    gc.collect()
    for _ in range(warm):
        timed(ours), timed(bare)
    for _ in range(rounds):
        taken.append((watched(ours), timed(bare)))
    mine, beside = zip(*taken, strict=True)
    return Figure(statistics.median(mine), statistics.median(beside), _slowest(mine, beside))


def _slowest(mine: tuple[float, ...], beside: tuple[float, ...]) -> str:
    if len(mine) < 100:
        return ""
    ours, bare = (statistics.quantiles(taken, n=100)[98] for taken in (mine, beside))
    return f"p99 {1000 * (ours - bare):+.1f} ms"


def memory(what: str = "VmRSS") -> float:
    """The megabytes that this process holds (VmRSS), or held at the most (VmHWM)."""
    found = re.search(rf"^{what}:\s+(\d+) kB$", _STATUS.read_text(encoding="ascii"), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def forget_peak() -> None:
    """Count the most that was held from here on."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")

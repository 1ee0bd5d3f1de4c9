"""The demonstration: a whole intake through the real window, played from a case file."""

from __future__ import annotations

from collections.abc import Sequence

from intake_assistant.domain.ports import Clock, Randomness


def main(argv: Sequence[str], clock: Clock, random: Randomness) -> int:
    """Run `demo --out DIR [--case FILE] [--taal ti] [--snel]`; returns the exit code."""
    from intake_assistant.demo.opdracht import run  # late: it brings the window along

    return run(argv, clock, random)

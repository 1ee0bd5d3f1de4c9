"""A moment in words, for lists of what happened."""

from __future__ import annotations

import datetime

from intake_assistant.dates import date_in_words


def moment_in_words(op: datetime.datetime) -> str:
    """A moment as `16 april 2026, 14:02`."""
    return f"{date_in_words(op.date().isoformat())}, {op:%H:%M}"

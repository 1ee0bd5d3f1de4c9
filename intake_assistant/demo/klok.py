"""A clock that can be put on another day; from there it runs on as time does."""

from __future__ import annotations

import datetime
import time

_BEGIN = datetime.time(8, 0)  # UTC: nine or ten o'clock in the Netherlands


class Klok:
    """The day of the case that is being played."""

    def __init__(self, day: datetime.date) -> None:
        self.go(day)

    def go(self, day: datetime.date) -> None:
        """Begin this day."""
        self._begin = datetime.datetime.combine(day, _BEGIN, datetime.UTC)
        self._since = time.monotonic()

    def now(self) -> datetime.datetime:
        """The moment of the case, in UTC."""
        return self._begin + datetime.timedelta(seconds=time.monotonic() - self._since)

    def today(self) -> datetime.date:
        """The day of the case."""
        return self._begin.date()

"""What the outside passes in: the clock and chance."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

Randomness = Callable[[int], bytes]
"""Give that many random bytes."""


class Clock(Protocol):
    """The one clock; the law runs on `today`, entries carry `now`."""

    def now(self) -> datetime:
        """Return the moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """Return the day in the Netherlands."""
        ...

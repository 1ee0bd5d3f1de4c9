"""How far long work is, how long it will still take, and whether it was called off.

Whoever waits has a `Watch`, and hands its `progress` to the work, which tells it from any thread. Work that
nobody watches has `UNWATCHED`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Final, Protocol

from intake_assistant.errors import KnownError

CANCELLED: Final = "act.cancelled"
"""The code of the one error by which work ends that was called off: everything is as it was before."""
# A rate over less is chance; an estimate of before is a guess.
_EVERY, _SURE_AFTER = 0.25, 2.0
# So long a rate of before weighs as much as that of now.
_HALF_LIFE = 8.0


class _Counted[T](Protocol):
    """What is gone through, and how much of it there is."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[T]: ...


class Progress:
    """What work tells of a stretch of itself, and where it asks whether to go on; here nobody is told."""

    def parts(self, *weights: float) -> tuple[Progress, ...]:
        """This stretch in parts that follow each other, each as long as it weighs."""
        return tuple(self for _ in weights)

    def each[T](self, things: _Counted[T]) -> Iterator[T]:
        """Go through these; between two of them it may end, when it was called off."""
        for done, thing in enumerate(things):
            self.go_on()
            yield thing
            self.tell(done + 1, len(things))
        self.done()

    def tell(self, done: float, total: float) -> None:
        """So much of this stretch is done."""

    def done(self) -> None:
        """All of this stretch is done."""
        self.tell(1, 1)

    def go_on(self) -> None:
        """At a point where ending leaves all as it was: KnownError `act.cancelled` when it was called off."""

    def commit(self) -> None:
        """The same for the last time: what follows can no longer be stopped."""


UNWATCHED: Final = Progress()


class Watch:
    """What whoever waits sees of work on another thread, and by which it is called off."""

    def __init__(
        self, told: Callable[[Watch], None] = lambda watch: None, now: Callable[[], float] = time.monotonic
    ) -> None:
        """`told` is called by the work, on its thread, each time it came further."""
        self.share = 0.0
        """How much is done, from 0 to 1; it never goes back."""
        self.may_stop = True
        """Whether it can still be called off."""
        self.cancelled = False
        self.progress: Progress = _Stretch(self, 0.0, 1.0)
        """What the work is given."""
        self._told, self._now, self._lock = told, now, threading.Lock()
        self._begun = self._at = now()
        self._from, self._rate = 0.0, 0.0

    def cancel(self) -> bool:
        """Call it off; returns whether it could be. It ends at the next point where all is as it was."""
        with self._lock:
            self.cancelled = self.cancelled or self.may_stop
            return self.cancelled

    def seconds_left(self) -> float | None:
        """An estimate by the rate of late; None when it is too early to tell."""
        with self._lock:
            now = self._now()
            rate = self._rate_at(now)
            return (1 - self.share) / rate if rate and now - self._begun >= _SURE_AFTER else None

    def _rate_at(self, now: float) -> float:
        passed = now - self._at
        if passed < _EVERY:
            return self._rate
        lately = (self.share - self._from) / passed
        # What stands still takes longer and longer.
        return lately + (self._rate - lately) * 0.5 ** (passed / _HALF_LIFE) if self._rate else lately

    def reach(self, share: float) -> None:
        """For the work: it came so far."""
        with self._lock:
            if share <= self.share:
                return
            self.share = share
            now = self._now()
            if now - self._at >= _EVERY:
                self._rate = self._rate_at(now)
                self._at, self._from = now, share
        self._told(self)

    def refuse_cancelled(self, *, commit: bool) -> None:
        """For the work: end here when it was called off; with `commit` it cannot be from here on."""
        with self._lock:
            # Both at once: whoever called it off is told truly whether it was.
            if self.cancelled:
                raise KnownError(CANCELLED)
            self.may_stop = self.may_stop and not commit
        if commit:
            self._told(self)


class _Stretch(Progress):
    """From where to where of the whole."""

    def __init__(self, watch: Watch, begin: float, end: float) -> None:
        self._watch, self._begin, self._end = watch, begin, end

    def parts(self, *weights: float) -> tuple[Progress, ...]:
        total, begin, made = sum(weights) or 1, self._begin, list[Progress]()
        for weight in weights:
            end = begin + (self._end - self._begin) * weight / total
            made.append(_Stretch(self._watch, begin, end))
            begin = end
        return tuple(made)

    def tell(self, done: float, total: float) -> None:
        share = min(done / total, 1) if total else 1
        self._watch.reach(self._end if share == 1 else self._begin + (self._end - self._begin) * share)

    def go_on(self) -> None:
        self._watch.refuse_cancelled(commit=False)

    def commit(self) -> None:
        self._watch.refuse_cancelled(commit=True)

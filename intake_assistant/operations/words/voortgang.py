"""How far long work is and how long it will still take, in words."""

from __future__ import annotations

import math

from intake_assistant.progress import Watch
from intake_assistant.texts import text

_MINUTE, _HOUR = 60, 3600


def percent_of(watch: Watch) -> int:
    """How much is done, of a hundred; not all before it has ended."""
    return min(int(watch.share * 100), 99)


def progress_in_words(watch: Watch) -> str:
    """How much is done, and an estimate of the rest once there is one."""
    left = watch.seconds_left()
    done = text("kluis.voortgang.deel", procent=percent_of(watch))
    return done if left is None else text("kluis.voortgang.deel_nog", deel=done, nog=left_in_words(left))


def left_in_words(seconds: float) -> str:
    """An estimate as people say it: the longer, the rougher."""
    if seconds <= 10:
        return text("kluis.voortgang.bijna")
    if seconds <= 50:
        return text("kluis.voortgang.seconden", aantal=10 * math.ceil(seconds / 10))
    if seconds < 1.5 * _HOUR:
        return text("kluis.voortgang.minuten", aantal=max(1, round(seconds / _MINUTE)))
    return text("kluis.voortgang.uren", aantal=round(seconds / _HOUR))

"""How long a test waits for what must come: a busy computer is slow, and no test fails for that alone."""

import time
from collections.abc import Callable

from pytestqt.qtbot import QtBot

SECONDS = 120
MS = SECONDS * 1000


def give_to(bot: type[QtBot]) -> None:
    """Have every wait of pytest-qt be patient; by itself it gives up after five seconds."""
    for wait in (bot.waitUntil, bot.waitSignal, bot.waitSignals, bot.waitActive, bot.waitExposed):
        wait.__kwdefaults__ = {**(wait.__kwdefaults__ or {}), "timeout": MS}


def until(done: Callable[[], bool]) -> None:
    """Wait for what another thread does, without giving the window a turn."""
    end = time.monotonic() + SECONDS
    while not done():
        assert time.monotonic() < end
        time.sleep(0.001)

"""A window in a process of its own, that can be killed: begun from one in which all is imported and read."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

Say = Callable[[str], None]


@cache
def _server() -> ForkServerContext:
    # No fork of the tests themselves: of the window that they have nothing may come along.
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["tests.ui.ingelezen"])
    return server


class EigenProces:
    """Does something that never ends by itself, and says lines meanwhile."""

    def __init__(self, does: Callable[..., None], *given: object) -> None:
        self._hears, says = _server().Pipe(duplex=False)
        self._process: BaseProcess = _server().Process(target=_run, args=(says, does, *given))
        self._process.start()
        says.close()

    def hear(self) -> str:
        """The next line that it says; what it died of when it did."""
        try:
            return str(self._hears.recv())
        except EOFError:
            raise AssertionError(f"silent, ended with {self._process.exitcode}") from None

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Have it stand still, wherever it is, and go on from there."""
        pid = self._process.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        try:
            while not _stands_still(pid):
                time.sleep(0.001)
            yield
        finally:
            os.kill(pid, signal.SIGCONT)

    def kill(self) -> list[str]:
        """End it without a word; what it had said and nobody had heard yet."""
        self._process.kill()
        self._process.join()
        rest = []
        while True:
            try:
                rest.append(self.hear())
            except (AssertionError, OSError):  # cut off in the middle of a line: that was not said
                return rest


def _stands_still(pid: int) -> bool:
    # After the name, which may hold anything.
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "T"


def _run(says: Connection, does: Callable[..., None], *given: Any) -> None:
    try:
        does(says.send, *given)
    except BaseException:  # noqa: BLE001  # whatever it was, who listens reports it
        says.send(traceback.format_exc())

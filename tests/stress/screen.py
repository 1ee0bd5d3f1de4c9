"""A real X screen of one's own, with a window manager: what a person sits at, on a number nobody else has."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests import patience

WIDTH, HEIGHT = 1366, 768
SIZE = f"{WIDTH}x{HEIGHT}x24"
PATIENCE = float(patience.SECONDS)


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Start a screen and its window manager; gives the environment for who draws on it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        # The server chooses a free number itself: two runs on one computer never meet. With nobody on it it
        # would begin anew, and throw out who is just coming in.
        ["Xvfb", "-displayfd", str(writing), "-noreset", "-nolisten", "tcp", "-screen", "0", SIZE],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        around = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        with _window_manager(around):
            yield around
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _window_manager(around: dict[str, str]) -> Iterator[None]:
    nowhere = subprocess.DEVNULL
    manager = subprocess.Popen(["openbox", "--sm-disable"], env=around, stdout=nowhere, stderr=nowhere)
    try:
        _wait_for_manager(manager, around)
        yield
    finally:
        manager.terminate()
        manager.wait()


def _wait_for_manager(manager: subprocess.Popen[bytes], around: dict[str, str]) -> None:
    end = time.monotonic() + PATIENCE
    # Asking who has the keyboard is answered once a manager is there.
    while subprocess.run(["xdotool", "get_num_desktops"], env=around, capture_output=True).returncode:
        if manager.poll() is not None or time.monotonic() > end:
            raise RuntimeError("openbox did not start")
        time.sleep(0.05)

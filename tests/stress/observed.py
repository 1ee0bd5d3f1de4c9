"""The window as a person gets it, with somebody inside who tells what is seen: a line in, a line out.

Started by tests.stress.live on its own screen. Before a look it may be asked for a `scale`, or to `free` the
page from waiting after wrong passphrases.
"""

from __future__ import annotations

import datetime
import faulthandler
import json
import os
import signal
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from intake_assistant import crypto
from intake_assistant.errors import KnownError
from intake_assistant.storage.keys.wachttijd import WAIT_FILE
from intake_assistant.ui.kit import theme
from intake_assistant.ui.qt import faults
from intake_assistant.ui.window.preferences import Voorkeuren, user_file
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster, open_window
from tests.stress.seeing import Eyes

LAST_MS = 10_000
TURNS = 3
"""So many turns of the loop are done with before one looks."""


class NoonClock:
    """Begins at noon of a day and runs as it should."""

    def __init__(self, day: datetime.date) -> None:
        begin = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
        self._shift = begin - datetime.datetime.now(datetime.UTC)  # a clock is made of one

    def now(self) -> datetime.datetime:
        """The moment, in UTC."""
        return datetime.datetime.now(datetime.UTC) + self._shift  # see above

    def today(self) -> datetime.date:
        """The day."""
        return self.now().date()


class Inside:
    """Answers the one who works the window from outside."""

    def __init__(self, venster: Venster) -> None:
        self._venster = venster
        self._eyes = Eyes(venster)
        self._heard = b""
        self._line = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._line.activated.connect(self._read)

    def _read(self) -> None:
        found = os.read(sys.stdin.fileno(), 65536)
        if not found:
            self._line.setEnabled(False)
            self._venster.close()
            # Nobody is there to answer a question, nor to end what hangs.
            QTimer.singleShot(LAST_MS, lambda: os._exit(0))
            return
        *lines, self._heard = (self._heard + found).split(b"\n")
        for line in lines:
            self._do(json.loads(line))
            # What the screen has for the window comes in first; a dialog that opens by it holds up no answer.
            QTimer.singleShot(0, QGuiApplication.sync)
            self._answer_after(TURNS)

    def _answer_after(self, turns: int) -> None:
        # By a timer, never by turning the loop here: a dialog that opens in such a turn would be waited for.
        if turns:
            QTimer.singleShot(0, lambda: self._answer_after(turns - 1))
            return
        sys.stdout.write(json.dumps(self._eyes.look()) + "\n")
        sys.stdout.flush()

    def _do(self, asked: dict[str, Any]) -> None:
        if "free" in asked:
            page = self._venster.ontgrendelen
            (page.path / WAIT_FILE).unlink(missing_ok=True)
            page.show_vault(page.path)
        if "scale" in asked:
            # As the list in Instellingen does.
            keuzes = self._venster.omgeving.voorkeuren.keuzes
            theme.thema.apply(keuzes.kleuren, asked["scale"])


def _tell_faults() -> None:
    """A fault that the window tells of in a dialog is told here too."""
    shown = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, KnownError):
            traceback.print_exception(kind, error, trace)
        shown(kind, error, trace)

    sys.excepthook = hook


def main() -> int:
    """The same steps as in app.py, with a clock of our own and the floor of Argon2id."""
    faulthandler.enable()
    faulthandler.register(signal.SIGUSR1)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("intake-assistent")
    theme.follow_system()
    clock = NoonClock(datetime.date.fromisoformat(sys.argv[1]))
    home = Path(os.environ["HOME"])
    venster = open_window(Omgeving(clock, os.urandom, Voorkeuren(user_file()), home, cost=crypto.FLOOR))
    faults.catch(venster, venster.show_known)
    _tell_faults()
    inside = Inside(venster)
    code = app.exec()
    del inside
    return code


if __name__ == "__main__":
    raise SystemExit(main())

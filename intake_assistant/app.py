"""Composition root: joins the parts; the only clock and the only randomness are here."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from intake_assistant import proces
from intake_assistant.dates import local_moment
from intake_assistant.errors import KnownError
from intake_assistant.paths import EXTENSIE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from intake_assistant.operations.workspace import Workspace
    from intake_assistant.policy import Policy
    from intake_assistant.ui.window.surroundings import Omgeving
    from intake_assistant.ui.window.window import Venster

# Of somebody who does not exist; the demonstration plays the same case.
_VOORBEELD = Path(__file__).parent / "demo" / "casus.toml"


class SystemClock:
    """The clock of this computer; the law runs on the day in the Netherlands."""

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the day in the Netherlands."""
        return local_moment(self.now()).date()


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or run a command; returns the exit code."""
    proces.harden()
    given = list(sys.argv[1:] if argv is None else argv)
    bestanden = _handed(given)
    if not given or bestanden:
        if not _has_screen():
            # Qt itself would end the process without a word that a person can use.
            from intake_assistant.cli.shared import REFUSED, tell

            tell(KnownError("window.no_screen"))
            return REFUSED
        return _run_window(bestanden)
    if given[0] == "demo":
        from intake_assistant.demo import main as demo  # late: it brings the window along

        return demo(given[1:], SystemClock(), os.urandom)
    from intake_assistant import cli  # late: the window needs no command line
    from intake_assistant.policy import machine_policy

    policy = machine_policy()
    return cli.main(given, cli.Outside(SystemClock(), os.urandom, policy=policy))


def _handed(given: Sequence[str]) -> tuple[Path, ...]:
    """The files of a colleague that a file manager hands over; no command ends so.

    Windows knows only the last part of an extension.
    """
    is_handed = bool(given) and all(one.endswith(Path(EXTENSIE).suffix) for one in given)
    return tuple(Path(one).absolute() for one in given) if is_handed else ()


def _has_screen() -> bool:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in screens)


def _run_window(bestanden: Sequence[Path] = ()) -> int:
    app, _venster = start_window(bestanden)
    return app.exec()


def start_window(bestanden: Sequence[Path] = ()) -> tuple[QApplication, Venster]:
    """Make the window and show it; it is painted when the application is run."""
    from intake_assistant import policy
    from intake_assistant.ui.qt import imports

    # What is made until the window is there stays: no search goes through it, also not at the first letters.
    gc.disable()
    from PySide6.QtWidgets import QApplication  # late: a command runs without a screen

    imports.have_back()
    from intake_assistant.texts import speak_to_staff
    from intake_assistant.ui.kit import theme
    from intake_assistant.ui.qt import faults
    from intake_assistant.ui.window.window import open_window

    app = QApplication([*sys.argv[:1], *theme.ARGUMENTS])
    app.setApplicationName("intake-assistent")
    # The name of the desktop file of the package: by it a desktop tells whose window this is.
    app.setDesktopFileName("intake-assistant")
    theme.follow_system()
    omgeving = _omgeving(policy.machine_policy(), bestanden)
    speak_to_staff(omgeving.voorkeuren.keuzes.taal)
    venster = open_window(omgeving)
    faults.catch(venster, venster.show_known)
    gc.freeze()
    return app, venster


def _omgeving(policy: Policy, bestanden: Sequence[Path]) -> Omgeving:
    from PySide6.QtCore import QStandardPaths

    from intake_assistant.ui.locking.system import watch_system
    from intake_assistant.ui.window.preferences import Voorkeuren, user_file
    from intake_assistant.ui.window.surroundings import Omgeving

    voorbeeld = _play_voorbeeld if _VOORBEELD.is_file() else None
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    voorkeuren = Voorkeuren(user_file())
    return Omgeving(
        SystemClock(),
        os.urandom,
        voorkeuren,
        Path(documents),
        voorbeeld=voorbeeld,
        policy=policy,
        systeem=watch_system,
        bestanden=list(bestanden),
    )


def _play_voorbeeld(work: Workspace) -> str:
    from intake_assistant.casus.voorbeeld import play_voorbeeld  # late: it brings the writers of documents

    return play_voorbeeld(work, _VOORBEELD.read_bytes(), _VOORBEELD.name)

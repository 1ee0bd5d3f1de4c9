"""When nobody is there: how long that may be, and what counts as somebody."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import FixedClock, Workspace
from intake_assistant.policy import Policy
from intake_assistant.ui.locking.guard import Bewaker
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster


@pytest.mark.parametrize(
    ("policy", "chosen", "seconds"),
    [
        (Policy(), 0, 300),
        (Policy(), 120, 120),
        (Policy(idle_seconds=90.0), 0, 90),
        (Policy(idle_seconds=90.0), 900, 90),
        (Policy(idle_seconds=120.0, fouten=("kapot",)), 900, 120),
    ],
)
def test_five_minutes_unless_the_user_or_above_all_the_administrator_says_otherwise(
    qtbot: QtBot, omgeving: Omgeving, policy: Policy, chosen: int, seconds: int
) -> None:
    omgeving.policy = policy
    omgeving.voorkeuren.keep(idle=chosen)
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    assert venster.guards.bewaker.idle_seconds == seconds


def test_the_time_of_the_administrator_locks(qtbot: QtBot, omgeving: Omgeving, work: Workspace) -> None:
    omgeving.policy = Policy(idle_seconds=0.3)
    venster = Venster(omgeving)
    qtbot.addWidget(venster)
    venster.show()
    venster.enter(work)
    qtbot.waitUntil(lambda: venster.werkblad is None)


def moved(to: tuple[int, int]) -> QMouseEvent:
    spot, none = QPointF(*to), Qt.MouseButton.NoButton
    return QMouseEvent(QEvent.Type.MouseMove, spot, spot, none, none, Qt.KeyboardModifier.NoModifier)


STEPS = itertools.count(10)
ACTS: dict[str, tuple[Callable[[], QEvent], bool]] = {
    "composing with an input method": (lambda: QInputMethodEvent("ሰ", []), True),
    "moving the pointer": (lambda: moved((next(STEPS), 7)), True),
    "a pointer that lies still": (lambda: moved((3, 3)), False),
    "a window that is painted": (lambda: QEvent(QEvent.Type.UpdateRequest), False),
}


def test_what_counts_as_somebody(qtbot: QtBot) -> None:
    ouder = QWidget()
    qtbot.addWidget(ouder)
    heard: list[str] = []
    bewakers = {naam: Bewaker(FixedClock(datetime.date(2026, 5, 4)), 300, ouder) for naam in ACTS}
    for naam, bewaker in bewakers.items():
        # A busy computer wakes late: the steps stay far within what is waited for.
        bewaker.set_idle(1.2)
        bewaker.expired.connect(partial(heard.append, naam))
        bewaker.watch(True)
        bewaker.eventFilter(ouder, moved((3, 3)))
    for _ in range(6):
        qtbot.wait(300)
        for naam, bewaker in bewakers.items():
            make, _ = ACTS[naam]
            bewaker.eventFilter(ouder, make())
    assert set(heard) == {naam for naam, (_, counts) in ACTS.items() if not counts}

"""Who was shown is let go of at the lock: on no screen does anything hold what its context knows."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster

# With what holds most while it is shown: a list, a field, a preview, work at the back.
LAST = ("dossiers", "gesprek", "beschikking", "documenten")


def look_at(venster: Venster, namen: Iterable[str], dossier: str) -> weakref.ref[object]:
    """In a function of its own: a test that holds a screen would keep all that it knows."""
    blad = venster.werkblad
    assert blad is not None
    for naam in ("dossier", *namen):
        blad.go(naam, {"dossier": dossier} if naam != "dossiers" else {})
        QTest.qWait(20)
        assert blad.scherm.naam == naam
    return weakref.ref(blad.context)


@pytest.mark.parametrize("namen", [[kind.naam for kind in SCHERMEN], *([naam] for naam in LAST)])
def test_nobody_is_known_any_more_once_the_vault_is_locked(
    open_venster: Venster, work: Workspace, qtbot: QtBot, namen: list[str]
) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam", "achternaam": "Hailu"}).made
    context = look_at(open_venster, namen, dossier)
    open_venster.lock()
    qtbot.waitUntil(lambda: not tasks._running and gc.collect() >= 0 and context() is None, timeout=10_000)


def test_who_was_shown_is_searched_for_soon_after_the_lock(
    open_venster: Venster, selam: str, qtbot: QtBot
) -> None:
    context = look_at(open_venster, ["gesprek"], selam)
    gc.collect()
    open_venster.lock()
    qtbot.waitUntil(lambda: context() is None, timeout=10_000)

"""Trying to break the lock: over an open list, again and again, and while the passphrase changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.kluis import open_workspace
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.instellingen.screen import Instellingen
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import TODAY, WACHTZIN, Again
from tests.ui.kluizen import Kluis
from tests.ui.midden_in_een_woord import PLEKKEN, type_at
from tests.ui.op_slot import assert_locked, go

NIEUW = "vijf gele olifanten dansen"


def list_of_a_field(venster: Venster, selam: str) -> None:
    go(venster, "dossier", dossier=selam, deel="persoon")
    next(box for box in venster.findChildren(QComboBox) if box.isVisible()).showPopup()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("open_it", [list_of_a_field])
def test_whatever_hangs_over_a_field_goes(
    qtbot: QtBot, open_venster: Venster, selam: str, again: Again, open_it: Callable[[Venster, str], None]
) -> None:
    open_it(open_venster, selam)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    open_venster.lock()
    assert_locked(open_venster)
    again()


def test_locked_again_and_again(open_venster: Venster, selam: str, again: Again) -> None:
    go(open_venster, "dossier", dossier=selam, deel="persoon")
    for _ in range(10):
        open_venster.lock()
        open_venster.enter(again())
        assert open_venster.werkblad is not None
        assert open_venster.werkblad.where().scherm == "dossier"
    open_venster.lock()
    assert_locked(open_venster)


# -- the keys change ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("after_ms", [0, 150, 450])
def test_a_new_passphrase_that_the_lock_cuts_into_leaves_a_vault_that_opens(
    open_venster: Venster, kluis_op_schijf: Kluis, data: Data, after_ms: int
) -> None:
    scherm = go(open_venster, "instellingen", deel="kluis")
    assert isinstance(scherm, Instellingen)
    scherm.wachtzin.oud.field.setText(WACHTZIN)
    scherm.wachtzin.nieuw.eerste.field.setText(NIEUW)
    scherm.wachtzin.nieuw.tweede.field.setText(NIEUW)
    scherm.wachtzin.knop.click()
    assert tasks.is_busy(), scherm.wachtzin.melding.text()
    QTest.qWait(after_ms)
    open_venster.lock()
    assert_locked(open_venster)
    opened = [opens(kluis_op_schijf, data, typed) for typed in (NIEUW, WACHTZIN)]
    assert opened.count(True) == 1, "just one passphrase opens it"


def opens(kluis: Kluis, data: Data, typed: str) -> bool:
    try:
        work: Workspace = open_workspace(kluis.path, typed, FixedClock(TODAY), data=data, random=bytes_of)
    except KnownError as error:
        if error.code != "vault.wrong_passphrase":
            raise
        return False
    work.vault.close()
    return True


def bytes_of(length: int) -> bytes:
    return bytes(range(length))


def test_focus_is_at_the_passphrase(open_venster: Venster, selam: str) -> None:
    type_at(open_venster, selam, PLEKKEN["persoon"])
    open_venster.lock()
    QTest.keyClicks(open_venster.focusWidget(), "paard")
    assert open_venster.ontgrendelen.wachtzin.text() == "paard"

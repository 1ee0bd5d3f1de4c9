"""Killed while somebody types on without a pause: in each kind of field all but the last second is there."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.fields.keeper import KeepingClock
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import TODAY
from tests.ui.eigen_proces import EigenProces
from tests.ui.fields.families import FAMILIES, KEY_MS, on_disk, type_on
from tests.ui.kluizen import Kluis, open_quickly

pytestmark = pytest.mark.slow

SECOND, KEYS = 1.0, 12


@pytest.mark.parametrize("naam", FAMILIES)
def test_killed_while_typing_all_but_the_last_second_is_in_the_vault(
    kluis_op_schijf: Kluis, work: Workspace, selam: str, data: Data, tmp_path: Path, naam: str
) -> None:
    work.vault.close()
    letters, sure = killed_while_typing(tmp_path, kluis_op_schijf.path, selam, naam)
    assert sure >= 4, "too short to say anything"
    again = open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(TODAY), data)
    try:
        assert letters[:sure] in on_disk(again, selam)
    finally:
        again.vault.close()


def killed_while_typing(folder: Path, kluis: Path, dossier: str, naam: str) -> tuple[str, int]:
    """What was typed in a process of its own until it was killed, and how much of it a second before that."""
    child = EigenProces(type_on, folder, kluis, dossier, naam)
    heard = []
    for letter in FAMILIES[naam].letters[:KEYS]:
        assert child.hear() == letter
        # Later than it was typed, never earlier.
        heard.append(time.monotonic())
    time.sleep(random.uniform(0, KEY_MS / 1000))
    killed_at = time.monotonic()
    child.kill()
    return FAMILIES[naam].letters, sum(moment <= killed_at - SECOND for moment in heard)


def test_the_clock_of_a_keeper_is_not_put_off(qtbot: QtBot, open_venster: Venster) -> None:
    kept: list[float] = []
    klok = KeepingClock(open_venster, lambda: kept.append(time.monotonic()))
    for _ in range(20):
        klok.typed()
        qtbot.wait(100)
    assert len(kept) >= 2

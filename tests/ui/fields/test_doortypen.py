"""Broken off while somebody types on without a pause: in each kind of field all but the last second is there.

The process is stopped wherever it is, and all that lies on the disk is copied: just what a kill leaves
(test_afgebroken.py kills). Four processes type, each in a quarter of the kinds of fields.
"""

from __future__ import annotations

import random
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.fields.keeper import KeepingClock
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import TODAY
from tests.ui.eigen_proces import EigenProces
from tests.ui.fields.families import FAMILIES, KEY_MS, on_disk, type_in_each
from tests.ui.kluizen import Kluis, beside, open_quickly

pytestmark = pytest.mark.waits

SECOND, KEYS, HANDS = 1.0, 12, 4


def test_broken_off_while_typing_all_but_the_last_second_is_in_the_vault(
    kluis_op_schijf: Kluis, work: Workspace, selam: str, data: Data, tmp_path: Path
) -> None:
    work.vault.close()
    namen = list(FAMILIES)

    def one_hand(begin: int) -> None:
        folder = tmp_path / str(begin)
        kluizen = {naam: beside(kluis_op_schijf, folder / naam) for naam in namen[begin::HANDS]}
        break_off(kluizen, selam, data, folder)

    # Of what each does most is waiting for the next key.
    with ThreadPoolExecutor(HANDS) as hands:
        for done in [hands.submit(one_hand, begin) for begin in range(HANDS)]:
            done.result()


def break_off(kluizen: dict[str, Kluis], dossier: str, data: Data, folder: Path) -> None:
    """Type in each kind of field, and look each time at what would be left."""
    child = EigenProces(type_in_each, folder, kluizen, dossier)
    try:
        for naam, kluis in kluizen.items():
            letters, sure = typed_until_now(child, naam)
            assert sure >= 4, "too short to say anything"
            with child.stopped():
                left = beside(kluis, folder / f"{naam} achtergelaten")
            again = open_quickly(left.path, left.sleutel, FixedClock(TODAY), data)
            try:
                assert letters[:sure] in on_disk(again, dossier), naam
            finally:
                again.vault.close()
    finally:
        child.kill()


def typed_until_now(child: EigenProces, naam: str) -> tuple[str, int]:
    """What another process types in a kind of field, and how much of it more than a second ago."""
    letters, heard = FAMILIES[naam].letters, list[float]()
    while child.hear() != naam:  # what was typed still in the one before
        pass
    for letter in letters[:KEYS]:
        assert child.hear() == letter
        # Later than it was typed, never earlier.
        heard.append(time.monotonic())
    time.sleep(random.uniform(0, KEY_MS / 1000))
    return letters, sum(moment <= time.monotonic() - SECOND for moment in heard)


def test_the_clock_of_a_keeper_is_not_put_off(qtbot: QtBot, open_venster: Venster) -> None:
    kept: list[float] = []
    klok = KeepingClock(open_venster, lambda: kept.append(time.monotonic()))
    for _ in range(20):
        klok.typed()
        qtbot.wait(100)
    assert len(kept) >= 2

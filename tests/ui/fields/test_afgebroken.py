"""Killed or closed in mid-word on each screen: the text is an entry or stands in its field again."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import TODAY, Again
from tests.ui.eigen_proces import EigenProces
from tests.ui.gesprekshulp import find
from tests.ui.kluizen import Kluis, open_quickly
from tests.ui.midden_in_een_woord import (
    PLEKKEN,
    recorded,
    told,
    type_at,
    type_on_until_killed,
    type_until_killed,
    typed_in,
)

POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.mark.parametrize("naam", PLEKKEN)
def test_killed_in_mid_word(
    venster: Venster, kluis_op_schijf: Kluis, work: Workspace, selam: str, data: Data, tmp_path: Path,
    naam: str,
) -> None:  # fmt: skip
    plek = PLEKKEN[naam]
    work.vault.close()
    child = EigenProces(type_until_killed, tmp_path, kluis_op_schijf, selam, naam)
    assert child.hear() == "typed offscreen"
    child.kill()
    again = open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(TODAY), data)
    try:
        assert plek.getypt not in recorded(again, selam, plek.subject)
        venster.enter(again)
        assert (plek.getypt in recorded(again, selam, plek.subject)) is not plek.is_half
        assert ("staat nog in het veld" if plek.is_half else "teruggevonden") in told(venster)
        plek.naar(venster, selam)
        if plek.is_half:
            assert typed_in(find(venster, QWidget, plek.veld)) == plek.getypt
    finally:
        venster.lock()


@pytest.mark.parametrize("lines", [1, 4])
def test_killed_at_any_moment_while_typing(
    venster: Venster, kluis_op_schijf: Kluis, work: Workspace, selam: str, data: Data, tmp_path: Path,
    lines: int,
) -> None:  # fmt: skip
    work.vault.close()
    child = EigenProces(type_on_until_killed, tmp_path, kluis_op_schijf, selam)
    told_kept = [child.hear() for _ in range(lines)]
    threading.Event().wait(random.uniform(0, 0.4))
    opgeslagen = [*told_kept, *child.kill()][-1]
    again = open_quickly(kluis_op_schijf.path, kluis_op_schijf.sleutel, FixedClock(TODAY), data)
    try:
        venster.enter(again)
        assert "teruggevonden" in told(venster)
        teruggevonden = str(again.vault.dossier(selam).get("taalniveau.verhaal@inburgeraar"))
        assert opgeslagen
        assert teruggevonden.startswith(opgeslagen.rstrip())
    finally:
        venster.lock()


@POPUP
@pytest.mark.parametrize("naam", PLEKKEN)
def test_closed_in_mid_word(open_venster: Venster, selam: str, again: Again, naam: str) -> None:
    plek = PLEKKEN[naam]
    type_at(open_venster, selam, plek)
    assert open_venster.close()
    left = again()
    assert (plek.getypt in recorded(left, selam, plek.subject)) is not plek.is_half
    assert not left.vault.concepttekst()


def test_after_a_clean_end_nothing_is_told(
    open_venster: Venster, omgeving: Omgeving, qtbot: QtBot, selam: str, again: Again
) -> None:
    type_at(open_venster, selam, PLEKKEN["beschikking"])
    assert open_venster.close()
    nieuw = Venster(omgeving)
    qtbot.addWidget(nieuw)
    nieuw.show()
    nieuw.enter(again())
    assert not told(nieuw)
    nieuw.lock()

"""Killed, closed or locked in mid-word on each screen: the text is an entry or stands in its field again."""

from __future__ import annotations

import os
import random
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.vault.kluis import open_workspace
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import TODAY, WACHTZIN
from tests.ui.eigen_proces import EigenProces
from tests.ui.gesprekshulp import find
from tests.ui.kluizen import Kluis, open_quickly
from tests.ui.midden_in_een_woord import PLEKKEN, Plek, type_at, type_on_until_killed, type_until_killed

POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def recorded(work: Workspace, dossier: str, begin: str) -> str:
    """All that was recorded beneath a subject."""
    return " ".join(str(e.value) for e in work.vault.entries(dossier) if e.header.subject.startswith(begin))


def told(venster: Venster) -> str:
    """What the banner says."""
    assert venster.werkblad is not None
    banner = venster.werkblad.banner
    return banner.tekst.text() if banner.isVisible() else ""


def content(venster: Venster, plek: Plek) -> object:
    """What stands in the field."""
    veld = find(venster, QWidget, plek.veld)
    return next(filter(None, (veld.property(naam) for naam in ("text", "currentText", "plainText"))), "")


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
            assert content(venster, plek) == plek.getypt
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
def test_closed_in_mid_word(
    open_venster: Venster, work: Workspace, selam: str, data: Data, naam: str
) -> None:
    plek = PLEKKEN[naam]
    type_at(open_venster, selam, plek)
    assert open_venster.close()
    again = open_workspace(work.vault.path, WACHTZIN, FixedClock(TODAY), os.urandom, data)
    try:
        assert (plek.getypt in recorded(again, selam, plek.subject)) is not plek.is_half
        assert not again.vault.concepttekst()
    finally:
        again.vault.close()


@POPUP
@pytest.mark.parametrize("naam", PLEKKEN)
def test_locked_in_mid_word(
    open_venster: Venster, work: Workspace, selam: str, data: Data, naam: str
) -> None:
    plek = PLEKKEN[naam]
    type_at(open_venster, selam, plek)
    open_venster.lock()
    again = open_workspace(work.vault.path, WACHTZIN, FixedClock(TODAY), os.urandom, data)
    open_venster.enter(again)
    QApplication.processEvents()
    assert (plek.getypt in recorded(again, selam, plek.subject)) is not plek.is_half
    assert not told(open_venster)
    veld = find(open_venster, QWidget, plek.veld)
    assert veld.hasFocus() or veld.isAncestorOf(open_venster.focusWidget())
    assert content(open_venster, plek) == plek.getypt


def test_after_a_clean_end_nothing_is_told(
    open_venster: Venster, omgeving: Omgeving, qtbot: QtBot, work: Workspace, selam: str, data: Data
) -> None:
    type_at(open_venster, selam, PLEKKEN["beschikking"])
    assert open_venster.close()
    nieuw = Venster(omgeving)
    qtbot.addWidget(nieuw)
    nieuw.show()
    nieuw.enter(open_workspace(work.vault.path, WACHTZIN, FixedClock(TODAY), os.urandom, data))
    assert not told(nieuw)
    nieuw.lock()

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
from tests.ui.conftest import GEGEVENS, TODAY, WACHTZIN, Again, add_selam
from tests.ui.eigen_proces import EigenProces
from tests.ui.gesprekshulp import find
from tests.ui.kluizen import Kluis, beside, copied, open_quickly
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


@pytest.fixture(scope="module")
def afgebroken(data: Data, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Kluis]]:
    """A dossier, and of each place a vault as it was left: typed in, killed a second later; all at once."""
    folder = tmp_path_factory.mktemp("afgebroken")
    kluis = copied(folder, "Anneke", WACHTZIN, FixedClock(TODAY), GEGEVENS)
    work = open_quickly(kluis.path, kluis.sleutel, FixedClock(TODAY), data)
    dossier = add_selam(work)
    work.vault.close()
    kluizen = {naam: beside(kluis, folder / naam) for naam in PLEKKEN}
    typing = [
        EigenProces(type_until_killed, folder / naam, left, dossier, naam) for naam, left in kluizen.items()
    ]
    for naam, child in zip(kluizen, typing, strict=True):
        assert child.hear() == "typed offscreen", naam
        child.kill()
    return dossier, kluizen


@pytest.mark.parametrize("naam", PLEKKEN)
def test_killed_in_mid_word(
    venster: Venster, afgebroken: tuple[str, dict[str, Kluis]], data: Data, naam: str
) -> None:
    plek, (selam, kluizen) = PLEKKEN[naam], afgebroken
    left = kluizen[naam]
    again = open_quickly(left.path, left.sleutel, FixedClock(TODAY), data)
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

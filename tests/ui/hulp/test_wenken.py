"""Three hints, each once and at its moment, for who just made the first vault on this computer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GesprekTijdens
from intake_assistant.ui.window.preferences import WENKEN, Voorkeuren
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad

ALT, GEEN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def beginner(voorkeuren: Voorkeuren) -> Voorkeuren:
    voorkeuren.keep(wenken=WENKEN)
    return voorkeuren


@pytest.fixture
def blad(open_venster: Venster, work: Workspace, selam: str) -> Werkblad:
    assert open_venster.werkblad is not None
    start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["opleiding"]})
    open_venster.werkblad.go("gesprek", {"dossier": selam})
    return open_venster.werkblad


def key(blad: Werkblad, toets: Qt.Key, met: Qt.KeyboardModifier = GEEN) -> None:
    QTest.keyClick(blad.window().windowHandle(), toets, met)
    QCoreApplication.processEvents()


def told(blad: Werkblad) -> str:
    return "" if blad.banner.isHidden() else blad.banner.tekst.text()


def tijdens(blad: Werkblad) -> GesprekTijdens:
    assert isinstance(blad.scherm, GesprekScherm)
    assert blad.scherm.tijdens is not None
    return blad.scherm.tijdens


def test_the_first_question_tells_whose_half_this_is_until_one_moves_on(
    beginner: Voorkeuren, blad: Werkblad
) -> None:
    assert told(blad) == text("venster.wenk.andere_kant")
    key(blad, Qt.Key.Key_Down, ALT)
    assert told(blad) == ""
    key(blad, Qt.Key.Key_Up, ALT)
    assert told(blad) == ""
    assert Voorkeuren(beginner.file).keuzes.wenken == ("overslaan", "na_slot")


def test_a_hint_lies_on_our_own_half_and_takes_no_keyboard(beginner: Voorkeuren, blad: Werkblad) -> None:
    def place(widget: QWidget) -> QRect:
        return QRect(widget.mapTo(blad, QPoint()), widget.size())

    typt = QApplication.focusWidget()
    assert not place(blad.banner).intersects(place(tijdens(blad).gedeeld))
    key(blad, Qt.Key.Key_Down, ALT)
    key(blad, Qt.Key.Key_N, ALT)
    assert told(blad) == text("venster.wenk.overslaan")
    assert not blad.banner.isAncestorOf(QApplication.focusWidget() or blad)
    assert typt is not blad.banner
    assert not place(blad.banner).intersects(place(tijdens(blad).gedeeld))
    for knop in ("vorige", "volgende", "afronden", "staat_niet_gevraagd"):
        found = blad.findChild(QPushButton, knop)
        assert found is None or not place(blad.banner).intersects(place(found)), knop


@pytest.mark.parametrize("hand", ["toets", "muis"])
def test_a_hint_goes_by_a_key_and_by_a_click(beginner: Voorkeuren, blad: Werkblad, hand: str) -> None:
    assert told(blad)
    if hand == "toets":
        key(blad, Qt.Key.Key_Escape)
    else:
        sluiten = blad.findChild(QPushButton, "banner_sluiten")
        assert sluiten is not None
        QTest.mouseClick(sluiten, Qt.MouseButton.LeftButton)
    assert told(blad) == ""


def test_skipping_tells_once_that_it_may_and_how_it_goes_back(beginner: Voorkeuren, blad: Werkblad) -> None:
    key(blad, Qt.Key.Key_Down, ALT)
    key(blad, Qt.Key.Key_W, ALT)
    assert told(blad) == text("venster.wenk.overslaan")
    key(blad, Qt.Key.Key_W, ALT)
    key(blad, Qt.Key.Key_Escape)
    key(blad, Qt.Key.Key_W, ALT)
    assert told(blad) == ""


def test_after_the_first_lock_one_is_told_that_all_is_there(
    beginner: Voorkeuren, blad: Werkblad, open_venster: Venster, again: object
) -> None:
    assert callable(again)
    for wordt_verteld in (True, False):
        open_venster.lock()
        open_venster.enter(again())
        assert open_venster.werkblad is not None
        QCoreApplication.processEvents()
        assert (told(open_venster.werkblad) == text("venster.wenk.na_slot")) is wordt_verteld


def test_who_works_here_longer_gets_none(blad: Werkblad) -> None:
    assert told(blad) == ""
    key(blad, Qt.Key.Key_Down, ALT)
    key(blad, Qt.Key.Key_N, ALT)
    assert told(blad) == ""


@pytest.mark.parametrize("kapot", [7, "andere_kant", [3, None], ["bestaat_niet"], {}])
def test_choices_that_were_damaged_bring_no_hint(tmp_path: Path, kapot: object) -> None:
    file = tmp_path / "voorkeuren.json"
    file.write_text(json.dumps({"kluis": "", "schaal": 100, "kleuren": "licht", "wenken": kapot}))
    assert Voorkeuren(file).keuzes.wenken == ()

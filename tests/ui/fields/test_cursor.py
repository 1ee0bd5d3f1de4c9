"""Whoever comes back to a text goes on where it was left, and never types before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.concepttekst import settle_concepten
from intake_assistant.operations.acts.dossier import record_inburgeraar
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_doel
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.window import Venster
from tests.ui.gesprekshulp import Zaal, find, go, opened_zaal, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
TEKST = "Thuis Arabisch"


@pytest.fixture
def zaal(tmp_path: Path, qapp: QApplication) -> Iterator[Zaal]:
    with opened_zaal(tmp_path) as made:
        yield made


def test_after_a_crash_the_cursor_stands_where_it_was(zaal: Zaal, qtbot: QtBot) -> None:
    zaal.gesprek()
    scherm = zaal.scherm()
    go(scherm, "taalniveau.verhaal")
    type_text(TEKST)
    for _ in range(3):
        press(scherm, Qt.Key.Key_Left)
    type_text("-")
    qtbot.waitUntil(lambda: bool(found_again(zaal.work, zaal.dossier)))
    qtbot.wait(600)
    zaal.reopen()
    settle_concepten(zaal.work)
    veld = find(zaal.scherm(), QTextEdit, "veld_taalniveau.verhaal")
    assert veld.hasFocus()
    type_text("|")
    assert veld.toPlainText() == "Thuis Arabi-|sch"


@pytest.fixture
def gevuld(work: Workspace, selam: str) -> str:
    """A dossier with a text in each kind of field."""
    record_inburgeraar(work, selam, {"woonplaats": TEKST})
    rij = add_verzoek(work, selam, {"soort": "inzage"}).made
    record_fields(work, selam, f"verzoek[{rij}]", {"wat": TEKST})
    add_doel(work, selam, TEKST, "lang")
    gesprek = start_gesprek(work, selam, {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]}).made
    record_antwoord(work, selam, "taalniveau.verhaal", TEKST, gesprek=gesprek)
    record_notitie(work, selam, "taalniveau.verhaal", TEKST, gesprek)
    record_fields(work, selam, f"gesprek[{gesprek}]", {"samenvatting": TEKST})
    return selam


def _go(venster: Venster, naam: str, **arguments: str) -> None:
    assert venster.werkblad is not None
    venster.werkblad.go(naam, arguments)
    QApplication.processEvents()


def verhaal(venster: Venster, dossier: str) -> None:
    _go(venster, "gesprek", dossier=dossier, vraag="taalniveau.verhaal")


def notitie(venster: Venster, dossier: str) -> None:
    verhaal(venster, dossier)
    press(venster, Qt.Key.Key_T, CTRL)


def afronden(venster: Venster, dossier: str) -> None:
    verhaal(venster, dossier)
    find(venster, QAbstractButton, "afronden_knop").click()


def persoon(venster: Venster, dossier: str) -> None:
    _go(venster, "dossier", dossier=dossier, deel="persoon")


def verzoek(venster: Venster, dossier: str) -> None:
    _go(venster, "rechten", dossier=dossier)


def doel(venster: Venster, dossier: str) -> None:
    _go(venster, "ontwikkelplan", dossier=dossier)
    find(venster, QAbstractButton, "doel_wijzigen").click()


@pytest.mark.parametrize("naar", [verhaal, notitie, afronden, persoon, verzoek, doel])
def test_who_comes_to_a_text_goes_on_behind_it(
    qtbot: QtBot, open_venster: Venster, gevuld: str, naar: Callable[[Venster, str], None]
) -> None:
    naar(open_venster, gevuld)
    qtbot.waitUntil(lambda: bool(fields(open_venster)))
    veld = fields(open_venster)[0]
    veld.setFocus()
    QApplication.processEvents()
    type_text("!")
    assert said(veld) == f"{TEKST}!"


def said(veld: QWidget) -> str:
    if isinstance(veld, QLineEdit):
        return veld.text()
    assert isinstance(veld, QTextEdit | QPlainTextEdit)
    return veld.toPlainText()


def fields(venster: Venster) -> list[QWidget]:
    """Every field in sight that holds the text, the one with the keyboard first."""
    kinds = (QLineEdit, QTextEdit, QPlainTextEdit)
    shown = [w for kind in kinds for w in venster.findChildren(kind) if w.isVisible() and said(w) == TEKST]
    return sorted(shown, key=lambda w: not w.hasFocus())

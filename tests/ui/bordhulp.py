"""Hands on a board of the shared side, and on the form beside it; what both leave behind is compared."""

import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.words.praatplaat.blad import Aanraking, read_aanraking
from intake_assistant.ui.gedeeld.bord import Bordvlak
from intake_assistant.ui.gesprek.screen import GesprekScherm
from tests.storage.hulp import reopened
from tests.ui.gedeeld_hulp import seen_by_the_person
from tests.ui.gesprekshulp import Zaal, click, find, go, press, tijdens, type_text

_ID = re.compile(r"\b[0-9a-f]{16,64}\b")


def bord(scherm: GesprekScherm) -> Bordvlak:
    """The board on our own window."""
    made = tijdens(scherm).gedeeld.bord
    assert made is not None
    return made


def aanrakingen(vlak: Bordvlak) -> list[Aanraking]:
    """All that can be touched now."""
    return [raak for vak in vlak.tekening().vakken if (raak := read_aanraking(vak.code))]


def touch(scherm: GesprekScherm, **gevraagd: str) -> None:
    """Touch the first thing that is just this: `veld` by its short name, and `waarde`, `wat` or `rij`."""
    vlak = bord(scherm)
    for vak in vlak.tekening().vakken:
        raak = read_aanraking(vak.code)
        if raak and all(_part(raak, naam) == waarde for naam, waarde in gevraagd.items()):
            x, y = vak.midden
            QTest.mouseClick(vlak, Qt.MouseButton.LeftButton, pos=QPoint(int(x), int(y)))
            QApplication.processEvents()
            return
    raise AssertionError(f"{gevraagd} is not among {aanrakingen(vlak)}")


def _part(raak: Aanraking, naam: str) -> str:
    return raak.veld.rpartition(".")[2] if naam == "veld" else str(getattr(raak, naam))


def walk(scherm: GesprekScherm, key: Qt.Key, times: int = 1) -> None:
    """Press a key where the shared half has the keyboard."""
    for _ in range(times):
        QTest.keyClick(tijdens(scherm).gedeeld, key)
        QApplication.processEvents()


def choose(scherm: GesprekScherm, veld: str, code: str) -> None:
    """Press the button of a choice in the form, in the row that is open."""
    blokken = tijdens(scherm).pagina.blokken
    blok = next(blok for blok in blokken if blok.vraag.kort == veld)
    click(find(blok, QWidget, f"optie_{code}"))


def type_in(scherm: GesprekScherm, veld: str, tekst: str) -> None:
    """Type in a field of the form, in the row that is open, and leave it."""
    blok = next(blok for blok in tijdens(scherm).pagina.blokken if blok.vraag.kort == veld)
    blok.take_focus()
    type_text(tekst)
    press(scherm, Qt.Key.Key_Return)
    tijdens(scherm).voering.leave_all()


def add_row(scherm: GesprekScherm, herhaling: str) -> None:
    """Press the button that adds a row in the form."""
    click(find(scherm, QPushButton, f"rij_erbij_{herhaling}"))


def touch_and_die(folder: Path) -> NoReturn:
    """Touch a board, and end the process in the same breath."""
    app = QApplication([])
    zaal = Zaal(folder, reopened)
    zaal.gesprek()
    scherm = zaal.scherm()
    aan = go(scherm, "taalniveau.talen.taal")
    aan.ander.praatplaat.toggle()
    seen_by_the_person()
    touch(scherm, rij="+en")
    touch(scherm, veld="spreken", waarde="4")
    sys.stdout.write(f"{zaal.dossier} {app.platformName()}\n")
    sys.stdout.flush()
    os._exit(9)


def shown(zaal: Zaal) -> object:
    """What `show --json` tells, without ids."""
    return json.loads(_ID.sub("", json.dumps(show_dossier(zaal.work, zaal.dossier), sort_keys=True)))


def filled(zaal: Zaal, vraag: str, fill: Callable[[GesprekScherm], None], *, met_bord: bool) -> object:
    """What is told of a dossier after hands filled the form, or the board."""
    zaal.gesprek(onderwerpen=["taalniveau", "opleiding", "werkervaring", "gezinssituatie", "randvoorwaarden"])
    scherm = zaal.scherm()
    aan = tijdens(scherm)
    aan.begin(aan.voering.plek, vraag)
    if met_bord:
        aan.ander.praatplaat.toggle()
        if aan.ander.gedeeld.is_persoonlijk:
            aan.ander.gedeeld.toggle_bedekt()
    seen_by_the_person()
    fill(scherm)
    aan.leave()
    return shown(zaal)

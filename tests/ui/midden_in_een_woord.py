"""Where a person types in the window, and a process that is killed while she does."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QTextEdit, QWidget

from intake_assistant.domain.recht.gesprek import lopend_gesprek
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_doel
from intake_assistant.operations.workspace import FixedClock, Workspace
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from tests.gelezen import data
from tests.storage.hulp import CHEAP
from tests.ui.conftest import TODAY
from tests.ui.eigen_proces import Say
from tests.ui.gesprekshulp import find, type_text
from tests.ui.kluizen import Kluis, open_quickly


@dataclass(frozen=True)
class Plek:
    """A field: the way to it, its name, what is typed there, and the entry that it becomes."""

    naar: Callable[[Venster, str], None]
    veld: str
    subject: str
    getypt: str = "half gezeg"
    is_half: bool = False
    """No entry yet when the window is left: it stands in its field again."""


def _go(venster: Venster, naam: str, **arguments: str) -> None:
    assert venster.werkblad is not None
    venster.werkblad.go(naam, arguments)
    QApplication.processEvents()


def push(venster: Venster, naam: str) -> None:
    """Push a button."""
    find(venster, QAbstractButton, naam).click()
    QTest.qWait(20)


def _weging(venster: Venster, dossier: str) -> None:
    _go(venster, "weging", dossier=dossier)
    push(venster, "nieuw_B_voor")


def _beschikking(venster: Venster, dossier: str) -> None:
    _go(venster, "beschikking", dossier=dossier)


def _plan(venster: Venster, dossier: str) -> None:
    assert venster.context is not None
    doel = add_doel(venster.context.work, dossier, "", "lang").made
    _go(venster, "ontwikkelplan", dossier=dossier, doel=doel)


def _versie(venster: Venster, dossier: str) -> None:
    _go(venster, "ontwikkelplan", dossier=dossier)


def _persoon(venster: Venster, dossier: str) -> None:
    _go(venster, "dossier", dossier=dossier, deel="persoon")


def _notitie(venster: Venster, dossier: str) -> None:
    assert venster.context is not None
    feiten = {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]}
    start_gesprek(venster.context.work, dossier, feiten)
    _go(venster, "gesprek", dossier=dossier, vraag="taalniveau.nl_lezen")
    push(venster, "notitie_knop")


def _talen(venster: Venster, dossier: str) -> None:
    assert venster.context is not None
    work = venster.context.work
    if lopend_gesprek(work.vault.dossier(dossier)) is None:
        feiten = {"vorm": "azc", "taal": "ti", "onderwerpen": ["praktische_competenties"]}
        start_gesprek(work, dossier, feiten)
    _go(venster, "gesprek", dossier=dossier, vraag="praktische_competenties.werktalen")


PLEKKEN = {
    "weging": Plek(_weging, "weging_tekst", "weging[B].voor["),
    "beschikking": Plek(_beschikking, "veld_motivering", "beschikking.motivering"),
    "ondertekenaar": Plek(_beschikking, "veld_ondertekenaar.naam", "beschikking.ondertekenaar.naam"),
    "doel": Plek(_plan, "doel_naam", "doel["),
    "persoon": Plek(_persoon, "veld_woonplaats", "inburgeraar.woonplaats"),
    "datum": Plek(_persoon, "veld_geboortedatum", "inburgeraar.geboortedatum", "5-3-", is_half=True),
    "land": Plek(_persoon, "veld_nationaliteit", "inburgeraar.nationaliteit", "erit", is_half=True),
    "talen": Plek(
        _talen,
        "veld_praktische_competenties.werktalen",
        "praktische_competenties.werktalen",
        "tigr",
        is_half=True,
    ),
    "notitie": Plek(_notitie, "notitie", "notitie[taalniveau.nl_lezen]"),
}


def type_at(venster: Venster, dossier: str, plek: Plek) -> QWidget:
    """Go there and type."""
    plek.naar(venster, dossier)
    veld = find(venster, QWidget, plek.veld)
    veld.setFocus()
    if isinstance(veld, QComboBox) and (regel := veld.lineEdit()) is not None:
        regel.selectAll()  # as Tab does
    type_text(plek.getypt)
    return veld


def opened(folder: Path, kluis: Kluis) -> Venster:
    """The window with the vault open, in a process of its own; its key is known."""
    keuzes = Voorkeuren(folder / "voorkeuren.json")
    keuzes.keep(kleuren="licht")
    clock = FixedClock(TODAY)
    venster = Venster(Omgeving(clock, os.urandom, keuzes, folder, cost=CHEAP))
    venster.show()
    venster.activateWindow()
    QTest.qWaitForWindowActive(venster)
    venster.enter(open_quickly(kluis.path, kluis.sleutel, clock, data()))
    return venster


def type_until_killed(say: Say, folder: Path, kluis: Kluis, dossier: str, naam: str) -> None:
    """Open the vault in the window, type, say so after a second, and wait for the end."""
    app = QApplication([])
    type_at(opened(folder, kluis), dossier, PLEKKEN[naam])
    QTest.qWait(1000)
    say(f"typed {app.platformName()}")
    time.sleep(60)


def type_on_until_killed(say: Say, folder: Path, kluis: Kluis, dossier: str) -> None:
    """Type an answer without a pause; tell what stands there each time that the window says *opgeslagen*."""
    _ = QApplication([])
    venster = opened(folder, kluis)
    assert venster.context is not None
    feiten = {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]}
    start_gesprek(venster.context.work, dossier, feiten)
    _go(venster, "gesprek", dossier=dossier, vraag="taalniveau.verhaal")
    veld = find(venster, QTextEdit, "veld_taalniveau.verhaal")
    veld.setFocus()
    venster.context.changed.connect(lambda: say(veld.toPlainText()))
    for number in range(1000):
        type_text(f"{number} ")
        QTest.qWait(7)


def recorded(work: Workspace, dossier: str, begin: str) -> str:
    """All that was recorded beneath a subject."""
    return " ".join(str(e.value) for e in work.vault.entries(dossier) if e.header.subject.startswith(begin))


def told(venster: Venster) -> str:
    """What the banner says."""
    assert venster.werkblad is not None
    banner = venster.werkblad.banner
    return banner.tekst.text() if banner.isVisible() else ""


def typed_in(field: QWidget) -> object:
    """What stands in a field of any kind; in a list, what was typed to search it."""
    return next(filter(None, map(field.property, ("plainText", "text", "currentText"))), "")

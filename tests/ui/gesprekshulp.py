"""A real vault, a real screen and the hands that use them, for the tests of the conversation."""

import datetime
import itertools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from intake_assistant.domain.entry import Json
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import GesprekTijdens
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.preferences import Voorkeuren
from tests.gelezen import lazily
from tests.storage.hulp import copied, quick, reopened, seeded

VANDAAG = datetime.date(2026, 3, 19)
PERSOON = {
    "voornamen": "Rania", "achternaam": "Al-Khatib", "doelgroep": "asielstatushouder", "spreektaal": "ar",
}  # fmt: skip
DATA: Data = lazily()
# Two openings of one vault never make the same row id.
_SEEDS = itertools.count(7)


class Zaal:
    """One vault with one person; the screen may be killed and the vault opened anew."""

    def __init__(self, folder: Path, opener: Callable[[Path], Vault] = quick) -> None:
        self.folder, self._opener = folder, opener
        self.path = folder / "an.intake"
        self.schermen: list[GesprekScherm] = []
        if not self.path.exists():
            copied(folder)
        self.open()
        known = self.work.vault.dossiers()
        self.dossier = known[0] if known else create_dossier(self.work, PERSOON).made

    def open(self) -> None:
        """Open the vault."""
        self.work = Workspace(self._opener(self.path), DATA, FixedClock(VANDAAG), seeded(next(_SEEDS)))

    def reopen(self) -> None:
        """Close the vault, and open it again as at the next start."""
        self.kill()
        self.work.vault.close()
        self.open()

    def kill(self) -> None:
        """End every screen."""
        for scherm in self.schermen:
            if shiboken6.isValid(scherm):
                shiboken6.delete(scherm)
        self.schermen.clear()

    def scherm(self) -> GesprekScherm:
        """Show a new screen, as after a start of the program."""
        thema.apply("licht", 100)
        context = Context(self.work, Voorkeuren(self.folder / "voorkeuren.json"))
        context.dossier_id = self.dossier
        made = GesprekScherm(context)
        thema.dress(made)
        self.schermen.append(made)
        made.show_with({})
        made.resize(1306, 650)
        made.show()
        QTest.qWaitForWindowExposed(made)
        made.activateWindow()
        QApplication.processEvents()
        return made

    def gesprek(self, **velden: object) -> str:
        """Begin a conversation without the page before it."""
        feiten = {"vorm": "azc", "taal": "ar", "onderwerpen": ["taalniveau", "opleiding"], **velden}
        return start_gesprek(self.work, self.dossier, feiten).made

    def waarde(self, subject: str) -> object:
        """Return what was recorded."""
        return self.work.vault.dossier(self.dossier).get(subject, None)

    def value(self, subject: str) -> dict[str, Json]:
        """Return the whole value that was recorded."""
        return self.work.vault.dossier(self.dossier).current(subject) or {}

    def staat(self, subject: str) -> object:
        """Return the state that was recorded."""
        return self.value(subject).get("staat")

    def aantal(self, subject: str) -> int:
        """Return how many entries a subject has."""
        return sum(e.header.subject == subject for e in self.work.vault.entries(self.dossier))


@contextmanager
def opened_zaal(folder: Path) -> Iterator[Zaal]:
    """A hall that is closed afterwards."""
    zaal = Zaal(folder)
    try:
        yield zaal
    finally:
        zaal.kill()
        zaal.work.vault.close()


def type_and_die(folder: Path) -> NoReturn:
    """Type in a conversation, wait for a second, and end the process without a word."""
    app = QApplication([])
    zaal = Zaal(folder, reopened)
    zaal.gesprek()
    go(zaal.scherm(), "taalniveau.verhaal")
    type_text("Thuis Arabisch, en op de markt")
    QTest.qWait(200)
    type_text(" Koerdisch")
    QTest.qWait(1000)
    sys.stdout.write(f"{zaal.dossier} {app.platformName()}\n")
    sys.stdout.flush()
    os._exit(9)


def tijdens(scherm: GesprekScherm) -> GesprekTijdens:
    """Return the conversation that is on."""
    assert scherm.tijdens is not None
    return scherm.tijdens


def go(scherm: GesprekScherm, vraag: str) -> GesprekTijdens:
    """Go to the page of a question."""
    aan = tijdens(scherm)
    aan.begin(aan.voering.plek, vraag)
    QApplication.processEvents()
    return aan


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the keyboard is, else in this widget."""
    QTest.keyClick(QApplication.focusWidget() or widget, key, modifier)
    QApplication.processEvents()


def type_text(tekst: str) -> None:
    """Type where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, tekst)
    QApplication.processEvents()


def click(widget: QWidget) -> None:
    """Click with the left button; on a round or square button, on its mark."""
    plek = widget.rect().center()
    plek.setX(min(plek.x(), 20))
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, plek)
    QApplication.processEvents()


def find[W: QWidget](scherm: QWidget, kind: type[W], naam: str) -> W:
    """Return the visible widget of a name."""
    return next(w for w in scherm.findChildren(kind, naam) if w.isVisible())

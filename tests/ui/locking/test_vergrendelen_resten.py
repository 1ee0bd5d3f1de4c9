"""After the lock nothing of the dossier is left: no widget, no text, no name, nothing for a screen reader."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import Again
from tests.ui.gesprekshulp import type_text
from tests.ui.midden_in_een_woord import PLEKKEN, type_at
from tests.ui.op_slot import go

# Put together here: the interpreter keeps the lines of a file that pytest shows.
NAAM, GETYPT = "".join(["Wisse", "linck"]), "".join(["kooks", "luiter"])


@pytest.fixture
def bezocht(open_venster: Venster, work: Workspace) -> Venster:
    """A window in which every screen of a dossier was seen, and something was typed and half undone."""
    persoon = {"voornamen": "Bo", "achternaam": NAAM, "spreektaal": "ti", "doelgroep": "asielstatushouder"}
    dossier = create_dossier(work, persoon).made
    start_gesprek(work, dossier, {"vorm": "azc", "taal": "ti", "onderwerpen": ["taalniveau"]})
    assert open_venster.werkblad is not None
    go(open_venster, "dossier", dossier=dossier)
    for naam in open_venster.werkblad.screen_names():
        go(open_venster, naam, dossier=dossier)
    for plek in ("weging", "beschikking", "persoon"):
        veld = type_at(open_venster, dossier, PLEKKEN[plek])
        type_text(f" {GETYPT}")
        if isinstance(veld, QTextEdit | QPlainTextEdit | QLineEdit):
            veld.undo()
            veld.redo()
    type_at(open_venster, dossier, PLEKKEN["notitie"])
    type_text(f" {GETYPT}")
    assert all(woord in " ".join(words(open_venster)) for woord in (NAAM, GETYPT)), "nothing to look for"
    return open_venster


def words(root: QObject) -> Iterator[str]:
    """All that a window and its parts say, hidden parts too."""
    for widget in [root, *root.findChildren(QObject)]:
        for naam in ("text", "plainText", "windowTitle", "toolTip", "accessibleName", "placeholderText"):
            yield str(widget.property(naam) or "")


def spoken(part: QAccessibleInterface) -> Iterator[str]:
    """All that a screen reader finds."""
    for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description):
        yield part.text(kind)
    for number in range(part.childCount()):
        child = part.child(number)
        if child is not None:
            yield from spoken(child)


def come_to_rest() -> None:
    QTest.qWait(50)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def test_nothing_of_the_dossier_is_left(bezocht: Venster, again: Again) -> None:
    assert bezocht.werkblad is not None
    titles = {w.windowTitle() + w.windowFilePath() for w in QApplication.topLevelWidgets()}
    handles = {window.title() for window in QApplication.topLevelWindows()}
    assert titles | handles <= {"", "Intake-assistent"}, "a title told of whom it is before it locked"
    assert painted_at_the_lock(bezocht) == ["dek"]
    assert not [w for w in bezocht.findChildren(QWidget, "gedeelde_helft") if w.isVisible()]
    come_to_rest()
    for window in QApplication.topLevelWidgets():
        assert not [w for w in words(window) if NAAM in w or GETYPT in w]
        reader = QAccessible.queryAccessibleInterface(window)
        assert not [w for w in spoken(reader) if NAAM in w or GETYPT in w]
    alive = [w for w in QApplication.allWidgets() if isinstance(w, QTextEdit | QPlainTextEdit)]
    assert not alive, "a text field, and what could be undone in it, is kept in memory"
    documents = [o for o in gc.get_objects() if isinstance(o, QTextDocument) and shiboken6.isValid(o)]
    assert not documents
    labels = [w.text() for w in QApplication.allWidgets() if isinstance(w, QLabel | QLineEdit)]
    assert not [w for w in labels if NAAM in w or GETYPT in w]
    holders = [o for o in gc.get_objects() if isinstance(o, dict | list | tuple | set) and held_in(o)]
    assert not holders, "a text of the program holds it"
    bezocht.enter(again())


def painted_at_the_lock(venster: Venster) -> list[str]:
    """What is drawn at the moment at which it locks: the shared half is neutral at once."""
    seen: list[str] = []

    class Kijker(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
                seen.append(watched.objectName())
            return False

    kijker = Kijker()
    venster.guards.dek.installEventFilter(kijker)
    venster.lock()
    return seen


def held_in(thing: object) -> bool:
    if thing is globals():
        return False
    return any(isinstance(p, str) and (NAAM in p or GETYPT in p) for p in gc.get_referents(thing))

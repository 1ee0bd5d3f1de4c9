"""Tab through every screen: the keyboard is always on something that is in sight, has a name and a ring.

It opens in the window and nowhere else: no part flashes by beside it.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.qt.focus import is_out_of_sight
from intake_assistant.ui.window.screens import SCHERMEN
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.ui.conftest import Vol
from tests.ui.gevuld import fill
from tests.ui.helpers import nameless
from tests.ui.window.test_beelden import settle

MEEST = 400
_NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


def test_tab_never_loses_the_keyboard(vol: Vol, qtbot: QtBot, getoond: list[str]) -> None:
    venster, _, dossier = vol
    venster.setUpdatesEnabled(False)  # walked through, not looked at
    blad = venster.werkblad
    assert blad is not None
    faults: list[str] = []
    getoond.clear()
    for kind in SCHERMEN:
        blad.go(kind.naam, {"dossier": dossier})
        qtbot.waitUntil(lambda: not tasks.is_busy())
        settle()
        assert venster.isActiveWindow(), kind.naam
        faults += [f"{kind.naam}: {fault}" for fault in walked(blad)]
        faults += [f"{kind.naam}: no name: {naam}" for naam in nameless(blad)]
    assert not faults, "\n".join(faults)
    assert getoond == []


def test_tab_goes_through_a_running_conversation(open_venster: Venster, work: Workspace) -> None:
    dossier = fill(work)
    start_gesprek(work, dossier, {"vorm": "azc", "taal": "ar", "onderwerpen": ["taalniveau"]})
    open_venster.setUpdatesEnabled(False)  # walked through, not looked at
    blad = open_venster.werkblad
    assert blad is not None
    blad.go("gesprek", {"dossier": dossier, "vraag": "taalniveau.nl_lezen"})
    settle()
    assert walked(blad) == []


def walked(blad: Werkblad) -> list[str]:
    """What is wrong with where Tab leads, from where a screen begins until it is left."""
    faults: list[str] = []
    blad.scherm.setFocus()
    press(blad)
    first = QApplication.focusWidget()
    before: tuple[QWidget, QImage] | None = None
    for _ in range(MEEST):
        focus = QApplication.focusWidget()
        if before is not None and focus is not None and not is_marked(*before):
            faults.append(f"no ring: {describe(before[0])}")
        if focus is None or not blad.scherm.isAncestorOf(focus):
            return [*faults, "nowhere"] if focus is None else faults
        faults += looked_at(focus)
        before = focus, focus.grab().toImage()
        press(blad)
        if QApplication.focusWidget() is focus:
            return [*faults, f"caught in {describe(focus)}"]
        if QApplication.focusWidget() is first:
            return faults
    return [*faults, "no end"]


def looked_at(focus: QWidget) -> list[str]:
    """What is wrong with what has the keyboard now."""
    found = []
    if not focus.isVisible() or not focus.isEnabled() or focus.visibleRegion().isEmpty():
        found.append(f"out of sight: {describe(focus)}")
    elif is_out_of_sight(focus):
        found.append(f"cut by an edge: {describe(focus)}")
    role = QAccessible.queryAccessibleInterface(focus).role()
    # Of what scrolls Qt tells no better role: its name says what it is.
    if role in _NO_ROLE and not isinstance(focus, QAbstractScrollArea):
        found.append(f"no role: {describe(focus)}")
    return found


def is_marked(widget: QWidget, with_keyboard: QImage) -> bool:
    """Whether it looked otherwise while it had the keyboard."""
    return widget.grab().toImage() != with_keyboard


def press(blad: Werkblad) -> None:
    """Press Tab as the system does: it goes to whatever has the keyboard."""
    QTest.keyClick(blad.window().windowHandle(), Qt.Key.Key_Tab)
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r}"

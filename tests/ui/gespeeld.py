"""A case played into the open vault, as far as the concept: nothing is set yet."""

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from intake_assistant.operations.workspace import Workspace
from tests.gespeeld import play_once

CASES = Path(__file__).parents[1] / "data" / "cases"
# What comes after a besluit cannot be played without one.
_AFTER = re.compile(r"(?ms)^\[\[(wijziging|bezwaar|uren|ontzorgen|verwijzing)\]\].*?(?=^\[|\Z)")
_SET = re.compile(r"(?m)^(dagtekening|bekendgemaakt_op|voor_gezien) = .*\n")


def play_concept(work: Workspace, begin: str, zonder: str = "") -> str:
    """Play a case by the first letters of its name, left a concept; `zonder` names keys to leave out."""
    source = _SET.sub("", _AFTER.sub("", _read(begin)))
    for sleutel in zonder.split():
        source = re.sub(rf"(?m)^{sleutel} = .*\n", "", source)
    return play_once(work, source.encode(), begin)


def play_whole(work: Workspace, begin: str) -> str:
    """Play a case as it stands."""
    return play_once(work, _read(begin).encode(), begin)


def click(root: QWidget, naam: str) -> None:
    """Click the widget of this name that is in sight; a box to tick is hit on its square."""
    widget = visible(root, naam)
    where = QPoint(16, 14) if isinstance(widget, QCheckBox) else QPoint()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


def type_in(widget: QWidget, tekst: str) -> None:
    """Type a text into a widget."""
    QTest.keyClicks(widget, tekst)


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press one key in a widget."""
    QTest.keyClick(widget, key)


def texts(root: QWidget, naam: str = "") -> list[str]:
    """What the labels in sight say; of one name, or all."""
    _settle()
    found = root.findChildren(QLabel, naam) if naam else root.findChildren(QLabel)
    return [w.text() for w in found if w.isVisibleTo(root)]


def _settle() -> None:
    """What was just put in a layout is shown when Qt next takes its turn, and what lies in it after that."""
    for _ in range(3):
        QCoreApplication.processEvents()


def visible(root: QWidget, naam: str) -> QWidget:
    """The last widget of this name that is in sight."""
    _settle()
    found = [w for w in root.findChildren(QWidget, naam) if w.isVisibleTo(root)]
    assert found, f"nothing in sight is called {naam}"
    return found[-1]


def _read(begin: str) -> str:
    return next(CASES.glob(f"{begin}*.toml")).read_text(encoding="utf-8")

"""The shared side by itself, and what somebody reads there who hears the screen."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.gedeeld.bordhouder import GEZIEN, Bordhouder
from intake_assistant.ui.gedeeld.gedeeld import Gedeeld
from intake_assistant.ui.gedeeld.helft import GedeeldeHelft
from intake_assistant.ui.gedeeld.vorm import vorm_van


class Kant:
    """What is shared, and a half that shows it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.helft = GedeeldeHelft()
        qtbot.addWidget(self.helft)
        self.gedeeld = Gedeeld(self.helft, Path())
        self.gedeeld.gewijzigd.connect(lambda: self.helft.show_zicht(self.gedeeld.zicht, vorm_van()))


def seen_by_the_person() -> None:
    """So much later that a touch can be meant for the page that is in sight now; nobody waits for it."""
    QTest.qWait(1)
    for window in QApplication.topLevelWidgets():
        for held in window.findChildren(Bordhouder):
            held._gezien_op -= GEZIEN


def heard(widget: QWidget) -> str:
    """Every word of the accessible tree of a widget."""
    # What was put away is deleted in this turn.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return "\n".join(_words(QAccessible.queryAccessibleInterface(widget)))


def _words(part: QAccessibleInterface) -> Iterator[str]:
    kinds = QAccessible.Text
    yield from filter(None, (part.text(kind) for kind in (kinds.Name, kinds.Description, kinds.Value)))
    for number in range(part.childCount()):
        yield from _words(part.child(number))

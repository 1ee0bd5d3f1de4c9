"""A person at the window without a mouse: Tab to each place, and keys alone there."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QComboBox,
    QTabBar,
    QWidget,
)

from intake_assistant.demo.regie import Misgelopen, Regie
from intake_assistant.ui.vragen.blok import Vraagblok

VER = 400
# To these one comes by a key of their own: Tab goes past other questions first.
_EIGEN = {"bron": "Alt+B"}


class Toetsregie(Regie):
    """Does what the demonstration does by mouse; `pressed` counts the keys."""

    pressed = 0

    def shoot(self, naam: str) -> None:
        """Nobody looks at pictures here, but at what went wrong."""
        if naam == "misgelopen":
            super().shoot(naam)

    def click(self, doel: str | QWidget, binnen: QWidget | None = None, plek: QPoint | None = None) -> None:
        """Go there by Tab, and press what is there."""
        widget = self._the(doel, QWidget, binnen)
        self.breathe()
        if isinstance(widget, Vraagblok):
            self._reach(widget.veld.invoer() or widget)
        elif isinstance(widget, QTabBar):
            self._reach(widget)
            self._key(Qt.Key.Key_Right)
        else:
            cijfer = self._reach(widget)
            if isinstance(widget, QAbstractButton):
                self._key(cijfer or Qt.Key.Key_Space)
        self.rest()

    def pick_row(self, lijst: str | QAbstractItemView, row: int | str) -> None:
        """Go through a list by the arrows, and choose by Enter."""
        widget = self._the(lijst, QAbstractItemView)
        self._reach(widget)
        self._key(Qt.Key.Key_Home)
        for _ in range(int(row)):
            self._key(Qt.Key.Key_Down)
        self._key(Qt.Key.Key_Return)
        self.rest()

    def _pick(self, combo: QComboBox, row: int) -> None:
        self._reach(combo)
        self._key(Qt.Key.Key_Home)
        for _ in range(row):
            self._key(Qt.Key.Key_Down)
        self.breathe()

    def _reach(self, widget: QWidget) -> Qt.Key | None:
        """Press Tab until the keyboard is there; among choices that exclude each other the arrows go on.

        Returns the digit that chooses it, where there is one.
        """
        # The stubs promise a group where Qt has none.
        group = cast("QButtonGroup | None", widget.group()) if isinstance(widget, QAbstractButton) else None
        if not isinstance(widget, QAbstractButton) or group is None or not group.exclusive():
            self._tab_to(widget)
            return None
        self._tab_to(*group.buttons())
        begin = widget.text().strip()[:1]
        if widget.objectName().startswith("optie_") and begin.isdigit():
            return Qt.Key(ord(begin))
        self._arrow_to(widget, len(group.buttons()))
        return None

    def _tab_to(self, *places: QWidget) -> None:
        if (toetsen := _EIGEN.get(places[0].objectName())) is not None:
            self.press(toetsen)
        places = tuple(place.focusProxy() or place for place in places)
        for _ in range(VER):
            if QApplication.focusWidget() in places:
                return
            self._key(Qt.Key.Key_Tab)
        raise Misgelopen(f"met Tab is {places[0].objectName()} niet te bereiken")

    def _arrow_to(self, widget: QWidget, steps: int) -> None:
        for key in (key for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up) for _ in range(steps)):
            if QApplication.focusWidget() is widget:
                return
            self._key(key)
        raise Misgelopen(f"met de pijlen is {widget.objectName()} niet te bereiken")

    def _key(self, key: Qt.Key) -> None:
        """As the system does: it goes to whatever has the keyboard."""
        self._come_forward()
        self.pressed += 1
        venster = self.venster.windowHandle()
        QTest.keyClick(venster, key)
        self.breathe()

"""Clicks and keys in the real window, by the names of its widgets; pictures of what is seen; the script."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QKeyCombination, QPoint, QRegularExpression, Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from intake_assistant import safefile
from intake_assistant.dates import as_typed
from intake_assistant.ui.fields.search_list import SearchList
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.window import Venster

DRAAIBOEK: Final = tomllib.loads(Path(__file__).with_name("draaiboek.toml").read_text(encoding="utf-8"))
MAAT: Final = (1366, 768)
"""How large the window is when nothing else is asked: a laptop of a municipality."""
GEDULD = 60.0
"""Longer than this nothing may take, in seconds; a busy computer is slow."""
_TEKENEN, _RONDEN = 0.5, 3
_KWALITEIT = 70  # of PNG: how little is packed; nothing is lost
_PLAIN = Qt.KeyboardModifier.NoModifier


class Misgelopen(Exception):
    """The window did not do what a person at it would expect."""


class Regie:
    """Plays the person at the window."""

    def __init__(self, venster: Venster, folder: Path, pauze: float) -> None:
        self.venster, self.folder, self.pauze = venster, folder, pauze
        self.platen: list[Path] = []
        self.faults: list[str] = []
        self._taken: set[str] = set()
        self._maat = MAAT
        # Between two pictures nobody sees what is drawn; a slow computer spends a fifth of its time on it.
        venster.setUpdatesEnabled(bool(pauze))

    @property
    def context(self) -> Context:
        """What the screens share; `Misgelopen` while the vault is locked."""
        if self.venster.context is None:
            raise Misgelopen("de kluis is dicht")
        return self.venster.context

    def resize(self, maat: tuple[int, int]) -> None:
        """Make the window this large; a small screen would have it maximised, and the pictures differ."""
        self._maat = maat
        self.venster.showNormal()
        self.venster.resize(*maat)
        self.venster.activateWindow()
        QTest.qWaitForWindowExposed(self.venster)

    # -- looking ---------------------------------------------------------------------------------------------

    def look[W: QWidget](self, naam: str, soort: type[W], binnen: QWidget | None = None) -> W | None:
        """The visible widget of this name, None without one."""
        found = (binnen or self.venster).findChildren(soort, naam)
        return next((widget for widget in found if widget.isVisible()), None)

    def sees(self, naam: str, binnen: QWidget | None = None) -> bool:
        """Whether a widget of this name is on the screen."""
        return self.look(naam, QWidget, binnen) is not None

    def see(self, naam: str) -> None:
        """Wait until a widget of this name is on the screen."""
        self.wait(lambda: self.sees(naam), naam)

    def find[W: QWidget](self, naam: str, soort: type[W], binnen: QWidget | None = None) -> W:
        """The visible widget of this name; waits for it, else `Misgelopen`."""
        self.wait(lambda: self.look(naam, soort, binnen) is not None, naam)
        found = self.look(naam, soort, binnen)
        if found is None:
            raise Misgelopen(naam)
        return found

    def _the[W: QWidget](self, doel: str | W, soort: type[W], binnen: QWidget | None = None) -> W:
        return self.find(doel, soort, binnen) if isinstance(doel, str) else doel

    def all[W: QWidget](self, soort: type[W], begin: str, binnen: QWidget | None = None) -> list[W]:
        """The visible widgets whose name begins like this."""
        so_named = QRegularExpression(f"^{QRegularExpression.escape(begin)}")
        found = (binnen or self.venster).findChildren(soort, so_named)
        return [widget for widget in found if widget.isVisible()]

    def wait(self, until: Callable[[], bool], waarop: str) -> None:
        """Let the window work until something is so; `Misgelopen` when it does not come."""
        end = time.monotonic() + GEDULD
        while not until():
            if time.monotonic() > end:
                raise Misgelopen(f"wachten op {waarop}")
            self.breathe(0.005)

    def settle(self) -> None:
        """Wait until nothing is being worked on."""
        self.wait(lambda: not tasks.is_busy(), "het werk op de achtergrond")

    def breathe(self, seconden: float = 0.0) -> None:
        """Let the window handle what has happened, and throw away what it has done with."""
        end = time.monotonic() + seconden
        while True:
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if self.faults:
                raise Misgelopen("; ".join(self.faults))
            if time.monotonic() >= end:
                return
            time.sleep(0.002)

    def rest(self, keer: float = 1.0) -> None:
        """Stand still so that a person can follow; not at all when nobody looks."""
        self.breathe(self.pauze * keer)

    def shoot(self, naam: str) -> None:
        """Keep a picture of the window as it is now; one of each name."""
        if naam in self._taken:
            return
        self._taken.add(naam)
        self.venster.setUpdatesEnabled(True)
        # Pages of a PDF are drawn in the background; a layout takes rounds, however long each lasts.
        for _ in range(_RONDEN):
            papers = self.venster.findChildren(QPdfView)
            self.breathe(_TEKENEN / _RONDEN if any(map(QPdfView.isVisible, papers)) else 0.0)
        # Nothing shines through a window: three colours pack faster than four.
        beeld = self.venster.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        self.venster.setUpdatesEnabled(bool(self.pauze))
        if (beeld.width(), beeld.height()) != self._maat:
            beeld = beeld.scaled(*self._maat, mode=Qt.TransformationMode.SmoothTransformation)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        beeld.save(buffer, "PNG", _KWALITEIT)  # type: ignore[call-overload]  # the stubs know a bytes format only
        pad = self.folder / f"{len(self.platen) + 1:03}_{naam}.png"
        safefile.write_bytes(pad, bytes(buffer.data().data()))
        self.platen.append(pad)
        self.rest(2)

    # -- doing -----------------------------------------------------------------------------------------------

    def play(self, deel: str, /, **velden: object) -> None:
        """Do what a part of the script says, line by line."""
        for regel in DRAAIBOEK["delen"][deel].splitlines():
            wat, _, rest = regel.partition(" ")
            doel, with_words, woorden = rest.partition(" =")
            given = [doel, woorden.strip()] if with_words else [doel] if doel else []
            getattr(self, wat)(*(deel.format_map(velden) for deel in given))

    def click(self, doel: str | QWidget, binnen: QWidget | None = None, plek: QPoint | None = None) -> None:
        """Click where a person would; `Misgelopen` when it is disabled or something lies over it."""
        widget = self._the(doel, QWidget, binnen)
        self._come_forward()
        self.breathe()
        where = plek or self._middle(widget)
        if not widget.isEnabled():
            raise Misgelopen(f"{widget.objectName()} is uitgeschakeld")
        # What was just answered may still be moving the page.
        self.wait(lambda: self._is_hit(widget, where), f"{widget.objectName()}: er ligt iets over")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _PLAIN, where)
        self.rest()

    def _is_hit(self, widget: QWidget, where: QPoint) -> bool:
        self._reveal(widget, where)
        hit = self.venster.childAt(widget.mapTo(self.venster, where))
        return hit is not None and (hit is widget or widget.isAncestorOf(hit))

    @staticmethod
    def _middle(widget: QWidget) -> QPoint:
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            # Of a tick box only the box and its words take the mouse, not the room beside them.
            return QPoint(12, widget.height() // 2)
        return widget.rect().center()

    def bring(self, naam: str) -> None:
        """Scroll to the head of something."""
        self._reveal(self.find(naam, QWidget), QPoint(24, 24))

    def _reveal(self, widget: QWidget, where: QPoint) -> None:
        """Scroll to where the click will be; Qt's own way to a text stops at its cursor."""
        around = widget.parentWidget()
        while around is not None:
            inhoud = around.widget() if isinstance(around, QScrollArea) else None
            if isinstance(around, QScrollArea) and inhoud is not None and inhoud.isAncestorOf(widget):
                plek = widget.mapTo(inhoud, where)
                around.ensureVisible(plek.x(), plek.y(), 24, 48)
            around = around.parentWidget()
        self.breathe()

    def _come_forward(self) -> None:
        """A list that opened and closed took the window's place; keys are heard in the window in front."""
        if QApplication.activePopupWidget() is None and not self.venster.isActiveWindow():
            self.venster.activateWindow()
            self.wait(self.venster.isActiveWindow, "het venster vooraan")

    def press(self, toetsen: str, op: str | QWidget | None = None) -> None:
        """Press keys, as *Ctrl+L*, where the keyboard is."""
        op = self.find(op, QWidget) if isinstance(op, str) else op
        self._come_forward()
        combinatie = QKeyCombination.fromCombined(QKeySequence(toetsen)[0].toCombined())  # type: ignore[index]  # the stubs lack it
        # The stubs promise a widget where Qt has none.
        target = op or cast("QWidget | None", self.venster.focusWidget()) or self.venster
        QTest.keyClick(target, combinatie.key(), combinatie.keyboardModifiers())
        self.rest()

    def write(self, veld: str | QWidget, tekst: str, binnen: QWidget | None = None) -> None:
        """Click in a field and type over what stands in it."""
        widget = self._the(veld, QWidget, binnen)
        self.click(widget)
        self.press("Ctrl+A", widget)
        if not tekst:
            self.press("Del", widget)
        self.type(widget, tekst)
        self.rest()

    def type(self, veld: QWidget, tekst: str) -> None:
        """Type on where the cursor stands; a new line is Enter."""
        for nummer, teken in enumerate(tekst):
            if teken == "\n":
                QTest.keyClick(veld, Qt.Key.Key_Return)
            else:
                QTest.sendKeyEvent(QTest.KeyAction.Click, veld, Qt.Key.Key_unknown, teken, _PLAIN)
            if self.pauze and nummer % 4 == 0:
                self.breathe()
        self.breathe()

    def leave(self, veld: QWidget) -> None:
        """Leave a field by Tab; a list that hangs open below it closes first."""
        completer = veld.completer() if isinstance(veld, QLineEdit) else None
        lijst = completer.popup() if completer is not None else None
        if lijst is not None and lijst.isVisible():
            QTest.keyClick(lijst, Qt.Key.Key_Escape)
        QTest.keyClick(veld, Qt.Key.Key_Tab)
        self.breathe()

    def fill(self, veld: str | QWidget, waarde: object, binnen: QWidget | None = None) -> None:
        """Fill in a field as its kind asks, a date as people type it, and leave it."""
        widget = self._the(veld, QWidget, binnen)
        if isinstance(widget, QComboBox):
            self._choose(widget, waarde)
        elif isinstance(widget, QAbstractButton):
            self.tick(widget, waarde == "ja")
        else:
            self.write(widget, "\n".join(waarde) if isinstance(waarde, list) else as_typed(str(waarde)))
            self.leave(widget)

    def _choose(self, combo: QComboBox, code: object) -> None:
        """Choose by code in a list that opens; in one that is searched, by typing the words."""
        rows = (combo.findData(code), combo.findData(str(code).partition("-")[0]))
        row = next((row for row in rows if row >= 0), -1)
        if isinstance(combo, SearchList):
            self._search(combo.regel(), combo.name_of(str(code)))
        elif row < 0:
            raise Misgelopen(f"{combo.objectName()} heeft geen {code}")
        elif (regel := combo.lineEdit()) is not None:
            self._search(regel, combo.itemText(row))
        elif combo.currentIndex() != row:
            self._pick(combo, row)
        self.rest()

    def _search(self, regel: QLineEdit, woorden: str) -> None:
        if regel.text() != woorden:
            self.write(regel, woorden)
            self.leave(regel)

    def _pick(self, combo: QComboBox, row: int) -> None:
        self.click(combo)
        view = combo.view()
        QTest.keyClick(view, Qt.Key.Key_Home)
        for _ in range(row):
            QTest.keyClick(view, Qt.Key.Key_Down)
        self.rest()
        QTest.keyClick(view, Qt.Key.Key_Return)
        self.breathe()

    def tick(self, vink: str | QAbstractButton, aan: bool, binnen: QWidget | None = None) -> None:
        """Have a box ticked or not."""
        widget = self._the(vink, QAbstractButton, binnen)
        if widget.isChecked() != aan:
            self.click(widget)

    def pick_row(self, lijst: str | QAbstractItemView, row: int | str) -> None:
        """Click a row of a list."""
        widget = self._the(lijst, QAbstractItemView)
        item = widget.model().index(int(row), 0)
        widget.scrollTo(item)
        self.breathe()
        where = widget.visualRect(item).center()
        QTest.mouseClick(widget.viewport(), Qt.MouseButton.LeftButton, _PLAIN, where)
        self.rest()

    def go(self, scherm: str) -> None:
        """To a screen, by the bar on the left."""
        self.click(f"naar_{scherm}")
        self.find(f"scherm_{scherm}", QWidget)

    def show(self, scherm: str, naam: str) -> None:
        """Keep a picture of a screen when all is done there."""
        self.go(scherm)
        self.settle()
        self.shoot(naam)

"""Where one is on a screen: field, cursor and selection, how far it was scrolled, how wide its halves are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSplitter,
    QTextEdit,
    QWidget,
)

from intake_assistant.ui.qt.later import Later, later

BEGIN = "dossiers"
# So long a screen that was just built moves by itself: it lays out, and brings its field into sight.
UNREST_MS = 400
# So long a page that comes later (a PDF that is drawn) may take to reach the place again.
PATIENCE_MS = 15_000


@dataclass(frozen=True)
class FocusPlace:
    """Screen, dossier, arguments; the field with its cursor and selection; scrolling and splitters."""

    scherm: str = BEGIN
    dossier: str = ""
    arguments: dict[str, str] = field(default_factory=dict)
    veld: str = ""
    cursor: int = 0
    anker: int = 0
    """The other end of the selection; equal to the cursor when nothing is selected."""
    schuif: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Of each part that scrolls: how far to the right and down."""
    delers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Of each splitter: the sizes of its halves."""


def place_of(written: dict[str, Any]) -> FocusPlace:
    """A place that was written down as JSON."""
    schuif = {pad: (across, down) for pad, (across, down) in written["schuif"].items()}
    delers = {pad: tuple(sizes) for pad, sizes in written["delers"].items()}
    return FocusPlace(**{**written, "schuif": schuif, "delers": delers})


def place_on(scherm: QWidget, naam: str, dossier: str, arguments: dict[str, str]) -> FocusPlace:
    """Look where one is on the screen that is shown."""
    veld, cursor, anker = _cursor_of(scherm)
    schuif = {
        pad: (vlak.horizontalScrollBar().value(), vlak.verticalScrollBar().value())
        for pad, vlak in _visible(scherm, QAbstractScrollArea)
    }
    delers = {pad: tuple(deler.sizes()) for pad, deler in _visible(scherm, QSplitter)}
    return FocusPlace(naam, dossier, arguments, veld, cursor, anker, schuif, delers)


def to_top(scherm: QWidget) -> None:
    """Have a page begin at its beginning."""
    for vlak in scherm.findChildren(QAbstractScrollArea):
        vlak.verticalScrollBar().setValue(0)


def put_back(scherm: QWidget, place: FocusPlace) -> None:
    """Bring field, cursor, selection, halves and scrolling back on a screen that shows this place."""
    _put_halves(scherm, place)
    _put_cursor(scherm, place)
    # Once it is laid out: before that nothing has anywhere to scroll to.
    later(scherm, partial(_put_scrolling, scherm, place))


# -- the field ---------------------------------------------------------------------------------------------


def _cursor_of(scherm: QWidget) -> tuple[str, int, int]:
    # The stubs promise a widget where Qt has none.
    focus = cast("QWidget | None", scherm.window().focusWidget())
    if focus is None or not scherm.isAncestorOf(focus):
        return "", 0, 0
    # The line of a list is a proxy of the list, which has the keyboard.
    line = focus.lineEdit() if isinstance(focus, QComboBox) else focus
    if isinstance(line, QLineEdit):
        return focus.objectName(), line.cursorPosition(), _anchor_of(line)
    if isinstance(focus, QTextEdit | QPlainTextEdit):
        cursor = focus.textCursor()
        return focus.objectName(), cursor.position(), cursor.anchor()
    return focus.objectName(), 0, 0


def _anchor_of(line: QLineEdit) -> int:
    if not line.hasSelectedText():
        return line.cursorPosition()
    begin, end = line.selectionStart(), line.selectionEnd()
    return end if line.cursorPosition() == begin else begin


def _put_cursor(scherm: QWidget, place: FocusPlace) -> None:
    found = scherm.findChildren(QWidget, place.veld) if place.veld else []
    if not found:
        return
    # A page that is kept ready holds a field of the same name.
    focus = next((widget for widget in found if widget.isVisible()), found[0])
    focus.setFocus()
    if isinstance(focus, QComboBox):
        focus = focus.lineEdit() or focus
    if isinstance(focus, QLineEdit):
        focus.setCursorPosition(place.anker)
        focus.cursorForward(place.anker != place.cursor, place.cursor - place.anker)
    elif isinstance(focus, QTextEdit | QPlainTextEdit):
        cursor, end = focus.textCursor(), len(focus.toPlainText())
        cursor.setPosition(min(place.anker, end))
        cursor.setPosition(min(place.cursor, end), cursor.MoveMode.KeepAnchor)
        focus.setTextCursor(cursor)


# -- halves and scrolling ----------------------------------------------------------------------------------


def _put_halves(scherm: QWidget, place: FocusPlace) -> None:
    for pad, deler in _visible(scherm, QSplitter):
        sizes = place.delers.get(pad)
        if sizes is not None and len(sizes) == deler.count():
            deler.setSizes(list(sizes))


def _put_scrolling(scherm: QWidget, place: FocusPlace) -> None:
    for pad, vlak in _visible(scherm, QAbstractScrollArea):
        across, down = place.schuif.get(pad, (0, 0))
        for bar, value in ((vlak.horizontalScrollBar(), across), (vlak.verticalScrollBar(), down)):
            if bar.value() != value:
                _Vasthouder(bar, value)


class _Vasthouder(Later):
    """Holds a bar at its old place until the screen is at rest, and then lets go."""

    def __init__(self, bar: QScrollBar, value: int) -> None:
        super().__init__(bar, self.deleteLater, PATIENCE_MS)
        self._bar, self._value = bar, value
        bar.rangeChanged.connect(self._put)
        bar.valueChanged.connect(self._put)
        Later(self, self._rest, UNREST_MS).start()
        self.start()
        self._put()

    def call_off(self) -> None:
        """Who left need not find their place any more."""
        super().call_off()
        self.deleteLater()

    def _put(self) -> None:
        if self._bar.maximum() >= self._value != self._bar.value():
            self._bar.setValue(self._value)

    def _rest(self) -> None:
        if self._bar.value() == self._value:
            self.deleteLater()


def _visible[W: QWidget](scherm: QWidget, kind: type[W]) -> Iterator[tuple[str, W]]:
    for widget in scherm.findChildren(kind):
        # The list of a combo box is a window of its own.
        if widget.isVisibleTo(scherm) and widget.window() is scherm.window():
            yield _path(widget, scherm), widget


def _path(widget: QWidget, root: QWidget) -> str:
    """The same for the same part of a screen that was made anew: names down from the screen."""
    steps: list[str] = []
    here = widget
    while here is not root and (parent := here.parentWidget()) is not None:
        naam = _name(here)
        same = [s for s in parent.children() if isinstance(s, QWidget) and _is_shown_as(s, naam)]
        steps.append(f"{naam}#{same.index(here) if here in same else 0}")
        here = parent
    return "/".join(reversed(steps))


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__


def _is_shown_as(widget: QWidget, naam: str) -> bool:
    return not widget.isHidden() and _name(widget) == naam

"""Where the keyboard goes: by Tab down the page; from a field that goes away never to the bar.

No key is lost or misunderstood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, pairwise, takewhile
from typing import cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from intake_assistant.ui.qt.later import Later, later

_ROOM = 8
"""So many points are seen above and below it."""
_LINES = 4
"""So much of a long list is seen when the keyboard comes to it: its heading and a few rows."""
LAST = "tab_last"
"""The property of what is come to after all that it stands beside: what throws away what was typed."""
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class Houvast(QWidget):
    """Takes the keyboard of what was hidden, disabled or deleted, and gives it on to the best place there is.

    Qt would give it to the next in the chain of Tab: after a page that goes, the bar on the left. Giving on
    waits for the end of what is being done, since that often names a place itself; a key that comes earlier
    does not wait.
    """

    def __init__(self, window: QWidget, home: Callable[[], tuple[QWidget, QWidget]]) -> None:
        """`home` tells which screen is shown, and the place it names; itself when it names none."""
        super().__init__(window)
        self.setObjectName("houvast")
        self.setFixedSize(0, 0)
        self._home = home
        self._around: list[QWidget] = []
        self._is_catching = False
        self._later = Later(self, self.settle)
        self._sight = Later(self, self._see)
        QGuiApplication.instance().focusObjectChanged.connect(self._look)  # type: ignore[union-attr]  # it runs

    def catch(self, gone: QWidget | None) -> None:
        """Take the keyboard of a widget that goes."""
        if gone is not self:
            self._around = [gone, *_ancestors(gone)] if gone is not None else []
        # A window that cannot have the keyboard now tells so at once, and would ask for it again without end.
        self._is_catching = True
        self.setFocus()
        self._is_catching = False
        self._later.start()

    def settle(self) -> None:
        """Give the keyboard to the best place, when nobody did so meanwhile."""
        self._later.stop()
        if self.window().focusWidget() is not self:
            return
        around, self._around = self._around, []
        for place in self._places(around):
            if can_take(place):
                if place is QApplication.focusWidget():
                    # It asked while it was hidden: the program holds it for focused, its window does not.
                    place.clearFocus()
                place.setFocus()
                return

    def _places(self, around: list[QWidget]) -> Iterator[QWidget]:
        """What came back, the place that the screen names, what is left of where it was, the screen."""
        screen, named = self._home()
        left = [w for w in around if shiboken6.isValid(w) and screen.isAncestorOf(w)]
        yield from left[:1] if left[:1] == around[:1] else ()
        if named is not screen:
            yield named
        yield from (*left, screen)

    def on_activation(self) -> None:
        """What went while a dialog was open left the keyboard nowhere; Qt would look from the bar on."""
        # The stubs promise a widget where Qt has none.
        focus = cast("QWidget | None", self.window().focusWidget())
        if focus is None or not can_take(focus):
            self.catch(focus)

    def _look(self, focus: object) -> None:
        """What is deleted or wholly disabled leaves it nowhere; what is hidden may be given it."""
        window = self.window()
        if self._is_catching or not window.isActiveWindow():
            return
        if focus in (None, window) and QApplication.focusWidget() is None:
            self.catch(None)
        elif isinstance(focus, QWidget) and window.isAncestorOf(focus):
            if not can_take(focus):
                self.catch(focus)
            elif not QApplication.mouseButtons():
                # What one clicks on was in sight, and stays where it was clicked.
                self._sight.start()

    def _see(self) -> None:
        """Who types sees where: a screen that gives the keyboard away does not scroll by itself."""
        # The stubs promise a widget where Qt has none.
        focus = cast("QWidget | None", self.window().focusWidget())
        if focus is not None and can_take(focus) and is_out_of_sight(focus):
            bring_into_sight(focus, _ROOM)

    def event(self, event: QEvent) -> bool:
        """A key that comes at once is for where the keyboard is going."""
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            self.settle()
            focus = cast("QWidget | None", self.window().focusWidget())
            if focus not in (None, self):
                return QCoreApplication.sendEvent(focus, event)
        return super().event(event)


def can_take(widget: QWidget) -> bool:
    """Whether the keyboard can be here."""
    return widget.isVisible() and widget.isEnabled()


def is_out_of_sight(widget: QWidget) -> bool:
    """Whether an edge cuts it; of what is higher than half its page, whether less than a line is seen."""
    areas = (area for area in _ancestors(widget) if isinstance(area, QScrollArea))
    return any(_is_cut(widget, area.viewport()) for area in areas)


def _is_cut(widget: QWidget, page: QWidget) -> bool:
    top = widget.mapTo(page, QPoint(0, 0)).y()
    seen = min(top + widget.height(), page.height()) - max(top, 0)
    # To see the end of a long list one would lose what stands above it.
    is_high = widget.height() > page.height() // 2
    return seen < (widget.fontMetrics().height() if is_high else widget.height())


def bring_into_sight(widget: QWidget, rand: int = 0) -> None:
    """Scroll to a widget, with so much above and below it: whole when there is room, else from its edge."""
    for area in _ancestors(widget):
        if isinstance(area, QScrollArea):
            # Once it is laid out: before that it has no place.
            later(widget, partial(_scroll_to, area, widget, rand))


def _scroll_to(area: QScrollArea, widget: QWidget, rand: int) -> None:
    # Of a field that has the keyboard Qt brings its cursor into sight, and leaves its edges cut.
    high = widget.height()
    if isinstance(widget, QAbstractItemView) and high > area.viewport().height() // 2:
        # Its beginning is enough: what stands above it tells what it is about.
        high = _LINES * widget.fontMetrics().height()
    if high + 2 * rand <= area.viewport().height() and (page := area.widget()) is not None:
        middle = widget.mapTo(page, QPoint(widget.width() // 2, high // 2))
        area.ensureVisible(middle.x(), middle.y(), 0, high // 2 + 1 + rand)
    else:
        area.ensureWidgetVisible(widget, 0, rand)


def _ancestors(widget: QWidget | None) -> Iterator[QWidget]:
    """What it lies on, in its window."""
    return takewhile(lambda outer: not outer.isWindow(), _all_around(widget))


def _all_around(widget: QWidget | None) -> Iterator[QWidget]:
    around = widget.parentWidget() if widget is not None else None
    while around is not None:
        yield around
        around = around.parentWidget()


def step(root: QWidget, focus: QWidget | None, *, forward: bool) -> bool:
    """Give the keyboard to the next on the page, round at the end; whether there was one.

    Qt goes by the order in which things came into the window: what a screen makes anew would come last.
    """
    # Lazily: nearly always the next lies beside this one, and the rest of the page is not gone through.
    along = chain(_beyond(root, focus, forward=forward), _in_order(root, forward=forward))
    found = next((widget for widget in along if widget is not focus and takes_tab(widget)), None)
    if found is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    found.setFocus(reason)
    return True


def takes_tab(widget: QWidget) -> bool:
    """Whether the keyboard may come to it by Tab."""
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isEnabled() and widget.focusProxy() is None


def _beyond(root: QWidget, focus: QWidget | None, *, forward: bool) -> Iterator[QWidget]:
    """What comes after the one with the keyboard, to the end of the page; or before it, to the beginning."""
    path = _path(root, focus)
    if forward and path:
        for child in _seen_on(path[-1]):
            yield from _in_order(child)
    elif path and path[-1] is not focus:
        yield path[-1]
    for outer, inner in reversed(list(pairwise(path))):
        beside = _seen_on(outer)
        place = beside.index(inner)
        for other in beside[place + 1 :] if forward else beside[:place][::-1]:
            yield from _in_order(other, forward=forward)
        if not forward:
            yield outer


def _path(root: QWidget, focus: QWidget | None) -> list[QWidget]:
    """From the page to the one with the keyboard, or to the nearest around it that is in sight."""
    around = [focus, *_all_around(focus)] if focus is not None else []
    if root not in around:
        return []
    path = [root]
    for inner in around[: around.index(root)][::-1]:
        if inner in _seen_on(path[-1]):
            path.append(inner)
    return path


def _in_order(widget: QWidget, *, forward: bool = True) -> Iterator[QWidget]:
    """What is in sight, each before what lies on it; or all of that from the last to the first."""
    if forward:
        yield widget
    beside = _seen_on(widget)
    for child in beside if forward else beside[::-1]:
        yield from _in_order(child, forward=forward)
    if not forward:
        yield widget


def _seen_on(widget: QWidget) -> list[QWidget]:
    return [part for part in _on(widget) if part.isVisible() and not part.isWindow()]


def _on(widget: QWidget) -> list[QWidget]:
    """What lies on it, from the first to the last."""
    match widget:
        case QStackedWidget():
            return [shown] if (shown := widget.currentWidget()) else []
        case QSplitter():
            return [part for place in range(widget.count()) if (part := widget.widget(place))]
        case QScrollArea():
            return [content] if (content := widget.widget()) else []
        case QAbstractScrollArea() | QComboBox() | QAbstractSpinBox():
            return []  # one place for the keyboard, whatever Qt made it of
    parts = [part for part in widget.children() if isinstance(part, QWidget)]
    layout: QLayout | None = widget.layout()  # the stubs promise one
    if layout is None:
        return parts
    inside = [(inner, _path_to(layout, inner)) for inner in (layout, *layout.findChildren(QLayout))]
    return sorted(parts, key=partial(_place_in, inside))


def _place_in(inside: list[tuple[QLayout, list[int]]], part: QWidget) -> tuple[float, ...]:
    """Where a part was put: of layouts in layouts from the outer one inward; what lies in none comes last.

    Without the items of a layout: Qt throws those away unseen, and what PySide holds of them stays.
    """
    last = [float("inf")] if part.property(LAST) else []
    for inner, path in inside:
        if (found := inner.indexOf(part)) >= 0:
            return (*path, *last, found)
    return (float("inf"),)


def _path_to(layout: QLayout, inner: QLayout) -> list[int]:
    outer = inner.parent()
    if inner is layout or not isinstance(outer, QLayout):
        return []
    return [*_path_to(layout, outer), outer.indexOf(inner)]

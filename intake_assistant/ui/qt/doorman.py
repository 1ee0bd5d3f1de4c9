"""Stands before every widget of the program, alone: Qt asks each such filter about every event there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

Filter = Callable[[QObject, QEvent], bool]


class Doorman(QObject):
    """Hands the events of some kinds to who asked for them; the last who asked is the first to see them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: dict[QEvent.Type, list[Filter]] = {}
        self.stand(True)

    def stand(self, on: bool) -> None:
        """Stand before every widget, or step aside."""
        app = QCoreApplication.instance()
        if app is None:
            return
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def hand(self, kinds: Iterable[QEvent.Type], to: Filter) -> None:
        """Let `to` see the events of these kinds, and hold back those for which it answers True; once."""
        for kind in kinds:
            asked = self._asked.setdefault(kind, [])
            if to not in asked:
                asked.insert(0, to)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nearly nothing of all that happens in the program was asked for."""
        asked = self._asked.get(event.type())
        return asked is not None and any(seen(watched, event) for seen in asked)

    def show(self, page: QWidget) -> None:
        """Show who asked what was polished meanwhile, in a page and in what lies in no other widget."""
        polished = QEvent(QEvent.Type.Polish)
        for widget in (page, *page.findChildren(QWidget), *QApplication.topLevelWidgets()):
            self.eventFilter(widget, polished)


@contextmanager
def nobody_asked(inside: QWidget, page: QWidget | None = None) -> Iterator[None]:
    """Build or put up a page of a window where no person can act meanwhile, without asking of every event.

    Of all that happens in a window half is the making of pages; asking took a fifth of the time.
    """
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    door = inside.window().findChild(Doorman, options=direct)
    if door is None:
        yield
        return
    door.stand(False)
    try:
        yield
    finally:
        door.stand(True)
    if page is not None:
        door.show(page)

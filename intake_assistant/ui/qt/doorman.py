"""Stands before every widget of the program, alone: Qt asks each such filter about every event there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject

Filter = Callable[[QObject, QEvent], bool]


class Doorman(QObject):
    """Hands the events of some kinds to who asked for them; the last who asked is the first to see them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: dict[QEvent.Type, list[Filter]] = {}
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def hand(self, kinds: Iterable[QEvent.Type], to: Filter) -> None:
        """Let `to` see the events of these kinds, and hold back those for which it answers True; once."""
        for kind in kinds:
            asked = self._asked.setdefault(kind, [])
            if to not in asked:
                asked.insert(0, to)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nearly nothing of all that happens in the program was asked for."""
        return any(seen(watched, event) for seen in self._asked.get(event.type(), ()))

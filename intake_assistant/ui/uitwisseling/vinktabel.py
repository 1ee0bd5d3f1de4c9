"""A table of words of which each row can be ticked; the space bar ticks the row that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from intake_assistant.ui.kit.word_table import TableIndex, Woordrijen, Woordtabel

_STATE = Qt.ItemDataRole.CheckStateRole


class Vinkrijen(Woordrijen):
    """Rows of words, each with a tick before it."""

    ticked = Signal(int)
    """A row was ticked, or its tick was taken away, by whoever looks at it."""

    def __init__(self, kolommen: Sequence[str]) -> None:
        super().__init__(kolommen)
        self._aan: list[bool] = []

    def show_ticked(self, rijen: Sequence[tuple[str, ...]], aan: Iterable[bool]) -> None:
        """Show just these, ticked as told."""
        self._aan = list(aan)
        self.show_all(rijen)

    def is_ticked(self, row: int) -> bool:
        """Whether a row is ticked."""
        return self._aan[row]

    def tick(self, row: int, on: bool) -> None:
        """Tick a row, or take its tick away; tells nobody."""
        self._aan[row] = on
        cell = self.index(row, 0)
        self.dataChanged.emit(cell, cell)

    def flags(self, index: TableIndex) -> Qt.ItemFlag:
        """The first cell of a row holds its tick."""
        flags = super().flags(index)
        return flags if index.column() else flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: TableIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, and the tick of the first."""
        if role == _STATE and index.column() == 0:
            return Qt.CheckState.Checked if self._aan[index.row()] else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: TableIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A click on the tick, or a screen reader, turns it."""
        if role != _STATE or index.column():
            return False
        self.turn(index.row())
        return True

    def turn(self, row: int) -> None:
        """Turn the tick of a row, and tell it."""
        self.tick(row, not self._aan[row])
        self.ticked.emit(row)


class Vinktabel(Woordtabel):
    """The table itself; Enter and the space bar both turn the tick of the row that is chosen."""

    def __init__(
        self,
        model: Vinkrijen,
        naam: str,
        titel: str,
        breed: Sequence[int],
        opened: Callable[[], None] | None = None,
        *,
        most: int = 6,
    ) -> None:
        super().__init__(model, naam, titel, breed, opened or self.turn, most=most, ruim=True)
        self._rijen = model

    def turn(self) -> None:
        """Turn the tick of the row that is chosen."""
        if 0 <= self.row < len(self._rijen.rijen):
            self._rijen.turn(self.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From whichever cell of the row."""
        if event.key() == Qt.Key.Key_Space:
            self.turn()
        else:
            super().keyPressEvent(event)

"""What goes on to the next line when there is no more room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget

from intake_assistant.ui.kit.parts import knop
from intake_assistant.ui.kit.theme import px


class Vloei(QLayout):
    """In the direction that is read, line after line; as high as its width asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(px(8))

    def addItem(self, item: QLayoutItem) -> None:
        """Put it at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines together."""
        # Asked for again and again while a page finds its form: three in four were reckoned before.
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """What lies in it became larger or smaller."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put all in place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """One at a line."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            sizes = [_fitted(item, rect.width()) for item in line]
            x, height = rect.x(), max(size.height() for size in sizes)
            for item, size in zip(line, sizes, strict=True):
                if move:
                    # In the middle of its line: the words of a high and a low button stand on one height.
                    plek = QRect(QPoint(x, y + (height - size.height()) // 2), size)
                    item.setGeometry(QStyle.visualRect(self._richting, rect, plek))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    @property
    def _richting(self) -> Qt.LayoutDirection:
        parent: QWidget | None = self.parentWidget()  # the stubs promise one
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """What stands beside each other."""
        lines, x = list[list[QLayoutItem]](), 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not lines or (x and x + wide > width):
                lines, x = [*lines, []], 0
            lines[-1].append(item)
            x += wide + self.spacing()
        return lines


def _fitted(item: QLayoutItem, room: int) -> QSize:
    """How large it stands in a line: wider than the whole line it gives way, as far as it can."""
    size = item.sizeHint()
    if size.width() > room:
        size.setWidth(max(room, item.minimumSize().width()))
        if item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
    return size


class Rooster(Vloei):
    """Fields in equal columns, as many as fit and no more than asked; one that is wide has its line alone."""

    def __init__(self, kolommen: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kolommen = kolommen
        self._breed: set[int] = set()
        self.setSpacing(px(16))

    def add(self, widget: QWidget, *, breed: bool = False) -> None:
        """Put a field at the end."""
        if breed:
            self._breed.add(len(self._items))
        self.addWidget(widget)

    def sizeHint(self) -> QSize:
        """All columns beside each other."""
        widest = max((item.sizeHint().width() for item in self._items if not item.isEmpty()), default=0)
        width = widest * self._kolommen + self.spacing() * (self._kolommen - 1)
        return QSize(width, self.heightForWidth(width))

    def _place(self, rect: QRect, *, move: bool) -> int:
        columns = self._columns(rect.width())
        wide = (rect.width() - self.spacing() * (columns - 1)) // columns
        y = rect.y()
        for line in self._rows(columns):
            width = rect.width() if line[0] in self._breed else wide
            height = max(_height(self._items[nr], width) for nr in line)
            for column, nr in enumerate(line):
                if move:
                    x = rect.x() + column * (width + self.spacing())
                    plek = QRect(x, y, width, height)
                    self._items[nr].setGeometry(QStyle.visualRect(self._richting, rect, plek))
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _columns(self, width: int) -> int:
        """How many fit."""
        narrow = [i.minimumSize().width() for nr, i in enumerate(self._items) if nr not in self._breed]
        least = max(narrow, default=0)
        fits = (width + self.spacing()) // max(least + self.spacing(), 1)
        return max(1, min(self._kolommen, fits))

    def _rows(self, columns: int) -> list[list[int]]:
        """Which stand beside each other, by their numbers."""
        rows, open_ = list[list[int]](), False
        for nr, item in enumerate(self._items):
            if item.isEmpty():
                continue
            alone = nr in self._breed
            if alone or not open_ or len(rows[-1]) == columns:
                rows.append([])
            rows[-1].append(nr)
            open_ = not alone
        return rows


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Chiprij(QWidget):
    """Places by their words, on more lines where there is no room for one; the arrows go along them."""

    def __init__(self, begin: str, woorden: Mapping[str, str], turn: Callable[[str], object]) -> None:
        """`begin` is what the name of each begins with; `turn` is told which one was chosen."""
        super().__init__()
        row, groep = Vloei(self), QButtonGroup(self)
        self.chips = {
            naam: knop(woord, f"{begin}{naam}", partial(turn, naam), "chip")
            for naam, woord in woorden.items()
        }
        for chip in self.chips.values():
            chip.setCheckable(True)
            groep.addButton(chip)
            row.addWidget(chip)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def choose(self, naam: str) -> None:
        """Mark where one is."""
        self.chips[naam].setChecked(True)

"""The groups of a recovery key: shown whole and numbered as on the sheet, and typed back a field each."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from intake_assistant.domain.herstelsleutel import GROUP_SIGNS, split_groups
from intake_assistant.texts import text
from intake_assistant.ui.fields.passphrase import SECRET
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kolom, label, rij
from intake_assistant.ui.kit.theme import px, set_rol
from intake_assistant.ui.qt.announcing import announce

WIDEST = "W"
"""The widest letter of the alphabet of the key."""
_COLUMNS = (4, 2)


class _Even(Vloei):
    """Four, two or one beside each other, as there is room: all of one width, one below the other."""

    def _place(self, rect: QRect, *, move: bool) -> int:
        cell = QSize()
        for item in self._items:
            cell = cell.expandedTo(item.sizeHint())
        across, down = cell.width() + self.spacing(), cell.height() + self.spacing()
        columns = next((n for n in _COLUMNS if n * across - self.spacing() <= rect.width()), 1)
        for place, item in enumerate(self._items if move else ()):
            row, column = divmod(place, columns)
            item.setGeometry(QRect(rect.topLeft() + QPoint(column * across, row * down), cell))
        rows = math.ceil(len(self._items) / columns)
        return max(rows * down - self.spacing(), 0)


class Sleutelgroepen(QWidget):
    """A key to copy: each group beside its number, whole at every width and scale."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sleutelgroepen")
        self._cells = _Even(self)

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show these; nothing of what stood here stays."""
        empty_layout(self._cells)
        for place, group in enumerate(groups):
            self._cells.addWidget(_shown(place + 1, group))


def _shown(number: int, group: str) -> QWidget:
    cell = QWidget()
    row = rij(cell, tussen=8)
    sign = label(group, "sleutel", naam=f"sleutelgroep_{number}")
    sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
    sign.setAccessibleName(text("kluis.eerste_start.groep", nummer=number, tekens=" ".join(group)))
    row.addWidget(label(f"{number}.", "veldnaam"))
    row.addWidget(sign, 1)
    return cell


class Groepveld(QLineEdit):
    """The field of one group; as wide as the widest letters ask."""

    next = Signal()
    left = Signal()

    def sizeHint(self) -> QSize:
        """Room for a group of the widest letters, within the edge of a field that has the keyboard."""
        width = self.fontMetrics().horizontalAdvance(WIDEST * GROUP_SIGNS) + px(20) + px(12)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """No less: what is typed is compared with paper, letter by letter."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A space or a dash ends the group, as on the sheet."""
        if event.text() in (" ", "-"):
            self.next.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A group that is left half is told."""
        super().focusOutEvent(event)
        self.left.emit()


class Groepvelden(QWidget):
    """A field for each of these groups: what is pasted spreads, and each group is judged once it is whole."""

    changed = Signal()
    entered = Signal()

    def __init__(self, naam: str, numbers: Sequence[int], is_right: Callable[[int, str], bool]) -> None:
        """`is_right` judges a whole group by its number (from 1)."""
        super().__init__()
        self._is_right = is_right
        self.numbers = tuple(numbers)
        self._is_spreading = False
        self.velden = tuple(self._field(f"{naam}_{place}") for place in range(1, len(numbers) + 1))
        self._boven = [label("", "veldnaam") for _ in numbers]
        self._fouten = [label("", "veldfout", naam=f"{naam}_{n}_fout") for n in range(1, len(numbers) + 1)]
        self._before = [""] * len(numbers)
        self._lay_out()
        self.ask(numbers)

    def _field(self, naam: str) -> Groepveld:
        made = Groepveld()
        made.setObjectName(naam)
        made.setInputMethodHints(SECRET)
        return made

    def _lay_out(self) -> None:
        cells = _Even(self)
        for place, (above, veld, fout) in enumerate(zip(self._boven, self.velden, self._fouten, strict=True)):
            above.setBuddy(veld)
            cell = QWidget()
            column = kolom(cell, tussen=2)
            for widget in (above, veld, fout):
                column.addWidget(widget)
            cells.addWidget(cell)
            veld.textChanged.connect(lambda _, place=place: self._on_change(place))
            veld.left.connect(lambda place=place: self._judge(place, is_left=True))
            veld.next.connect(lambda place=place: self._go_on(place))
            veld.returnPressed.connect(lambda place=place: self._enter(place))
        self.setFocusProxy(self.velden[0])

    def ask(self, numbers: Sequence[int]) -> None:
        """Ask for these groups, as many as there are fields; nothing of what was typed stays."""
        self.numbers = tuple(numbers)
        for above, veld, number in zip(self._boven, self.velden, self.numbers, strict=True):
            above.setText(text("instellingen.sleutels.groep", nummer=number))
            veld.setAccessibleName(text("instellingen.sleutels.groep", nummer=number))
        self.clear()

    def clear(self) -> None:
        """Forget what was typed."""
        for veld in self.velden:
            veld.setText("")  # not `clear`, after which Ctrl+Z brings it back

    def typed(self) -> dict[int, str]:
        """What stands in each field, by the number of its group."""
        return {number: veld.text() for number, veld in zip(self.numbers, self.velden, strict=True)}

    def text(self) -> str:
        """The groups as one key; empty when nothing was typed."""
        typed = list(self.typed().values())
        return "-".join(typed) if any(typed) else ""

    # -- typing ----------------------------------------------------------------------------------------------

    def _on_change(self, place: int) -> None:
        if self._is_spreading:
            return
        self._is_spreading = True
        self._spread(place)
        self._is_spreading = False
        for each in range(len(self.velden)):
            self._judge(each, is_left=each != place and not self.velden[each].hasFocus())
        self._before = [veld.text() for veld in self.velden]
        self.changed.emit()

    def _spread(self, place: int) -> None:
        """What is more than one group goes on into the next fields; one letter too many is not taken."""
        typed, before = self.velden[place].text(), self._before[place]
        groups = split_groups(typed)
        if len(typed) <= GROUP_SIGNS and len(groups) <= 1:
            return
        room = self.velden[place:]
        if len(typed) == len(before) + 1 and not (typed.startswith(before) and self._is_free(place + 1)):
            groups, room = [before], room[:1]
        for veld, group in zip(room, groups, strict=False):
            veld.setText(group)
        room[min(len(groups), len(room)) - 1].setFocus()

    def _is_free(self, place: int) -> bool:
        return place < len(self.velden) and not self.velden[place].text()

    def _go_on(self, place: int) -> None:
        if self.velden[place].text() and place + 1 < len(self.velden):
            self.velden[place + 1].setFocus()

    def _enter(self, place: int) -> None:
        if place + 1 < len(self.velden):
            self.velden[place + 1].setFocus()
        else:
            self.entered.emit()

    # -- judging ---------------------------------------------------------------------------------------------

    def _judge(self, place: int, *, is_left: bool = False) -> None:
        veld, fout = self.velden[place], self._fouten[place]
        typed = veld.text().strip()
        said = ""
        if len(typed) >= GROUP_SIGNS and not self._is_right(self.numbers[place], typed):
            said = text("instellingen.sleutels.veld_fout")
        elif is_left and typed and len(typed) < GROUP_SIGNS:
            said = text("instellingen.sleutels.veld_kort")
        if said == fout.text():
            return
        fout.setText(said)
        set_rol(veld, "fout" if said else "")
        veld.setAccessibleDescription(said)
        if said:
            announce(veld, f"{veld.accessibleName()}: {said}")

"""What the parts of the screen share: each begins anew at a visit, and stops when it is left."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kaart, kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context

WIDE = 900
"""No wider than reads well."""
_LOW = 180


class Deel(QStackedWidget):
    """One part, in one or more steps."""

    elsewhere = Signal(str)
    """Another part was asked for, by its name."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def begin(self) -> None:
        """Show what there is now."""

    def stop(self) -> None:
        """It is left: what is on its way ends, and leaves all as it was."""

    def step_back(self) -> bool:
        """Go one step back; False at the first."""
        return False

    def first_field(self) -> QWidget:
        """Where the keyboard belongs."""
        return self

    def where(self) -> dict[str, str]:
        """What leads back to what was chosen here; no word of anybody, since a lock remembers it."""
        return {}

    def add_step(
        self, naam: str, *, wide: int = WIDE, foot: QWidget | None = None, gelezen: str = ""
    ) -> QVBoxLayout:
        """A page of its own; returns the column to fill. The foot stays in sight however long that is.

        `gelezen` names a page that is read before one acts (`read_first`).
        """
        inner = QWidget()
        inner.setObjectName(naam)
        inner.setMaximumWidth(px(wide))
        if foot is None:
            self.addWidget(schuifvlak(inner))
            return kolom(inner, tussen=12)
        page = _Voetblad(inner, foot, gelezen)
        self.addWidget(page)
        return page.box

    def read_first(self, act: QWidget) -> QWidget:
        """Where the keyboard begins: at the act below what is read, or at the page where both do not fit."""
        page = self.currentWidget()
        return page.vlak if isinstance(page, _Voetblad) and self.height() < px(_LOW) else act

    def to_top(self) -> None:
        """Show the page from its beginning."""
        page = self.currentWidget()
        if isinstance(page, _Voetblad):
            page.vlak.verticalScrollBar().setValue(0)


class _Voetblad(QWidget):
    """A page above a foot that stays in sight; where that would leave it no room, the foot scrolls along."""

    def __init__(self, inner: QWidget, foot: QWidget, gelezen: str) -> None:
        super().__init__()
        self._foot, self._is_low = foot, False
        self.vlak = schuifvlak(inner)
        self.vlak.setAccessibleName(gelezen)
        self.box = kolom(tussen=12)
        self._inner = kolom(inner, tussen=12)
        self._inner.addLayout(self.box, 1)
        self._around = kolom(self, tussen=12)
        self._around.addWidget(self.vlak, 1)
        self._around.addWidget(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window, or with large letters, what is asked has the room."""
        super().resizeEvent(event)
        is_low = self.height() < px(_LOW)
        if is_low is self._is_low:
            return
        self._is_low = is_low
        if self.vlak.accessibleName():
            self.vlak.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_low else Qt.FocusPolicy.NoFocus)
        # The stubs promise a widget where Qt has none.
        focus = cast("QWidget | None", self.window().focusWidget())
        had_focus = focus is not None and self._foot.isAncestorOf(focus)
        (self._inner if is_low else self._around).addWidget(self._foot)
        # What goes to another place is hidden by that, and loses the keyboard.
        self._foot.show()
        if had_focus and focus is not None:
            focus.setFocus()


def card(box: QVBoxLayout, kop: str, naam: str = "") -> QVBoxLayout:
    """A frame with a heading in a column; returns the column within."""
    made = kaart(naam=naam)
    inside = kolom(made, rand=24, tussen=12)
    inside.addWidget(label(kop, "kop3", wrap=True))
    box.addWidget(made)
    return inside


def beside(*widgets: QWidget) -> QWidget:
    """Beside each other, and below when there is no more room."""
    room = QWidget()
    row = Vloei(room)
    for widget in widgets:
        row.addWidget(widget)
    policy = room.sizePolicy()
    policy.setHeightForWidth(True)
    room.setSizePolicy(policy)
    return room

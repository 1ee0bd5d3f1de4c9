"""What the parts of the screen share: each begins anew at a visit, and stops when it is left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kaart, kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context

WIDE = 900
"""No wider than reads well."""


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

    def add_step(self, naam: str, *, wide: int = WIDE, foot: QWidget | None = None) -> QVBoxLayout:
        """A page of its own; returns the column to fill. The foot stays in sight however long that is."""
        inner = QWidget()
        inner.setObjectName(naam)
        inner.setMaximumWidth(px(wide))
        box = kolom(inner, tussen=12)
        area: QWidget = schuifvlak(inner)
        if foot is not None:
            page = QWidget()
            around = kolom(page, tussen=12)
            around.addWidget(area, 1)
            around.addWidget(foot)
            area = page
        self.addWidget(area)
        return box


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

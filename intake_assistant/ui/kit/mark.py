"""A state as a small picture with its word beside it: colour is never alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLayout, QWidget

from intake_assistant.ui.kit import icons
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.parts import label, rij
from intake_assistant.ui.kit.theme import kleur, px

# kind -> colour of the picture, role of the field behind it.
SOORTEN: Final = {
    "goed": ("goed", "merk_goed"),
    "let_op": ("let_op", "merk_let_op"),
    "gewoon": ("zacht", ""),
    "rustig": ("zacht", "merk_rustig"),
}


def beeld(icoon: str, ink: str, size: int = 18, *, midden: bool = False) -> QLabel:
    """A picture as a label, for the eye only; at the top of its row, or in the middle."""
    made = label("")
    made.setPixmap(icons.pixmap(icoon, kleur(ink), px(size)))
    made.setFixedWidth(px(size + 2))
    op = Qt.AlignmentFlag.AlignVCenter if midden else Qt.AlignmentFlag.AlignTop
    made.setAlignment(op | Qt.AlignmentFlag.AlignHCenter)
    return made


def merk(icoon: str, woord: str, soort: str = "gewoon", naam: str = "") -> QFrame:
    """A mark: picture and word on one line."""
    ink, rol = SOORTEN[soort]
    made = QFrame()
    made.setObjectName(naam)
    made.setAccessibleName(woord)
    box = rij(made, tussen=6)
    box.addWidget(beeld(icoon, ink, 16), 0, Qt.AlignmentFlag.AlignVCenter)
    box.addWidget(label(woord, rol))
    box.addStretch(1)
    return made


def inside(widget: QWidget) -> QBoxLayout:
    """The layout of a widget that was given a column or a row."""
    box = widget.layout()
    if not isinstance(box, QBoxLayout):
        raise TypeError(widget.objectName())
    return box


def clear(box: QWidget) -> None:
    """Take everything out of the layout of a widget."""
    layout: QLayout | None = box.layout()  # the stubs promise one
    if layout is not None:
        empty_layout(layout)

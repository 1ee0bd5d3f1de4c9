"""Looking at widgets as a screen reader and an eye do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QPushButton, QScrollArea, QWidget


def collect(button: QPushButton, found: list[str]) -> None:
    """Note the name of a button in a list each time that it is pressed."""
    naam = button.objectName()
    button.clicked.connect(lambda: found.append(naam))


def nameless(root: QWidget) -> list[str]:
    """Every widget that takes the keyboard and has no name for a screen reader."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or _is_inner(widget, root):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(
                f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"
            )
    return found


def _is_inner(widget: QWidget, root: QWidget) -> bool:
    """Whether Qt made it inside another: the field of a combo box, the viewport and the bars of an area."""
    parent = widget.parentWidget()
    if widget.window() is not root.window():
        return True  # the list that drops down from a combo box
    inner = widget.objectName().startswith("qt_") or isinstance(widget, QScrollArea)
    return inner or widget.focusProxy() is not None or isinstance(parent, QAbstractScrollArea | QComboBox)


def contrast(first: str, second: str) -> float:
    """The contrast of two colours (WCAG 2.1, 1.4.3)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(name: str) -> float:
    colour = QColor(name)
    rgb = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4) for c in rgb]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

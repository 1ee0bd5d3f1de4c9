"""What lies in a layout, and taking it out: to fill the layout anew, or to put what it held elsewhere.

Never by `itemAt`: what PySide hands out so it keeps for as long as the layout lives, while Qt throws the item
away with its widget. The next item at that place in memory is then taken for the old one.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets of a layout in their order, without those of layouts within it."""
    holder: QWidget | None = layout.parentWidget()  # the stubs promise one
    if holder is None:
        return []
    children = holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return sorted((one for one in children if layout.indexOf(one) >= 0), key=layout.indexOf)


def empty_layout(layout: QLayout) -> None:
    """Hide and delete what a layout holds, also what stands in layouts within it."""
    while (item := layout.takeAt(0)) is not None:
        widget, binnen = item.widget(), item.layout()
        if widget is not None:
            _end(widget)
        elif binnen is not None:
            empty_layout(binnen)


def _end(widget: QWidget) -> None:
    # Hidden at once: deletion waits until the present click is dealt with.
    widget.hide()
    for gone in (widget, *widget.findChildren(QWidget)):
        # Till then it must not be found by name any more.
        gone.setObjectName("")
    widget.deleteLater()


def show_all(layout: QLayout) -> None:
    """Show what was put in a layout now; Qt waits for the event loop, and till then gives it no room."""
    for widget in widgets_in(layout):
        widget.show()
    for inside in layout.findChildren(QLayout, options=Qt.FindChildOption.FindDirectChildrenOnly):
        show_all(inside)


def take_out(layout: QLayout) -> None:
    """Take everything out of a layout and keep it, for another place."""
    for widget in widgets_in(layout):
        # Taken by its number the item of before stays with its widget, and at its next place the height
        # of that widget is never reckoned anew.
        layout.removeWidget(widget)
    while layout.takeAt(0) is not None:
        pass

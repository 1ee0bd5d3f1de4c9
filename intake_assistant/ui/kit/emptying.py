"""Take everything out of a layout, so that it can be filled anew, or what it held put elsewhere."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def empty_layout(layout: QLayout) -> None:
    """Hide and delete what a layout holds, also what stands in layouts within it."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, binnen = item.widget(), item.layout()
        if widget is not None:
            # Hidden at once: deletion waits for the event loop.
            widget.hide()
            widget.deleteLater()
        elif binnen is not None:
            empty_layout(binnen)


def show_all(layout: QLayout) -> None:
    """Show what was put in a layout now; Qt waits for the event loop, and till then gives it no room."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inside = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            widget.show()
        elif inside is not None:
            show_all(inside)


def take_out(layout: QLayout) -> None:
    """Take everything out of a layout and keep it, for another place."""
    widgets = [item.widget() for n in range(layout.count()) if (item := layout.itemAt(n)) is not None]
    for widget in widgets:
        if widget is not None:
            # Taken by its number the item of before stays with its widget, and at its next place the height
            # of that widget is never reckoned anew.
            layout.removeWidget(widget)
    while layout.takeAt(0) is not None:
        pass

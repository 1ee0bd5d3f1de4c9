"""Take everything out of a layout, so that it can be filled anew."""

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

"""One window in this process, started as a file: `child.py painted|held empty|ours PASSPHRASE`.

Imports nothing of its own before the window does: what it brings along would be measured too.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from intake_assistant.ui.window.window import Venster

SETTLED_MS = 2000
"""After so long, what follows the first painting, or the opening of the list, is done."""


def empty_window() -> tuple[QApplication, QWidget]:
    """What the window is measured against."""
    from PySide6.QtWidgets import QApplication, QWidget

    app, window = QApplication([]), QWidget()
    window.resize(1366, 768)
    window.show()
    return app, window


def our_window() -> tuple[QApplication, Venster]:
    """As the program itself makes it."""
    from intake_assistant.app import start_window

    return start_window()


def when_painted(widget: QWidget, act: Callable[[], None]) -> None:
    """Do something at the first painting."""
    from PySide6.QtCore import QEvent, QObject

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                widget.removeEventFilter(self)
                act()
            return False

    widget.installEventFilter(Painted(widget))


def tell(figure: float) -> None:
    """Ending in order belongs to neither figure."""
    sys.stdout.write(json.dumps(figure))
    sys.stdout.flush()
    os._exit(0)


def tell_memory() -> None:
    """Once all is quiet."""
    from PySide6.QtCore import QTimer

    from tests.benchmarks.measuring import memory

    QTimer.singleShot(SETTLED_MS, lambda: tell(memory()))


def type_passphrase(venster: Venster, passphrase: str) -> None:
    """Open the vault as a person does, and look at the list."""
    page = venster.ontgrendelen
    page.opened.connect(tell_memory)
    page.wachtzin.field.setText(passphrase)
    page.open_vault()


def main(what: str, whose: str, passphrase: str) -> None:
    """Show the window and tell."""
    if whose == "empty":
        app, window = empty_window()
        when_painted(window, tell_memory if what == "held" else lambda: tell(time.monotonic()))
    else:
        app, venster = our_window()
        typed = lambda: type_passphrase(venster, passphrase)  # noqa: E731  # as short as the other
        when_painted(venster.stack, typed if what == "held" else lambda: tell(time.monotonic()))
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Putting away screens that are done with, as soon as nobody waits inside them any more."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget

AGAIN_MS = 20


def discard(widget: QWidget) -> None:
    """Delete a widget as soon as nobody waits inside it any more.

    Within a dialog, what asked the question stands below it and goes on when the dialog ends; deleted before
    that, it would find itself gone.
    """
    if not shiboken6.isValid(widget):
        return
    from intake_assistant.ui.qt import messages  # late: when nothing was put away yet, no dialog was needed

    if messages.is_asking() or QThread.currentThread().loopLevel() > 1:
        QTimer.singleShot(AGAIN_MS, partial(discard, widget))
    else:
        widget.deleteLater()

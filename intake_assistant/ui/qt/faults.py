"""What nothing caught: told in the window, instead of ending in silence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QWidget

from intake_assistant.errors import KnownError


def catch(parent: QWidget, known: Callable[[KnownError], None]) -> None:
    """Show an error that nothing caught; `known` tells of one with a name."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, KnownError):
            known(error)
            return
        from intake_assistant.ui.qt import messages  # late: nearly never needed, and dialogs take time

        messages.show_fault(parent, error)

    sys.excepthook = hook


def tells_of_damage(error: KnownError) -> bool:
    """Whether a vault has to be looked at whole before it opens again."""
    if error.code == "vault.damaged":
        # A document that is lost leaves the rest as it should be.
        return error.facts.get("oorzaak") != "blob"
    # A copy cannot be read back when what was copied is damaged.
    return error.code == "backup.failed"

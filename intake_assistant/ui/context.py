"""What every screen shares: the open workspace, the dossier that is open, and the way elsewhere."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.operations.dossier import open_dossier
from intake_assistant.operations.workspace import Workspace


class Context(QObject):
    """Handed to each screen; the main window listens to its signals."""

    navigate = Signal(str, dict)
    """Name of a screen and its arguments."""
    saved = Signal()
    """Something was recorded: the line *opgeslagen* shows the time."""
    failed = Signal(object)
    """A KnownError for the banner; nothing was lost."""
    person_changed = Signal()
    """The header must be drawn anew."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.dossier_id = ""

    def dossier(self) -> Dossier:
        """The open dossier as it is now; KnownError `dossier.not_found`."""
        return open_dossier(self.work, self.dossier_id)


class Scherm(QWidget):
    """A screen: made once, shown many times."""

    naam: ClassVar[str] = ""
    """Its name in `Context.navigate`."""
    needs_dossier: ClassVar[bool] = True
    """Whether a dossier must be open."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"scherm_{self.naam}")

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read what is to be shown anew; called at each visit."""

    def leave(self) -> None:
        """Record what is being typed; called before going elsewhere, locking, sleeping and closing."""

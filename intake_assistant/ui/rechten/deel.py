"""A part of the screen of rights: shown anew at each visit, and left like a screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.ui.window.context import Context


class Rechtendeel(QWidget):
    """One card; what ends a dossier or a value hangs here too."""

    naar = Signal(str)
    """Another page of this screen is asked for, by its name."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def show_dossier(self, dossier: Dossier) -> None:
        """Show how it stands."""
        raise NotImplementedError

    def follow(self) -> None:
        """Draw anew what hangs on the requests, of which one was recorded."""
        self.show_dossier(self.context.dossier())

    def leave(self) -> None:
        """Record what is being typed."""

"""The word *opgeslagen* with the time: in the line below, and by the question while that line is away."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from intake_assistant.texts import text
from intake_assistant.ui.window.context import Context


class Opgeslagen(QLabel):
    """Says when something was recorded last; also before the lock that was just opened."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("opgeslagen")
        self.setProperty("rol", "klein")
        self._context = context
        # Ends with this label, which a conversation takes along when it ends.
        context.changed.connect(self.show_time)
        self.show_time()

    def show_time(self) -> None:
        """Show the time of the last record; nothing before there was one."""
        tijd = self._context.opgeslagen_om
        self.setText(text("venster.opgeslagen", tijd=tijd) if tijd else "")

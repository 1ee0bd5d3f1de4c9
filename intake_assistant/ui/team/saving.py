"""Two buttons that write the figures to a file, after saying once what is in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.teamrapport import FORMATEN, make_rapport, save_rapport
from intake_assistant.operations.views.team.beeld import Teambeeld
from intake_assistant.texts import text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.kit.parts import knop, rij
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.window.context import Context


class Bewaarknoppen(QWidget):
    """As a workbook to reckon with, or as a report to read."""

    def __init__(self, context: Context, beeld: Callable[[], Teambeeld | None]) -> None:
        super().__init__()
        self.context = context
        self._beeld = beeld
        self._map = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        row = rij(self, tussen=8)
        for formaat in FORMATEN:
            act = partial(self.save, formaat)
            row.addWidget(knop(text(f"team.bewaar_{formaat}"), f"team_bewaar_{formaat}", act))
        self.setEnabled(False)

    def save(self, formaat: str) -> None:
        """Make a file of what is shown, and ask where it goes."""
        beeld = self._beeld()
        if beeld is not None:
            make = partial(make_rapport, self.context.work, beeld, formaat)
            tasks.run(self.context, make, partial(self._ask_where, beeld, formaat), text("team.maken"))

    def _ask_where(self, beeld: Teambeeld, formaat: str, inhoud: bytes) -> None:
        naam = f"{text('team.bestandsnaam', dag=beeld.op.isoformat())}.{formaat}"
        titel, filter = text(f"team.bewaar_{formaat}"), text(f"team.filter_{formaat}")
        path = destination.ask(self.context, self, titel, self._map / naam, filter)
        if path is None or not self._may_leave(path):
            return
        try:
            save_rapport(self.context.work, inhoud, formaat, path, overwrite=os.path.lexists(path))
        except KnownError as error:
            self.context.failed.emit(error)
            return
        self._map = path.parent
        self.context.told.emit(text("team.bewaard", bestand=str(path)))

    def _may_leave(self, path: Path) -> bool:
        zin = text("team.bewaar_vraag", map=str(path.parent))
        return messages.confirm(self, text("team.bewaar_kop"), zin, text("team.bewaar_ja"))

"""Two buttons that write figures to a file, after saying once what is in it when that are names."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.teamrapport import FORMATEN
from intake_assistant.operations.vault.uitvoer import write_out
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.kit.parts import knop, rij
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.window.context import Context


class OpDag(Protocol):
    """What was read on a day."""

    @property
    def op(self) -> date:
        """The day."""


@dataclass(frozen=True)
class Bewaarbaar[B: OpDag]:
    """What can be written: its texts are `<naam>.bewaar_xlsx` and so on."""

    naam: str
    beeld: Callable[[], B | None]
    """What is shown; None while there is nothing."""
    make: Callable[[Workspace, B, str], bytes]
    wat: str
    """What the log says that left."""
    met_namen: bool
    """Whether people are named in it, so that it is asked once more."""


class Bewaarknoppen[B: OpDag](QWidget):
    """As a workbook to reckon with, or as a report to read."""

    def __init__(self, context: Context, wat: Bewaarbaar[B]) -> None:
        super().__init__()
        self.context = context
        self._wat = wat
        self._map = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        row = rij(self, tussen=8)
        for formaat in FORMATEN:
            act, woord = partial(self.save, formaat), text(f"{wat.naam}.bewaar_{formaat}")
            row.addWidget(knop(woord, f"{wat.naam}_bewaar_{formaat}", act))
        self.setEnabled(False)

    def save(self, formaat: str) -> None:
        """Make a file of what is shown, and ask where it goes."""
        beeld = self._wat.beeld()
        if beeld is not None:
            make = partial(self._wat.make, self.context.work, beeld, formaat)
            titel = text(f"{self._wat.naam}.maken")
            tasks.run(self.context, make, partial(self._ask_where, beeld, formaat), titel)

    def _ask_where(self, beeld: B, formaat: str, inhoud: bytes) -> None:
        naam = self._wat.naam
        bestand = f"{text(f'{naam}.bestandsnaam', dag=beeld.op.isoformat())}.{formaat}"
        titel, filter = text(f"{naam}.bewaar_{formaat}"), text(f"{naam}.filter_{formaat}")
        path = destination.ask(self.context, self, titel, self._map / bestand, filter)
        if path is None or not self._may_leave(path):
            return
        try:
            wat = f"{self._wat.wat} {formaat}"
            write_out(self.context.work, wat, inhoud, path, overwrite=os.path.lexists(path))
        except KnownError as error:
            self.context.failed.emit(error)
            return
        self._map = path.parent
        self.context.saved.emit(text(f"{naam}.bewaard", bestand=str(path)), path.parent)

    def _may_leave(self, path: Path) -> bool:
        if not self._wat.met_namen:
            return True
        zin = text("team.bewaar_vraag", map=str(path.parent))
        return messages.confirm(self, text("team.bewaar_kop"), zin, text("team.bewaar_ja"))

"""A list that the municipality keeps in Excel: how much there is, the way in from Excel and out to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.operations.changed import Changed
from intake_assistant.texts import text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Excellijst:
    """What is said of the list, and what reads and writes it; `naam` is that in the log of what left."""

    naam: str
    kop: str
    uitleg: str
    bestand: str
    stand: Callable[[], str]
    take: Callable[[Path], Changed]
    write: Callable[[], bytes]


class Excelkaart(QWidget):
    """One such list as a card."""

    gelezen = Signal()
    """Another one was read."""

    def __init__(self, context: Context, lijst: Excellijst) -> None:
        super().__init__()
        self._context, self._excel = context, lijst
        made = kaart(naam=f"excel_{lijst.naam}")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(lijst.kop, "kop2", wrap=True))
        box.addWidget(label(lijst.uitleg, "zacht", wrap=True))
        self._stand = label("", wrap=True, naam=f"{lijst.naam}_stand")
        box.addWidget(self._stand)
        row = Vloei()
        row.addWidget(knop(text("uitvoering.kaart.lees"), f"{lijst.naam}_lees", self._read))
        row.addWidget(knop(text("uitvoering.kaart.bewaar"), f"{lijst.naam}_bewaar", self._write))
        box.addLayout(row)
        kolom(self).addWidget(made)

    def show_now(self) -> None:
        """Say how many are known."""
        self._stand.setText(self._excel.stand())

    def _read(self) -> None:
        home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        path = messages.choose_file(
            self, "open", text("uitvoering.kaart.lees"), home, text("uitvoering.kaart.filter")
        )
        if path is None:
            return
        if self._context.act(lambda: self._excel.take(path)) is not None:
            self.show_now()
            self.gelezen.emit()

    def _write(self) -> None:
        uit = destination.Uitgaand(
            text("uitvoering.kaart.bewaar"),
            self._excel.bestand,
            text("uitvoering.kaart.filter"),
            f"{self._excel.naam} xlsx",
        )
        destination.keep(self._context, self, uit, self._excel.write)

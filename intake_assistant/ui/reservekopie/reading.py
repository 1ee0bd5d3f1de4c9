"""One dossier of a backup, only to read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from intake_assistant.operations.views.geschiedenis import Geschiedenisregel
from intake_assistant.texts import text
from intake_assistant.ui.kit.history_table import HistoryModel, make_table
from intake_assistant.ui.kit.parts import knop, kolom, label, rij


class Lezen(QWidget):
    """What was recorded last on each subject, as a table."""

    def __init__(self, back: Callable[[], object]) -> None:
        super().__init__()
        box = kolom(self, tussen=12)
        row = rij()
        self.terug = knop(text("reservekopie.terug_naar_kopie"), "terug_naar_kopie", back, icoon="terug")
        row.addWidget(self.terug)
        row.addStretch(1)
        box.addLayout(row)
        self.kop = label("", "kop1", wrap=True, naam="lezen_kop")
        self.gevoelig = label(text("reservekopie.gevoelig_weg"), "klein", wrap=True, naam="gevoelig_weg")
        self.regels = HistoryModel()
        self.tabel = make_table(self.regels)
        self.tabel.setObjectName("lezen_tabel")
        self.heel = label("", wrap=True, naam="lezen_heel")
        self.tabel.selectionModel().currentRowChanged.connect(lambda index, _: self._show_whole(index.row()))
        box.addWidget(self.kop)
        box.addWidget(label(text("reservekopie.lezen_uitleg"), "zacht", wrap=True))
        box.addWidget(self.tabel, 1)
        box.addWidget(self.heel)
        box.addWidget(self.gevoelig)

    def show_dossier(
        self, naam: str, wanneer: str, regels: list[Geschiedenisregel], *, zonder_gevoelig: bool
    ) -> None:
        """Show a dossier as it was."""
        kop = text("reservekopie.lezen_kop", naam=naam, wanneer=wanneer)
        self.kop.setText(kop)
        self.tabel.setAccessibleName(kop)
        self.gevoelig.setVisible(zonder_gevoelig)
        self.regels.show_lines(regels)
        self.heel.setText("")
        if regels:
            self.tabel.selectRow(self.regels.row_of(0))
        self.tabel.setFocus()

    def clear(self) -> None:
        """Let go of what was read."""
        self.kop.setText("")
        self.heel.setText("")
        self.regels.show_lines([])

    def _show_whole(self, row: int) -> None:
        """The whole text: the table shows one line of it."""
        regel = self.regels.regel_at(row)
        self.heel.setText(f"{regel.wat}: {regel.waarde}" if regel else "")

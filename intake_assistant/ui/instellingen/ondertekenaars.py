"""Who may sign for the college: name, function, mandate, from when until when (Awb 10:10)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.operations.acts.instelling import record_ondertekenaars
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.papers.brief.ondertekenaars import DELEN, rijen_of
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.line import DateEditor, LineEditor
from intake_assistant.ui.kit.flow import Rooster
from intake_assistant.ui.kit.mark import clear
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.later import while_there
from intake_assistant.ui.window.context import Context

_DATUMS: Final = ("van", "tot")


class Ondertekenaars(QWidget):
    """The rows as they are kept; each is kept as soon as a line is left. `verlaten` tells that."""

    verlaten = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rijen: list[dict[str, LineEditor]] = []
        vak = kolom(self, tussen=8)
        vak.addWidget(label(text("instellingen.ondertekenaars_uitleg"), "klein", wrap=True))
        self._lijst = QWidget()
        self._vak = kolom(self._lijst, tussen=8)
        vak.addWidget(self._lijst)
        nieuw = knop(
            text("instellingen.ondertekenaars_nieuw"), "ondertekenaar_nieuw", self._add, icoon="nieuw"
        )
        vak.addWidget(nieuw, 0, Qt.AlignmentFlag.AlignLeft)

    def show_kept(self) -> None:
        """Show what is kept."""
        self._put(rijen_of(self._context.work))

    def record(self) -> Changed:
        """Keep what stands here."""
        return record_ondertekenaars(self._context.work, self._said())

    def _said(self) -> list[dict[str, str]]:
        return [{deel: str(veld.waarde() or "") for deel, veld in rij.items()} for rij in self._rijen]

    def _put(self, rijen: list[dict[str, str]]) -> None:
        clear(self._lijst)
        self._rijen = []
        for rij in rijen:
            self._append(rij)

    def _add(self) -> None:
        self._append({})
        self._rijen[-1]["naam"].regel.setFocus()

    def _append(self, rij: dict[str, str]) -> None:
        nummer, made = len(self._rijen), QFrame()
        made.setProperty("rol", "zachtvlak")
        vak, raster, velden = kolom(made, rand=12, tussen=8), Rooster(2), dict[str, LineEditor]()
        raster.setSpacing(px(12))
        for deel in DELEN:
            velden[deel] = self._veld(deel, rij.get(deel, ""), nummer)
            raster.add(self._part(deel, velden[deel]))
        vak.addLayout(raster)
        weg = knop(
            text("dossier.rij_weg"), f"ondertekenaar_{nummer}_weg", partial(self._drop, nummer), "stil"
        )
        weg.setAccessibleName(text("instellingen.ondertekenaars_weg", nummer=nummer + 1))
        vak.addWidget(weg, 0, Qt.AlignmentFlag.AlignLeft)
        self._rijen.append(velden)
        self._vak.addWidget(made)

    def _veld(self, deel: str, waarde: str, nummer: int) -> LineEditor:
        made = DateEditor(160) if deel in _DATUMS else LineEditor()
        name_field(made, f"ondertekenaar_{nummer}_{deel}", text(f"instellingen.ondertekenaar_{deel}"))
        made.show_waarde(waarde)
        made.verlaten.connect(self.verlaten)
        return made

    def _part(self, deel: str, veld: LineEditor) -> QWidget:
        made = QWidget()
        vak, kop = kolom(made, tussen=2), label(text(f"instellingen.ondertekenaar_{deel}"), "veldnaam")
        kop.setBuddy(veld.regel)
        vak.addWidget(kop)
        vak.addWidget(veld)
        vak.addStretch(1)
        return made

    def _drop(self, nummer: int) -> None:
        rijen = self._said()
        weg = rijen.pop(nummer)
        self._put(rijen)
        self.verlaten.emit()
        if any(weg.values()):
            put_back = while_there(self, partial(self._put_back, nummer, weg))
            self._context.ended.emit(text("venster.weggehaald"), put_back)

    def _put_back(self, nummer: int, weg: dict[str, str]) -> None:
        rijen = self._said()
        self._put([*rijen[:nummer], weg, *rijen[nummer:]])
        self.verlaten.emit()

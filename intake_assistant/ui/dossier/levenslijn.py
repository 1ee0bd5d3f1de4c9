"""The line of time of one dossier, to look at from near and far; below it the same as a table."""

from __future__ import annotations

import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.dates import in_short, short_date
from intake_assistant.operations.views.dossier.levenslijn import Gebeurtenis
from intake_assistant.operations.views.dossier.lijntekening import first_look, lijn_of
from intake_assistant.texts import text
from intake_assistant.ui.drawing.timeline import Tijdvlak
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel

KOLOMMEN: Final = ("wanneer", "stand", "wat", "bij")
_WIDTHS: Final = (144, 112, 0, 280)
_MOST_ROWS: Final = 8


class LevenslijnVlak(QWidget):
    """Drawing and table; `chosen` tells where something is seen in full."""

    chosen = Signal(str, dict)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("levenslijn")
        self.alle: list[Gebeurtenis] = []
        self._van = ""
        self.vlak = Tijdvlak("levenslijn_vlak")
        self.rijen = Woordrijen([text(f"dossier.lijn.kolom.{naam}") for naam in KOLOMMEN], (0, 1, 3))
        titel = text("dossier.lijn.tabel")
        self.tabel = Woordtabel(
            self.rijen, "levenslijn_tabel", titel, _WIDTHS, self._open_row, most=_MOST_ROWS
        )
        self._leeg = label(text("dossier.tijdlijn_leeg"), "zacht", wrap=True, naam="levenslijn_leeg")
        box = kolom(self, rand=16, tussen=8)
        box.addWidget(self._kop())
        for part in (self._leeg, self.vlak, self.tabel):
            box.addWidget(part)
        self.vlak.pointed.connect(self._lead)

    def show_all(self, alle: list[Gebeurtenis], vandaag: datetime.date, van: str) -> None:
        """Draw these, of the dossier `van`; how near one looked stays as it was."""
        self.alle, anew = alle, van != self._van
        self._van = van
        lijn = lijn_of(alle, vandaag)
        hints = [" · ".join(filter(None, _words(wat))) for wat in alle]
        self.vlak.show_line(lijn, hints, first_look(lijn), anew=anew)
        self.rijen.show_all([_words(wat) for wat in alle])
        for nummer, wat in enumerate(alle):
            if wat.is_laat:
                self.rijen.put(nummer, _words(wat), let_op=True)
        shown = bool(lijn.dagen)
        for part in (self.vlak, *self._knoppen):
            part.setVisible(shown)
        self._leeg.setVisible(not shown)
        self.tabel.setVisible(bool(alle))

    def _kop(self) -> QWidget:
        made = QWidget()
        row = Vloei(made)
        row.addWidget(label(text("dossier.lijn.titel"), "kop2"))
        self._knoppen = [
            knop(text(f"dossier.lijn.{naam}"), f"lijn_{naam}", act)
            for naam, act in (
                ("verder", self.vlak.look_further),
                ("dichterbij", self.vlak.look_nearer),
                ("alles", self.vlak.look_at_all),
            )
        ]
        for knop_ in self._knoppen:
            row.addWidget(knop_)
        return made

    def _lead(self, nummers: list[int]) -> None:
        """To where it is seen; of what lies on one spot to its rows."""
        if len(nummers) == 1:
            wat = self.alle[nummers[0]]
            self.chosen.emit(wat.scherm, dict(wat.argumenten))
        elif not self.vlak.look_at(nummers):
            self.tabel.selectRow(min(nummers))
            self.tabel.setFocus()

    def _open_row(self) -> None:
        if self.tabel.row >= 0:
            self._lead([self.tabel.row])


def _words(wat: Gebeurtenis) -> tuple[str, str, str, str]:
    datum = short_date(wat.datum) or wat.datum or text("dossier.t.gesprek_zonder_datum")
    if wat.begin is not None and wat.dag is None:
        datum = text("dossier.lijn.sinds", datum=in_short(wat.begin))
    stand = "laat" if wat.is_laat else "komt" if wat.komt else "was"
    return datum, text(f"dossier.lijn.stand.{stand}"), wat.titel, wat.bij

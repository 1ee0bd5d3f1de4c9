"""What a merge did: how many, which dossiers, and what asks for somebody now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.operations.exchange.merge import CHANGED, Dossierverandering, Samenvoeging
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import knop, label, with_label
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel
from intake_assistant.ui.uitwisseling.deel import Deel, beside, show_low
from intake_assistant.ui.uitwisseling.woorden import (
    by_name,
    dossier_row,
    names_here,
    refused_in_words,
    samen_in_words,
)

if TYPE_CHECKING:
    from intake_assistant.ui.window.context import Context

_KOLOMMEN, _BREED = ("dossier", "wat", "let_op"), (0, 130, 320)
_MOST_SHOWN = 10


class Samengevoegd(Deel):
    """The dossiers that changed; Enter opens one, at its differences when it has any."""

    again = Signal()
    """Other files are to be joined."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: list[Dossierverandering] = []
        box = self.add_step("samenvoegen_klaar", wide=1200)
        box.addWidget(label(text("uitwisseling.klaar.kop"), "kop2", wrap=True))
        self.samen = label("", wrap=True, naam="klaar_samen")
        self.verschillen = label("", "waarschuwing", wrap=True, naam="klaar_verschillen")
        self.geweigerd = label("", "fout", wrap=True, naam="klaar_geweigerd")
        self.wacht = label("", "waarschuwing", wrap=True, naam="klaar_wacht")
        self.rijen = Woordrijen([text(f"uitwisseling.voorbeeld.kolom_{naam}") for naam in _KOLOMMEN])
        titel = text("uitwisseling.klaar.dossiers")
        self.tabel = Woordtabel(self.rijen, "klaar_tabel", titel, _BREED, self.open_chosen)
        self.openen = knop(text("uitwisseling.klaar.openen"), "klaar_openen", self.open_chosen, "hoofdknop")
        self.nog = knop(text("uitwisseling.klaar.nog"), "klaar_nog", self.again.emit)
        self.dubbel = label("", "waarschuwing", wrap=True, naam="klaar_dubbel")
        naar = partial(context.navigate.emit, "dubbel", {})
        self.vergelijken = knop(text("uitwisseling.klaar.vergelijken"), "klaar_vergelijken", naar)
        for part in (self.samen, self.verschillen, self.dubbel, self.geweigerd, self.wacht, self.tabel):
            box.addWidget(part)
        box.addWidget(beside(self.openen, self.vergelijken, self.nog))
        box.addStretch(1)

    def show_done(self, done: Samenvoeging, dubbel: int) -> None:
        """Show what was done, and of how many persons there may be two dossiers now."""
        with_label(self.dubbel, text("uitwisseling.klaar.dubbel", aantal=dubbel) if dubbel else "")
        self.vergelijken.setVisible(bool(dubbel))
        self.samen.setText(samen_in_words(done))
        namen = names_here(self.context)
        self._shown = by_name(namen, (one for one in done.dossiers if one.verandering in CHANGED))
        aantal = sum(len(one.conflicten) for one in self._shown)
        with_label(self.verschillen, text("uitwisseling.klaar.verschillen", aantal=aantal) if aantal else "")
        said = ((one.bestand.name, refused_in_words(one)) for one in done.bestanden)
        faults = [f"{naam}: {why}" for naam, why in said if why]
        with_label(self.geweigerd, "\n\n".join(faults))
        wacht = len(done.wacht)
        with_label(self.wacht, text("uitwisseling.klaar.wacht", aantal=wacht) if wacht else "")
        self.rijen.show_all([dossier_row(namen, one) for one in self._shown])
        for part in (self.tabel, self.openen):
            part.setVisible(bool(self._shown))
        show_low(self.tabel, len(self._shown), most=_MOST_SHOWN)
        if self._shown:
            self.tabel.selectRow(0)

    def clear(self) -> None:
        """Nothing of what was done stays on the page."""
        self._shown = []
        self.rijen.show_all([])
        for part in (self.samen, self.verschillen, self.dubbel, self.geweigerd, self.wacht):
            part.setText("")

    def first_field(self) -> QWidget:
        """The dossiers that changed, when there are any."""
        return self.tabel if self._shown else self.nog

    def open_chosen(self) -> None:
        """Open the chosen dossier; one with differences where these are settled."""
        row = self.tabel.row
        if 0 <= row < len(self._shown):
            one = self._shown[row]
            naar = "conflicten" if one.conflicten else "dossier"
            self.context.navigate.emit(naar, {"dossier": one.dossier})

"""Inzage: what is in it, in which language, what must be read first, and where it is kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QComboBox, QPushButton

from intake_assistant.domain.dossier import Dossier
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.derden import Afscherming
from intake_assistant.operations.papers.inzagestukken import (
    FORMATEN,
    Inzagestuk,
    make_inzage,
    note_inzage,
    save_inzage,
)
from intake_assistant.operations.vault.beleid import offered_talen
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.texts import SOURCE, text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import ChoiceBox, kaart, knop, kolom, label, with_label
from intake_assistant.ui.kit.theme import px, set_rol
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.rechten.deel import Rechtendeel
from intake_assistant.ui.window.context import Context

NALEZEN, VOORBEELD = "nalezen", "voorbeeld"
_AAN_PERSOON: Final = "rechten.inzage.bewaar_vraag"


class InzageKaart(Rechtendeel):
    """Read first what is about others, then look at it, then keep it for the person."""

    gemaakt = Signal(bytes)
    """A PDF to look at."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._map = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self._bewaar: dict[str, QPushButton] = {}
        made = kaart(naam="kaart_inzage")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("rechten.inzage"), "kop2"))
        box.addWidget(label(text("rechten.inzage_uitleg"), "zacht", wrap=True))
        self._inhoud = label("", wrap=True, naam="inzage_inhoud")
        box.addWidget(self._inhoud)
        box.addWidget(label(text("rechten.inzage.taal"), "veldnaam"))
        box.addWidget(self._make_taal())
        self._stand = label("", "waarschuwing", wrap=True, naam="inzage_ongelezen")
        box.addWidget(self._stand)
        box.addLayout(self._knoppen())
        box.addWidget(label(text("rechten.inzage.bsn"), "klein", wrap=True))
        kolom(self).addWidget(made)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what would be in it, and how much is left to read."""
        work = self.context.work
        entries = work.vault.entries(dossier.id)
        teksten = Afscherming(work, dossier, entries).texts()
        # The same words at two places are read once.
        alle, open_ = {x.tekst for x in teksten}, {x.tekst for x in teksten if not x.gelezen}
        self._inhoud.setText(text("rechten.inzage.inhoud", aantal=len(entries), teksten=len(alle)))
        with_label(self._stand, text("rechten.inzage.ongelezen", aantal=len(open_)) if open_ else "")
        # What comes next stands out: reading first, then keeping.
        set_rol(self._lezen, "hoofdknop" if open_ else "")
        set_rol(self._bewaar["pdf"], "" if open_ else "hoofdknop")
        leestaal = str(dossier.get("inburgeraar.leestaal")) or str(dossier.get("inburgeraar.spreektaal"))
        self._taal.setCurrentIndex(max(0, self._taal.findData(taal_van(leestaal).code)))

    @property
    def taal(self) -> str:
        """The language that stands beside the Dutch."""
        return str(self._taal.currentData())

    def _make_taal(self) -> QComboBox:
        self._taal = ChoiceBox()
        self._taal.setObjectName("inzage_taal")
        self._taal.setMinimumWidth(px(160))
        self._taal.setAccessibleName(text("rechten.inzage.taal"))
        self._taal.addItem(text("rechten.inzage.alleen_nederlands"), SOURCE)
        for taal in offered_talen(self.context.work.policy):
            if taal.code != SOURCE:
                self._taal.addItem(text("rechten.inzage.met_taal", taal=taal.gezegd), taal.code)
        return self._taal

    def _knoppen(self) -> Vloei:
        row = Vloei()
        self._lezen = knop(text("rechten.inzage.nalezen"), "inzage_nalezen", lambda: self.naar.emit(NALEZEN))
        row.addWidget(self._lezen)
        row.addWidget(knop(text("rechten.inzage.bekijken"), "inzage_bekijken", self._look, icoon="oog"))
        for formaat in FORMATEN:
            act = partial(self._save, formaat)
            bewaar = knop(text(f"rechten.inzage.bewaar_{formaat}"), f"inzage_bewaar_{formaat}", act)
            self._bewaar[formaat] = bewaar
            row.addWidget(bewaar)
        return row

    # -- making ----------------------------------------------------------------------------------------------

    def _look(self) -> None:
        self.naar.emit(VOORBEELD)
        self._make("pdf", self._show)

    def _save(self, formaat: str) -> None:
        self._make(formaat, self._ask_where)

    def _make(self, formaat: str, done: Callable[[Inzagestuk], None]) -> None:
        work, dossier, taal = self.context.work, self.context.dossier(), self.taal

        def take(stuk: Inzagestuk) -> None:
            # Nobody's data beside the name of somebody else who was turned to meanwhile.
            if dossier.id == self.context.dossier_id:
                done(stuk)

        titel = text("rechten.inzage.maken")
        tasks.run(self.context, lambda: make_inzage(work, dossier, formaat, taal), take, titel)

    def _show(self, stuk: Inzagestuk) -> None:
        note_inzage(self.context.work, self.context.dossier_id)
        self.gemaakt.emit(stuk.inhoud)

    def _ask_where(self, stuk: Inzagestuk) -> None:
        titel, filter = text("rechten.inzage"), text(f"rechten.inzage.filter_{stuk.formaat}")
        path = destination.ask(self.context, self, titel, self._map / stuk.naam, filter)
        if path is not None and self._may_leave(stuk, path):
            self._write(stuk, path)

    def _may_leave(self, stuk: Inzagestuk, path: Path) -> bool:
        """Say once where it goes, what is in it, and that somebody else may be in it still."""
        zinnen = [text(_AAN_PERSOON, map=str(path.parent))]
        if stuk.concept:
            zinnen.insert(0, text("rechten.inzage.bewaar_concept"))
        kop, ja = text("rechten.inzage.bewaar_kop"), text("rechten.inzage.bewaar_ja")
        return messages.confirm(self, kop, "\n\n".join(zinnen), ja)

    def _write(self, stuk: Inzagestuk, path: Path) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        try:
            save_inzage(work, dossier, stuk, path, overwrite=os.path.lexists(path))
            note_inzage(work, dossier)
        except KnownError as error:
            self.context.failed.emit(error)
            return
        self._map = path.parent
        self.context.saved.emit(text("rechten.inzage.bewaard", bestand=str(path)), path.parent)

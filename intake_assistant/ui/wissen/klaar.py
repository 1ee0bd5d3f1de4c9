"""How an erasing went: every place, what is still to be done, and the proof to be kept."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.wissen import give_up
from intake_assistant.operations.exchange.meldingen import meldingen_van_gewist
from intake_assistant.operations.papers.wisbewijs import bestandsnaam, make_wisbewijs, save_wisbewijs
from intake_assistant.operations.views.wissen.wissing import Wissing, wissing_of
from intake_assistant.texts import text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.kit.giving_way import leesbreed
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import set_rol
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.wissen.plaatsen import show_places


class Klaar(QWidget):
    """Nothing of the person is on it: the random reference, counts and places."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wissing: Wissing | None = None
        self._map = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        made = kaart(naam="wissen_klaar")
        box = kolom(made, rand=24, tussen=16)
        self._kop = label(text("wissen.klaar.kop"), "kop1", wrap=True)
        self._stand = label("", "goed", wrap=True, naam="wissen_stand")
        self._plaatsen = QWidget()
        kolom(self._plaatsen, tussen=12)
        box.addWidget(self._kop)
        box.addWidget(self._stand)
        box.addWidget(self._plaatsen)
        box.addWidget(label(text("wissen.klaar.bewijs"), "zacht", wrap=True))
        box.addLayout(self._knoppen())
        inhoud = QWidget()
        buiten = kolom(inhoud, tussen=0)
        buiten.addLayout(leesbreed(made, 760))
        buiten.addStretch(1)
        kolom(self, tussen=0).addWidget(schuifvlak(inhoud))

    def _knoppen(self) -> QHBoxLayout:
        row = rij(tussen=12)
        self.bewaar = knop(text("wissen.klaar.bewaar"), "wisbewijs_bewaren", self._make, "hoofdknop")
        naar = partial(self._context.navigate.emit, "dossiers", {"dossier": ""})
        melden = partial(self._context.navigate.emit, "melden", {})
        self.melden = knop(text("wissen.klaar.melden", aantal=0), "wissen_melden", melden)
        row.addWidget(self.bewaar)
        row.addWidget(self.melden)
        row.addWidget(knop(text("wissen.klaar.naar_dossiers"), "wissen_naar_dossiers", naar))
        row.addStretch(1)
        return row

    @property
    def dossier(self) -> str:
        """The random id of what was erased."""
        return self._wissing.dossier if self._wissing else ""

    def show_wissing(self, wissing: Wissing) -> None:
        """Show how it stands."""
        self._wissing = wissing
        klaar = wissing.is_klaar
        set_rol(self._stand, "goed" if klaar else "waarschuwing")
        self._stand.setText(text("wissen.klaar.overal" if klaar else "wissen.klaar.nog_niet"))
        for weg in show_places(self._plaatsen, wissing.plaatsen, nog=False):
            weg.clicked.connect(partial(self._give_up, str(weg.property("plaats"))))
        aantal = len(meldingen_van_gewist(self._context.work))
        self.melden.setText(text("wissen.klaar.melden", aantal=aantal))
        self.melden.setVisible(bool(aantal))
        self.bewaar.setFocus()

    def _give_up(self, plaats: str, _: bool = False) -> None:
        """A stick that is lost is asked about once: nothing can be erased there any more."""
        kop, vraag = text("wissen.weg.kop"), text("wissen.weg.vraag", plaats=plaats)
        if messages.confirm(self, kop, vraag, text("wissen.weg.ja")):
            give_up(self._context.work, plaats)
            self.show_wissing(wissing_of(self._context.work, self.dossier))

    # -- the proof -------------------------------------------------------------------------------------------

    def _make(self) -> None:
        work, dossier = self._context.work, self.dossier
        tasks.run(
            self._context,
            lambda: make_wisbewijs(work, dossier),
            self._ask_where,
            text("wissen.klaar.maken"),
        )

    def _ask_where(self, inhoud: bytes) -> None:
        if self._wissing is None:
            return
        voorstel, filter = self._map / bestandsnaam(self._wissing), text("rechten.inzage.filter_pdf")
        path = destination.ask(self._context, self, text("wissen.klaar.bewaar"), voorstel, filter)
        if path is None:
            return
        try:
            save_wisbewijs(inhoud, path, overwrite=os.path.lexists(path))
        except KnownError as error:
            self._context.failed.emit(error)
            return
        self._map = path.parent
        self._context.saved.emit(text("wissen.klaar.bewaard", bestand=str(path)), path.parent)

"""Making a besluit known: when, how, to whom it was explained, and the copy that was signed (Awb 3:41)."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BESLUIT
from intake_assistant.domain.recht.besluit import BEKEND, Besluit
from intake_assistant.domain.recht.uitvoering.bekendmaking import WIJZEN
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.besluit.bekendmaking import drop_getekend, keep_getekend
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.papers.brief.getekend import getekend_document, read_getekend
from intake_assistant.operations.papers.documenten import save_document
from intake_assistant.operations.views.besluit.bekendmaking import bekendmaking_of
from intake_assistant.texts import text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.fields.buttons import SegmentsEditor
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.editor import Editor, name_field
from intake_assistant.ui.fields.flag import date_flag
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import DateEditor, LineEditor
from intake_assistant.ui.kit.flow import Rooster, Vloei
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import messages

_JA_NEE: Final = ("ja", "nee")
# In the order in which it happens: sent or given, explained, seen.
_VELDEN: Final[tuple[tuple[str, str], ...]] = (
    (BEKEND, "datum"),
    ("bekendmaking.wijze", "wijze"),
    ("bekendmaking.uitgelegd_aan", "tekst"),
    ("bekendmaking.taal", "taal"),
    ("voor_gezien.tolk", "tekst"),
    ("voor_gezien.datum", "datum"),
    ("bekendmaking.kopie", "ja_nee"),
)


class BekendmakingKaart(QFrame):
    """What is filled in after the besluit was set; `naar_brief` asks for the letter that goes with it."""

    naar_brief = Signal()

    def __init__(self, keeper: Keeper, dossier: Dossier, besluit: Besluit) -> None:
        super().__init__()
        self.setObjectName("besluit_uitreiking")
        self.setProperty("rol", "kaart")
        self._keeper, self._besluit = keeper, besluit
        vak = kolom(self, rand=16, tussen=8)
        vak.addWidget(label(text("beschikking.vaststellen.uitreiking_kop"), "kop3"))
        vak.addWidget(label(text("beschikking.vaststellen.uitreiking_uitleg"), "klein", wrap=True))
        velden = Rooster(2)
        velden.setSpacing(px(12))
        for sleutel, soort in _VELDEN:
            velden.add(self._veld(dossier, sleutel, soort))
        vak.addLayout(velden)
        if besluit.aangenomen:
            zin = text("beschikking.vaststellen.aangenomen")
            vak.addWidget(label(zin, "waarschuwing", wrap=True, naam="besluit_aangenomen"))
        else:
            brief = knop(text("beschikking.bekend.brief"), "naar_geleidebrief", self.naar_brief.emit, "hoofd")
            vak.addWidget(brief, 0, Qt.AlignmentFlag.AlignLeft)
        vak.addWidget(label(text("beschikking.vaststellen.gezien_uitleg"), "klein", wrap=True))
        self._add_getekend(vak, dossier)

    def _veld(self, dossier: Dossier, sleutel: str, soort: str) -> QWidget:
        subject = BESLUIT.of(self._besluit.id, sleutel)
        naam = text(f"beschikking.vaststellen.veld_{sleutel}")
        veld = self._editor(soort, sleutel)
        name_field(veld, f"besluit_{sleutel}", naam)
        self._keeper.follow(veld, subject)
        gebrek = date_flag(self._keeper.context, subject, veld) if isinstance(veld, DateEditor) else None
        self._keeper.show_in(veld, subject, dossier.get(subject))
        kop = label(naam, "veldnaam", wrap=True)
        kop.setBuddy(veld.invoer() or veld)
        made = QWidget()
        vak = kolom(made, tussen=2)
        vak.addWidget(kop)
        vak.addWidget(veld)
        if gebrek is not None:
            gebrek.look()
            vak.addWidget(gebrek)
        vak.addStretch(1)
        return made

    def _editor(self, soort: str, sleutel: str) -> Editor:
        match soort:
            case "datum":
                return DateEditor(160, in_woorden=True)
            case "wijze":
                keuzes = [(code, text(f"beschikking.bekend.wijze_{code}")) for code in WIJZEN]
                return ChoiceEditor(keuzes, text("beschikking.keuze_geen"))
            case "taal":
                vraag = self._keeper.context.work.data.formulieren.vraag("taalniveau.moedertaal")
                return ChoiceEditor(
                    [(keuze.naam, keuze.label) for keuze in vraag.keuzes], text("beschikking.keuze_geen")
                )
            case "ja_nee":
                keuzes = [(code, text(f"beschikking.bekend.{code}")) for code in _JA_NEE]
                geen, gelezen = text("beschikking.keuze_geen_kort"), text("beschikking.keuze_geen")
                return SegmentsEditor(f"besluit_{sleutel}", keuzes, geen, gelezen)
            case _:
                return LineEditor()

    # -- the signed copy -------------------------------------------------------------------------------------

    def _add_getekend(self, vak: QVBoxLayout, dossier: Dossier) -> None:
        getekend = bekendmaking_of(dossier, self._besluit).getekend
        vak.addWidget(label(text("beschikking.bekend.getekend"), "veldnaam"))
        row = Vloei()
        if not getekend:
            row.addWidget(knop(text("beschikking.bekend.kies"), "getekend_kies", self._choose))
            vak.addWidget(label(text("beschikking.bekend.geen_scan"), "klein", wrap=True))
        else:
            naam = label(str(getekend.get("naam", "")), wrap=True, naam="getekend_naam")
            vak.addWidget(naam)
            row.addWidget(knop(text("beschikking.bekend.bewaar"), "getekend_bewaar", self._save))
            row.addWidget(knop(text("beschikking.bekend.haal_weg"), "getekend_weg", self._drop, "stil"))
        vak.addLayout(row)

    def _choose(self) -> None:
        titel, filter = text("beschikking.bekend.kies"), text("beschikking.bekend.filter")
        path = messages.choose_file(self, "open", titel, Path.home(), filter)
        if path is None:
            return
        context = self._keeper.context
        try:
            inhoud = read_getekend(path)
        except KnownError as error:
            context.failed.emit(error)
            return
        keep = partial(keep_getekend, context.work, context.dossier_id, self._besluit, path.name, inhoud)
        self._do(keep)

    def _drop(self) -> None:
        if not messages.confirm_weghalen(self):
            return
        context = self._keeper.context
        self._do(partial(drop_getekend, context.work, context.dossier_id, self._besluit))

    def _do(self, act: Callable[[], Changed]) -> None:
        changed = self._keeper.attempt(act)
        if changed:
            self._keeper.vastgelegd.emit(BESLUIT.of(self._besluit.id))

    def _save(self) -> None:
        context = self._keeper.context
        document = getekend_document(context.work, context.dossier(), self._besluit)
        titel = text("beschikking.bekend.bewaar")
        path = destination.ask(context, self, titel, Path.home() / document.naam, "")
        if path is None:
            return
        try:
            overwrite = os.path.lexists(path)
            save_document(context.work, context.dossier_id, document, path, overwrite=overwrite)
        except KnownError as error:
            context.failed.emit(error)
            return
        context.told.emit(text("documenten.bewaard", bestand=str(path)))

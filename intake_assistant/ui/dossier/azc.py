"""What came along from the azc: the klantprofiel as a file, the way to type it over, and the handing over."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePath
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from intake_assistant.domain import kinds
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import is_ander_v_nummer
from intake_assistant.domain.overleg.azc import COA, Klantprofiel, klantprofielen_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.overleg.klantprofiel import drop_klantprofiel, keep_klantprofiel
from intake_assistant.operations.views.dossier.azc import alle_te_bevestigen, read_klantprofiel
from intake_assistant.texts import text
from intake_assistant.ui.fields.destination import Uitgaand, keep
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import LineEditor
from intake_assistant.ui.fields.rijen.lijst import Rijenlijst
from intake_assistant.ui.fields.rijen.soort import JA_NEE, Rijsoort, Rijveld
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import ChoiceBox, kaart, knop, kolom, label, with_label
from intake_assistant.ui.qt import messages

_LINKS: Final = Qt.AlignmentFlag.AlignLeft
OVERDRACHT_COA: Final = Rijsoort(
    kind=kinds.OVERDRACHT_COA,
    naam="overdracht_coa",
    meervoud="overdrachten_coa",
    kop="dossier.overdrachten_coa",
    uitleg="dossier.overdrachten_coa_uitleg",
    leeg="dossier.overdracht_coa_leeg",
    nieuw="dossier.overdracht_coa_nieuw",
    weg="dossier.overdracht_coa_weg",
    begin="datum",
    velden=(
        Rijveld(naam="datum", woord="dossier.overdracht_coa.datum"),
        Rijveld(naam="gehouden", woord="dossier.overdracht_coa.gehouden", soort="keuze", keuzes=JA_NEE),
        Rijveld(naam="met", woord="dossier.overdracht_coa.met", soort="regel"),
        Rijveld(naam="niet_omdat", woord="dossier.overdracht_coa.niet_omdat", soort="regel"),
        Rijveld(naam="agenda", woord="dossier.overdracht_coa.agenda", soort="tekst", breed=True),
        Rijveld(naam="motivatie", woord="dossier.overdracht_coa.motivatie", soort="tekst", breed=True),
        Rijveld(naam="let_op", woord="dossier.overdracht_coa.let_op", soort="tekst", breed=True),
        Rijveld(naam="toegezegd", woord="dossier.overdracht_coa.toegezegd", soort="tekst", breed=True),
    ),
)


class AzcKaart(QWidget):
    """The klantprofiel with its V-nummer, topic by topic to be typed over, and the warme overdracht."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.context = keeper.context
        self.overdrachten = Rijenlijst(keeper, OVERDRACHT_COA)
        self.v_nummer = LineEditor(220)
        self.onderwerp = ChoiceBox()
        self._bevestigen = label("", "zacht", wrap=True, naam="azc_bevestigen")
        self._profielen = QWidget()
        kolom(self._profielen, tussen=8)
        box = kolom(self, tussen=16)
        box.addWidget(self._kaart())
        box.addWidget(self.overdrachten)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is recorded; a number that was typed is of the person it was typed for."""
        self.v_nummer.show_waarde("")
        self.overdrachten.show_dossier(dossier)
        self._show_profielen(dossier)

    def leave(self) -> None:
        """Record what stands in the fields."""
        self.overdrachten.leave()

    def _kaart(self) -> QWidget:
        made = kaart(naam="kaart_azc")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("dossier.azc"), "kop2"))
        box.addWidget(label(text("dossier.azc.uitleg"), "zacht", wrap=True))
        box.addWidget(self._profielen)
        name_field(self.v_nummer, "azc_v_nummer", text("dossier.azc.v_nummer"))
        voor = label(text("dossier.azc.v_nummer"), "veldnaam")
        voor.setBuddy(self.v_nummer)
        for deel in (voor, self.v_nummer, label(text("dossier.azc.v_nummer_hulp"), "klein", wrap=True)):
            box.addWidget(deel)
        box.addWidget(knop(text("dossier.azc.kies"), "azc_kies", self.choose), 0, _LINKS)
        box.addWidget(label(text("dossier.azc.typ_over"), "veldnaam"))
        self.onderwerp.setObjectName("azc_onderwerp")
        self.onderwerp.setAccessibleName(text("dossier.azc.onderwerp"))
        for startpositie in self.context.work.data.formulieren.startposities:
            self.onderwerp.addItem(startpositie.titel, startpositie.id)
        row = Vloei()
        row.addWidget(self.onderwerp)
        row.addWidget(knop(text("dossier.azc.naar_onderwerp"), "azc_typ_over", self._to_onderwerp))
        box.addLayout(row)
        box.addWidget(self._bevestigen)
        return made

    def _show_profielen(self, dossier: Dossier) -> None:
        clear(self._profielen)
        eigen, box = str(dossier.get(kinds.PERSOON.of("v_nummer"))), inside(self._profielen)
        for nummer, profiel in enumerate(klantprofielen_of(dossier), start=1):
            box.addWidget(self._row(profiel, nummer))
            if is_ander_v_nummer(eigen, profiel.v_nummer):
                # The number of this person came later, or was mended.
                zin = text("dossier.azc.ander_nummer", eigen=eigen, genoemd=profiel.v_nummer)
                box.addWidget(label(zin, "waarschuwing", wrap=True, naam=f"azc_ander_{nummer}"))
        aantal = len(list(alle_te_bevestigen(self.context.work, dossier)))
        with_label(self._bevestigen, text("dossier.azc.bevestigen", aantal=aantal) if aantal else "")

    def _row(self, profiel: Klantprofiel, nummer: int) -> QWidget:
        made = QWidget()
        row, naam = Vloei(made), profiel.naam
        zin = naam if profiel.sha256 else text("dossier.azc.alleen_naam", naam=naam)
        row.addWidget(label(zin, wrap=True, naam=f"azc_profiel_{nummer}"))
        if profiel.sha256:
            bewaar = partial(self._save, profiel)
            row.addWidget(knop(text("dossier.azc.bewaar"), f"azc_bewaar_{nummer}", bewaar))
        weg = partial(self._drop, profiel.id)
        row.addWidget(knop(text("dossier.azc.weg"), f"azc_weg_{nummer}", weg, "stil"))
        return made

    # -- doing -----------------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for the file and keep it; one of another person, or too large, is told and not recorded."""
        filter, v_nummer = text("dossier.azc.filter"), str(self.v_nummer.waarde() or "")
        path = messages.choose_file(self, "open", text("dossier.azc.kies"), Path.home(), filter)
        if path is None:
            return
        work, dossier = self.context.work, self.context.dossier_id
        try:
            inhoud = read_klantprofiel(path)
        except KnownError as error:
            self.context.failed.emit(error)
            return
        kept = self.context.act(lambda: keep_klantprofiel(work, dossier, v_nummer, path.name, inhoud))
        if kept is not None:
            self.v_nummer.show_waarde("")
            self._show_profielen(self.context.dossier())

    def _drop(self, rij: str) -> None:
        if not messages.confirm_weghalen(self):
            return
        work, dossier = self.context.work, self.context.dossier_id
        if self.context.act(lambda: drop_klantprofiel(work, dossier, rij)) is not None:
            self._show_profielen(self.context.dossier())
            self.v_nummer.regel.setFocus()

    def _save(self, profiel: Klantprofiel) -> None:
        soort = PurePath(profiel.naam).suffix.removeprefix(".") or "*"
        filter = text("dossier.azc.bewaar_filter", soort=soort)
        uit = Uitgaand(text("dossier.azc.bewaar"), profiel.naam, filter, "klantprofiel")
        keep(self.context, self, uit, lambda: self.context.work.vault.blobs.get(profiel.sha256))

    def _to_onderwerp(self) -> None:
        deel = str(self.onderwerp.currentData())
        self.context.navigate.emit("lezen", {"startpositie": deel, "bron": COA})

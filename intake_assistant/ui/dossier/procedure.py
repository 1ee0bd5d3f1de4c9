"""The procedure: DUO's notice, the calls, and third parties."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from intake_assistant.domain import kinds
from intake_assistant.domain.dossier import Dossier
from intake_assistant.texts import text
from intake_assistant.ui.dossier.azc import AzcKaart
from intake_assistant.ui.fields.field import DateField, Field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.rijen.lijst import Rijenlijst
from intake_assistant.ui.fields.rijen.soort import JA_NEE, Rijsoort, Rijveld
from intake_assistant.ui.kit.flow import Rooster
from intake_assistant.ui.kit.parts import kaart, kolom, label

DATUMS: Final = ("kennisgeving_duo", "inschrijving_brp", "aanbod_op")
OPROEP: Final = Rijsoort(
    kind=kinds.OPROEP,
    naam="oproep",
    meervoud="oproepen",
    kop="dossier.oproepen",
    uitleg="dossier.oproepen_uitleg",
    leeg="dossier.oproep_leeg",
    nieuw="dossier.oproep_nieuw",
    weg="dossier.oproep_weg_naam",
    begin="datum",
    velden=(
        Rijveld(naam="datum", woord="dossier.oproep.datum"),
        Rijveld(naam="verschenen", woord="dossier.oproep.verschenen", soort="keuze", keuzes=JA_NEE),
        Rijveld(naam="meegewerkt", woord="dossier.oproep.meegewerkt", soort="keuze", keuzes=JA_NEE),
        Rijveld(naam="termijn_tot", woord="dossier.oproep.termijn_tot"),
        Rijveld(naam="waarschuwing", woord="dossier.oproep.waarschuwing"),
    ),
)
DERDE: Final = Rijsoort(
    kind=kinds.INFORMATIE_DERDE,
    naam="derde",
    meervoud="derden",
    kop="dossier.derden",
    uitleg="dossier.derden_uitleg",
    leeg="dossier.derde_leeg",
    nieuw="dossier.derde_nieuw",
    weg="dossier.derde_weg_naam",
    begin="gevraagd_op",
    velden=(
        Rijveld(naam="wat", woord="dossier.derde.wat", soort="regel"),
        Rijveld(naam="van", woord="dossier.derde.van", soort="regel"),
        Rijveld(naam="gezondheid", woord="dossier.derde.gezondheid", soort="keuze", keuzes=JA_NEE),
        Rijveld(naam="gevraagd_op", woord="dossier.derde.gevraagd_op"),
        Rijveld(naam="ontvangen_op", woord="dossier.derde.ontvangen_op"),
        Rijveld(
            naam="noodzakelijk_omdat", woord="dossier.derde.noodzakelijk_omdat", soort="tekst", breed=True
        ),
    ),
)


class ProcedureKaart(QWidget):
    """What the ten weeks are counted from."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self.velden: dict[str, Field] = {}
        self.lijsten = [Rijenlijst(keeper, soort) for soort in (OPROEP, DERDE)]
        box = kolom(self, tussen=16)
        box.addWidget(self._dates())
        self.azc = AzcKaart(keeper)
        for lijst in self.lijsten:
            box.addWidget(lijst)
        box.addWidget(self.azc)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is recorded."""
        for naam, veld in self.velden.items():
            veld.show_value(str(dossier.get(kinds.PROCEDURE.of(naam))))
        for lijst in self.lijsten:
            lijst.show_dossier(dossier)
        self.azc.show_dossier(dossier)

    def leave(self) -> None:
        """Record what stands in the fields."""
        for veld in self.velden.values():
            veld.leave()
        for lijst in self.lijsten:
            lijst.leave()
        self.azc.leave()

    def _dates(self) -> QWidget:
        made = kaart(naam="kaart_procedure")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("dossier.procedure"), "kop2"))
        box.addWidget(label(text("dossier.procedure_uitleg"), "zacht", wrap=True))
        rooster = Rooster(2)
        for naam in DATUMS:
            hulp = text(f"dossier.{naam}_hulp")
            veld = DateField(self.keeper, kinds.PROCEDURE.of(naam), text(f"dossier.{naam}"), hulp)
            self.velden[naam] = veld
            rooster.add(veld)
        box.addLayout(rooster)
        return made

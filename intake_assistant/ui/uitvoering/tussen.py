"""Between the conversations: with whom somebody was spoken about, and what examined somebody."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake_assistant.domain import kinds
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.recht.tussen.onderzoek import INSTRUMENTEN
from intake_assistant.operations.socialekaart.kaart import organisaties_of
from intake_assistant.operations.views.uitvoering.oordelen import oordelen_over
from intake_assistant.operations.views.uitvoering.tussen import onderzoek_in_words, overleg_in_words
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.rijen.lijst import Rijenlijst
from intake_assistant.ui.fields.rijen.velden import Keuzes
from intake_assistant.ui.kit.parts import kaart, kolom, label
from intake_assistant.ui.uitvoering import tussensoorten
from intake_assistant.ui.uitvoering.deel import Uitvoeringsdeel


class TussenDeel(Uitvoeringsdeel):
    """What may be said stands below the party before anything is said to it."""

    naam = "tussen"
    kinds = (kinds.PARTNEROVERLEG, kinds.ONDERZOEK)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        work = self.context.work
        self.add_lijst(
            Rijenlijst(
                keeper,
                tussensoorten.PARTNEROVERLEG,
                keuzes={"partij": self._partijen},
                oordelen=lambda dossier: oordelen_over(work, dossier, kinds.PARTNEROVERLEG),
                onder=lambda dossier, rij: _zin(overleg_in_words(work, dossier, rij), rij),
            )
        )
        self.add_lijst(
            Rijenlijst(
                keeper,
                tussensoorten.ONDERZOEK,
                keuzes={"instrument": self._instrumenten, "taal": self._talen},
                onder=lambda dossier, rij: _zin(onderzoek_in_words(dossier, rij), rij),
            )
        )

    def _partijen(self) -> Keuzes:
        """Who was asked about first: with them there is something to say or nothing at all."""
        gevraagd = [t.partij for _, t in toestemmingen_of(self.context.dossier())]
        namen = dict.fromkeys((*gevraagd, *(een.naam for een in organisaties_of(self.context.work))))
        return [(naam, naam) for naam in namen]

    def _instrumenten(self) -> Keuzes:
        lijst = self.context.work.data.keuzelijsten.get(INSTRUMENTEN, ())
        return [(keuze.label, keuze.label) for keuze in lijst]

    def _talen(self) -> Keuzes:
        return [(keuze.naam, keuze.label) for keuze in self.context.work.data.keuzelijsten["talen"]]


def _zin(zinnen: list[str], rij: str) -> QWidget | None:
    if not zinnen:
        return None
    made = kaart("zachtvlak", f"tussen_{rij}")
    box = kolom(made, rand=12, tussen=4)
    for zin in zinnen:
        box.addWidget(label(zin, wrap=True))
    return made

"""In whose name a besluit is taken, and by whom it is signed (Awb 3:45(2), 10:10)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.leerroute import has_waarde
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Tekenbevoegde, Zaak

INSTELLINGEN: Final = "instellingen"
"""Where the name of the municipality is typed: no field of the dossier."""


def oordeel_over_college(zaak: Zaak) -> Iterator[Oordeel]:
    """No besluit of nobody, none by who has no mandate on its day, none in words that nobody answers for."""
    if not zaak.gemeente.strip():
        yield Oordeel("Awb 10:10", INSTELLINGEN, Reden.GEEN_GEMEENTE, soort=Soort.ONTBREEKT)
    naam = str(zaak.waarde("ondertekenaar.naam") or "").strip()
    # Without a list the municipality did not say who may: then nothing is known against anybody.
    if naam and zaak.ondertekenaars and not any(_signs(zaak, een, naam) for een in zaak.ondertekenaars):
        feiten = {"naam": naam, "op": zaak.dagtekening.isoformat()}
        vraag = BESCHIKKING.of("ondertekenaar.naam")
        yield Oordeel("Awb 10:10", vraag, Reden.ONDERTEKENAAR_ZONDER_MANDAAT, feiten)
    if zaak.teksten_ongezien and not has_waarde(zaak.waarde("teksten_toegestaan.naam")):
        vraag = BESCHIKKING.of("teksten_toegestaan.naam")
        yield Oordeel("Awb 3:2", vraag, Reden.TEKSTEN_NIET_NAGEKEKEN, soort=Soort.ONTBREEKT)


def _signs(zaak: Zaak, een: Tekenbevoegde, naam: str) -> bool:
    return een.naam.strip().casefold() == naam.casefold() and een.mag(zaak.dagtekening)

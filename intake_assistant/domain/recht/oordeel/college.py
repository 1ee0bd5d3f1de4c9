"""In whose name a besluit is taken, and by whom it is signed (Awb 3:45(2), 10:10)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Tekenbevoegde, Zaak

INSTELLINGEN: Final = "instellingen"
"""Where the name of the municipality is typed: no field of the dossier."""


def oordeel_over_college(zaak: Zaak) -> Iterator[Oordeel]:
    """There is no besluit of nobody, and none by who has no mandate on its day."""
    if not zaak.gemeente.strip():
        yield Oordeel("Awb 10:10", INSTELLINGEN, Reden.GEEN_GEMEENTE, soort=Soort.ONTBREEKT)
    naam = str(zaak.waarde("ondertekenaar.naam") or "").strip()
    # Without a list the municipality did not say who may: then nothing is known against anybody.
    if naam and zaak.ondertekenaars and not any(_signs(zaak, een, naam) for een in zaak.ondertekenaars):
        feiten = {"naam": naam, "op": zaak.dagtekening.isoformat()}
        vraag = BESCHIKKING.of("ondertekenaar.naam")
        yield Oordeel("Awb 10:10", vraag, Reden.ONDERTEKENAAR_ZONDER_MANDAAT, feiten)


def _signs(zaak: Zaak, een: Tekenbevoegde, naam: str) -> bool:
    return een.naam.strip().casefold() == naam.casefold() and een.mag(zaak.dagtekening)

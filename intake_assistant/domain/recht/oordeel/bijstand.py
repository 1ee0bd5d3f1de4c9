"""With bijstand the PIP is this besluit and those of the Participatiewet (Wet 15(3), Pw 56a)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.leerroute import has_waarde, is_vergunninghouder
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

_BIJSTAND: Final = "bijstand"


def oordeel_over_bijstand(zaak: Zaak) -> Iterator[Oordeel]:
    """Whether the besluiten of the Participatiewet are named."""
    vergunning = is_vergunninghouder(zaak.persoon.doelgroep, zaak.persoon.verblijfstitel)
    bijstand = zaak.antwoorden.get("financien.inkomen") == _BIJSTAND
    if vergunning and bijstand and not has_waarde(zaak.concept.get("participatiewet")):
        sleutel = BESCHIKKING.of("participatiewet")
        yield Oordeel("Wet 15(3)", sleutel, Reden.GEEN_PW_BESLUIT, soort=Soort.ONTBREEKT)

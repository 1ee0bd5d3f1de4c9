"""What does not go together in one PIP: with the leerroute, with the group, with the law of that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.leerroute import ASIELSTATUSHOUDER, Leerroute, find_waarde, has_waarde
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

IN_WERKING: Final = date(2022, 1, 1)
"""The day on which the Wet inburgering 2021 came into force."""


def oordeel_over_samenhang(zaak: Zaak) -> Iterator[Oordeel]:
    """Values that do not go with the chosen route and the group (Wet 8(3), 15(2); Besl 3.14)."""
    route, asiel = zaak.leerroute, zaak.persoon.doelgroep in (ASIELSTATUSHOUDER, "")
    regels = (
        (zaak.dagtekening < IN_WERKING, "Wet inburgering 2021", "dagtekening", Reden.VOOR_DE_WET),
        (route == Leerroute.O, "Wet 8(3)", "map_uren", Reden.MAP),
        (not asiel, "Wet 15(2)", Reden.INTENSITEIT, Reden.INTENSITEIT),
        (route in (Leerroute.B, Leerroute.O), "Besl 3.14", Reden.ZROUTE, Reden.ZROUTE),
        (not asiel, "Besl 3.14", "zroute.participatie_uren", Reden.PARTICIPATIE_UREN),
    )
    for geldt, regel, sleutel, reden in regels:
        if geldt and _is_filled(zaak, sleutel):
            yield Oordeel(regel, BESCHIKKING.of(sleutel), reden)


def _is_filled(zaak: Zaak, sleutel: str) -> bool:
    delen = [deel for deel in zaak.concept if deel.startswith(sleutel + ".")]
    return any(has_waarde(find_waarde(zaak.concept, deel)) for deel in [sleutel, *delen])

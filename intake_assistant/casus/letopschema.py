"""The keys of a case file that say why a let op is passed, as the concept holds them: reason, then field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from intake_assistant.casus.nodes import TEXT, Table
from intake_assistant.domain.recht.oordeel.reden import Reden

VELDEN: Final[Mapping[Reden, tuple[str, ...]]] = {
    Reden.EERDER_PIP_ONVOLLEDIG: ("leerroute",),
    Reden.GEEN_VOORTGANGSGESPREKKEN: ("voortgang",),
    Reden.GEEN_VORDERINGEN: ("leerroute",),
    Reden.LEEFTIJD_ONBEKEND: ("geboortedatum",),
    Reden.MINDERJARIG: ("geboortedatum",),
    Reden.MOTIVERING_KORT: ("motivering",),
    Reden.TOTAAL_WIJKT_AF: ("geschatte_intensiteit_b1_route", "cursusuren"),
    Reden.UREN_BOVEN_NORM: ("pvt_uren", "map_uren", "cursusuren", "participatie_uren"),
    Reden.VEEL_UREN_PER_WEEK: ("uren_per_week",),
    Reden.VERHUIZING_TE_LAAT: ("inschrijving_brp",),
    Reden.WEGING_VAN_EERDER: ("weging",),
}
LET_OP: Final = Table({reden.value: Table(dict.fromkeys(velden, TEXT)) for reden, velden in VELDEN.items()})

"""Which fields each ground of a later besluit asks for, in the order in which a jurist asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Final

from intake_assistant.domain.recht.besluit import (
    AFSCHALEN,
    HERZIENING,
    KENNELIJKE_FOUT,
    SCHAKELEN,
    VERHUIZING,
)
from intake_assistant.domain.recht.leerroute import Uitzondering
from intake_assistant.ui.beschikking.velden import SECTIES, Veld

GELIJK: Final = "gelijk"
"""The section of all that the besluit goes on with: folded, for it asks for nothing."""
EIGEN: Final = (
    Veld("uitzondering_soort", "lijst", codes=tuple(soort.value for soort in Uitzondering)),
    Veld("uitzondering", "tekst", 2),
    Veld("inspanning", "tekst", 3),
    Veld("inschrijving_brp", "datum"),
)
"""What only a later besluit says."""
_ALLE: Final = {veld.sleutel: veld for veld in (*chain.from_iterable(SECTIES.values()), *EIGEN)}
_NIVEAUS: Final = tuple(sleutel for sleutel in _ALLE if sleutel.startswith("niveau_per_onderdeel."))
_INTENSITEIT: Final = tuple(veld.sleutel for veld in SECTIES["intensiteit"])
_ONDERTEKENING: Final = tuple(veld.sleutel for veld in SECTIES["ondertekening"])
_ONDERSTEUNING: Final = tuple(veld.sleutel for veld in SECTIES["ondersteuning"])
_MENING: Final = ("zienswijze", "zienswijze.geen")

_VRAAGT: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    SCHAKELEN: {
        "route": ("leerroute", "uitzondering_soort", "uitzondering", *_NIVEAUS),
        "motivering": (
            "motivering",
            "motivering_onderwijsroute",
            "motivering_afwijking_lbt",
            *_MENING,
        ),
        "intensiteit": _INTENSITEIT,
        "modules": ("pvt_uren", "map_uren"),
        "aftrek": ("aftrek",),
        "ondertekening": _ONDERTEKENING,
    },
    AFSCHALEN: {
        "niveaus": _NIVEAUS,
        "motivering": ("inspanning", "motivering", *_MENING),
        "intensiteit": _INTENSITEIT,
        "ondertekening": _ONDERTEKENING,
    },
    VERHUIZING: {
        "inschrijving": ("inschrijving_brp",),
        "motivering": ("motivering", *_MENING),
        "ondersteuning": _ONDERSTEUNING,
        "intensiteit": _INTENSITEIT,
        "participatiewet": ("participatiewet",),
        "ondertekening": _ONDERTEKENING,
    },
    HERZIENING: {
        "motivering": ("motivering", "motivering_onderwijsroute", "motivering_afwijking_lbt", *_MENING),
        "route": ("leerroute", *_NIVEAUS),
        "intensiteit": _INTENSITEIT,
        "modules": ("pvt_uren", "map_uren"),
        "aftrek": ("aftrek",),
        "ondersteuning": _ONDERSTEUNING,
        "participatiewet": ("participatiewet",),
        "ondertekening": _ONDERTEKENING,
    },
    KENNELIJKE_FOUT: {
        "verbetering": ("participatiewet", "intensiteit.toelichting"),
        "motivering": ("motivering",),
        "ondertekening": _ONDERTEKENING,
    },
}


def secties_van(grond: str) -> dict[str, tuple[Veld, ...]]:
    """The sections of a ground; what it does not ask for stands together at the end, to be looked at."""
    gevraagd = {naam: _velden(grond, sleutels) for naam, sleutels in _VRAAGT[grond].items()}
    genoemd = {veld.sleutel for velden in gevraagd.values() for veld in velden}
    over = (veld for veld in chain.from_iterable(SECTIES.values()) if veld.sleutel not in genoemd)
    return {**gevraagd, GELIJK: tuple(over)}


def _velden(grond: str, sleutels: tuple[str, ...]) -> tuple[Veld, ...]:
    uitleg = {"motivering": f"motivering.{grond}"}
    return tuple(replace(_ALLE[sleutel], uitleg=uitleg.get(sleutel, "")) for sleutel in sleutels)

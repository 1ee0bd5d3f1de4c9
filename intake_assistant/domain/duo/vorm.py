"""The shapes of DUO's messages, as data, and what in a message does not fit (PIP 1.2.0 and its siblings)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from intake_assistant.dates import read_date
from intake_assistant.domain.duo import codes

Veldsoort = Literal["datum", "tekst", "waar", "getal", "score"]
_SCORE: Final = re.compile(r"\d{1,3}(?:,\d{1,2})?")
_NAAM: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '.-])*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Berichtveld:
    """One field of a message: codes are all it may hold; minst and meest are length, or size of a number."""

    naam: str
    soort: Veldsoort = "tekst"
    verplicht: bool = False
    codes: tuple[str, ...] = ()
    minst: int = 1
    meest: int = 200
    patroon: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Berichtvorm:
    """One kind of message with its fields; `paren` are days of which the second lies after the first."""

    naam: str
    velden: tuple[Berichtveld, ...]
    paren: tuple[tuple[str, str], ...] = ()
    op_dezelfde_dag: bool = False
    """Whether the second day of a pair may be the first: where that one is inside."""

    @property
    def namen(self) -> frozenset[str]:
        """The names of its fields."""
        return frozenset(veld.naam for veld in self.velden)


@dataclass(frozen=True, slots=True)
class Vormfout:
    """What does not fit: the field, and a code; its sentence is `recht.duo.vorm.<code>`."""

    veld: str
    code: str


def gebreken(vorm: Berichtvorm, bericht: Mapping[str, object]) -> Iterator[Vormfout]:
    """All that keeps a message from having this shape."""
    yield from (Vormfout(str(naam), "onbekend") for naam in bericht if naam not in vorm.namen)
    for veld in vorm.velden:
        if veld.naam not in bericht:
            if veld.verplicht:
                yield Vormfout(veld.naam, "ontbreekt")
        elif code := _misfit(veld, bericht[veld.naam]):
            yield Vormfout(veld.naam, code)
    for eerst, later in vorm.paren:
        een, ander = day_in(bericht.get(eerst)), day_in(bericht.get(later))
        if een and ander and (ander < een or ander == een and not vorm.op_dezelfde_dag):
            yield Vormfout(later, "volgorde")


def day_in(waarde: object) -> date | None:
    """A day as DUO writes it; None for all else."""
    return read_date(waarde) if isinstance(waarde, str) else None


def _misfit(veld: Berichtveld, waarde: object) -> str:
    return _MISFIT[veld.soort](veld, waarde)


def _text_misfit(veld: Berichtveld, waarde: object) -> str:
    if not isinstance(waarde, str):
        return "geen_tekst"
    if veld.codes:
        return "" if waarde in veld.codes else "geen_code"
    if not veld.minst <= len(waarde) <= veld.meest:
        return "lengte"
    return "" if veld.patroon is None or veld.patroon.fullmatch(waarde) else "tekens"


def _number_misfit(veld: Berichtveld, waarde: object) -> str:
    if not isinstance(waarde, int) or isinstance(waarde, bool):
        return "geen_getal"
    return "" if veld.minst <= waarde <= veld.meest else "grootte"


_MISFIT: Final[Mapping[Veldsoort, Callable[[Berichtveld, object], str]]] = {
    "datum": lambda _, waarde: "" if day_in(waarde) else "geen_datum",
    "waar": lambda _, waarde: "" if isinstance(waarde, bool) else "geen_waar",
    "score": lambda _, waarde: "" if isinstance(waarde, str) and _SCORE.fullmatch(waarde) else "geen_score",
    "tekst": _text_misfit,
    "getal": _number_misfit,
}


def _dag(naam: str, *, verplicht: bool = False) -> Berichtveld:
    return Berichtveld(naam=naam, soort="datum", verplicht=verplicht)


INSTELLING: Final = 10
"""The characters of the number of a school (duo.md 1)."""
_ALFA: Final = ("A", "AA", "NVT")
_ONDERDELEN: Final = ("KNM", "LE", "LU", "SC", "SP")
_VERWIJTBAAR: Final = Berichtveld(naam="verwijtbaar", codes=codes.JA_NEE)
_OORDEEL: Final = (
    Berichtveld(naam="oordeel", codes=codes.OORDELEN, verplicht=True),
    _dag("datumOordeel", verplicht=True),
    Berichtveld(naam="grond", codes=("BIO", "MED"), verplicht=True),
)

# -- what the municipality sends ----------------------------------------------------------------------------

PIP: Final = Berichtvorm(
    "pip",
    (
        _dag("dagtekeningPip", verplicht=True),
        Berichtveld(naam="leerroute", codes=("B", "O", "Z"), verplicht=True),
        Berichtveld(naam="niveau", codes=("A2", "B1")),
        Berichtveld(naam="geschatteIntensiteitB1Route", soort="getal", meest=9999),
        Berichtveld(naam="indicatorMagOpleidingAfmaken", soort="waar"),
        Berichtveld(naam="indicatorAlfabetiseringsonderwijs", codes=_ALFA),
    ),
)
CONTACTPERSOON: Final = Berichtvorm(
    "contactpersoon",
    (
        Berichtveld(naam="naam", meest=100, verplicht=True, patroon=_NAAM),
        Berichtveld(naam="email", minst=4, meest=241, verplicht=True),
        Berichtveld(naam="telefoonnummer", minst=3, meest=22, verplicht=True),
    ),
)
AANBOD: Final = Berichtvorm(
    "aanbod",
    (
        _dag("datumInburgeringsaanbod"),
        _dag("verwachteStartdatumOpleiding"),
        _dag("verwachteEinddatumOpleiding"),
        Berichtveld(naam="indicatorAlfabetiseringsonderwijs", codes=_ALFA, verplicht=True),
    ),
    (("verwachteStartdatumOpleiding", "verwachteEinddatumOpleiding"),),
)
MAP: Final = Berichtvorm("map", (_dag("datumEindgesprekMap", verplicht=True), _VERWIJTBAAR))
PVT: Final = Berichtvorm("pvt", (_dag("datumOndertekeningPvt", verplicht=True), _VERWIJTBAAR))
ZROUTE: Final = Berichtvorm("zroute", (_dag("datumAfrondingZroute", verplicht=True),))

# -- what DUO answers ---------------------------------------------------------------------------------------

PLICHT: Final = Berichtvorm(
    "plicht",
    (
        Berichtveld(naam="indicatorInburgeringsplicht", soort="waar", verplicht=True),
        _dag("begindatum"),
        _dag("einddatum"),
        _dag("wijzigingsdatum"),
        _dag("datumKennisgevingInburgeringsplicht"),
        Berichtveld(
            naam="redenGeenInburgeringsplicht", codes=(*map(str, codes.REDENEN), codes.TIJDELIJK)),
    ),
    (("begindatum", "einddatum"),),
    op_dezelfde_dag=True,
)  # fmt: skip
DOELGROEP: Final = Berichtvorm(
    "doelgroep",
    (
        Berichtveld(naam="indeling", codes=codes.INDELINGEN, verplicht=True),
        _dag("begindatum"),
        Berichtveld(
            naam="gedetailleerdeDoelgroep", codes=codes.DETAILS),
        Berichtveld(naam="asielrechtenWijzigingVerblijfsdoel"),
    ),
)  # fmt: skip
LBT: Final = Berichtvorm(
    "leerbaarheidstoets",
    (
        Berichtveld(naam="resultaat", codes=tuple(map(str, codes.UITSLAGEN)), verplicht=True),
        Berichtveld(naam="behaaldeScore", soort="score", verplicht=True),
        Berichtveld(naam="benodigdeScore", soort="score", verplicht=True),
        _dag("datumAfname", verplicht=True),
    ),
)
TERMIJN: Final = Berichtvorm(
    "termijn",
    (
        _dag("startdatum", verplicht=True),
        _dag("einddatum", verplicht=True),
        _dag("wijzigingsdatum"),
        Berichtveld(naam="verlengingsgrondcode", meest=10),
        Berichtveld(naam="verlengingsgrondomschrijving", meest=200),
    ),
    (("startdatum", "einddatum"),),
)
ONTHEFFING: Final = Berichtvorm("gehele_ontheffing", _OORDEEL)
GEDEELTELIJK: Final = Berichtvorm(
    "gedeeltelijke_ontheffing",
    (
        *_OORDEEL,
        Berichtveld(naam="examenonderdeel", codes=_ONDERDELEN),
        Berichtveld(naam="urenBelastbaarheidParticipatieactiviteit", soort="getal", minst=0, meest=9999),
    ),
)

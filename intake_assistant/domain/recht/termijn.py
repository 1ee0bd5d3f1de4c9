"""Counting terms to the day: feestdagen, moved last days, terms in days and in months (Awt 1, 3, 4).

With how a last day was counted, and how what is to be done by it stands (contract.md 4).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Final, Literal

from intake_assistant.domain.recht.leerroute import ASIELSTATUSHOUDER, Leerroute

TWAALF_WEKEN = 84  # the longest term whose last day moves, in days


def _getal(gewoonlijk: int, sleutel: str, **voor: str) -> int:
    """A number of the law: what it is as a rule, and its key in the rules file."""
    made: int = field(default=gewoonlijk, metadata={"sleutel": sleutel, "voor": voor})
    return made


@dataclass(frozen=True)
class Regelwaarden:
    """Numbers of the law that the clocks count with, valid on one legal date; a line here is all it takes."""

    pip_dagen: int = _getal(70, "pip.termijn")
    verhuizing_dagen: int = _getal(70, "pip.termijn.verhuizing")
    derde_dagen: int = _getal(14, "pip.verlenging.na_info_derde")
    bezwaar_dagen: int = _getal(42, "bezwaar.termijn")
    post_dagen: int = _getal(7, "bezwaar.per_post")
    beslis_dagen: int = _getal(42, "bezwaar.beslistermijn")
    beslis_dagen_commissie: int = _getal(84, "bezwaar.beslistermijn_commissie")
    beslis_dagen_verlengd: int = _getal(42, "bezwaar.verdaging")
    beroep_dagen: int = _getal(42, "beroep.termijn")
    aanbod_maanden: int = _getal(3, "aanbod.termijn", doelgroep=ASIELSTATUSHOUDER, leerroute=Leerroute.B)
    aanbod_maanden_onderwijs: int = _getal(
        6, "aanbod.termijn", doelgroep=ASIELSTATUSHOUDER, leerroute=Leerroute.O
    )
    inburgering_maanden: int = _getal(36, "inburgering.termijn")
    wijzigen_maanden: int = _getal(18, "leerroute_wijzigen", leerroute=Leerroute.B)
    ontzorgen_maanden: int = _getal(6, "ontzorgen", doelgroep=ASIELSTATUSHOUDER)
    gelijkgesteld: tuple[date, ...] = ()
    pip_anker: str = "kennisgeving_duo"
    """From which day the ten weeks count: until 2023 from the registration in the gemeente."""


# The numbers that hold on a legal date: each clock counts with those of its own.
RegelsOp = Callable[[date], Regelwaarden]


def easter(jaar: int) -> date:
    """First Easter day of a year (Meeus), from which four feestdagen of art. 3 Awt follow."""
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekdag = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekdag) // 433
    maand = (h + weekdag - 7 * m + 90) // 25
    return date(jaar, maand, (h + weekdag - 7 * m + 33 * maand + 19) % 32)


def koningsdag(jaar: int) -> date:
    """Day on which the birthday of the King is celebrated: 27 April, or the 26th on a Sunday (art. 3 Awt)."""
    dag = date(jaar, 4, 27)
    return dag - timedelta(days=1) if dag.weekday() == 6 else dag


@cache
def feestdagen(jaar: int) -> Mapping[date, str]:
    """All algemeen erkende feestdagen of a year by their codes, Goede Vrijdag included (art. 3 Awt)."""
    pasen = easter(jaar)
    return {
        date(jaar, 1, 1): "nieuwjaarsdag",
        pasen - timedelta(days=2): "goede_vrijdag",
        pasen: "eerste_paasdag",
        pasen + timedelta(days=1): "tweede_paasdag",
        koningsdag(jaar): "koningsdag",
        date(jaar, 5, 5): "bevrijdingsdag",
        pasen + timedelta(days=39): "hemelvaartsdag",
        pasen + timedelta(days=49): "eerste_pinksterdag",
        pasen + timedelta(days=50): "tweede_pinksterdag",
        date(jaar, 12, 25): "eerste_kerstdag",
        date(jaar, 12, 26): "tweede_kerstdag",
    }


def is_feestdag(datum: date, gelijkgesteld: Collection[date] = ()) -> bool:
    """Whether a day is an algemeen erkende feestdag, or equated with one by decree (art. 3 Awt)."""
    return datum in gelijkgesteld or datum in feestdagen(datum.year)


def is_werkdag(datum: date, gelijkgesteld: Collection[date] = ()) -> bool:
    """Whether a term may end on this day: no Saturday, Sunday or feestdag (art. 1 Awt)."""
    return datum.weekday() < 5 and not is_feestdag(datum, gelijkgesteld)


def verschuif(datum: date, gelijkgesteld: Collection[date] = ()) -> date:
    """The day itself, or the first day after it that is no Saturday, Sunday or feestdag (art. 1 Awt)."""
    while datum < date.max and not is_werkdag(datum, gelijkgesteld):
        datum += timedelta(days=1)
    return datum


def plus_dagen(datum: date, dagen: int) -> date:
    """A day so many days later, at most the last day of the calendar; not moved (art. 1 Awt)."""
    # A mistyped year such as 9999 must show as an absurd date, not as a crash of the list of dossiers.
    return datum + timedelta(days=min(dagen, (date.max - datum).days))


def termijn_dagen(begin: date, dagen: int, gelijkgesteld: Collection[date] = ()) -> date:
    """Last day of a term of days after begin, moved when it is at most twelve weeks (art. 1 and 4 Awt)."""
    einde = plus_dagen(begin, dagen)
    return verschuif(einde, gelijkgesteld) if dagen <= TWAALF_WEKEN else einde


def termijn_maanden(begin_dag: date, maanden: int) -> date:
    """Last day inside a term of months that includes its first day; never moved (art. 4 Awt)."""
    jaar, maand = divmod(begin_dag.year * 12 + begin_dag.month - 1 + maanden, 12)
    if jaar > date.max.year:
        return date.max
    laatste = monthrange(jaar, maand + 1)[1]
    if begin_dag.day > laatste:
        return date(jaar, maand + 1, laatste)
    return date(jaar, maand + 1, begin_dag.day) - timedelta(days=1)


# --- how it was counted ------------------------------------------------------------------------------

Eenheid = Literal["dagen", "maanden"]
# Which day was counted from.
Anker = Literal[
    "kennisgeving_duo", "inschrijving_brp", "informatie_derde", "verhuizing", "dagtekening",
    "bekendgemaakt_op", "eerste_pip", "eerste_pip_hier", "begin_termijn", "begin_bijstand", "einde_bezwaar",
]  # fmt: skip


@dataclass(frozen=True)
class Dagtelling:
    """How a last day was counted: so many days after a day, or months from it on."""

    aantal: int
    eenheid: Eenheid
    vanaf: date
    anker: Anker


Klokfeit = date | int | tuple[str, ...] | Dagtelling

_GEDAAN: Final = {
    "gehaald": "gehaald",
    "overschreden": "te_laat",
    "wacht": "wacht_gedaan",
    "opgeschort": "opgeschort_gedaan",
}


def stand_of(uiterlijk: date, gedaan: date | None, vandaag: date) -> tuple[str, int | None]:
    """How a clock stands, and how many days there are still (contract.md 3)."""
    if gedaan is not None and gedaan <= uiterlijk:
        return "gehaald", None
    over = (uiterlijk - (gedaan or vandaag)).days
    return ("loopt" if over >= 0 else "overschreden"), over


def why_of(
    stand: str, gedaan: date | None, feiten: Mapping[str, Klokfeit]
) -> tuple[str, Mapping[str, Klokfeit]]:
    """The code of the sentence and its facts: as it stands, or as it was done."""
    if gedaan is None:
        return stand, feiten
    return _GEDAAN[stand], {**feiten, "gehaald_op": gedaan}

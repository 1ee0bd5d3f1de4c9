"""The hours: fewer than the norm only by a named deduction, in the Z-route never more, a course that fits.

Besl 3.1(3) and (5), 3.2(3), 3.14(2), (5), (6) and (9), 5.4(4)(c); Reg 3.1, 3.16(2); Wet 15(2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.leerroute import Leerroute, has_intensiteit, has_map, has_participatie_uren
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

_WEKEN_PER_JAAR: Final = 52
_MAANDEN_PER_JAAR: Final = 12
_VEEL_PER_WEEK: Final = 40
_AFWIJKING: Final = Decimal("0.15")


@dataclass(frozen=True, slots=True)
class Urennorm:
    """Of one part: where it is filled in, its rule, the kinds in the ledger, the articles that lower it."""

    sleutel: str
    regel: str
    soorten: tuple[str, ...]
    artikelen: tuple[str, ...]
    artikel: str
    ten_hoogste: bool = False


PVT: Final = Urennorm("pvt_uren", "pvt.uren_min", ("pvt",), ("Besl 3.1(5)", "Besl 5.4(4)"), "Besl 3.1(3)")
MAP: Final = Urennorm("map_uren", "map.praktijkuren_min", ("map",), ("Besl 3.2(3)", "Besl 5.4(4)"), "Reg 3.1")
CURSUS: Final = Urennorm(
    "zroute.cursusuren",
    "zroute.cursusuren",
    ("cursus", "alfabetisering", "knm"),
    ("Besl 3.14(5)", "Besl 3.14(9)", "Besl 5.4(4)", "Reg 3.16(2)"),
    "Besl 3.14(2)(a)",
    ten_hoogste=True,
)
PARTICIPATIE: Final = Urennorm(
    "zroute.participatie_uren",
    "zroute.participatie_uren",
    ("participatie", "pvt", "map"),
    ("Besl 3.14(5)", "Besl 3.14(6)", "Besl 3.14(9)", "Besl 5.4(4)", "Reg 3.16(2)"),
    "Besl 3.14(2)(b)",
    ten_hoogste=True,
)


_NORMEN: Final = (PVT, MAP, CURSUS, PARTICIPATIE)


def aftrek_soorten() -> tuple[str, ...]:
    """The kinds of hours that a deduction can name, each once."""
    return tuple(dict.fromkeys(soort for norm in _NORMEN for soort in norm.soorten))


def aftrek_artikelen(soort: str = "") -> tuple[str, ...]:
    """The articles by which hours of this kind lower a norm; of no kind all of them."""
    normen = [norm for norm in _NORMEN if not soort or soort in norm.soorten]
    return tuple(dict.fromkeys(artikel for norm in normen for artikel in norm.artikelen))


def normen_of(zaak: Zaak) -> tuple[Urennorm, ...]:
    """The norms that hold for this leerroute and this group."""
    geldt = (
        (PVT, bool(zaak.leerroute)),
        (MAP, has_map(zaak.leerroute)),
        (CURSUS, zaak.leerroute == Leerroute.Z),
        (PARTICIPATIE, has_participatie_uren(zaak.leerroute, zaak.persoon.doelgroep)),
    )
    return tuple(norm for norm, telt in geldt if telt)


def oordeel_over_uren(zaak: Zaak) -> Iterator[Oordeel]:
    """The hours against their norms, and the course against the term."""
    for norm in normen_of(zaak):
        yield from _norm(zaak, norm)
    if has_intensiteit(zaak.persoon.doelgroep):
        yield from _intensiteit(zaak)
    if number_of(zaak.concept, "voortgangsgesprekken") == 0 and not zaak.waarde("voortgang"):
        sleutel = BESCHIKKING.of("voortgang")
        yield Oordeel("Wet 17(1)", sleutel, Reden.GEEN_VOORTGANGSGESPREKKEN, soort=Soort.LET_OP)


def _norm(zaak: Zaak, norm: Urennorm) -> Iterator[Oordeel]:
    uren = number_of(zaak.concept, norm.sleutel)
    if uren < 0 or (uren == 0 and norm in (PVT, MAP)):
        return  # not filled in: an element that is missing
    minst = zaak.getal(norm.regel)
    feiten = {"veld": norm.sleutel, "uren": f"{uren:f}", "norm": str(minst)}
    sleutel = BESCHIKKING.of(norm.sleutel)
    if uren > minst:
        soort = Soort.VERBODEN if norm.ten_hoogste else Soort.LET_OP
        yield Oordeel(norm.artikel, sleutel, Reden.UREN_BOVEN_NORM, feiten, soort)
    elif uren + aftrek_of(zaak, norm) < minst:
        yield Oordeel(norm.artikel, sleutel, Reden.UREN_ONDER_NORM, feiten)


def aftrek_of(zaak: Zaak, norm: Urennorm) -> Decimal:
    """The hours that were deducted on an article that allows it for this part."""
    return sum((uren for uren, _ in aftrekken_of(zaak, norm)), Decimal(0))


def aftrekken_of(zaak: Zaak, norm: Urennorm) -> tuple[tuple[Decimal, str], ...]:
    """The same one by one, each with its article."""
    rijen = (rij for rij in zaak.rijen("aftrek") if _lowers(rij, norm))
    found = ((number_of(rij, "uren"), str(rij.get("artikel", "")).strip()) for rij in rijen)
    return tuple((uren, artikel) for uren, artikel in found if uren > 0)


def _lowers(rij: Mapping[str, object], norm: Urennorm) -> bool:
    artikel = str(rij.get("artikel") or "").strip()
    return rij.get("soort") in norm.soorten and artikel.startswith(norm.artikelen)


def _intensiteit(zaak: Zaak) -> Iterator[Oordeel]:
    per_week = number_of(zaak.concept, "intensiteit.uren_per_week")
    weken = number_of(zaak.concept, "intensiteit.weken")
    if per_week <= 0 or weken <= 0:
        return
    termijn = zaak.getal("inburgering.termijn") * _WEKEN_PER_JAAR // _MAANDEN_PER_JAAR
    if weken > termijn:
        feiten = {"weken": f"{weken:f}", "termijn": str(termijn)}
        yield Oordeel("Wet 11(1)", BESCHIKKING.of("intensiteit.weken"), Reden.LANGER_DAN_TERMIJN, feiten)
    if per_week > _VEEL_PER_WEEK:
        sleutel = BESCHIKKING.of("intensiteit.uren_per_week")
        feiten = {"uren": f"{per_week:f}"}
        yield Oordeel("Wet 15(2)", sleutel, Reden.VEEL_UREN_PER_WEEK, feiten, Soort.LET_OP)
    # In the Z-route the letter says both numbers to the person, below each other.
    veld = CURSUS.sleutel if zaak.leerroute == Leerroute.Z else "geschatte_intensiteit_b1_route"
    totaal, verwacht = number_of(zaak.concept, veld), per_week * weken
    if totaal > 0 and abs(totaal - verwacht) > _AFWIJKING * verwacht:
        sleutel = BESCHIKKING.of(veld)
        feiten = {"totaal": f"{totaal:f}", "verwacht": f"{verwacht.normalize():f}"}
        yield Oordeel("Wet 15(2)", sleutel, Reden.TOTAAL_WIJKT_AF, feiten, Soort.LET_OP)

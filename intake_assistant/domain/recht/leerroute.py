"""The three leerroutes, their codes, and what goes with which route and group."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

ASIELSTATUSHOUDER = "asielstatushouder"


class Leerroute(StrEnum):
    """A leerroute by the code DUO uses (Wet 7, 8 and 9)."""

    B = "B"
    O = "O"  # noqa: E741 - the code of DUO
    Z = "Z"


class Niveau(StrEnum):
    """Level of a language exam part that a PIP may name."""

    A2 = "A2"
    B1 = "B1"


class Alfabetiseringsonderwijs(StrEnum):
    """Whether, and for whom, alphabetisation is part of the route, by the code DUO uses."""

    ANALFABEET = "A"
    ANDERS_GEALFABETISEERD = "AA"
    NIET_VAN_TOEPASSING = "NVT"


class Uitzondering(StrEnum):
    """Why the leerroute may still change after its eighteen months (art. 5.4 Besl)."""

    OPLEIDING = "opleiding"
    BIJZONDER = "bijzonder"


def has_map(leerroute: str) -> bool:
    """Whether the MAP belongs to the route: every route but the onderwijsroute (art. 8(3) Wet)."""
    return leerroute in (Leerroute.B, Leerroute.Z)


def has_intensiteit(doelgroep: str) -> bool:
    """Whether the PIP sets the intensity of the leerroute: asielstatushouders only (art. 15(2) Wet)."""
    return doelgroep == ASIELSTATUSHOUDER


def has_participatie_uren(leerroute: str, doelgroep: str) -> bool:
    """Whether participation hours apply: Z-route of an asielstatushouder (art. 3.14 Besl)."""
    return leerroute == Leerroute.Z and doelgroep == ASIELSTATUSHOUDER


def wijkt_af_van_lbt(leerroute: str, lbt_uitslag: str) -> bool:
    """Whether the route departs from a known result of the leerbaarheidstoets (art. 14(3)(a) Wet)."""
    if lbt_uitslag == "haalbaar":
        return leerroute == Leerroute.Z
    return lbt_uitslag == "niet_haalbaar" and leerroute in (Leerroute.B, Leerroute.O)


def has_waarde(waarde: object) -> bool:
    """Whether something was really filled in: a number, or text, list or table with content (art. 15 Wet)."""
    if isinstance(waarde, str):
        return bool(waarde.strip())
    if isinstance(waarde, Mapping):
        return any(has_waarde(deel) for deel in waarde.values())
    if isinstance(waarde, list | tuple):
        return any(has_waarde(deel) for deel in waarde)
    return waarde is not None


def find_waarde(concept: Mapping[str, object], sleutel: str) -> object:
    """Value of a key such as zroute.cursusuren, stored whole or in parts; None if absent (art. 15 Wet)."""
    if sleutel in concept:
        return concept[sleutel]
    hoofd, _, deel = sleutel.rpartition(".")
    ouder = concept.get(hoofd) if hoofd else None
    return ouder.get(deel) if isinstance(ouder, Mapping) else None


# Belongs to the route it was written for: a new route needs its own (Wet 7 to 9, 15(2)).
ROUTEGEBONDEN = frozenset(
    {"niveau", "niveau_per_onderdeel", "geschatte_intensiteit_b1_route", "zroute", "intensiteit"}
)
_AFTREK: Final = "aftrek"
# What only the zelfredzaamheidsroute counts in hours (Besl 3.14(2)).
_UREN_ZROUTE: Final = frozenset({"cursus", "alfabetisering", "knm", "participatie"})
# Said of one besluit only: the next one says it anew or not at all (Awb 3:46, 3:47, 4:8, 10:10).
NOOIT_GEERFD = frozenset(
    {
        "motivering",
        "motivering_afwijking_lbt",
        "motivering_onderwijsroute",
        "zienswijze",
        "bekendgemaakt_op",
        "voor_gezien",
        "ondertekenaar",
        "teksten_toegestaan",
        "let_op",
        "uren",
        "inspanning",
        "uitzondering",
        "uitzondering_soort",
        "inschrijving_brp",
    }
)
BIJLAGE = "bijlage"
"""Of a row in a besluit where the file is kept that goes with it: no words that anybody reads."""


# A row that was stored comes back in another order than one that was typed: a reader compares them.
_VOLGORDE: Final = ("besluit", "datum", "kenmerk", "soort", "uren", "artikel", "waarom", "bestand")


def gezegde_delen(rij: Mapping[str, object]) -> list[object]:
    """What a row says, part by part, without what is empty and without where its file is kept (Awb 3:46)."""
    namen = sorted(rij, key=lambda naam: _VOLGORDE.index(naam) if naam in _VOLGORDE else len(_VOLGORDE))
    return [rij[naam] for naam in namen if naam != BIJLAGE and has_waarde(rij[naam])]


_NIVEAUS = frozenset({"niveau", "niveau_per_onderdeel"})


def kept_on_change(vorig: Mapping[str, object], nieuw: Mapping[str, object]) -> dict[str, object]:
    """What an earlier besluit hands on to a new one; on another route not what belonged to the old one."""
    weg = NOOIT_GEERFD
    leerroute = str(nieuw.get("leerroute", vorig.get("leerroute", "")))
    if leerroute != vorig.get("leerroute"):
        weg |= ROUTEGEBONDEN if has_map(leerroute) else ROUTEGEBONDEN | {"map_uren"}
    if "niveau" in nieuw:
        weg |= _NIVEAUS  # one level for all takes the place of levels per part
    elif any(sleutel.partition(".")[0] in _NIVEAUS for sleutel in nieuw):
        weg |= {"niveau"}  # the lowest part is the level: it follows from them
    kept = {sleutel: waarde for sleutel, waarde in vorig.items() if sleutel.partition(".")[0] not in weg}
    if leerroute != vorig.get("leerroute") and _AFTREK in kept:
        kept[_AFTREK] = _aftrek_op(leerroute, kept[_AFTREK])
    return kept


def _aftrek_op(leerroute: str, rijen: object) -> list[object]:
    """The deductions that another route has a part for; hours of a part that is not there cannot go off."""
    weg = {"map"} if not has_map(leerroute) else set[str]()
    weg |= _UREN_ZROUTE if leerroute != Leerroute.Z else set()
    alle = rijen if isinstance(rijen, list | tuple) else ()
    return [rij for rij in alle if not (isinstance(rij, Mapping) and rij.get("soort") in weg)]


def is_vergunninghouder(doelgroep: str, verblijfstitel: str) -> bool:
    """Whether the day of settling counts: who holds an asylum permit (Besl 5.3(1), second sentence).

    Family with a regular permit may be asielstatushouder too (Wet 13(1)(b)), and is none. A permit that is
    not known is read as that of the group.
    """
    return doelgroep == ASIELSTATUSHOUDER and verblijfstitel != "regulier"

"""The level: the lowest of the parts, B1 at least, and lower only by afschalen (Wet 7, 8(4), 9, 17(3))."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.besluit import AFSCHALEN
from intake_assistant.domain.recht.leerroute import Leerroute, Niveau, find_waarde
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

ONDERDELEN: Final = ("lezen", "luisteren", "schrijven", "spreken")
ERK: Final = ("A1", "A2", "B1", "B2")
_NIVEAU: Final = BESCHIKKING.of("niveau")


def niveaus_of(concept: Mapping[str, object]) -> dict[str, str]:
    """The level of each part that one was given for (art. 7 Wet)."""
    found = {deel: find_waarde(concept, f"niveau_per_onderdeel.{deel}") for deel in ONDERDELEN}
    return {deel: str(niveau) for deel, niveau in found.items() if niveau in ERK}


def laagste_niveau(concept: Mapping[str, object]) -> str:
    """The level that DUO gets: the lowest of the parts, or the one that was set for all (duo.md 1)."""
    delen = niveaus_of(concept).values()
    return min(delen, key=ERK.index) if delen else str(concept.get("niveau") or "")


def oordeel_over_niveau(zaak: Zaak) -> Iterator[Oordeel]:
    """The parts against each other, against the leerroute and against what held before."""
    delen, heel = niveaus_of(zaak.concept), str(zaak.concept.get("niveau") or "")
    laagste = laagste_niveau(zaak.concept)
    if zaak.leerroute == Leerroute.Z:
        if laagste:
            yield Oordeel("Wet 9", _NIVEAU, Reden.NIVEAU_IN_ZROUTE)
        return
    if heel and delen and heel != laagste:
        yield Oordeel("Wet 7(1)(a)", _NIVEAU, Reden.NIVEAU_NIET_HET_LAAGSTE, {"laagste": laagste})
    for deel, niveau in delen.items():
        if _is_too_low(zaak, niveau):
            feiten = {"deel": deel, "niveau": niveau}
            yield Oordeel(_article(zaak), _deel(deel), Reden.ONDERDEEL_TE_LAAG, feiten)
    if not delen and _is_too_low(zaak, heel):
        yield Oordeel(_article(zaak), _NIVEAU, Reden.NIVEAU_TE_LAAG, {"niveau": heel})


def _is_too_low(zaak: Zaak, niveau: str) -> bool:
    if niveau == "A1":  # no PIP ever names it
        return True
    if niveau != Niveau.A2:
        return False
    return zaak.leerroute == Leerroute.O or not (zaak.grond == AFSCHALEN or _was_lowered(zaak))


def _was_lowered(zaak: Zaak) -> bool:
    """Whether afschalen took place before: here, or in the gemeente that set an earlier PIP."""
    hier = any(besluit.grond == AFSCHALEN for besluit in zaak.besluiten)
    return hier or zaak.eerder_niveau == Niveau.A2


def _article(zaak: Zaak) -> str:
    return "Wet 8(4)" if zaak.leerroute == Leerroute.O else "Wet 17(3)"


def _deel(deel: str) -> str:
    return BESCHIKKING.of(f"niveau_per_onderdeel.{deel}")

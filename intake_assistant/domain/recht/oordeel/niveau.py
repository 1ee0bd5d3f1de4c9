"""The level: the lowest of the parts, B1 at least, and lower only by afschalen (Wet 7, 8(4), 9, 17(3))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.besluit import AFSCHALEN, KENNELIJKE_FOUT
from intake_assistant.domain.recht.leerroute import Leerroute, Niveau, find_waarde
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

ONDERDELEN: Final = ("lezen", "luisteren", "schrijven", "spreken")
ERK: Final = ("A1", "A2", "B1", "B2")
_NIVEAU: Final = BESCHIKKING.of("niveau")
_GEWOON: Final = "B1"
"""What holds for a part of which no level was set (Wet 7(1)(a); duo.md 2, rule 7)."""


def niveaus_of(concept: Mapping[str, object]) -> dict[str, str]:
    """The level of each part that one was given for (art. 7 Wet)."""
    found = {deel: find_waarde(concept, f"niveau_per_onderdeel.{deel}") for deel in ONDERDELEN}
    return {deel: str(niveau) for deel, niveau in found.items() if niveau in ERK}


def alle_niveaus(concept: Mapping[str, object]) -> dict[str, str]:
    """The level of each part: its own, that of all, or B1."""
    heel = str(concept.get("niveau") or "") or _GEWOON
    delen = niveaus_of(concept)
    return {deel: delen.get(deel, _GEWOON if delen else heel) for deel in ONDERDELEN}


def laagste_niveau(concept: Mapping[str, object]) -> str:
    """The level that DUO gets: the lowest of the parts, or the one that was set for all (duo.md 1)."""
    delen = niveaus_of(concept).values()
    return min(delen, key=ERK.index) if delen else str(concept.get("niveau") or "")


def oordeel_over_niveau(zaak: Zaak) -> Iterator[Oordeel]:
    """The parts against each other, against the leerroute and against what held before."""
    delen, heel = niveaus_of(zaak.concept), str(zaak.concept.get("niveau") or "")
    laagste = laagste_niveau(zaak.concept)
    yield from _ontheven(zaak, delen)
    if zaak.leerroute == Leerroute.Z:
        if laagste:
            yield Oordeel("Wet 9", _NIVEAU, Reden.NIVEAU_IN_ZROUTE)
        return
    if heel and delen and heel != laagste:
        yield Oordeel("Wet 7(1)(a)", _NIVEAU, Reden.NIVEAU_NIET_HET_LAAGSTE, {"laagste": laagste})
    for deel, niveau in delen.items():
        if deel not in zaak.ontheven and _is_too_low(zaak, niveau, (deel,)):
            feiten = {"deel": deel, "niveau": niveau}
            yield Oordeel(_article(zaak), _deel(deel), Reden.ONDERDEEL_TE_LAAG, feiten)
    if not delen and _is_too_low(zaak, heel, ONDERDELEN):
        yield Oordeel(_article(zaak), _NIVEAU, Reden.NIVEAU_TE_LAAG, {"niveau": heel})


def _ontheven(zaak: Zaak, delen: Mapping[str, str]) -> Iterator[Oordeel]:
    """A part that DUO took away has no level; a slip of the pen is mended without touching it."""
    for deel in delen:
        if deel in zaak.ontheven and zaak.grond != KENNELIJKE_FOUT and zaak.leerroute != Leerroute.Z:
            yield Oordeel("Besl 2.7(3)", _deel(deel), Reden.ONDERDEEL_ONTHEVEN, {"deel": deel})


def _is_too_low(zaak: Zaak, niveau: str, delen: Iterable[str]) -> bool:
    if niveau == "A1":  # no PIP ever names it
        return True
    if niveau != Niveau.A2:
        return False
    return zaak.leerroute == Leerroute.O or not (zaak.grond == AFSCHALEN or _was_lowered(zaak, delen))


def _was_lowered(zaak: Zaak, delen: Iterable[str]) -> bool:
    """Whether these parts are lower already: in what holds, or in the gemeente that set an earlier PIP.

    Another route begins at its own level: who left the B1-route and comes back is at B1 (Wet 7(1)(a)).
    """
    if zaak.eerder_niveau == Niveau.A2:
        return True
    gelden = [alle_niveaus(b.inhoud) for b in zaak.geldend if b.leerroute == zaak.leerroute]
    return any(all(oud[deel] == Niveau.A2 for deel in delen) for oud in gelden)


def _article(zaak: Zaak) -> str:
    return "Wet 8(4)" if zaak.leerroute == Leerroute.O else "Wet 17(3)"


def _deel(deel: str) -> str:
    return BESCHIKKING.of(f"niveau_per_onderdeel.{deel}")

"""The choice of the leerroute: wish to study, weighing, view of the person (Wet 8(1), Awb 3:46)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.besluit import KENNELIJKE_FOUT
from intake_assistant.domain.recht.leerroute import Leerroute, has_waarde
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak

_ZONDER_WENS: Final = (None, "", "geen")
_GROTE_KANS: Final = (4, 5)
_KORT: Final = 80
"""A motivering of fewer characters says hardly more than that there is one."""
_MOTIVERING: Final = BESCHIKKING.of("motivering")


def oordeel_over_route(zaak: Zaak) -> Iterator[Oordeel]:
    """Whether the onderwijsroute was looked at as the law asks, and whether the reason can be known."""
    if zaak.kiest_route:
        yield from _onderwijsroute(zaak)
        yield from _grond(zaak)
    yield from _zienswijze(zaak)
    motivering = str(zaak.concept.get("motivering") or "").strip()
    if 0 < len(motivering) < _KORT:
        yield Oordeel("Awb 3:46", _MOTIVERING, Reden.MOTIVERING_KORT, soort=Soort.LET_OP)


def _zienswijze(zaak: Zaak) -> Iterator[Oordeel]:
    """Who asked for no besluit is heard first; a slip of the pen touches nobody (Awb 4:8)."""
    if zaak.grond == KENNELIJKE_FOUT:
        return
    if not (has_waarde(zaak.waarde("zienswijze")) or has_waarde(zaak.waarde("zienswijze.geen"))):
        yield Oordeel("Awb 4:8", BESCHIKKING.of("zienswijze"), Reden.GEEN_ZIENSWIJZE, soort=Soort.ONTBREEKT)


def _onderwijsroute(zaak: Zaak) -> Iterator[Oordeel]:
    """Who wants to study and will probably succeed follows it (Wet 8(1); ECLI:NL:RVS:2024:5413)."""
    wens = zaak.antwoorden.get("opleiding.studiewens") not in _ZONDER_WENS
    kans = zaak.antwoorden.get("opleiding.studiekans") in _GROTE_KANS
    gekozen = zaak.leerroute == Leerroute.O
    if not zaak.leerroute or gekozen is (wens and kans):
        return
    if not has_waarde(zaak.waarde("motivering_onderwijsroute")):
        reden = Reden.ONDERWIJSROUTE_ZONDER_WENS if gekozen else Reden.ONDERWIJSROUTE_NIET_GEVOLGD
        sleutel = BESCHIKKING.of("motivering_onderwijsroute")
        yield Oordeel("Wet 8(1)", sleutel, reden, soort=Soort.ONTBREEKT)


def _grond(zaak: Zaak) -> Iterator[Oordeel]:
    """What speaks for the chosen route is printed: the reason of a besluit is made known (Awb 3:47(1))."""
    argumenten = zaak.voor.get(zaak.leerroute, ())
    if argumenten and not any(argumenten):
        yield Oordeel("Awb 3:47(1)", "weging", Reden.GROND_NIET_AFGEDRUKT, soort=Soort.ONTBREEKT)

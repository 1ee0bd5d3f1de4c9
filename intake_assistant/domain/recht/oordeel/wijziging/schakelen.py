"""Another leerroute: within 18 months, O to B1 always, or by an exception (Wet 17(2), Besl 5.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.leerroute import Leerroute, has_waarde
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.wijziging.urenboek import NT2_EN_KNM, gevolgd
from intake_assistant.domain.recht.oordeel.zaak import Zaak
from intake_assistant.domain.recht.termijn import termijn_maanden

_ROUTE: Final = BESCHIKKING.of("leerroute")
_CURSUS: Final = "zroute.cursusuren"


def oordeel_over_schakelen(zaak: Zaak) -> Iterator[Oordeel]:
    """Whether the route really changes, in time, on something that was seen, with the hours taken along."""
    if not zaak.kiest_route:
        yield Oordeel("Wet 17(2)", _ROUTE, Reden.ZELFDE_ROUTE)
        return
    yield from _venster(zaak)
    yield from _vorderingen(zaak)
    yield from _uren_mee(zaak)
    if zaak.weging_van is not None:
        feiten = {"op": zaak.weging_van.isoformat()}
        yield Oordeel("Awb 3:46", "weging", Reden.WEGING_VAN_EERDER, feiten, Soort.LET_OP)


def laatste_dag(zaak: Zaak) -> date | None:
    """The last day on which the route can be changed without an exception; None where there is no limit."""
    oud = {besluit.leerroute for besluit in zaak.geldend} & set(Leerroute)
    if zaak.begin_termijn is None or not oud or _is_free(zaak, oud):
        return None
    maanden = zaak.getal("leerroute_wijzigen", zaak.begin_termijn, leerroute=min(oud))
    return termijn_maanden(zaak.begin_termijn, maanden)


def _is_free(zaak: Zaak, oud: set[str]) -> bool:
    """Whether every change that this is may be made on any day."""
    vrij = zaak.regel("leerroute_wijzigen.zonder_termijn")
    overstappen = {f"{route}-{zaak.leerroute}" for route in oud}
    return bool(overstappen) and isinstance(vrij, list | tuple) and overstappen <= set(vrij)


def _venster(zaak: Zaak) -> Iterator[Oordeel]:
    soort = zaak.waarde("uitzondering_soort")
    if has_waarde(soort) and not _is_genoemd(zaak, soort):
        yield Oordeel("Besl 5.4", BESCHIKKING.of("uitzondering_soort"), Reden.ONBEKENDE_UITZONDERING)
    einde = laatste_dag(zaak)
    if einde is None or zaak.dagtekening <= einde:
        return
    if not has_waarde(zaak.waarde("uitzondering")):
        feiten = {"op": einde.isoformat()}
        yield Oordeel("Besl 5.4(1)", BESCHIKKING.of("uitzondering"), Reden.SCHAKELEN_TE_LAAT, feiten)


def _is_genoemd(zaak: Zaak, soort: object) -> bool:
    """Whether the rules name this exception."""
    genoemd = zaak.regel("leerroute_wijzigen.uitzondering")
    return isinstance(genoemd, list | tuple) and soort in genoemd


def _vorderingen(zaak: Zaak) -> Iterator[Oordeel]:
    """More or less progress than was expected shows in lessons or in a conversation since (Wet 17(2))."""
    sinds = max((dag for b in zaak.geldend if (dag := read_date(b.dagtekening))), default=date.min)
    gesproken = any(sinds < dag <= zaak.dagtekening for dag in zaak.gesprekken)
    gevolgde = any(sinds < rij.tot <= zaak.dagtekening for rij in zaak.urenboek)
    if not (gesproken or gevolgde):
        feiten = {"op": sinds.isoformat()}
        yield Oordeel("Wet 17(2)", _ROUTE, Reden.GEEN_VORDERINGEN, feiten, Soort.LET_OP)


def _uren_mee(zaak: Zaak) -> Iterator[Oordeel]:
    """Hours of Dutch and KNM that were followed go off the course hours of the Z-route (Besl 5.4(4)(c))."""
    uren = gevolgd(zaak.urenboek, NT2_EN_KNM, zaak.dagtekening)
    if zaak.leerroute != Leerroute.Z or not uren:
        return
    over = max(zaak.getal(_CURSUS) - uren, Decimal(0))
    if number_of(zaak.concept, _CURSUS) > over:
        feiten = {"uren": f"{uren.normalize():f}", "over": f"{over:f}"}
        yield Oordeel("Besl 5.4(4)(c)", BESCHIKKING.of(_CURSUS), Reden.UREN_NIET_AFGETROKKEN, feiten)

"""A move: the new municipality sets a PIP with the same route, within ten weeks (Wet 15(4), Besl 5.3(3))."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.oordeel.zaak import Zaak
from intake_assistant.domain.recht.termijn import termijn_dagen

_INSCHRIJVING: Final = BESCHIKKING.of("inschrijving_brp")


def oordeel_over_eerder_pip(zaak: Zaak) -> Iterator[Oordeel]:
    """Who comes with a PIP of another gemeente keeps its route and its term in the first besluit here."""
    if not zaak.eerste:
        return
    reden = Reden.EERDER_PIP_ONVOLLEDIG
    if zaak.eerder_pip_op is None and (zaak.eerder_leerroute or zaak.eerder_niveau):
        yield Oordeel("Wet 11(3)", "procedure.eerder_pip.dagtekening", reden, soort=Soort.ONTBREEKT)
    elif zaak.eerder_pip_op is not None and not zaak.eerder_leerroute:
        yield Oordeel("Wet 15(4)", "procedure.eerder_pip.leerroute", reden, soort=Soort.LET_OP)
    if zaak.eerder_leerroute and zaak.kiest_route:
        yield Oordeel("Wet 15(4)", BESCHIKKING.of("leerroute"), Reden.ROUTE_NA_VERHUIZING)


def oordeel_over_verhuizing(zaak: Zaak) -> Iterator[Oordeel]:
    """The route stays, and the ten weeks run from the registration in the new municipality."""
    if zaak.kiest_route:
        yield Oordeel("Wet 15(4)", BESCHIKKING.of("leerroute"), Reden.ROUTE_NA_VERHUIZING)
    inschrijving = read_date(zaak.waarde("inschrijving_brp"))
    if inschrijving is None:
        soort = Soort.ONTBREEKT
        yield Oordeel("Besl 5.3(3)", _INSCHRIJVING, Reden.GEEN_NIEUWE_INSCHRIJVING, soort=soort)
        return
    feiten = {"op": inschrijving.isoformat()}
    if inschrijving > zaak.dagtekening:
        yield Oordeel("Besl 5.3(3)", _INSCHRIJVING, Reden.INSCHRIJVING_NA_DAGTEKENING, feiten)
    uiterlijk = termijn_dagen(inschrijving, zaak.getal("pip.termijn.verhuizing"), zaak.gelijkgesteld)
    if zaak.dagtekening > uiterlijk:
        feiten = {"op": uiterlijk.isoformat()}
        yield Oordeel("Besl 5.3(3)", _INSCHRIJVING, Reden.VERHUIZING_TE_LAAT, feiten, Soort.LET_OP)

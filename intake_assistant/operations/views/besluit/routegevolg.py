"""What follows from a leerroute, and from the arguments that were written: set ready, never written over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.recht.leerroute import Leerroute, Niveau, has_participatie_uren, has_waarde
from intake_assistant.domain.recht.weging import KANTEN, WegingArgument, argumenten_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import text

ONDERDELEN: Final = ("lezen", "luisteren", "schrijven", "spreken")
_UREN: Final = ("zroute.cursusuren", "zroute.participatie_uren")


def filled_by_route(
    work: Workspace, dossier: Dossier, concept: Mapping[str, Any], route: str
) -> dict[str, object]:
    """The fields to fill now that a route is chosen: what is empty, and what another route had filled."""
    volgt = _follows(work, dossier, concept, route)
    anders = [_follows(work, dossier, concept, other) for other in Leerroute if other != route]
    # What somebody put there otherwise is theirs.
    weg = {k: "" for one in anders for k, w in one.items() if concept.get(k) == w and k not in volgt}
    return {**weg, **{k: w for k, w in volgt.items() if not has_waarde(concept.get(k))}}


def _follows(work: Workspace, dossier: Dossier, concept: Mapping[str, Any], route: str) -> dict[str, object]:
    """Levels B1 (Wet 7 and 8); the hours of the Z-route by the rules of the day (Besl 3.14)."""
    if route in (Leerroute.B, Leerroute.O):
        delen = (f"niveau_per_onderdeel.{deel}" for deel in ONDERDELEN)
        return dict.fromkeys(("niveau", *delen), Niveau.B1.value)
    doelgroep = inburgeraar_of(dossier).get("doelgroep", "")
    op = read_date(concept.get("dagtekening")) or work.clock.today()
    return {
        sleutel: work.data.regels.waarde(sleutel, op=op, doelgroep=doelgroep, leerroute=route)
        for sleutel in _UREN[: 2 if has_participatie_uren(route, doelgroep) else 1]
        if route == Leerroute.Z
    }


@dutch
def motivering_from(work: Workspace, dossier: Dossier, route: str) -> str:
    """A paragraph for each leerroute, the chosen one first, of the arguments that may be printed."""
    routes = sorted(Leerroute, key=lambda one: one != route)
    return "\n\n".join(filter(None, (_paragraph(work, dossier, one.value, route) for one in routes)))


def _paragraph(work: Workspace, dossier: Dossier, route: str, gekozen: str) -> str:
    zinnen = {kant: list(_sentences(work, argumenten_of(dossier, route, kant))) for kant in KANTEN}
    if not any(zinnen.values()):
        return ""
    kop = "gekozen" if route == gekozen else "anders"
    delen = [text(f"beschikking.klaar.{kop}", route=work.data.teksten.woord("leerroute", route))]
    for kant in KANTEN:
        if zinnen[kant]:
            delen += [text(f"beschikking.klaar.{kant}"), *zinnen[kant]]
    return " ".join(delen)


def _sentences(work: Workspace, argumenten: list[WegingArgument]) -> Iterator[str]:
    for argument in argumenten:
        vraag = work.data.formulieren.vragen.get(argument.vraag)
        if vraag is None or not vraag.bijzonder or argument.in_besluit:
            zin = argument.tekst.strip()
            zin = zin[:1].upper() + zin[1:]
            yield zin if zin.endswith((".", "!", "?")) else f"{zin}."

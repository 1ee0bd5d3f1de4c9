"""Which fields of the beschikking apply to this person and this leerroute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import veld_of
from intake_assistant.domain.recht.besluit import EERSTE
from intake_assistant.domain.recht.controle import has_vve_kind, number_of
from intake_assistant.domain.recht.feiten import controlefeiten
from intake_assistant.domain.recht.leerroute import (
    Leerroute,
    has_intensiteit,
    has_map,
    has_participatie_uren,
    has_waarde,
    wijkt_af_van_lbt,
)
from intake_assistant.domain.recht.oordeel.niveau import ONDERDELEN
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.operations.views.besluit.controle import check_concept, teksten_nagekeken
from intake_assistant.operations.workspace import Workspace

INTENSITEIT: Final = ("intensiteit.uren_per_week", "intensiteit.weken", "intensiteit.toelichting")
VVE: Final = ("vve", "vve.nvt")
TEKSTEN: Final = ("teksten_toegestaan.naam", "teksten_toegestaan.functie", "teksten_toegestaan.datum")
NIVEAUS: Final = ("niveau", *(f"niveau_per_onderdeel.{deel}" for deel in ONDERDELEN))
# Those that apply only sometimes; every other field always does.
SOMS: Final = (
    *NIVEAUS,
    "uitzondering_soort",
    "uitzondering",
    "map_uren",
    *INTENSITEIT,
    "geschatte_intensiteit_b1_route",
    "zroute.cursusuren",
    "zroute.participatie_uren",
    "zroute.examenwens",
    "aftrek",
    "voortgang",
    *VVE,
    *TEKSTEN,
    "motivering_onderwijsroute",
    "motivering_afwijking_lbt",
    "zienswijze.geen",
    "participatiewet",
    "onvolledig_reden",
)


def hidden_fields(
    work: Workspace, dossier: Dossier, concept: Mapping[str, Any], grond: str = EERSTE
) -> frozenset[str]:
    """The fields that neither apply nor hold anything; a filled one stays in sight, to be emptied."""
    geldt = _applying(work, dossier, concept, grond)
    return frozenset(veld for veld in SOMS if not geldt[veld] and not has_waarde(concept.get(veld)))


def _applying(work: Workspace, dossier: Dossier, concept: Mapping[str, Any], grond: str) -> dict[str, bool]:
    dag = read_date(concept.get("dagtekening")) or work.clock.today()
    feiten = controlefeiten(dossier, work.data.regels, dag, grond)
    route = str(concept.get("leerroute", ""))
    intensiteit, vve = has_intensiteit(feiten.doelgroep), has_vve_kind(feiten)
    ongezien = not teksten_nagekeken(work, concept)
    controle = check_concept(work, dossier, concept, grond)
    gevraagd = {veld_of(oordeel.vraag) for oordeel in controle.oordelen}
    redenen = {oordeel.reden for oordeel in controle.oordelen}
    geldt = {
        "uitzondering_soort": "uitzondering" in gevraagd or has_waarde(concept.get("uitzondering")),
        "uitzondering": "uitzondering" in gevraagd,
        "map_uren": has_map(route) or not route,
        "geschatte_intensiteit_b1_route": intensiteit and route == Leerroute.B,
        "zroute.cursusuren": route == Leerroute.Z,
        "zroute.participatie_uren": has_participatie_uren(route, feiten.doelgroep),
        "zroute.examenwens": route == Leerroute.Z,
        "aftrek": Reden.UREN_ONDER_NORM in redenen,
        "voortgang": number_of(concept, "voortgangsgesprekken") == 0,
        "motivering_onderwijsroute": "motivering_onderwijsroute" in gevraagd,
        "zienswijze.geen": not has_waarde(concept.get("zienswijze")),
        "participatiewet": intensiteit,
        "motivering_afwijking_lbt": wijkt_af_van_lbt(route, feiten.lbt_uitslag),
        "onvolledig_reden": any(e.bron == "intake" and not e.aanwezig for e in controle.elementen),
    }
    geldt |= dict.fromkeys(NIVEAUS, route != Leerroute.Z)  # that route has no level (Wet 9)
    return (
        geldt
        | dict.fromkeys(INTENSITEIT, intensiteit)
        | dict.fromkeys(VVE, vve)
        | dict.fromkeys(TEKSTEN, ongezien)
    )

"""From a dossier to what the letter of a later besluit says of its ground."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.documents.pip.wijzigingsgegevens import Bezwaarbehandeling, WijzigingGegevens
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import BEZWAAR, EERSTE, eerdere_leerroute
from intake_assistant.domain.recht.bezwaar import waarom_niet_gehoord
from intake_assistant.domain.recht.oordeel.wijziging.kennelijke_fout import verbeteringen
from intake_assistant.domain.recht.oordeel.wijziging.urenboek import NT2, NT2_EN_KNM, gevolgd
from intake_assistant.domain.recht.oordeel.wijziging.vergelijking import lagere_delen
from intake_assistant.domain.recht.oordeel.zaak import Zaak
from intake_assistant.domain.recht.oordeel.zaakfeiten import NA_BEZWAAR, deels_gegrond, gegronde_bezwaren
from intake_assistant.operations.papers.brief.artikel import artikelen_in_full
from intake_assistant.operations.views.besluit.besluitverschil import what_it_gives
from intake_assistant.operations.views.besluit.controle import zaak_in
from intake_assistant.operations.words.naam import besluitkenmerk
from intake_assistant.operations.workspace import Workspace


def wijziging_of(
    work: Workspace, dossier: Dossier, concept: Mapping[str, Any], grond: str
) -> WijzigingGegevens:
    """What the letter says of what changes; of a first besluit whether the route is chosen here."""
    if grond == EERSTE:
        elders = eerdere_leerroute(dossier)
        return WijzigingGegevens(kiest_route=not elders or concept.get("leerroute") != elders)
    zaak = zaak_in(work, dossier, concept, grond)
    # Several may hold at once: then none of them is the one before.
    nummers = [besluit.nummer for besluit in zaak.geldend]
    return WijzigingGegevens(
        vorig=max((dag for b in zaak.geldend if (dag := read_date(b.dagtekening))), default=None),
        vorig_kenmerk=besluitkenmerk(dossier, nummers[0]) if len(nummers) == 1 else "",
        vorig_rechtsmiddel=zaak.geldend[-1].rechtsmiddel if zaak.geldend else BEZWAAR,
        kiest_route=zaak.kiest_route,
        herzien_na=zaak.herzien_na,
        deels=deels_gegrond(dossier),
        weging_van=zaak.weging_van,
        lesuren=gevolgd(zaak.urenboek, NT2, zaak.dagtekening, bij_school=True),
        scholen=_scholen(zaak, zaak.dagtekening),
        lagere_delen=tuple(lagere_delen(zaak)),
        inspanning=str(concept.get("inspanning") or ""),
        uitzondering_soort=str(concept.get("uitzondering_soort") or ""),
        uitzondering=str(concept.get("uitzondering") or ""),
        verbeteringen=_verbeteringen(zaak, concept),
        anders=tuple(_anders(zaak)),
        gevolgd=gevolgd(zaak.urenboek, NT2_EN_KNM, zaak.dagtekening),
        gesproken=tuple(_gesproken(zaak)),
        bezwaar=_bezwaar(dossier) if zaak.herzien_na == NA_BEZWAAR else None,
    )


def _bezwaar(dossier: Dossier) -> Bezwaarbehandeling | None:
    """How the bezwaar was handled that this besluit decides on; of several the last that came in."""
    found = [
        Bezwaarbehandeling(
            ontvangen_op=ontvangen,
            gehoord_op=read_date(velden.get("gehoord_op")),
            niet_gehoord=waarom_niet_gehoord(velden),
            commissie=velden.get("commissie") == "ja",
        )
        for velden in gegronde_bezwaren(dossier)
        if (ontvangen := read_date(velden.get("ontvangen_op"))) is not None
    ]
    return max(found, key=lambda een: een.ontvangen_op, default=None)


def _verbeteringen(zaak: Zaak, concept: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    found = verbeteringen(zaak.geldend[-1].inhoud, concept) if zaak.geldend else {}
    return {veld: (artikelen_in_full(was), artikelen_in_full(nu)) for veld, (was, nu) in found.items()}


def _anders(zaak: Zaak) -> Iterator[tuple[str, str, str]]:
    """Against the one besluit that holds; of several that hold at once nobody can say what it was."""
    if len(zaak.geldend) == 1:
        for verschil in what_it_gives(zaak.geldend[0].inhoud, zaak.concept):
            yield verschil.veld, artikelen_in_full(verschil.was), artikelen_in_full(verschil.nu)


def _gesproken(zaak: Zaak) -> Iterator[datetime.date]:
    sinds = max((dag for b in zaak.geldend if (dag := read_date(b.dagtekening))), default=datetime.date.max)
    yield from sorted(dag for dag in set(zaak.gesprekken) if sinds < dag <= zaak.dagtekening)


def _scholen(zaak: Zaak, op: datetime.date) -> tuple[str, ...]:
    namen = (rij.instelling.strip() for rij in zaak.urenboek if rij.soort in NT2 and rij.tot <= op)
    return tuple(dict.fromkeys(filter(None, namen)))

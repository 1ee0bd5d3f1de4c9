"""The weighing and the plan as `show` writes them, each with the answers that it rests on (contract 3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.draad.schakel import schakels_in
from intake_assistant.domain.kinds import AFSPRAAK, DOEL, WEGING
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.ontwikkelplan import Afspraak, doelen_of
from intake_assistant.domain.recht.uitvoering.hulptrap import TERUGGEKEKEN, TREDEVELDEN
from intake_assistant.domain.recht.weging import KANTEN, argumenten_of


def weging_shown(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """The arguments of each leerroute that has any."""
    for route in Leerroute:
        kanten = {
            kant: [
                {
                    "id": a.id,
                    "tekst": a.tekst,
                    "vraag": a.vraag,
                    "uit": _uit(dossier, WEGING.of(route.value, kant, a.id)),
                    "in_besluit": a.in_besluit,
                }
                for a in argumenten_of(dossier, route.value, kant)
            ]
            for kant in KANTEN
        }
        if any(kanten.values()):
            yield {"leerroute": route.value, **kanten}


def _uit(dossier: Dossier, subject: str) -> list[dict[str, str]]:
    """The entries that something rested on when it was recorded."""
    return [{"subject": link.subject, "entry": link.entry} for link in schakels_in(dossier, subject)]


def _hulp(afspraak: Afspraak) -> dict[str, Any]:
    """The stairs of help, of an agreement that has any."""
    if not afspraak.hulp.is_afgesproken:
        return {}
    return {veld: afspraak.hulp.as_typed(veld) for veld in (*TREDEVELDEN, TERUGGEKEKEN)}


def doelen_shown(dossier: Dossier) -> list[dict[str, Any]]:
    """The goals with their agreements."""
    return [
        {
            "id": doel.id,
            "naam": doel.naam,
            "termijn": doel.termijn,
            "vraag": doel.vraag,
            "uit": _uit(dossier, DOEL.of(doel.id, DOEL.rust_op)),
            "afspraken": [
                {
                    "id": a.id,
                    "wat": a.wat,
                    "wie": a.wie,
                    "uiterlijk": a.uiterlijk,
                    "klaar_op": a.klaar_op,
                    "vraag": a.vraag,
                    "uit": _uit(dossier, AFSPRAAK.of(a.id, AFSPRAAK.rust_op)),
                    **_hulp(a),
                }
                for a in doel.afspraken
            ],
        }
        for doel in doelen_of(dossier)
    ]

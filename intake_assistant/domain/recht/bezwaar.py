"""Bezwaar against a besluit, and the beroep after it: what came in, and what was decided (Awb 6, 7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BEZWAAR

BESLISSINGEN: Final = ("gegrond", "deels", "ongegrond", "niet_ontvankelijk", "ingetrokken")
GEGROND: Final = ("gegrond", "deels")
INGETROKKEN: Final = "ingetrokken"
# What is recorded of one bezwaar, in the order in which it happens.
VELDEN: Final = ("ontvangen_op", "besluit", "beslist_op", "beslissing", "beroep_op", "uitspraak_op")


def bezwaren_of(dossier: Dossier) -> list[tuple[str, Mapping[str, Any]]]:
    """Each bezwaar with its row id; what was recorded field by field goes before the whole."""
    found = [(rij, bezwaar_of(dossier, rij)) for rij in dossier.row_ids(BEZWAAR.lijst())]
    return [(rij, velden) for rij, velden in found if velden]


def bezwaar_of(dossier: Dossier, rij: str) -> dict[str, Any]:
    """One bezwaar; `besluit` is a number, of the first besluit unless another is named."""
    whole = dict(dossier.get(BEZWAAR.of(rij), {}) or {})
    found = {k: w for k, w in {**whole, **dossier.fields(BEZWAAR.of(rij))}.items() if w != ""}
    if str(found.get("besluit", "")).isdecimal():
        found["besluit"] = int(found["besluit"])
    return found

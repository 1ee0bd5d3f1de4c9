"""The rows of what comes after the besluit: what was recorded whole, and field by field on top of it."""

from __future__ import annotations

from typing import Any

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kind import Kind


def rij_of(dossier: Dossier, kind: Kind, rij: str) -> dict[str, Any]:
    """One row; a field of its own goes before the whole, and what was emptied is not there."""
    made: dict[str, Any] = dict(dossier.get(kind.of(rij), {}))
    for naam, waarde in dossier.fields(kind.of(rij)).items():
        veld, _, deel = naam.partition(".")
        # A part of a field that is itself a table: which costs somebody pays alone since when.
        made[veld] = {**_table(made.get(veld)), deel: waarde} if deel else waarde
    return {naam: kept for naam, waarde in made.items() if (kept := _filled(waarde)) not in ("", {}, [])}


def gevulde_rijen(dossier: Dossier, kind: Kind) -> list[tuple[str, dict[str, Any]]]:
    """Each row with its id, in order; one in which nothing stands is none."""
    found = [(rij, rij_of(dossier, kind, rij)) for rij in dossier.row_ids(kind.lijst())]
    return [(rij, velden) for rij, velden in found if velden]


def is_verschillend(dossier: Dossier, kind: Kind, rij: str) -> bool:
    """Whether something of a row was recorded in two ways, and nobody chose yet."""
    subject = kind.of(rij)
    return any(dossier.in_conflict(s) for s in (subject, *dossier.row_subjects(subject)))


def _table(waarde: Any) -> dict[str, Any]:
    return waarde if isinstance(waarde, dict) else {}


def _filled(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {naam: deel for naam, deel in waarde.items() if deel != ""}
    return waarde

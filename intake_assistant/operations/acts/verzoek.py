"""Requests of the person: recorded, decided, carried out; each with its term (AVG 12, 15-18, 21)."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant.domain.antwoord import normaliseer
from intake_assistant.domain.kinds import VERZOEK
from intake_assistant.domain.recht.verzoek import SOORTEN, VELDEN
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace


def add_verzoek(work: Workspace, dossier: str, velden: Mapping[str, object]) -> Changed:
    """Record a request, received today unless another day is given; makes the row."""
    unknown = set(velden) - set(VELDEN)
    if unknown or velden.get("soort") not in SOORTEN:
        raise KeyError(sorted(unknown) or velden.get("soort"))
    rij = work.new_id()
    whole = {"ontvangen_op": work.clock.today(), **velden}
    fields = {k: normaliseer(w) for k, w in whole.items()}
    return record_fields(work, dossier, VERZOEK.of(rij), fields).making(rij)

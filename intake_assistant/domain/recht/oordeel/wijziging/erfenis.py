"""What a later besluit goes on from: the words that an earlier one hands on, and the level that follows."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant.domain.recht.leerroute import kept_on_change
from intake_assistant.domain.recht.oordeel.niveau import laagste_niveau, niveaus_of


def changed_concept(vorig: Mapping[str, object], nieuw: Mapping[str, object]) -> dict[str, object]:
    """The beschikking that changes an earlier one, both by dotted key."""
    concept = {**kept_on_change(vorig, nieuw), **nieuw}
    if "niveau" not in nieuw and niveaus_of(concept):
        concept["niveau"] = laagste_niveau(concept)  # the level is the lowest of the parts (duo.md 1)
    return concept

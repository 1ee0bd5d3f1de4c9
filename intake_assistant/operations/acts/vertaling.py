"""Entering in another language what was typed in Dutch: with who did it, and of which Dutch it is."""

from __future__ import annotations

from intake_assistant.domain.kinds import VERTALING
from intake_assistant.domain.vertaald.getypt import getypt_in, vertaling_value
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace


def record_vertaling(work: Workspace, dossier: str, nl: str, taal: str, tekst: str) -> Changed:
    """Keep what a Dutch text says in a language; KnownError `case.bad_value` when nobody typed that text."""
    with work.vault.transaction():
        alle = [een for een in getypt_in(work.vault.dossier(dossier)) if een.nl.strip() == nl.strip()]
        if not alle:
            raise KnownError("case.bad_value", fouten=f"vertaling.nl: {nl}")
        changed = Changed()
        for een in alle:
            changed = record(work, dossier, VERTALING.of(een.over, taal), vertaling_value(een, tekst))
        return changed

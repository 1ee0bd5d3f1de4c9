"""A file that goes with a besluit: kept encrypted in the dossier, and named by the besluit that is set."""

from __future__ import annotations

from intake_assistant.domain.kinds import BIJLAGE
from intake_assistant.operations.acts.record import record_waarde, remove_row
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace


def keep_bijlage(work: Workspace, dossier: str, naam: str, inhoud: bytes) -> Changed:
    """Keep a file in the dossier; makes its row."""
    with work.vault.transaction():
        rij = work.new_id()
        # The blob is on disk before the entry that names it (design 5).
        waarde = {"naam": naam, "bestanden": {"inhoud": work.vault.blobs.put(inhoud)}}
        return record_waarde(work, dossier, BIJLAGE.of(rij), waarde).making(rij)


def drop_bijlage(work: Workspace, dossier: str, rij: str) -> Changed:
    """Record that a file goes with no besluit after all."""
    return remove_row(work, dossier, BIJLAGE.of(rij))

"""Making a besluit known: an act of its own after it was set (Awb 3:40, 3:41); the frozen text stays."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant.domain.antwoord import flatten
from intake_assistant.domain.kinds import BESLUIT
from intake_assistant.domain.recht.besluit import GETEKEND, Besluit, besluiten_of
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.operations.acts.record import record_fields, record_waarde
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.besluit.bekendmaking import refuse_bekendmaking, unlawful
from intake_assistant.operations.workspace import Workspace


def record_bekendmaking(work: Workspace, dossier: str, besluit: str, velden: Mapping[str, object]) -> Changed:
    """Record when and how a besluit was made known, and that it was seen; KnownError `pip.unlawful`."""
    with work.vault.transaction():
        if all(found.id != besluit for found in besluiten_of(work.vault.dossier(dossier))):
            raise unlawful([Oordeel("Awb 3:40", BESLUIT.of(besluit), Reden.BEKEND_ZONDER_BESLUIT)])
        flat = flatten(velden)
        for naam, waarde in flat.items():
            refuse_bekendmaking(work, dossier, BESLUIT.of(besluit, naam), waarde)
        return record_fields(work, dossier, BESLUIT.of(besluit), flat)


def keep_getekend(work: Workspace, dossier: str, besluit: Besluit, naam: str, inhoud: bytes) -> Changed:
    """Keep a scan of the signed copy with the besluit."""
    with work.vault.transaction():
        # The blob is on disk before the entry that names it (design 5).
        bestand = work.vault.blobs.put(inhoud)
        waarde = {"naam": naam, "bestanden": {"scan": bestand}}
        return record_waarde(work, dossier, BESLUIT.of(besluit.id, GETEKEND), waarde)


def drop_getekend(work: Workspace, dossier: str, besluit: Besluit) -> Changed:
    """Record that there is no scan of the signed copy after all."""
    return record_waarde(work, dossier, BESLUIT.of(besluit.id, GETEKEND), "")

"""The scan of the copy of a besluit that was signed, to be handed out again as it came."""

from __future__ import annotations

from pathlib import PurePath

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import Besluit
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.documenten import Document
from intake_assistant.operations.papers.gegevens import bestandskenmerk_of
from intake_assistant.operations.views.besluit.bekendmaking import bekendmaking_of
from intake_assistant.operations.workspace import Workspace


def getekend_document(work: Workspace, dossier: Dossier, besluit: Besluit) -> Document:
    """The scan byte for byte; KnownError `vault.damaged` when it is there no more."""
    getekend = bekendmaking_of(dossier, besluit).getekend
    bestanden = getekend.get("bestanden")
    sha256 = bestanden.get("scan", "") if isinstance(bestanden, dict) else ""
    if not sha256:
        raise KnownError("getekend.missing")
    formaat = PurePath(str(getekend.get("naam", ""))).suffix.removeprefix(".").lower() or "pdf"
    naam = f"getekend-{bestandskenmerk_of(dossier)}-{besluit.nummer}.{formaat}"
    return Document("getekend", formaat, naam, work.vault.blobs.get(sha256), frozen=True)

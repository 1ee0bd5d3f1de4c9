"""The scan of the copy of a besluit that was signed, to be handed out again as it came."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import Besluit
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.documenten import Document
from intake_assistant.operations.views.besluit.bekendmaking import bekendmaking_of
from intake_assistant.operations.words.naam import bestandskenmerk_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.safefile import read_bytes
from intake_assistant.staftaal import dutch

MOST_BYTES: Final = 20_000_000
"""A scan of a few pages; what is larger is no scan of a letter."""
_BEGINT: Final = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff")
"""How a PDF, a PNG and a JPEG begin."""


def read_getekend(path: Path) -> bytes:
    """Read a scan of the signed copy; KnownErrors `getekend.too_large`, `getekend.unreadable`."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise KnownError("getekend.too_large", bestand=path.name)
        inhoud = read_bytes(path, MOST_BYTES)
    except OSError as error:
        raise KnownError("getekend.unreadable", bestand=path.name) from error
    if not inhoud.startswith(_BEGINT):
        raise KnownError("getekend.unreadable", bestand=path.name)
    return inhoud


@dutch
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

"""Making a besluit known: an act of its own after it was set (Awb 3:40, 3:41); the frozen text stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from intake_assistant.domain.formulier import flatten
from intake_assistant.domain.kinds import BESLUIT
from intake_assistant.domain.recht.besluit import GETEKEND, Besluit, besluiten_of
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_fields, record_waarde
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.besluit.bekendmaking import bekendmaking_refusals
from intake_assistant.operations.words.controle import oordeel_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.safefile import read_bytes

MOST_BYTES: Final = 20_000_000
"""A scan of a few pages; what is larger is no scan of a letter."""
_BEGINT: Final = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff")
"""How a PDF, a PNG and a JPEG begin."""


def record_bekendmaking(work: Workspace, dossier: str, besluit: str, velden: Mapping[str, object]) -> Changed:
    """Record when and how a besluit was made known, and that it was seen; KnownError `pip.unlawful`."""
    with work.vault.transaction():
        if all(found.id != besluit for found in besluiten_of(work.vault.dossier(dossier))):
            raise _unlawful([Oordeel("Awb 3:40", BESLUIT.of(besluit), Reden.BEKEND_ZONDER_BESLUIT)])
        flat = flatten(velden)
        for naam, waarde in flat.items():
            refuse_bekendmaking(work, dossier, BESLUIT.of(besluit, naam), waarde)
        return record_fields(work, dossier, BESLUIT.of(besluit), flat)


def refuse_bekendmaking(work: Workspace, dossier: str, subject: str, waarde: object) -> None:
    """Raise KnownError `pip.unlawful` for a day on which the besluit cannot have been made known."""
    found = bekendmaking_refusals(work, dossier, subject, waarde)
    if found:
        raise _unlawful(found)


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


def _unlawful(found: Iterable[Oordeel]) -> KnownError:
    zinnen = (f"- {oordeel_in_words(oordeel)} ({oordeel.regel})" for oordeel in found)
    return KnownError("pip.unlawful", wat="\n".join(zinnen))

"""What a dossier holds, in numbers: said before it is erased, and proven afterwards without a name."""

from __future__ import annotations

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import KINDS, kind_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.erase import graves


def count(work: Workspace, dossier: Dossier) -> dict[str, int]:
    """How many of each kind; kinds of which there are none are left out."""
    logs = [work.vault.log(log, dossier.id) for log in ("access", "export")]
    found = {
        "vastleggingen": work.vault.count(dossier.id),
        **_per_kind(dossier),
        "documenten": _documents(work, dossier.id),
        "raadplegingen": sum(map(len, logs)),
    }
    return {naam: aantal for naam, aantal in found.items() if aantal}


def _per_kind(dossier: Dossier) -> dict[str, int]:
    found: dict[str, int] = {}
    for kind in KINDS:
        if kind.geteld:
            found[kind.geteld] = found.get(kind.geteld, 0) + _count(dossier, kind)
    return found


def _count(dossier: Dossier, kind: Kind) -> int:
    if kind.in_rijen:
        return len(dossier.row_ids(kind.lijst()))
    return sum(kind_of(subject) is kind for subject in dossier.subjects)


def _documents(work: Workspace, dossier: str) -> int:
    with work.vault.reading() as connection:
        return len(graves.blobs_of(connection, [dossier]))

"""What a dossier holds, in numbers: said before it is erased, and proven afterwards without a name."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.subject import split_bron
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.erase import graves

_LIJSTEN: Mapping[str, str] = {
    "gesprekken": "gesprek", "toestemmingen": "toestemming", "besluiten": "besluit", "verzoeken": "verzoek",
}  # fmt: skip


def count(work: Workspace, dossier: Dossier) -> dict[str, int]:
    """How many of each kind; kinds of which there are none are left out."""
    subjects = dossier.subjects
    logs = [work.vault.log(log, dossier.id) for log in ("access", "export")]
    found = {
        "vastleggingen": len(work.vault.entries(dossier.id)),
        "antwoorden": sum(bool(split_bron(subject)[1]) for subject in subjects),
        **{naam: len(dossier.row_ids(lijst)) for naam, lijst in _LIJSTEN.items()},
        "notities": sum(subject.startswith("notitie[") for subject in subjects),
        "documenten": _documents(work, dossier.id),
        "raadplegingen": sum(map(len, logs)),
    }
    return {naam: aantal for naam, aantal in found.items() if aantal}


def _documents(work: Workspace, dossier: str) -> int:
    with work.vault.reading() as connection:
        return len(graves.blobs_of(connection, [dossier]))

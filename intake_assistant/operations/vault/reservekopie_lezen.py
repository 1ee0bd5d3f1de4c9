"""Reading one dossier in a backup, without putting anything back."""

from __future__ import annotations

from pathlib import Path

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.subject import row, rows_in
from intake_assistant.operations.vault.beleid import asks_again
from intake_assistant.operations.vault.reservekopie import looked_into
from intake_assistant.operations.views.geschiedenis import Geschiedenisregel, geschiedenis_of
from intake_assistant.operations.views.gevoelig import is_over_gevoelig
from intake_assistant.operations.views.wissen.voorstel import refuse_erased
from intake_assistant.operations.workspace import Workspace


def read_dossier(work: Workspace, path: Path, dossier: str) -> tuple[list[Geschiedenisregel], bool]:
    """What stood in a dossier in a backup, as the history shows it; noted in the log.

    What asks for the passphrase once more stays out: then the second value is true. KnownError
    `dossier.not_found`, `dossier.erased`, and as `looked_into`.
    """
    refuse_erased(work, dossier)
    with looked_into(work, path) as old:
        regels = _standing(old, old.vault.dossier(dossier))
    work.vault.log_access("reservekopie", dossier)
    kept = [r for r in regels if not is_over_gevoelig(work, r.subject)] if asks_again(work) else regels
    return kept, len(kept) < len(regels)


def _standing(old: Workspace, found: Dossier) -> list[Geschiedenisregel]:
    """Both sides where they differ; nothing of rows that were removed."""
    leaves = {leaf.id for subject in found.subjects for leaf in found.leaves(subject)}
    regels = [r for r in geschiedenis_of(old, found) if r.entry in leaves]
    gone = [row(lijst, rij) for r in regels for lijst, rij in rows_in(r.subject)]
    removed = {rij for rij in dict.fromkeys(gone) if found.is_removed(rij)}
    return [r for r in regels if not removed & {row(lijst, rij) for lijst, rij in rows_in(r.subject)}]

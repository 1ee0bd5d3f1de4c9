"""Answers on health and safety: which they are, whether there are any, and the passphrase once more."""

from __future__ import annotations

from collections.abc import Iterable

from intake_assistant.domain.kinds import NOTITIE, vraag_of
from intake_assistant.domain.recht.toestemming import bijzondere_vragen
from intake_assistant.domain.subject import question_of, split_bron
from intake_assistant.operations.vault.sleutels import confirm_passphrase
from intake_assistant.operations.views.voorbereiden import is_gevoelig
from intake_assistant.operations.workspace import Workspace

__all__ = ["confirm_passphrase", "has_gevoelig", "is_over_gevoelig"]


def has_gevoelig(work: Workspace, dossier: str, vragen: Iterable[str] | None = None) -> bool:
    """Whether anything was answered or noted on a question on health or safety: any one, or one of these."""
    bijzonder = bijzondere_vragen(work.data.formulieren)
    wanted = bijzonder if vragen is None else bijzonder & set(vragen)
    if not wanted:
        # Most pages: the dossier is not even read, for the next question comes within a frame.
        return False
    heet_nu, found = work.data.formulieren.heet_nu, work.vault.dossier(dossier)
    named = (*found.answered_names(), *(split_bron(over)[0] for over in found.row_ids(NOTITIE.lijst())))
    return any(heet_nu(question_of(naam)) in wanted for naam in named)


def is_over_gevoelig(work: Workspace, subject: str) -> bool:
    """Whether a subject is about health or safety: by its question, or by the whole chapter."""
    formulieren = work.data.formulieren
    vraag = formulieren.heet_nu(question_of(vraag_of(subject)))
    chapters = {deel.id for deel in formulieren.startposities if is_gevoelig(deel)}
    return vraag in bijzondere_vragen(formulieren) or vraag.partition(".")[0] in chapters

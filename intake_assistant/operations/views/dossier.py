"""Whether a person has a dossier already."""

from __future__ import annotations

import sys

from intake_assistant.domain.entry import clean_text
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import Workspace

# To the engine a negative limit is none: a number that many notes mention may not hide whose it is.
EVERYTHING = sys.maxsize


def refuse_same_bsn(work: Workspace, bsn: str, dossier: str) -> None:
    """Raise KnownError `dossier.same_bsn` when another dossier has this BSN."""
    wanted = clean_text(bsn)
    for found in work.vault.search(wanted, most=EVERYTHING):
        # In conflict the text of the subject holds both numbers.
        is_other = found.subject == "inburgeraar.bsn" and found.dossier != dossier
        if is_other and wanted in (found.tekst, *found.tekst.split()):
            raise KnownError("dossier.same_bsn", dossier=found.dossier)

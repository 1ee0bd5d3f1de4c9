"""Whether a person has a dossier already."""

from __future__ import annotations

import sys
from typing import Final

from intake_assistant.domain.dubbel.koppeling import Koppeling
from intake_assistant.domain.entry import clean_text
from intake_assistant.domain.kinds import KOPPELING, PERSOON
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import Workspace

# To the engine a negative limit is none: a number that many notes mention may not hide whose it is.
EVERYTHING: Final = sys.maxsize
BSN: Final = PERSOON.of("bsn")


def refuse_same_bsn(work: Workspace, bsn: str, dossier: str) -> None:
    """Raise KnownError `dossier.same_bsn` when another dossier has this BSN, unless it is of this person."""
    wanted = clean_text(bsn)
    indexed = work.vault.search_indexed(wanted, most=EVERYTHING)
    # What is not in the index yet is looked at itself: whoever records a BSN does not wait for the index.
    others = {found.dossier for found in indexed if found.subject == BSN} | set(work.vault.stale_words())
    for other in sorted(others - {dossier}):
        if _says(work, other, BSN, wanted) and not _says(
            work, dossier, KOPPELING.of(other), Koppeling.ZELFDE
        ):
            raise KnownError("dossier.same_bsn", dossier=other)


def _says(work: Workspace, dossier: str, subject: str, waarde: str) -> bool:
    return any((leaf.value or {}).get("waarde") == waarde for leaf in work.vault.leaves(dossier, subject))

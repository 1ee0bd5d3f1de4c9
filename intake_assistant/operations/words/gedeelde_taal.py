"""In which language the other side reads: as it was chosen, else the first that has texts."""

from __future__ import annotations

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import PERSOON
from intake_assistant.operations.vault.beleid import offered_talen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE


def gedeelde_taal(work: Workspace, dossier: Dossier, van_gesprek: str = "") -> str:
    """The language that was chosen; else that of the conversation, the spoken one, the one that is read.

    Each only when there are texts in it or in its main language; else in what the speakers of one of them
    read; Dutch when there are in none.
    """
    gekozen = work.vault.setting(taalsleutel(dossier.id))
    eigen = (str(dossier.get(PERSOON.of(veld))) for veld in ("spreektaal", "leestaal"))
    codes = [gekozen, van_gesprek, *eigen]
    gelezen = (taal.code for code in codes for taal in offered_talen(work.policy) if code in taal.sprekers)
    return next((code for code in codes if _has_texts(work, code)), None) or next(gelezen, SOURCE)


def _has_texts(work: Workspace, code: str) -> bool:
    bekend = {taal.code for taal in offered_talen(work.policy)}
    return bool(code) and not bekend.isdisjoint((code, code.partition("-")[0]))


def taalsleutel(dossier: str) -> str:
    """Under which name the choice is kept."""
    return f"gedeelde taal {dossier}"

"""In which language the other side reads: as it was chosen, else the first that has texts."""

from __future__ import annotations

from intake_assistant.domain.dossier import Dossier
from intake_assistant.operations.vault.beleid import offered_talen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE


def keep_gedeelde_taal(work: Workspace, dossier: str, taal: str) -> None:
    """Remember the language that was chosen, on this laptop only."""
    work.vault.set_setting(_key(dossier), taal)


def gedeelde_taal(work: Workspace, dossier: Dossier, van_gesprek: str = "") -> str:
    """The language that was chosen; else that of the conversation, the spoken one, the one that is read.

    Each only when there are texts in it or in its main language; else in what the speakers of one of them
    read; Dutch when there are in none.
    """
    gekozen = work.vault.setting(_key(dossier.id))
    eigen = (str(dossier.get(f"inburgeraar.{veld}")) for veld in ("spreektaal", "leestaal"))
    codes = [gekozen, van_gesprek, *eigen]
    gelezen = (taal.code for code in codes for taal in offered_talen(work.policy) if code in taal.sprekers)
    return next((code for code in codes if _has_texts(work, code)), None) or next(gelezen, SOURCE)


def _has_texts(work: Workspace, code: str) -> bool:
    bekend = {taal.code for taal in offered_talen(work.policy)}
    return bool(code) and not bekend.isdisjoint((code, code.partition("-")[0]))


def _key(dossier: str) -> str:
    return f"gedeelde taal {dossier}"

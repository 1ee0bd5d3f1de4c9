"""Where a conversation was left, and how long it had lasted (design 6)."""

from __future__ import annotations

import json
from dataclasses import dataclass

from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a conversation was left: page, field and cursor."""

    startpositie: str = ""
    pagina: str = ""
    veld: str = ""
    cursor: int = 0


def seconden_of(work: Workspace, gesprek: str) -> int:
    """Return how long a conversation had lasted when it was left."""
    return int(json.loads(work.vault.setting(f"klok {gesprek}", "0")))


def gedeelde_wensen(work: Workspace, dossier: str) -> list[str]:
    """How the other side serves this person: in pictures, with Dutch below."""
    return work.vault.setting(wensensleutel(dossier)).split()


def wensensleutel(dossier: str) -> str:
    """Under which name that is kept."""
    return f"gedeelde wensen {dossier}"


def plek_of(work: Workspace, dossier: str) -> Plek:
    """Where the conversation was left."""
    kept = work.vault.setting(f"plek {dossier}")
    return Plek(*json.loads(kept)) if kept else Plek()

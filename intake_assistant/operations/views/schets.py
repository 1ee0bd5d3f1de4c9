"""What stands half filled in on a page and says nothing yet."""

from __future__ import annotations

import json
from typing import Any, Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.subject import rows_in
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.entries.beside import SKETCH

HALF = "half"
_ZOEKT: Final = "zoekt "
# Of which list a row has a page that can stand half filled in.
_PAGINAS: Final = {"gesprek": "afronden", "toestemming": "intrekken"}


def schets_of(work: Workspace, naam: str) -> dict[str, Any]:
    """Return what stood on a page when it was left."""
    kept = work.vault.setting(key_of(naam))
    found: dict[str, Any] = json.loads(kept) if kept else {}
    return found


def halven(work: Workspace) -> list[str]:
    """Return the dossier of each date that is not one yet, in order of typing."""
    return [plek.partition(" ")[0] for plek in schets_of(work, HALF)]


def half_dates_of(work: Workspace, dossier: str) -> dict[str, str]:
    """What was typed in a dossier of dates that are not one yet, by subject."""
    velden = schets_of(work, HALF)
    begin = f"{dossier} "
    return {plek.removeprefix(begin): str(w) for plek, w in velden.items() if plek.startswith(begin)}


def word_searched(subject: str) -> str:
    """Under which name the word is held with which one searches in the list of an answer: it is no answer."""
    return f"{_ZOEKT}{subject}"


def searched_for(naam: str) -> str:
    """The answer in whose list one searches with the word held under this name; empty when it is no such."""
    return naam.removeprefix(_ZOEKT) if naam.startswith(_ZOEKT) else ""


def schetsen_of(work: Workspace, dossier: Dossier) -> dict[str, dict[str, Any]]:
    """The pages about a dossier that stand half filled in, by name: what for, of which dossier or row."""
    rijen = {gevonden for subject in dossier.subjects for gevonden in rows_in(subject)}
    van_rij = {f"{_PAGINAS[lijst]} {rij}" for lijst, rij in rijen if lijst in _PAGINAS}
    return {
        naam: json.loads(kept)
        for naam, kept in sorted(work.vault.sketches().items())
        if dossier.id in naam.split() or naam in van_rij
    }


def key_of(naam: str) -> str:
    """Under which name a page is kept."""
    return f"{SKETCH}{naam}"

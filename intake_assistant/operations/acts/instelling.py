"""What is kept beside the entries, on this laptop only: choices, and the municipality in letters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Final

from intake_assistant.documents.model import Huisstijl
from intake_assistant.domain.team.groepsles import Groepsles
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.gemeente import GEMEENTEVELDEN, gemeentenaam
from intake_assistant.operations.papers.brief.huisstijl import (
    HUISSTIJL,
    huisstijl_as_kept,
    huisstijl_of,
    refuse_huisstijl,
)
from intake_assistant.operations.papers.brief.ondertekenaars import DELEN, INSTELLING
from intake_assistant.operations.socialekaart.groepen import INSTELLING as GROEPEN
from intake_assistant.operations.socialekaart.groepen import as_kept
from intake_assistant.operations.socialekaart.kaart import INSTELLING as KAART
from intake_assistant.operations.socialekaart.kaart import Organisatie
from intake_assistant.operations.socialekaart.materiaal import INSTELLING as MATERIAAL
from intake_assistant.operations.socialekaart.materiaal import Materiaal
from intake_assistant.operations.workspace import Workspace

GEMEENTE: Final = "gemeente."
"""How the settings of the municipality begin."""


def keep_instelling(work: Workspace, sleutel: str, waarde: str) -> Changed:
    """Change a setting of this vault."""
    if work.vault.setting(sleutel) == waarde:
        return Changed()
    work.vault.set_setting(sleutel, waarde)
    return Changed(settings=frozenset((sleutel,)))


def record_gemeente(work: Workspace, velden: Mapping[str, str]) -> Changed:
    """Change how the municipality stands in letters."""
    unknown = velden.keys() - set(GEMEENTEVELDEN)
    if unknown:
        raise KeyError(sorted(unknown))
    # The name of the first start stands there until another is given: that is no change.
    changed = {veld: wat for veld, wat in velden.items() if (veld, wat) != ("naam", gemeentenaam(work))}
    with work.vault.transaction():
        return together(
            keep_instelling(work, f"{GEMEENTE}{veld}", waarde) for veld, waarde in changed.items()
        )


def record_huisstijl(work: Workspace, stijl: Huisstijl) -> Changed:
    """Change how letters look; KnownError `huisstijl.refused` with all that is wrong, and nothing changes."""
    if stijl == huisstijl_of(work):
        return Changed()
    refuse_huisstijl(stijl)
    return keep_instelling(work, HUISSTIJL, huisstijl_as_kept(stijl))


def record_ondertekenaars(work: Workspace, rijen: Iterable[Mapping[str, str]]) -> Changed:
    """Change who may sign for the college; a row without a name says nothing."""
    said = [{deel: rij.get(deel, "").strip() for deel in DELEN} for rij in rijen]
    named = [rij for rij in said if rij["naam"]]
    return keep_instelling(work, INSTELLING, json.dumps(named, ensure_ascii=False) if named else "")


def keep_kaart(
    work: Workspace, organisaties: Iterable[Organisatie], groepen: Iterable[Groepsles] = ()
) -> Changed:
    """Take these organisations and groups in place of the sociale kaart that was known."""
    with work.vault.transaction():
        found = json.dumps([asdict(een) for een in organisaties], ensure_ascii=False)
        return together(
            (keep_instelling(work, KAART, found), keep_instelling(work, GROEPEN, as_kept(groepen)))
        )


def keep_materiaal(work: Workspace, materialen: Iterable[Materiaal]) -> Changed:
    """Take this in place of what was given along with the topics."""
    kept = json.dumps([asdict(een) for een in materialen], ensure_ascii=False)
    return keep_instelling(work, MATERIAAL, kept)

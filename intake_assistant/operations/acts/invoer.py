"""What a field of the conversation does: hold what is typed, make it one entry; the clock beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.subject import question_of, split_bron
from intake_assistant.operations.acts.concepttekst import (
    Concepttekst,
    drop_concepttekst,
    found_again,
    leave_field,
)
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.workspace import Workspace

_LEEG: tuple[object, ...] = ("", None, [])


def antwoord_value(
    work: Workspace, naam: str, waarde: object, extra: Mapping[str, object] | None = None
) -> dict[str, object]:
    """Return the value of an answer as it is typed now, equal to what `record_antwoord` would record."""
    form = work.data.formulieren.startpositie_of(question_of(naam)).form
    kept = {sleutel: wat for sleutel, wat in (extra or {}).items() if wat not in _LEEG}
    return {"staat": Staat.BEANTWOORD.value, "form": form, **kept, "waarde": "" if waarde is None else waarde}


def says_nothing(value: Mapping[str, Any]) -> bool:
    """Say whether a value holds no text, no choice and no explanation."""
    if value.get("staat", Staat.BEANTWOORD.value) != Staat.BEANTWOORD.value:
        return False
    return value.get("waarde") in _LEEG and not value.get("toelichting")


def leave(
    work: Workspace, dossier: str, subject: str, value: Mapping[str, Any], gesprek: str = ""
) -> Changed:
    """Make what was typed one entry; nothing typed where nothing was is nothing."""
    if not says_nothing(value):
        return leave_field(work, dossier, subject, value, gesprek)
    if work.vault.row(dossier, subject) is None:
        return drop_concepttekst(work, dossier, subject)
    is_antwoord = bool(split_bron(subject)[1])
    return leave_field(
        work, dossier, subject, {"staat": Staat.OPEN.value} if is_antwoord else {"waarde": ""}, gesprek
    )


def typed_now(work: Workspace, dossier: str) -> dict[str, Concepttekst]:
    """Return what is being typed in this dossier, by subject."""
    return {concept.subject: concept for concept in found_again(work, dossier)}


def keep_seconden(work: Workspace, gesprek: str, seconden: int) -> Changed:
    """Remember how long a conversation has lasted, on this laptop only."""
    return keep_instelling(work, f"klok {gesprek}", json.dumps(seconden))


def seconden_of(work: Workspace, gesprek: str) -> int:
    """Return how long a conversation had lasted when it was left."""
    return int(json.loads(work.vault.setting(f"klok {gesprek}", "0")))

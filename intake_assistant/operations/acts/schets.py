"""What stands half filled in on a page and says nothing yet: kept on this laptop until the page is done."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.schets import HALF, key_of, schets_of
from intake_assistant.operations.workspace import Workspace


def keep_schets(work: Workspace, naam: str, velden: Mapping[str, Any]) -> Changed:
    """Remember what stands on a page; an empty page is forgotten."""
    body = json.dumps(dict(velden), ensure_ascii=True) if velden else ""
    return keep_instelling(work, key_of(naam), body)


def keep_half(work: Workspace, dossier: str, subject: str, typed: str) -> Changed:
    """Remember half a date beside the entries: terms are counted from dates; empty forgets it."""
    velden = schets_of(work, HALF)
    velden.pop(f"{dossier} {subject}", None)
    return keep_schets(work, HALF, {**velden, **({f"{dossier} {subject}": typed} if typed else {})})

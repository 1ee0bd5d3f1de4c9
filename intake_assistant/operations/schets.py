"""What stands half filled in on a page and says nothing yet: kept on this laptop until the page is done."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from intake_assistant.operations.workspace import Workspace

_HALF = "half"


def keep_schets(work: Workspace, naam: str, velden: Mapping[str, Any]) -> None:
    """Remember what stands on a page; an empty page is forgotten."""
    body = json.dumps(dict(velden), ensure_ascii=True) if velden else ""
    if work.vault.setting(_key(naam)) != body:
        work.vault.set_setting(_key(naam), body)


def schets_of(work: Workspace, naam: str) -> dict[str, Any]:
    """Return what stood on a page when it was left."""
    kept = work.vault.setting(_key(naam))
    found: dict[str, Any] = json.loads(kept) if kept else {}
    return found


def keep_half(work: Workspace, dossier: str, subject: str, typed: str) -> None:
    """Remember half a date beside the entries: terms are counted from dates; empty forgets it."""
    velden = schets_of(work, _HALF)
    velden.pop(f"{dossier} {subject}", None)
    keep_schets(work, _HALF, {**velden, **({f"{dossier} {subject}": typed} if typed else {})})


def half_of(work: Workspace, dossier: str, subject: str) -> str:
    """Return what was typed of a date that is not one yet."""
    return str(schets_of(work, _HALF).get(f"{dossier} {subject}", ""))


def halven(work: Workspace) -> list[str]:
    """Return the dossier of each date that is not one yet, in order of typing."""
    return [plek.partition(" ")[0] for plek in schets_of(work, _HALF)]


def _key(naam: str) -> str:
    return f"schets {naam}"

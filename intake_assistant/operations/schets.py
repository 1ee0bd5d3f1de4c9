"""What stands half filled in on a page and says nothing yet: kept on this laptop until the page is done."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from intake_assistant.operations.workspace import Workspace


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


def _key(naam: str) -> str:
    return f"schets {naam}"

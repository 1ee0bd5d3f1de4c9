"""Where one was and what could not be written, kept sealed while the vault is locked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from intake_assistant.operations.views.concepttekst import Concepttekst
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.keys import achterslot


def seal(work: Workspace, plaats: dict[str, Any], onbewaard: Sequence[Concepttekst]) -> bytes:
    """A place (of what JSON can hold) and texts, for nobody to read until the same vault is open again."""
    held = {"plaats": plaats, "onbewaard": [asdict(concept) for concept in onbewaard]}
    return achterslot.seal(work.vault, json.dumps(held).encode())


def unseal(work: Workspace, sealed: bytes) -> tuple[dict[str, Any], list[Concepttekst]] | None:
    """The place and the texts; None when it was sealed for another vault."""
    found = achterslot.unseal(work.vault, sealed)
    if found is None:
        return None
    held = json.loads(found)
    return held["plaats"], [Concepttekst(**concept) for concept in held["onbewaard"]]

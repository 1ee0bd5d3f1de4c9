"""What was erased elsewhere and not here: kept until somebody confirms it, also of who is not here yet.

The file of another may bring that dossier later, and says nothing of what was erased.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from intake_assistant.domain.entry import Tombstone
from intake_assistant.storage.entries.vault import Vault

_KEY: Final = "elders_gewist"
"""A setting: by dossier the day and the ground; once it is erased here it is gone from it (`graves`)."""


def erased_elsewhere(vault: Vault) -> dict[str, Tombstone]:
    """What others told that they erased, and nobody confirmed here."""
    kept: dict[str, str] = json.loads(vault.setting(_KEY, "{}"))
    return {dossier: Tombstone(dossier, *said.split(" ")) for dossier, said in kept.items()}


def keep_elsewhere(vault: Vault, stones: Mapping[str, Tombstone]) -> None:
    """Keep it for a later merge."""
    kept = json.dumps({dossier: f"{stone.op} {stone.grond}" for dossier, stone in sorted(stones.items())})
    if kept != vault.setting(_KEY, "{}"):
        vault.set_setting(_KEY, kept)

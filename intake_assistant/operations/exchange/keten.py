"""Which files of somebody were joined whole: a file of what is new says nothing of what came before it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from intake_assistant.exchange.manifest import Manifest
from intake_assistant.storage.entries.vault import Vault

_KEY: Final = "ontvangen "
"""With the device of who sent them behind it the key of a setting: the SHA-256 of each file."""


def missed(vault: Vault, read: Iterable[tuple[Manifest, str, bool]]) -> set[str]:
    """The SHA-256 of each file that needs one that was not joined whole; note which were.

    Each comes with its own SHA-256, and whether all of it was joined. In whatever order they came: what a
    file needs may have come behind it.
    """
    told = list(read)
    kept = {device: _whole(vault, device) for device in {manifest.afzender.device for manifest, _, _ in told}}
    whole = {device: dict(known) for device, known in kept.items()}
    before = -1
    while before != (before := sum(map(len, whole.values()))):
        for manifest, sha256, is_whole in told:
            known = whole[manifest.afzender.device]
            if is_whole and manifest.sinds in ("", *known):
                known[sha256] = None
    for device, known in whole.items():
        if known != kept[device]:
            vault.set_setting(f"{_KEY}{device}", json.dumps([*known]))
    return {sha256 for m, sha256, _ in told if m.sinds not in ("", *whole[m.afzender.device])}


def _whole(vault: Vault, device: str) -> dict[str, None]:
    return dict.fromkeys(json.loads(vault.setting(f"{_KEY}{device}", "[]")))

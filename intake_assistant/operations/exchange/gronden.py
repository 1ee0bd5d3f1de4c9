"""On which ground a file went, as the log keeps it: nothing that was typed outlives who it may be about."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from intake_assistant.domain.recht.uitwisseling import GEZONDHEID
from intake_assistant.exchange.manifest import Deelgrond
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.texts import text

_KEY: Final = "gezondheidsgrond "
"""With the SHA-256 of a file behind it the key of a setting: what was typed, and which dossiers went."""


def keep_gronden(vault: Vault, gronden: Iterable[Deelgrond], sha256: str, dossiers: Iterable[str]) -> str:
    """The grounds as the log keeps them for ever: that there was one for health, and not in whose words.

    These are kept beside the log, with the dossiers in the file: once one of them is erased they are gone
    (`graves`), as nobody knows whom they name (AVG 5(2) asks for the ground, 17 for the rest).
    """
    told = []
    for deel in gronden:
        if deel.wat == GEZONDHEID:
            vault.set_setting(f"{_KEY}{sha256}", json.dumps([deel.grond, *dossiers]))
        grond = text("uitwisseling.grond.opgeschreven") if deel.wat == GEZONDHEID else deel.grond
        told.append(f"{deel.wat}: {grond}")
    return "; ".join(told)


def gronden_of(vault: Vault, sha256: str, in_log: str) -> str:
    """The grounds of a file: those in the log, and in whose words one was given while these are kept."""
    kept = vault.setting(f"{_KEY}{sha256}")
    return f"{in_log} ({json.loads(kept)[0]})" if kept else in_log

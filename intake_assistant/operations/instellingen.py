"""Settings of this vault: the municipality in letters, choices of the screens, another passphrase."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant import crypto
from intake_assistant.operations.gegevens import GEMEENTEVELDEN
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage import slots

ONGECONTROLEERD = "pip.ongecontroleerde_vertaling"
"""`ja` when translations that nobody checked may be printed, marked as such on each page."""


def read_instelling(work: Workspace, sleutel: str, default: str = "") -> str:
    """A setting of this vault."""
    return work.vault.setting(sleutel, default)


def keep_instelling(work: Workspace, sleutel: str, waarde: str) -> bool:
    """Change a setting; tells whether it was another."""
    if work.vault.setting(sleutel) == waarde:
        return False
    work.vault.set_setting(sleutel, waarde)
    return True


def record_gemeente(work: Workspace, velden: Mapping[str, str]) -> bool:
    """Change how the municipality stands in letters; tells whether anything was another."""
    unknown = velden.keys() - set(GEMEENTEVELDEN)
    if unknown:
        raise KeyError(sorted(unknown))
    with work.vault.transaction():
        return any([keep_instelling(work, f"gemeente.{veld}", waarde) for veld, waarde in velden.items()])


def change_passphrase(work: Workspace, old: str, new: str, *, cost: crypto.Argon2Cost | None = None) -> None:
    """Replace the passphrase slot; the database stays as it is. KnownError `vault.wrong_passphrase`."""
    vault, ways = slots.read_slots(work.vault.path)
    key = slots.open_with_passphrase(vault, ways, old)
    slots.replace_passphrase(work.vault.path, key, new, cost or crypto.tune(), work.random)

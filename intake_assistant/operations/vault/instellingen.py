"""Settings of this vault: the municipality in letters, choices of the screens."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant.operations.papers.gegevens import GEMEENTEVELDEN
from intake_assistant.operations.workspace import Workspace

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

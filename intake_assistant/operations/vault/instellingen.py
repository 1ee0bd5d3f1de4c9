"""Settings of this vault: choices of the screens, as they stand."""

from __future__ import annotations

from intake_assistant.operations.workspace import Workspace

ONGECONTROLEERD = "pip.ongecontroleerde_vertaling"
"""`ja` when translations that nobody checked may be printed, marked as such on each page."""


def read_instelling(work: Workspace, sleutel: str, default: str = "") -> str:
    """A setting of this vault."""
    return work.vault.setting(sleutel, default)

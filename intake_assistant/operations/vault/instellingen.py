"""Settings of this vault: choices of the screens, as they stand."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from intake_assistant.domain.recht.grenzen import GELDBEDRAG, getalgebrek
from intake_assistant.operations.workspace import Workspace

ONGECONTROLEERD = "pip.ongecontroleerde_vertaling"
"""`ja` when translations that nobody checked may be printed, marked as such on each page."""

LEEFGELD: Final = ("eerste", "volgende")
"""For whom the municipality says what is needed to live on each month: one person, and each one more."""


def leefgeld_of(work: Workspace, wie: str) -> Decimal | None:
    """What the municipality chose, in euro a month; None while it chose nothing, or what cannot be."""
    said = read_instelling(work, f"leefgeld.{wie}").replace(",", ".")
    return Decimal(said) if said and not getalgebrek(said, GELDBEDRAG) else None


def read_instelling(work: Workspace, sleutel: str, default: str = "") -> str:
    """A setting of this vault."""
    return work.vault.setting(sleutel, default)

"""What the administrator decided for this computer; read once at the start, never written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Policy:
    """The rules of the administrator; what is left at its default is for the user to choose."""

    bron: Path | None = None
    """The file it was read from; None when there is none."""
    beheerder: str = ""
    """By whom the rules were set, and whom to call."""
    idle_seconds: float | None = None
    gemeente_sleutel: str = ""
    """The age recipient that every new vault can also be opened by."""
    backup_plaats: Path | None = None
    sjablonen: Path | None = None
    formulieren: Path | None = None
    talen: tuple[str, ...] = ()
    """The languages that may be offered; empty is all."""
    opname_uitsluiten: bool | None = None
    """Whether screen recorders and screen sharing see the window."""
    ongecontroleerd: bool | None = None
    """Whether translations that nobody checked may be printed."""
    gevoelig_opnieuw_vragen: bool | None = None
    """Whether the passphrase is asked once more before health and safety answers."""
    fouten: tuple[str, ...] = ()
    """What is wrong with the file, a Dutch sentence each; then the other fields are the safe ones."""


NO_POLICY = Policy()

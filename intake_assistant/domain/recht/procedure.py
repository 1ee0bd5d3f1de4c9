"""What happened on the way to the PIP: calls to the intake, and information that was waited for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Oproep:
    """One call to the brede intake (Wet 14(1)-(2)); who came may still not have cooperated."""

    datum: date
    verschenen: bool
    meegewerkt: bool = True
    waarschuwing: date | None = None
    termijn_tot: date | None = None

    @property
    def vergeefs(self) -> bool:
        """Whether nothing came of it: the person did not come, or did not cooperate."""
        return not (self.verschenen and self.meegewerkt)


@dataclass(frozen=True, slots=True, kw_only=True)
class InformatieDerde:
    """Information of a third party that was waited for (Besl 5.3(2))."""

    wat: str
    van: str
    noodzakelijk_omdat: str = ""
    gevraagd_op: date | None = None
    ontvangen_op: date | None = None

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

    def is_over(self, op: date) -> bool:
        """Whether on a day its own day has come, and the term within which one could still come is past."""
        return self.datum <= op and (self.termijn_tot is None or self.termijn_tot < op)


@dataclass(frozen=True, slots=True, kw_only=True)
class InformatieDerde:
    """Information of a third party that was waited for (Besl 5.3(2))."""

    wat: str
    van: str
    gezondheid: bool = False
    """Whether it is advice on health: who gave it is not printed (AVG 9)."""
    noodzakelijk_omdat: str = ""
    gevraagd_op: date | None = None
    ontvangen_op: date | None = None

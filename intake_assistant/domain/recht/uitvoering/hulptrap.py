"""Help with something becomes less: we do it for you, together, by yourself; each step from a day on.

Help that goes on too long takes away what somebody begins of their own accord: so it says when it ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import AFSPRAAK


class Trede(StrEnum):
    """Who does it."""

    VOOR_U = "voor_u"
    SAMEN = "samen"
    ZELF = "zelf"


TREDEN: Final = tuple(Trede)
TREDEVELDEN: Final = ("hulp", "samen_vanaf", "zelf_vanaf")
"""The fields of an agreement that say it, beside the day on which was looked back."""
TERUGGEKEKEN: Final = "teruggekeken_op"


@dataclass(frozen=True, slots=True)
class Hulptrap:
    """The stairs of one agreement: the step of now, and the days as they were typed."""

    nu: str = ""
    samen_vanaf: str = ""
    zelf_vanaf: str = ""
    teruggekeken_op: str = ""

    @property
    def is_afgesproken(self) -> bool:
        """Whether anything was agreed about who does it."""
        return bool(self.nu or self.samen_vanaf or self.zelf_vanaf)

    def as_typed(self, veld: str) -> str:
        """A field of the agreement as it was typed."""
        return {
            "hulp": self.nu,
            "samen_vanaf": self.samen_vanaf,
            "zelf_vanaf": self.zelf_vanaf,
            TERUGGEKEKEN: self.teruggekeken_op,
        }[veld]

    def vanaf(self, trede: Trede) -> date | None:
        """From which day it is done so; None for the first step, or when no day was agreed."""
        dagen = {Trede.SAMEN: self.samen_vanaf, Trede.ZELF: self.zelf_vanaf}
        return read_date(dagen.get(trede, ""))

    def gepland(self, op: date) -> Trede:
        """The step that was agreed for a day."""
        gekomen = [trede for trede in TREDEN if (dag := self.vanaf(trede)) is not None and dag <= op]
        return gekomen[-1] if gekomen else Trede.VOOR_U

    def is_nu(self, op: date) -> Trede:
        """The step of now: what was said of it, or else what was agreed for this day."""
        return Trede(self.nu) if self.nu in TREDEN else self.gepland(op)

    def loopt_achter(self, op: date) -> bool:
        """Whether a step that was agreed by now has not been taken: something to talk about, no judgement."""
        return TREDEN.index(self.is_nu(op)) < TREDEN.index(self.gepland(op))

    def komt(self, op: date) -> tuple[tuple[Trede, date], ...]:
        """The steps that are still to come, each with its day."""
        hoger = TREDEN[TREDEN.index(self.is_nu(op)) + 1 :]
        return tuple((trede, dag) for trede in hoger if (dag := self.vanaf(trede)) and dag > op)

    @property
    def is_omgekeerd(self) -> bool:
        """Whether it would be done alone before it is done together."""
        samen, zelf = self.vanaf(Trede.SAMEN), self.vanaf(Trede.ZELF)
        return samen is not None and zelf is not None and zelf < samen


GEEN_HULP: Final = Hulptrap()


def hulptrap_of(dossier: Dossier, afspraak: str) -> Hulptrap:
    """The stairs of an agreement as recorded."""
    velden = (*TREDEVELDEN, TERUGGEKEKEN)
    return Hulptrap(*(str(dossier.get(AFSPRAAK.of(afspraak, veld))) for veld in velden))


def trap_in(afspraak: Mapping[str, Any]) -> Hulptrap:
    """The stairs of an agreement of a case file."""
    return Hulptrap(*(str(afspraak.get(veld, "")) for veld in TREDEVELDEN))

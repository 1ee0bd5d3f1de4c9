"""The ontwikkelplan as it stands: goals by term, each with its agreements (design 7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import AFSPRAAK, DOEL
from intake_assistant.domain.recht.uitvoering.hulptrap import GEEN_HULP, Hulptrap, hulptrap_of

TERMIJNEN: Final = ("kort", "midden", "lang")
WIE: Final = ("inburgeraar", "regievoerder", "partner")


@dataclass(frozen=True, slots=True)
class Afspraak:
    """One agreement of the plan; dates as they were typed, empty when not set."""

    id: str
    wat: str
    wie: str
    uiterlijk: str
    klaar_op: str
    vraag: str = ""
    """The answer that it came from."""
    hulp: Hulptrap = GEEN_HULP

    @property
    def laatste_dag(self) -> date | None:
        """The last day for it; None when there is none, or what was typed is no date."""
        return read_date(self.uiterlijk)

    @property
    def gedaan(self) -> date | None:
        """The day on which it was done; None when it was not, or what was typed is no date."""
        return read_date(self.klaar_op)

    @property
    def geen_datum(self) -> str:
        """What was typed for a date and is none."""
        found = ((self.klaar_op, self.gedaan), (self.uiterlijk, self.laatste_dag))
        return next((getypt for getypt, dag in found if getypt and dag is None), "")


@dataclass(frozen=True, slots=True)
class Doel:
    """One goal of the plan with its agreements."""

    id: str
    naam: str
    termijn: str
    afspraken: tuple[Afspraak, ...]
    vraag: str = ""
    """The answer that it came from."""


def doelen_of(dossier: Dossier) -> list[Doel]:
    """The goals in their order."""
    afspraken: dict[str, list[Afspraak]] = {}
    doelen = dossier.row_ids(DOEL.lijst())
    for rij in dossier.row_ids(AFSPRAAK.lijst()):
        wat, wie, uiterlijk, klaar_op, vraag = (
            str(dossier.get(AFSPRAAK.of(rij, veld)))
            for veld in ("wat", "wie", "uiterlijk", "klaar_op", AFSPRAAK.rust_op)
        )
        hulp = hulptrap_of(dossier, rij)
        # Moved apart it stays in sight, at a goal that stands, until somebody chooses; no clock has a say.
        sides = dossier.sides(AFSPRAAK.of(rij, AFSPRAAK.deel_van))
        bij = min((doel for doel in doelen if doel in sides), default="")
        afspraken.setdefault(bij, []).append(Afspraak(rij, wat, wie, uiterlijk, klaar_op, vraag, hulp))
    return [
        Doel(
            rij,
            str(dossier.get(DOEL.of(rij, "naam"))),
            str(dossier.get(DOEL.of(rij, "termijn"))),
            tuple(afspraken.get(rij, ())),
            str(dossier.get(DOEL.of(rij, DOEL.rust_op))),
        )
        for rij in doelen
    ]


def verste_doel(doelen: Sequence[Doel]) -> str:
    """The goal that lies farthest: what all the steps are for; empty without one."""
    named = [doel for doel in doelen if doel.naam.strip()]
    verst = {termijn: nummer for nummer, termijn in enumerate(TERMIJNEN)}
    return max(named, key=lambda doel: verst.get(doel.termijn, -1)).naam if named else ""


def volgende_stappen(doelen: Iterable[Doel], aantal: int = 3) -> tuple[Afspraak, ...]:
    """The agreements that are still to be done, the first day first, those without a day last."""
    open_ones = [a for doel in doelen for a in doel.afspraken if a.wat.strip() and not a.klaar_op]
    return tuple(sorted(open_ones, key=lambda a: a.laatste_dag or date.max)[:aantal])

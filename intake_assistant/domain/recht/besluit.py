"""A besluit: the PIP as it was set, frozen (design 7)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BESLUIT, PLANVERSIE
from intake_assistant.domain.recht.datums import bekend_op

EERSTE: Final = "eerste"
ONTWIKKELPLAN: Final = "ontwikkelplan"
"""Of a besluit that changes nothing that can be contested: a version of the ontwikkelplan."""
GRONDEN: Final = ("schakelen", "afschalen", "verhuizing", "herziening", "kennelijke_fout", ONTWIKKELPLAN)


@dataclass(frozen=True, slots=True)
class Besluit:
    """One besluit; `inhoud` is the whole beschikking by dotted key, `bestanden` names the frozen blobs."""

    id: str
    nummer: int
    grond: str
    dagtekening: str
    bekendgemaakt_op: str
    aangenomen: bool
    inhoud: Mapping[str, Any] = field(default_factory=dict)
    bestanden: Mapping[str, str] = field(default_factory=dict)

    @property
    def leerroute(self) -> str:
        """The leerroute that was set."""
        return str(self.inhoud.get("leerroute", ""))

    @property
    def niveau(self) -> str:
        """The level that was set, or an empty string."""
        return str(self.inhoud.get("niveau", ""))


@dataclass(frozen=True, slots=True)
class Planversie:
    """One version of the ontwikkelplan that was handed over."""

    id: str
    nummer: int
    datum: str
    reden: str
    bestanden: Mapping[str, str] = field(default_factory=dict)


def besluiten_of(dossier: Dossier) -> list[Besluit]:
    """The besluiten by number."""
    found = [_besluit(dossier, rij) for rij in dossier.row_ids(BESLUIT.lijst())]
    return sorted((b for b in found if b is not None), key=lambda b: (b.nummer, b.dagtekening, b.id))


def planversies_of(dossier: Dossier) -> list[Planversie]:
    """The versions of the ontwikkelplan by number."""
    found = [(rij, dossier.get(PLANVERSIE.of(rij), {})) for rij in dossier.row_ids(PLANVERSIE.lijst())]
    versies = [
        Planversie(rij, w["nummer"], w["datum"], w.get("reden", ""), w["bestanden"]) for rij, w in found if w
    ]
    return sorted(versies, key=lambda v: (v.nummer, v.datum, v.id))


def dagtekening_eerste_pip(besluiten: list[Besluit]) -> datetime.date | None:
    """The dagtekening that starts the inburgeringstermijn, for ever (Wet 11(3))."""
    return read_date(besluiten[0].dagtekening) if besluiten else None


def _besluit(dossier: Dossier, rij: str) -> Besluit | None:
    waarde = dossier.get(BESLUIT.of(rij), {})
    if not waarde:
        return None
    bekend = bekend_op(waarde["dagtekening"], dossier.get(BESLUIT.of(rij, "bekendgemaakt_op")))
    return Besluit(
        id=rij,
        nummer=int(waarde["nummer"]),
        grond=str(waarde["grond"]),
        dagtekening=str(waarde["dagtekening"]),
        bekendgemaakt_op=bekend.isoformat() if bekend else str(waarde["dagtekening"]),
        aangenomen=bekend is None,
        inhoud=waarde["inhoud"],
        bestanden=waarde["bestanden"],
    )

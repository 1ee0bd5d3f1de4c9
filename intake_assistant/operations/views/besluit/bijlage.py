"""The files that go with a besluit: those of the besluiten of the Participatiewet in it (Wet 15(3))."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BIJLAGE
from intake_assistant.domain.recht.leerroute import BIJLAGE as RIJ


@dataclass(frozen=True, slots=True)
class Bijlage:
    """One file by the name that it came with; `sha256` names its blob."""

    rij: str
    naam: str
    sha256: str


def bijlage_of(dossier: Dossier, rij: str) -> Bijlage | None:
    """The file of a row; None when it was taken away, or is of another form."""
    waarde = dossier.get(BIJLAGE.of(rij), None) if rij else None
    bestanden = waarde.get("bestanden") if isinstance(waarde, dict) else None
    sha256 = bestanden.get("inhoud") if isinstance(bestanden, dict) else None
    return Bijlage(rij, str(waarde.get("naam", "")), str(sha256)) if waarde and sha256 else None


def bijlagen_of(dossier: Dossier, inhoud: Mapping[str, Any]) -> Iterator[Bijlage]:
    """The files that a besluit, or a concept of one, goes with; in its order."""
    for rij in inhoud.get("participatiewet") or ():
        gevonden = bijlage_of(dossier, str(rij.get(RIJ, ""))) if isinstance(rij, Mapping) else None
        if gevonden is not None:
            yield gevonden

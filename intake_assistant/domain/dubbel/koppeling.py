"""What was decided about two dossiers: of one person, or not; an entry in each of both (design 2)."""

from __future__ import annotations

from enum import StrEnum

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import KOPPELING


class Koppeling(StrEnum):
    """What a dossier says of another one."""

    ZELFDE = "zelfde_persoon"
    GEEN_DUBBEL = "geen_dubbel"
    LOS = "los"
    """Taken back: what was said before stands in the history, and is asked once more."""
    ONEENS = "oneens"
    """Said otherwise on two laptops, or in the one dossier than in the other; never recorded."""


DECIDED = (Koppeling.ZELFDE, Koppeling.GEEN_DUBBEL)
_RECORDED = frozenset(koppeling.value for koppeling in Koppeling) - {Koppeling.ONEENS.value}


def koppelingen_of(dossier: Dossier) -> dict[str, Koppeling]:
    """What a dossier says of others, by their ids; nothing of one that was erased."""
    return {ander: said for ander in dossier.row_ids(KOPPELING.lijst()) if (said := _said(dossier, ander))}


def _said(dossier: Dossier, ander: str) -> Koppeling | None:
    subject = KOPPELING.of(ander)
    if dossier.in_conflict(subject):
        return Koppeling.ONEENS
    waarde = dossier.get(subject)
    return Koppeling(waarde) if waarde in _RECORDED else None


def both(one: Koppeling | None, other: Koppeling | None) -> Koppeling:
    """What stands of two dossiers, by what each says of the other: one may have travelled without it."""
    said = {koppeling for koppeling in (one, other) if koppeling}
    return said.pop() if len(said) == 1 else Koppeling.ONEENS if said else Koppeling.LOS

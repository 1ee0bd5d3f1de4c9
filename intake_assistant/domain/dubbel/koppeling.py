"""What was decided about two dossiers: of one person, or not; an entry in each of both (design 2)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from intake_assistant.domain.dossier import Dossier, Leaf
from intake_assistant.domain.kinds import KOPPELING


class Koppeling(StrEnum):
    """What a dossier says of another one."""

    ZELFDE = "zelfde_persoon"
    GEEN_DUBBEL = "geen_dubbel"
    LOS = "los"
    """Taken back: what was said before stands in the history, and is asked once more."""
    ONEENS = "oneens"
    """Said otherwise on two laptops, or in the one dossier than in the other; never recorded."""


_RECORDED = frozenset(koppeling.value for koppeling in Koppeling) - {Koppeling.ONEENS.value}


def koppelingen_of(dossier: Dossier) -> dict[str, Koppeling]:
    """What a dossier says of others, by their ids; nothing of one that was erased."""
    said = {
        ander: said_in(dossier.leaves(KOPPELING.of(ander))) for ander in dossier.row_ids(KOPPELING.lijst())
    }
    return {ander: koppeling for ander, koppeling in said.items() if koppeling}


def said_in(leaves: Iterable[Leaf]) -> Koppeling | None:
    """What the leaves of one link say together; None when they say nothing, or what no program knows."""
    said = {str(leaf.value.get("waarde", "")) for leaf in leaves if leaf.value} & _RECORDED
    return Koppeling(said.pop()) if len(said) == 1 else Koppeling.ONEENS if said else None


def both(one: Koppeling | None, other: Koppeling | None) -> Koppeling:
    """What stands of two dossiers, by what each says of the other: one may have travelled without it."""
    said = {koppeling for koppeling in (one, other) if koppeling}
    return said.pop() if len(said) == 1 else Koppeling.ONEENS if said else Koppeling.LOS

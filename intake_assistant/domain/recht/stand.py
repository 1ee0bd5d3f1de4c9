"""Where a dossier stands, from first conversation to the end (contract 3)."""

from __future__ import annotations

from typing import Final

# The order of the work, not of the alphabet.
STANDEN: Final = (
    "in_gesprek",
    "wacht_op_derde",
    "klaar_voor_besluit",
    "vastgesteld",
    "in_uitvoering",
    "afgerond",
)


def stand_of(*, afgerond: bool, besluiten: int, uitvoering: bool, opgeschort: bool, volledig: bool) -> str:
    """The stage of a dossier: the furthest that holds."""
    if afgerond:
        return "afgerond"
    if besluiten:
        return "in_uitvoering" if uitvoering else "vastgesteld"
    if opgeschort:
        # Without that information the plan cannot reasonably be made (Besl 5.3(2)).
        return "wacht_op_derde"
    return "klaar_voor_besluit" if volledig else "in_gesprek"

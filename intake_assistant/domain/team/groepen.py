"""Which groups are large enough to be told: fewer than ten people are told together with others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

MINSTENS: Final = 10
"""So many people a figure is about at least; below it, who knows the people knows whom it is about."""
ONBEKEND: Final = "onbekend"

type Groep = tuple[str, ...]
"""The codes of those that are told together."""


def in_volgorde(tellingen: Mapping[str, int], codes: Sequence[str], minstens: int = MINSTENS) -> list[Groep]:
    """The groups of a scale with few steps: a step with too few people goes with the smaller one beside it.

    All steps are named, but those with nobody when they are at no side of such a group: which of them are
    empty is told of none that stands together with others.
    """
    groepen: list[tuple[Groep, int]] = [((code,), tellingen.get(code, 0)) for code in codes]
    while len(groepen) > 1 and any(0 < aantal < minstens for _, aantal in groepen):
        plek = min(
            (p for p, (_, aantal) in enumerate(groepen) if 0 < aantal < minstens),
            key=lambda p: (groepen[p][1], p),
        )
        naast = min(
            (p for p in (plek - 1, plek + 1) if 0 <= p < len(groepen)), key=lambda p: (groepen[p][1], p)
        )
        first, second = sorted((plek, naast))
        (een, hier), (ander, daar) = groepen[first], groepen[second]
        groepen[first : second + 1] = [(een + ander, hier + daar)]
    return [codes for codes, aantal in groepen if aantal >= minstens]


def op_grootte(tellingen: Mapping[str, int], minstens: int = MINSTENS) -> list[Groep]:
    """The groups of a list with many codes, the largest first; all too small ones together come last."""
    op_rij = sorted(tellingen, key=lambda code: (-tellingen[code], code))
    groot = [code for code in op_rij if tellingen[code] >= minstens and code != ONBEKEND]
    klein = sorted(set(tellingen) - set(groot))
    while groot and 0 < sum(tellingen[code] for code in klein) < minstens:
        klein = sorted([*klein, groot.pop()])
    over = sum(tellingen[code] for code in klein)
    return [(code,) for code in groot] + ([tuple(klein)] if over >= minstens else [])

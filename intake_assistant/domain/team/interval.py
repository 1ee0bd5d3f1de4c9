"""How far chance reaches: around a share, a difference of two shares, and a median; 95 in 100 times."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

Z: Final = 1.959963984540054
"""Of the normal distribution: 95 of 100 lie between minus and plus this."""
_BUITEN: Final = 0.025


@dataclass(frozen=True, slots=True)
class Marge:
    """A figure, and from where to where chance may have brought it."""

    waarde: float
    van: float
    tot: float

    @property
    def is_zonder_nul(self) -> bool:
        """Whether no difference at all lies outside it."""
        return self.van > 0 or self.tot < 0


def wilson(aantal: int, van: int) -> Marge:
    """A share with its score interval (Wilson, JASA 22 (1927), 209-212): right for few and for all."""
    deel, half = aantal / van, Z * Z / (2 * van)
    midden = deel + half
    breed = Z * math.sqrt(deel * (1 - deel) / van + Z * Z / (4 * van * van))
    noemer = 1 + Z * Z / van
    # Of none and of all the formula gives 0 and 1 but for the rounding of the machine.
    low = 0.0 if aantal == 0 else (midden - breed) / noemer
    high = 1.0 if aantal == van else (midden + breed) / noemer
    return Marge(deel, low, high)


def newcombe(een: tuple[int, int], ander: tuple[int, int]) -> Marge:
    """The difference of two shares, each `(how many, of how many)`, of people who are in one group only.

    Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10: from the two intervals of Wilson.
    """
    a, b = wilson(*een), wilson(*ander)
    verschil = a.waarde - b.waarde
    low = verschil - math.hypot(a.waarde - a.van, b.tot - b.waarde)
    high = verschil + math.hypot(a.tot - a.waarde, b.waarde - b.van)
    return Marge(verschil, low, high)


def mediaan(waarden: Sequence[float]) -> Marge | None:
    """The median between two of the numbers themselves, whatever their distribution; None of fewer than six.

    The ranks are those of the binomial distribution (Conover, Practical Nonparametric Statistics, 3.2): so
    many of the numbers lie below the true median by chance in fewer than 2.5 of 100 cases.
    """
    op_rij, aantal = sorted(waarden), len(waarden)
    buiten, rang = 0.0, 0
    while (buiten := buiten + math.comb(aantal, rang) / 2**aantal) <= _BUITEN:
        rang += 1
    if rang == 0:
        return None
    half = aantal // 2
    midden = op_rij[half] if aantal % 2 else (op_rij[half - 1] + op_rij[half]) / 2
    return Marge(midden, op_rij[rang - 1], op_rij[aantal - rang])

"""Numbers that cannot be: kept as they were typed, shown with their limits, and never in a besluit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

from intake_assistant.domain.recht.leerroute import find_waarde

Getalgebrek = Literal["", "geen_getal", "geen_heel_getal", "buiten_grens"]
# Nobody works or learns longer in a week (art. 5:7(2) Arbeidstijdenwet).
_UREN_PER_WEEK: Final = 60
# The term is three years and can be prolonged (art. 11 and 12 Wet); no besluit looks further than five.
_WEKEN: Final = 260
# Three years of forty hours a week: more does not fit in the term (art. 11(1) Wet).
_UREN_IN_DE_TERMIJN: Final = 6240
# One each week of the three years (art. 5.3(4) Besl names no number).
_GESPREKKEN: Final = 156
# A conversation does not outlast its day.
_MINUTEN: Final = 1440


@dataclass(frozen=True, slots=True)
class Grens:
    """The least and the most that a number can be, with its article; `heel` when it must be whole.

    `decimalen`: the most there can be, when more make it another number: 1.250 euro is no euro and a quarter.
    """

    minst: int
    meest: int
    regel: str
    heel: bool = True
    decimalen: int | None = None


GRENZEN: Final[Mapping[str, Grens]] = {
    "intensiteit.uren_per_week": Grens(0, _UREN_PER_WEEK, "Wet 15(2)", heel=False),
    "intensiteit.weken": Grens(0, _WEKEN, "Wet 15(2)"),
    "geschatte_intensiteit_b1_route": Grens(0, _UREN_IN_DE_TERMIJN, "Wet 15(2)"),
    "zroute.cursusuren": Grens(0, _UREN_IN_DE_TERMIJN, "Besl 3.14"),
    "zroute.participatie_uren": Grens(0, _UREN_IN_DE_TERMIJN, "Besl 3.14"),
    "pvt_uren": Grens(0, _UREN_IN_DE_TERMIJN, "Wet 15(1)(c)"),
    "map_uren": Grens(0, _UREN_IN_DE_TERMIJN, "Wet 15(1)(c)"),
    "voortgangsgesprekken": Grens(0, _GESPREKKEN, "Besl 5.3(4)"),
}
GELDBEDRAG: Final = Grens(0, 9999, "Awb 3:2", heel=False, decimalen=2)
"""What one household gets or pays in a month, in euro."""
MINUTEN: Final = Grens(0, _MINUTEN, "Awb 3:2")


def getalgebrek(waarde: object, grens: Grens) -> Getalgebrek:
    """What is wrong with a number; empty when nothing is, or when there is none."""
    if waarde is None or waarde == "":
        return ""
    try:
        getal = Decimal(str(waarde).replace(",", "."))
    except InvalidOperation:
        return "geen_getal"
    if not getal.is_finite() or _has_more(getal, grens.decimalen):
        return "geen_getal"
    if grens.heel and getal != getal.to_integral_value():
        return "geen_heel_getal"
    return "" if grens.minst <= getal <= grens.meest else "buiten_grens"


def _has_more(getal: Decimal, decimalen: int | None) -> bool:
    """Whether a number has more decimals than these."""
    return decimalen is not None and len(str(getal).partition(".")[2]) > decimalen


def onmogelijke_getallen(concept: Mapping[str, object]) -> tuple[str, ...]:
    """The keys of the beschikking whose number cannot be."""
    return tuple(k for k, grens in GRENZEN.items() if getalgebrek(find_waarde(concept, k), grens))

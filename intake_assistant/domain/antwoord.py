"""An answer: its state, its source, and what other sources say."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any


class Staat(StrEnum):
    """The states an answer can be in; `open` is never touched, `achtergehouden` is with somebody else."""

    BEANTWOORD = "beantwoord"
    ONBEKEND = "onbekend"
    WIL_NIET_ZEGGEN = "wil_niet_zeggen"
    NIET_GEVRAAGD = "niet_gevraagd"
    ACHTERGEHOUDEN = "achtergehouden"
    OPEN = "open"


# The first of these that recorded something counts, unless a regievoerder marked another (design 2).
BRONNEN = ("duo", "toets", "diploma", "school", "coa", "inburgeraar", "regievoerder")
# What stands in a field in which nothing stands.
LEEG: tuple[object, ...] = ("", None, [])


@dataclass(frozen=True, slots=True)
class BronAntwoord:
    """What one source says of a question."""

    bron: str
    staat: str
    waarde: Any
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The answer that counts for a question; `open` when no source was heard."""

    naam: str
    staat: str = Staat.OPEN.value
    waarde: Any = None
    bron: str = ""
    gesprek: str = ""
    conflict: bool = False
    andere_bronnen: tuple[BronAntwoord, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def touched(self) -> bool:
        """Whether any source recorded something."""
        return bool(self.bron)

    @property
    def beantwoord(self) -> bool:
        """Whether there is an answer to work with (a conflict is none)."""
        return self.staat == Staat.BEANTWOORD and not self.conflict

    @property
    def open(self) -> bool:
        """Whether it was never touched, or its leaves are in conflict (contract 3)."""
        return not self.touched or self.conflict


@lru_cache(maxsize=4096)
def nooit_gehoord(naam: str) -> Antwoord:
    """The answer to a question of which no source was heard; they are asked for by the hundred."""
    return Antwoord(naam)


def is_touched(value: Mapping[str, Any] | None) -> bool:
    """Whether a value records something; an undone answer is `open` again."""
    return value is not None and value.get("staat", Staat.BEANTWOORD) != Staat.OPEN


def normaliseer(waarde: object) -> object:
    """Return a value of a case file as an entry holds it: dates, decimals, yes and no as strings."""
    match waarde:
        case bool():
            return "ja" if waarde else "nee"
        case float():
            return _decimaal(waarde)
        case datetime.date() | datetime.time():
            return waarde.isoformat()
        case list():
            return [normaliseer(deel) for deel in waarde]
        case dict():
            return {sleutel: normaliseer(deel) for sleutel, deel in waarde.items()}
        case _:
            return waarde


def flatten(velden: Mapping[str, object], prefix: str = "") -> dict[str, Any]:
    """Nested tables as dotted keys; dates and booleans in the stored form."""
    flat: dict[str, Any] = {}
    for naam, waarde in velden.items():
        if isinstance(waarde, Mapping):
            flat |= flatten(waarde, f"{prefix}{naam}.")
        else:
            flat[f"{prefix}{naam}"] = normaliseer(waarde)
    return flat


def _decimaal(getal: float) -> str:
    # `repr` gives the shortest digits that mean this number; Decimal takes away the exponent.
    return format(Decimal(repr(getal)), "f").removesuffix(".0")

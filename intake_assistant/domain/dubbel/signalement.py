"""What a person is recognised by, and how like two of them are.

A number that only one person has is certain. A name, a birthday and a country are only ever *possible*: a
person judges, and the program shows why it asks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import Any, Final, Literal

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.dubbel.schrijfwijze import Sounds, like_sounding, looks_like, sounds_of, words_of
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import PERSOON

NUMMERS: Final = ("bsn", "v_nummer")
"""What only one person has."""
VELDEN: Final = ("voornamen", "achternaam", "geboortedatum", "geboortejaar", "nationaliteit")

NAAM, GEBOREN, LAND = 0.6, 0.3, 0.1
"""How much each counts. The name most; a country is often corrected (stateless, Eritrea or Ethiopia)."""
DREMPEL: Final = 0.84
"""From here on it is possible: lower, brothers with one birthday are taken for each other."""
WOORD: Final = 0.84
"""So like each word of the shorter name is at least: Ahmad and Ahmed are, Hassan and Hussein are not."""
MEER_WOORDEN: Final = 0.04
"""Off for each word that only one has: often a grandfather's name."""
EEN_WOORD: Final = 0.75
"""What one word counts for at most beside a name of several."""
ONBEKEND: Final = 0.5
"""A birthday that is not known on one side: neither for nor against."""
GEEN_DAG: Final = 0.75
"""The same year, and no day: 1 January stands for *not known* in most papers of refugees."""
ANDER_LAND, GEEN_LAND = 0.3, 0.7
_NO_DAY: Final = "0101"
_NONE: Final = frozenset[str]()
_MOST_WORDS: Final = 6
"""Beyond these a name is read no further: each word more multiplies the ways to lay two side by side."""

Zekerheid = Literal["zeker", "mogelijk"]


@dataclass(frozen=True, eq=False)
class Signalement:
    """What is known of one person: fields, and the numbers only one has; more than one while in conflict."""

    dossier: str
    velden: Mapping[str, str]
    nummers: Mapping[str, frozenset[str]]

    @cached_property
    def woorden(self) -> Mapping[str, Sounds]:
        """The words of the whole name, in an order that says nothing, each with how it sounds."""
        words = sorted(set(words_of(f"{self._veld('voornamen')} {self._veld('achternaam')}")))
        return {word: sounds_of(word) for word in words[:_MOST_WORDS]}

    @cached_property
    def dag(self) -> str:
        """The birthday as eight figures; empty when only the year is known, or nothing."""
        dag = self._veld("geboortedatum")
        figures = dag.replace("-", "") if dag and read_date(dag) else ""
        return "" if figures.endswith(_NO_DAY) else figures

    @cached_property
    def jaar(self) -> str:
        """The year of birth, from the date or on its own."""
        begin = (self._veld("geboortedatum") or self._veld("geboortejaar"))[:4]
        return begin if len(begin) == 4 and begin.isascii() and begin.isdecimal() else ""

    @property
    def land(self) -> str:
        """The nationality, as a code."""
        return self._veld("nationaliteit")

    def shares(self, other: Signalement, nummer: str) -> bool:
        """Whether both have the same number."""
        return bool(self.nummers.get(nummer, _NONE) & other.nummers.get(nummer, _NONE))

    def as_kept(self) -> dict[str, object]:
        """What is to be kept of it, without what is not known."""
        nummers = {naam: sorted(found) for naam, found in self.nummers.items() if found}
        return {"velden": {naam: w for naam, w in self.velden.items() if w}, "nummers": nummers}

    def _veld(self, naam: str) -> str:
        return self.velden.get(naam, "")


@dataclass(frozen=True, slots=True)
class Gelijkenis:
    """How like two people are, and what number they share if they do."""

    zekerheid: Zekerheid
    mate: float
    nummer: str = ""


def signalement_of(dossier: Dossier) -> Signalement:
    """What the person of a dossier is recognised by."""
    told = inburgeraar_of(dossier)
    nummers = {naam: _all_said(dossier, naam) for naam in NUMMERS}
    return Signalement(dossier.id, {naam: told.get(naam, "") for naam in VELDEN}, nummers)


def _all_said(dossier: Dossier, naam: str) -> frozenset[str]:
    said = {str((leaf.value or {}).get("waarde", "")) for leaf in dossier.leaves(PERSOON.of(naam))}
    return frozenset(said - {""})


def typed_signalement(inburgeraar: Mapping[str, object]) -> Signalement:
    """What somebody is recognised by of whom there is no dossier yet."""
    told = {naam: str(waarde).strip() for naam, waarde in inburgeraar.items()}
    nummers = {naam: frozenset((told[naam],)) for naam in NUMMERS if told.get(naam)}
    return Signalement("", {naam: told.get(naam, "") for naam in VELDEN}, nummers)


def kept_signalement(dossier: str, kept: Mapping[str, Mapping[str, Any]]) -> Signalement:
    """What was kept of one, as `as_kept` gave it."""
    nummers = {naam: frozenset(found) for naam, found in kept.get("nummers", {}).items()}
    return Signalement(dossier, kept.get("velden", {}), nummers)


def compare(a: Signalement, b: Signalement) -> Gelijkenis | None:
    """How like two people are, the same both ways; None when nothing tells that they may be one."""
    for nummer in NUMMERS:
        if a.shares(b, nummer):
            return Gelijkenis("zeker", 1.0, nummer)
    if a.nummers.get("bsn") and b.nummers.get("bsn"):
        return None  # each person has one, and nobody two (Wabb 8)
    mate = _how_like(a, b)
    return Gelijkenis("mogelijk", round(mate, 3)) if mate >= DREMPEL else None


def _how_like(a: Signalement, b: Signalement) -> float:
    geboren = like_born(a, b)
    if not geboren or NAAM + GEBOREN * geboren + LAND < DREMPEL:
        return 0.0
    naam = like_named(a, b)
    return NAAM * naam + GEBOREN * geboren + LAND * _like_land(a, b) if naam else 0.0


def _like_land(a: Signalement, b: Signalement) -> float:
    if not (a.land and b.land):
        return GEEN_LAND
    return 1.0 if a.land == b.land else ANDER_LAND


# -- birthday ------------------------------------------------------------------------------------------------


def like_born(a: Signalement, b: Signalement) -> float:
    """How like two birthdays are; 0 for two days that nobody takes for each other."""
    if not (a.jaar and b.jaar):
        return ONBEKEND
    if a.dag and b.dag:
        return _like_days(a.dag, b.dag)
    apart = abs(int(a.jaar) - int(b.jaar))
    if apart:
        return 0.4 if apart == 1 else 0.0
    return GEEN_DAG if a.dag == b.dag else 0.7


def _like_days(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if a[:4] == b[:4] and a[4:6] == b[6:] and a[6:] == b[4:6]:
        return 0.8  # day and month the other way round
    wrong = [place for place in range(len(a)) if a[place] != b[place]]
    if len(wrong) == 1 or a[4:] == b[4:] and abs(int(a[:4]) - int(b[:4])) == 1:
        return 0.6
    is_turned = len(wrong) == 2 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
    return 0.6 if is_turned and wrong[1] - wrong[0] == 1 else 0.0


# -- name ----------------------------------------------------------------------------------------------------


def like_named(a: Signalement, b: Signalement) -> float:
    """How like two names are, whichever word is the surname; 0 when a word has no like on the other side."""
    short, long = sorted((a.woorden, b.woorden), key=lambda words: (len(words), sorted(words)))
    if not short:
        return 0.0
    rows = {word: [like_sounding(one, other) for other in long.values()] for word, one in short.items()}
    alone = [word for word, row in rows.items() if max(row) < WOORD]
    if not alone:
        found = _laid_beside(rows.values())
        return min(found, EEN_WOORD) if len(short) == 1 < len(long) else found
    if len(alone) == 1 and len(short) < len(long):
        return max((_laid_beside(rows) for rows in _written_together(alone[0], short, long)), default=0.0)
    return 0.0


def _laid_beside(rows: Collection[Sequence[float]]) -> float:
    """The best way to lay each word of the shorter name beside one of the longer."""
    best, columns = 0.0, len(next(iter(rows)))
    for chosen in permutations(range(columns), len(rows)):
        laid = sorted(row[column] for row, column in zip(rows, chosen, strict=True))
        if laid[0] >= WOORD:
            best = max(best, sum(laid) / len(laid))
    return best and max(best - MEER_WOORDEN * (columns - len(rows)), 0.0)


type _Words = Mapping[str, Sounds]


def _written_together(alone: str, short: _Words, long: _Words) -> Iterator[list[list[float]]]:
    """The same with two words as one, where that is like the word that had no like by itself.

    Gebre Medhin, Noor Mohammad, Haile Selassie.
    """
    for one, other in permutations(long, 2):
        if looks_like(alone, one + other):
            rest = [heard for word, heard in long.items() if word not in (one, other)]
            columns = [sounds_of(one + other), *rest]
            rows = [[like_sounding(heard, column) for column in columns] for heard in short.values()]
            if len(rows) <= len(columns):
                yield rows


def is_telling(signalement: Signalement) -> bool:
    """Whether there is enough to look by: two words of a name, or one and a year of birth, or a number."""
    words = len(signalement.woorden)
    return any(signalement.nummers.values()) or words > 1 or bool(words and signalement.jaar)

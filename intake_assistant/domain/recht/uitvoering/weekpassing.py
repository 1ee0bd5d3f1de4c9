"""What does not fit in a week: hours that are too many, two things at once, nobody for the children.

Nothing here decides: it is said, and a regievoerder and the person look for another day or hour together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from typing import Final

from intake_assistant.domain.recht.uitvoering.weekplan import (
    BELAST,
    DAGEN,
    GEPLAND,
    LES,
    OPEN,
    OPVANG,
    REIS,
    WERK,
    ZORG,
    Tijdvak,
    Week,
)

# When a part of the day ends for lessons; the morning begins with the day.
_MOMENTEN: Final = {"ochtend": (0, 13 * 60), "middag": (12 * 60, 18 * 60), "avond": (17 * 60, 24 * 60)}


class Knelsoort(StrEnum):
    """Why a week does not fit."""

    TE_VEEL_UREN = "te_veel_uren"
    TEGELIJK = "tegelijk"
    GEEN_OPVANG = "geen_opvang"
    GESLOTEN = "gesloten"
    ANDERE_DAG = "andere_dag"
    ANDER_MOMENT = "ander_moment"
    ZORG_BUITEN_WEEK = "zorg_buiten_week"
    MINDER_LES = "minder_les"
    ANDER_WERK = "ander_werk"


@dataclass(frozen=True, slots=True)
class Werkuren:
    """How many hours a week were agreed on for a place of work, from its first to its last day."""

    uren: Decimal
    van: date | None
    tot: date | None

    def is_in(self, week: Week) -> bool:
        """Whether somebody is there on a day of that week's step."""
        begun = self.van is None or week.tot_en_met is None or self.van <= week.tot_en_met
        return begun and (self.tot is None or self.tot >= week.vanaf)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekfeiten:
    """What the answers say: hours that are bearable, hours of care, days and parts of the day for lessons.

    None and empty are not asked: nothing is held against them.
    """

    draagkracht: Decimal | None = None
    zorguren: Decimal | None = None
    lesdagen: tuple[int, ...] = ()
    lesmomenten: tuple[str, ...] = ()
    reisminuten: int = 0
    lesuren: Decimal | None = None
    """How many hours of lessons a week the besluit goes by (Wet 15(2))."""
    opvang_nodig: bool = False
    werkuren: tuple[Werkuren, ...] = ()


@dataclass(frozen=True, slots=True)
class Knelpunt:
    """One thing that does not fit: where in the week, beside what, and by how many hours."""

    soort: Knelsoort
    vak: Tijdvak | None = None
    ander: Tijdvak | None = None
    uren: Decimal = Decimal(0)
    van: Decimal = Decimal(0)
    van_gezondheid: bool = False
    """Whether it rests on the answer about health, which no paper prints."""


def with_travel(week: Week, feiten: Weekfeiten) -> Week:
    """The week with the way there and back around the lessons, on days on which nobody planned it."""
    planned = {vak.dag for vak in week.of(REIS)}
    ways = [way for vak in week.of(LES) if vak.dag not in planned for way in _ways(week, vak, feiten)]
    vakken = sorted((*week.vakken, *ways), key=lambda vak: (vak.dag, vak.van, vak.tot))
    return replace(week, vakken=tuple(vakken))


def _ways(week: Week, les: Tijdvak, feiten: Weekfeiten) -> Iterator[Tijdvak]:
    reis = feiten.reisminuten
    same = [vak for vak in week.of(LES) if vak.dag == les.dag and vak is not les]
    # Nobody goes home between two lessons that are closer than the way there and back.
    if reis and not any(0 <= les.van - vak.tot <= 2 * reis for vak in same):
        yield Tijdvak(les.dag, max(les.van - reis, 0), les.van, REIS, les.wat)
    if reis and not any(0 <= vak.van - les.tot <= 2 * reis for vak in same):
        yield Tijdvak(les.dag, les.tot, min(les.tot + reis, 24 * 60), REIS, les.wat)


def lesdelen_of(week: Week) -> tuple[tuple[int, str], ...]:
    """The parts of a week with lessons, each as its day and the part of that day, in their order."""
    found = ((les.dag, moment) for les in week.of(LES) for moment in _momenten_of(les))
    return tuple(dict.fromkeys(found))


def _momenten_of(les: Tijdvak) -> list[str]:
    """The part of the day that all of it lies in, or else each in which some of it is."""
    heel = [code for code, (van, tot) in _MOMENTEN.items() if van <= les.van and les.tot <= tot]
    return heel[:1] or [code for code, (van, tot) in _MOMENTEN.items() if les.van < tot and van < les.tot]


def knelpunten_of(week: Week, feiten: Weekfeiten) -> tuple[Knelpunt, ...]:
    """All that does not fit in a week that has its travel in it; the hours as a whole first."""
    return (
        *_uren(week, feiten),
        *_tegelijk(week),
        *_opvang(week, feiten),
        *_gesloten(week),
        *_lestijden(week, feiten),
        *_zorg(week, feiten),
        *_lesuren(week, feiten),
        *_werkuren(week, feiten),
    )


def is_impossible(week: Week) -> bool:
    """Whether more is planned than a week has hours."""
    return week.total(*GEPLAND) > 24 * len(DAGEN)


def _uren(week: Week, feiten: Weekfeiten) -> Iterator[Knelpunt]:
    grens = feiten.draagkracht if week.uren is None else week.uren
    gepland = week.total(*BELAST)
    if grens is not None and gepland > grens:
        yield Knelpunt(Knelsoort.TE_VEEL_UREN, uren=gepland, van=grens, van_gezondheid=week.uren is None)


def _tegelijk(week: Week) -> Iterator[Knelpunt]:
    for een, ander in combinations(week.of(*GEPLAND), 2):
        # The same agreement twice on a day is no second thing.
        if een.overlaps(ander) and not (een.rij == ander.rij and een.rij):
            yield Knelpunt(Knelsoort.TEGELIJK, een, ander)


def _opvang(week: Week, feiten: Weekfeiten) -> Iterator[Knelpunt]:
    if feiten.opvang_nodig:
        away, covered = week.of(*BELAST, REIS), week.of(OPVANG)
        for vak in _joined(vak for vak in away if not _within(vak, covered)):
            yield Knelpunt(Knelsoort.GEEN_OPVANG, vak)


def _joined(vakken: Iterable[Tijdvak]) -> Iterator[Tijdvak]:
    """What follows on each other is one stretch: who travels to lessons is away from the children once."""
    at: Tijdvak | None = None
    for vak in vakken:
        if at is not None and at.dag == vak.dag and vak.van <= at.tot:
            at = replace(at, tot=max(at.tot, vak.tot))
            continue
        if at is not None:
            yield at
        at = vak
    if at is not None:
        yield at


def _gesloten(week: Week) -> Iterator[Knelpunt]:
    for vak in week.of(*BELAST):
        hours = [open_ for open_ in week.of(OPEN) if _same_place(open_, vak)]
        if hours and not _within(vak, hours):
            yield Knelpunt(Knelsoort.GESLOTEN, vak)


def _lestijden(week: Week, feiten: Weekfeiten) -> Iterator[Knelpunt]:
    momenten = [_MOMENTEN[code] for code in feiten.lesmomenten if code in _MOMENTEN]
    for les in week.of(LES):
        if feiten.lesdagen and les.dag not in feiten.lesdagen:
            yield Knelpunt(Knelsoort.ANDERE_DAG, les)
        elif momenten and not _within(les, [replace(les, van=van, tot=tot) for van, tot in momenten]):
            yield Knelpunt(Knelsoort.ANDER_MOMENT, les)


def _zorg(week: Week, feiten: Weekfeiten) -> Iterator[Knelpunt]:
    """Care that was told and stands nowhere: it would be done beside all the rest."""
    gepland = week.total(ZORG)
    if feiten.zorguren is not None and feiten.zorguren > gepland:
        yield Knelpunt(Knelsoort.ZORG_BUITEN_WEEK, uren=gepland, van=feiten.zorguren)


def _lesuren(week: Week, feiten: Weekfeiten) -> Iterator[Knelpunt]:
    """Fewer lessons than the besluit goes by: so it begins, and somebody has to see when it grows."""
    gepland = week.total(LES)
    if feiten.lesuren is not None and gepland < feiten.lesuren:
        yield Knelpunt(Knelsoort.MINDER_LES, uren=gepland, van=feiten.lesuren)


def _werkuren(week: Week, feiten: Weekfeiten) -> Iterator[Knelpunt]:
    """Of places of work other hours were agreed on than stand in the week: one of both is not up to date."""
    gepland = week.total(WERK)
    afgesproken = sum((werk.uren for werk in feiten.werkuren if werk.is_in(week)), Decimal(0))
    if afgesproken and afgesproken != gepland:
        yield Knelpunt(Knelsoort.ANDER_WERK, uren=gepland, van=afgesproken)


def _same_place(een: Tijdvak, ander: Tijdvak) -> bool:
    return bool(een.wat) and een.wat.casefold() == ander.wat.casefold()


def _within(vak: Tijdvak, ruimte: list[Tijdvak] | tuple[Tijdvak, ...]) -> bool:
    """Whether all of it lies in some hours, that may follow on each other."""
    at = vak.van
    for deel in sorted((r for r in ruimte if r.dag == vak.dag), key=lambda r: r.van):
        if deel.van <= at < deel.tot:
            at = deel.tot
    return at >= vak.tot

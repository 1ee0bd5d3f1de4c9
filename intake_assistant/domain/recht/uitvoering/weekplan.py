"""The plan of a week: what stands on which day and hour, and from which day on it is another week.

It is agreed with the person and changes when both say so (Wet 15(1)(b), Besl 5.3(4)); no part of the besluit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from intake_assistant.dates import read_date, read_hour
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import WEEKBLOK, WEEKSTAP
from intake_assistant.domain.recht.grenzen import Grens, getalgebrek
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen, is_verschillend, rij_of

DAGEN: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
LES, WERK, ZORG, REIS, OPVANG, OPEN = SOORTEN = ("les", "werk", "zorg", "reis", "opvang", "open")
GEPLAND: Final = (LES, WERK, ZORG, REIS)
"""What somebody does; the others are when something is there to go to."""
BELAST: Final = (LES, WERK)
"""What counts against the hours that are bearable: lessons and work together, as the form asks them."""
# Nobody works or learns longer in a week (art. 5:7(2) Arbeidstijdenwet).
UREN_PER_WEEK: Final = Grens(0, 60, "Wet 15(2)", heel=False)


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """Some hours of one day, in minutes from midnight; `rij` is the row it stands in, empty when reckoned."""

    dag: int
    van: int
    tot: int
    soort: str
    wat: str = ""
    rij: str = ""

    @property
    def minuten(self) -> int:
        """How long it is."""
        return self.tot - self.van

    def overlaps(self, ander: Tijdvak) -> bool:
        """Whether some minutes are in both."""
        return self.dag == ander.dag and self.van < ander.tot and ander.van < self.tot


@dataclass(frozen=True, slots=True)
class Weekblok:
    """What comes back each week on some days, from its first to its last day; None is not said."""

    rij: str
    soort: str
    wat: str
    dagen: tuple[int, ...]
    van: int
    tot: int
    vanaf: date
    tot_en_met: date | None

    def is_on(self, dag: date) -> bool:
        """Whether it stands in the week as that is on a day."""
        return self.vanaf <= dag and (self.tot_en_met is None or dag <= self.tot_en_met)


@dataclass(frozen=True, slots=True)
class Week:
    """One step: the week as it is from a day on, until the next step; `uren` is what was agreed at most."""

    vanaf: date
    tot_en_met: date | None
    vakken: tuple[Tijdvak, ...]
    uren: Decimal | None

    def of(self, *soorten: str) -> tuple[Tijdvak, ...]:
        """The parts of some kinds, in the order of the week."""
        return tuple(vak for vak in self.vakken if vak.soort in soorten)

    def total(self, *soorten: str) -> Decimal:
        """How many hours they are together."""
        return Decimal(sum(vak.minuten for vak in self.of(*soorten))) / 60


def minutes_of(getypt: object) -> int | None:
    """The minutes from midnight of an hour as it was typed; 24.00 ends a day; None when it is no hour."""
    if str(getypt).strip() in ("24:00", "24.00", "24"):
        return 24 * 60
    uur = read_hour(str(getypt)[:5] if str(getypt).count(":") == 2 else str(getypt))
    return int(uur[:2]) * 60 + int(uur[3:]) if uur else None


def hour_of(minuten: int) -> str:
    """Minutes from midnight as people write an hour: 9.30."""
    return f"{minuten // 60}.{minuten % 60:02}"


def read_blok(rij: str, velden: Mapping[str, Any]) -> Weekblok | None:
    """A row as it counts in the week; None while its days, hours or first day are not there."""
    van, tot = minutes_of(velden.get("van", "")), minutes_of(velden.get("tot", ""))
    vanaf = read_date(velden.get("vanaf")) or read_date(velden.get("afgesproken_op"))
    codes = velden.get("dagen")
    dagen = tuple(n for n, dag in enumerate(DAGEN) if isinstance(codes, list) and dag in codes)
    soort = str(velden.get("soort", ""))
    if van is None or tot is None or tot <= van or vanaf is None or not dagen or soort not in SOORTEN:
        return None
    einde = read_date(velden.get("tot_en_met"))
    return Weekblok(rij, soort, str(velden.get("wat", "")).strip(), dagen, van, tot, vanaf, einde)


def blokken_of(dossier: Dossier) -> tuple[Weekblok, ...]:
    """Every row of the week that can be read."""
    found = (read_blok(rij, velden) for rij, velden in gevulde_rijen(dossier, WEEKBLOK))
    return tuple(blok for blok in found if blok is not None)


def onzeker_in(dossier: Dossier, week: Week) -> tuple[tuple[str, str], ...]:
    """What may be in a week and is not, since its hours or days were recorded in two ways: soort and wat."""
    found = []
    for rij in dossier.row_ids(WEEKBLOK.lijst()):
        velden = rij_of(dossier, WEEKBLOK, rij)
        if read_blok(rij, velden) is not None or not is_verschillend(dossier, WEEKBLOK, rij):
            continue
        begin, einde = read_date(velden.get("vanaf")), read_date(velden.get("tot_en_met"))
        is_later = begin is not None and week.tot_en_met is not None and begin > week.tot_en_met
        if not is_later and (einde is None or einde >= week.vanaf):
            found.append((str(velden.get("soort", "")), str(velden.get("wat", "")).strip()))
    return tuple(found)


def grenzen_of(dossier: Dossier) -> tuple[tuple[date, Decimal], ...]:
    """From which day how many hours are bearable, as was agreed, the first day first."""
    found = (read_grens(velden) for _, velden in gevulde_rijen(dossier, WEEKSTAP))
    return tuple(sorted(grens for grens in found if grens is not None))


def read_grens(velden: Mapping[str, Any]) -> tuple[date, Decimal] | None:
    """A step of the build-up; None while it has no day or no number that can be."""
    vanaf = read_date(velden.get("vanaf")) or read_date(velden.get("afgesproken_op"))
    getypt = velden.get("uren", "")
    if vanaf is None or getypt == "" or getalgebrek(getypt, UREN_PER_WEEK):
        return None
    try:
        return vanaf, Decimal(str(getypt).replace(",", "."))
    except InvalidOperation:
        return None


def weken_of(blokken: Sequence[Weekblok], grenzen: Sequence[tuple[date, Decimal]]) -> tuple[Week, ...]:
    """Each step in order of date; days on which nothing is planned any more make no step."""
    begins = {blok.vanaf for blok in blokken} | {dag for dag, _ in grenzen}
    begins |= {blok.tot_en_met + timedelta(days=1) for blok in blokken if blok.tot_en_met is not None}
    days = sorted(begins)
    found = []
    for dag, volgende in zip(days, (*days[1:], None), strict=False):
        vakken = tuple(sorted(_vakken(blokken, dag), key=lambda vak: (vak.dag, vak.van, vak.tot)))
        uren = next((aantal for vanaf, aantal in reversed(grenzen) if vanaf <= dag), None)
        if vakken:
            found.append(Week(dag, volgende - timedelta(days=1) if volgende else None, vakken, uren))
    return tuple(found)


def current_week(weken: Sequence[Week], op: date) -> Week | None:
    """The week as it is on a day; before the first one that first one, after the last one none."""
    return next((week for week in weken if week.tot_en_met is None or op <= week.tot_en_met), None)


def _vakken(blokken: Sequence[Weekblok], dag: date) -> Iterator[Tijdvak]:
    for blok in blokken:
        if blok.is_on(dag):
            for nummer in blok.dagen:
                yield Tijdvak(nummer, blok.van, blok.tot, blok.soort, blok.wat, blok.rij)

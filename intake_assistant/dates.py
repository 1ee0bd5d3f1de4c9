"""Dates: read as people type them, written as people read them, and none in a year that cannot be."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import Final

from intake_assistant.staftaal import DUTCH, spoken_babel

# Nobody in a dossier was born before, and no term in it reaches further: another year is a slip of the hand.
EERSTE_JAAR: Final = 1900
LAATSTE_JAAR: Final = 2100
# Of a year in two figures that may lie ahead: 68 is 2068 and 69 is 1969, as in POSIX.
_KEERPUNT: Final = 69

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_JAAR_EERST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAG_EERST = re.compile(r"(\d{1,2})[-/.\s]+(\d{1,2}|[a-z]+\.?)[-/.\s]+'?(\d{4}|\d{2})")
_ACHT = re.compile(r"(\d{2})(\d{2})(\d{4})")
_WEEKDAG = re.compile(r"([a-z]+)\.?,?\s+(.+)")
_UUR = re.compile(r"(\d{1,2})(?:\s*[:.u]\s*(\d{2}))?\s*(?:uur|u)?", re.ASCII)
# What is copied from the screen may bring the marks of its direction along.
_ONZICHTBAAR = dict.fromkeys([*range(0x2066, 0x206A), 0x200E, 0x200F])


def read_date(waarde: object) -> datetime.date | None:
    """The date of an ISO text; None when it is none, or lies in a year that cannot be."""
    if not _ISO.fullmatch(str(waarde)):
        return None
    try:
        day = datetime.date.fromisoformat(str(waarde))
    except ValueError:
        return None
    return day if EERSTE_JAAR <= day.year <= LAATSTE_JAAR else None


def read_typed(getypt: str, *, tot_en_met: datetime.date | None = None) -> str:
    """The ISO date of what was typed, or what was typed when it is no date.

    A year in two figures lies in the century that most dates lie in; with `tot_en_met` in the last one
    that is not after that day, as for a day of birth.
    """
    klein = getypt.translate(_ONZICHTBAAR).strip().casefold()
    dag = _typed_day(klein, tot_en_met)
    if dag is None and (met := _WEEKDAG.fullmatch(klein)):
        dag = _typed_day(met[2], tot_en_met)
        # On which of two that deny each other one may build, nobody can tell.
        dag = dag if dag and _weekday_of(met[1]) == dag.weekday() else None
    return dag.isoformat() if dag else getypt


def read_hour(getypt: str) -> str:
    """The hour of what was typed as `09:30`: 9.30, 9:30 uur, 9u30, 9; empty when there is no such hour."""
    delen = _UUR.fullmatch(getypt.translate(_ONZICHTBAAR).strip().casefold())
    if delen is None or int(delen[1]) > 23 or int(delen[2] or 0) > 59:
        return ""
    return f"{int(delen[1]):02}:{delen[2] or '00'}"


def hour_as_typed(uur: str) -> str:
    """An hour as it is typed: 9.30; what is no hour stays as it is."""
    read = read_hour(uur)
    return f"{int(read[:2])}.{read[3:]}" if read else uur


def as_typed(waarde: str | datetime.date) -> str:
    """A date as it is typed: 5-3-2026; what is no date stays as it is."""
    day = waarde if isinstance(waarde, datetime.date) else read_date(waarde)
    return f"{day.day}-{day.month}-{day.year}" if day else str(waarde)


def in_words(day: datetime.date) -> str:
    """A date as people read it: 5 maart 2026."""
    return _written(day, _said_months("wide")[day.month - 1])


def in_taal(day: datetime.date, locale: str) -> str:
    """A date as people read it in another language, by the name that Babel has for that."""
    from babel.dates import format_date  # late, as below

    return str(format_date(day, "long", locale=locale))


def in_their_words(day: datetime.date, locale: str) -> str:
    """A date with its day of the week as people of another language read it, by the name that Babel has."""
    from babel.dates import format_date  # late: only who sits opposite reads it

    return format_date(day, format="full", locale=locale)


def in_short(day: datetime.date) -> str:
    """A date where there is little room: 5 mrt 2026."""
    return _written(day, _said_months("abbreviated")[day.month - 1])


def without_year(day: datetime.date) -> str:
    """A date on an axis that tells the year elsewhere: 5 mrt."""
    return f"{day.day} {_said_months('abbreviated')[day.month - 1]}"


def with_weekday(day: datetime.date) -> str:
    """A date with its day of the week: dinsdag 26 mei 2026."""
    return f"{_said_weekdays()[day.weekday()]} {in_words(day)}"


def in_words_of(day: datetime.date, taal: str, *, weekdag: bool = False) -> str:
    """A date as readers of a locale write it, the day always before the month: both are there to compare."""
    from babel.dates import format_date  # late: only papers in two languages need it

    lang = format_date(day, "long", locale=taal)
    dag = lang if lang.startswith(str(day.day)) else format_date(day, "d MMMM y", locale=taal)
    return f"{format_date(day, 'EEEE', locale=taal)} {dag}" if weekdag else dag


def weekday_in_short(day: datetime.date) -> str:
    """A day that is near, where there is little room: dinsdag 26 mei."""
    return f"{_said_weekdays()[day.weekday()]} {without_year(day)}"


def date_in_words(iso: str) -> str:
    """An ISO date as `5 maart 2026`; what is no date stays as it is."""
    day = read_date(iso)
    return in_words(day) if day else iso


def local_moment(op: str | datetime.datetime) -> datetime.datetime:
    """A moment that was recorded anywhere, on the clock of the Netherlands: everywhere the same hour.

    Of a clock at the end of the calendar, as somebody may send it, as it is: there is none here.
    """
    moment = datetime.datetime.fromisoformat(op) if isinstance(op, str) else op
    try:
        return moment.astimezone(_nederland())
    except OverflowError:
        return moment


def begin_of(day: datetime.date, *, later: int = 0) -> datetime.datetime:
    """The first moment of a day, or of one so many days later, on the clock of the Netherlands."""
    days = datetime.timedelta(days=later)
    return datetime.datetime.combine(day + days, datetime.time(), _nederland())


def short_date(iso: str) -> str:
    """An ISO date as `5 mrt 2026`; empty when it is none."""
    day = read_date(iso)
    return in_short(day) if day else ""


def months_in_short() -> tuple[str, ...]:
    """The twelve months where there is little room: jan, feb, mrt."""
    return _said_months("abbreviated")


def _written(day: datetime.date, maand: str) -> str:
    if day.year < EERSTE_JAAR:
        # The last stop before a letter: no fact of a dossier is that old, so a mistake of the program is.
        raise ValueError(f"no date to write: {day.isoformat()}")
    return f"{day.day} {maand} {day.year}"


def _typed_day(klein: str, tot_en_met: datetime.date | None) -> datetime.date | None:
    if delen := _JAAR_EERST.fullmatch(klein):
        jaar, maand, dag = delen.groups()
    elif delen := _DAG_EERST.fullmatch(klein) or _ACHT.fullmatch(klein):
        dag, maand, jaar = delen.groups()
    else:
        return None
    found = [_day(j, _month_of(maand), int(dag)) for j in _years(jaar)]
    if len(found) > 1 and tot_en_met is not None:
        return next((day for day in found if day and day <= tot_en_met), None)
    return found[0 if len(found) == 1 or int(jaar) < _KEERPUNT else 1]


def _years(jaar: str) -> tuple[int, ...]:
    """The years that these figures can mean, the latest first."""
    return (int(jaar),) if len(jaar) == 4 else (2000 + int(jaar), 1900 + int(jaar))


def _day(jaar: int, maand: int, dag: int) -> datetime.date | None:
    try:
        day = datetime.date(jaar, maand, dag)
    except ValueError:
        return None
    return day if EERSTE_JAAR <= jaar <= LAATSTE_JAAR else None


def _month_of(woord: str) -> int:
    """The number of a month by its number, its name or a beginning of its name; 0 for another word."""
    if woord.isdecimal():
        return int(woord)
    return next((maand for taal in _typed_in() if (maand := _named_month(woord.removesuffix("."), taal))), 0)


def _named_month(kort: str, taal: str) -> int:
    namen = zip(_months("wide", taal), _months("abbreviated", taal), strict=True)
    for nummer, (heel, afgekort) in enumerate(namen, 1):
        heel, afgekort = heel.casefold(), afgekort.casefold()
        # Two letters could be a day of the week as well: 5 ma.
        if kort == afgekort or (len(kort) > 2 and heel.startswith(kort)):
            return nummer
    return 0


def _weekday_of(woord: str) -> int | None:
    for taal in _typed_in():
        for namen in (_weekdays("wide", taal), _weekdays("abbreviated", taal)):
            klein = [naam.casefold() for naam in namen]
            if woord in klein:
                return klein.index(woord)
    return None


def _typed_in() -> tuple[str, ...]:
    """The languages in which a day may be typed: Dutch, and what the screen speaks."""
    return tuple(dict.fromkeys((DUTCH, spoken_babel())))


@cache
def _nederland() -> datetime.tzinfo:
    from zoneinfo import ZoneInfo  # late: at the lock nobody asks for the hour

    return ZoneInfo("Europe/Amsterdam")


def _said_months(breedte: str) -> tuple[str, ...]:
    return _months(breedte, spoken_babel())


def _said_weekdays() -> tuple[str, ...]:
    return _weekdays("wide", spoken_babel())


@cache
def _months(breedte: str, taal: str) -> tuple[str, ...]:
    from babel import Locale  # late: a start of the command line writes no date

    namen = Locale.parse(taal).months["format"][breedte]
    return tuple(str(namen[nummer]).removesuffix(".") for nummer in range(1, 13))


@cache
def _weekdays(breedte: str, taal: str) -> tuple[str, ...]:
    from babel import Locale  # late, as above

    namen = Locale.parse(taal).days["format"][breedte]
    return tuple(str(namen[nummer]).removesuffix(".") for nummer in range(7))

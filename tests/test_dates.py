"""What the program writes can be typed, and what is no day is never taken for one."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

import pytest

from intake_assistant.dates import (
    as_typed,
    date_in_words,
    in_short,
    in_words,
    read_date,
    read_typed,
    short_date,
    with_weekday,
)

VANDAAG = datetime.date(2026, 11, 27)


def every_day() -> Iterator[datetime.date]:
    eerste, laatste = datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)
    return (eerste + datetime.timedelta(days=n) for n in range((laatste - eerste).days + 1))


@pytest.mark.parametrize("write", [as_typed, in_words, in_short, with_weekday, datetime.date.isoformat])
def test_whatever_is_written_can_be_typed(write: Callable[[datetime.date], str]) -> None:
    wrong = [day for day in every_day() if read_typed(write(day)) != day.isoformat()]
    assert not wrong, wrong[:5]


@pytest.mark.parametrize(
    "typed",
    [
        "5-3-2026", "05-03-2026", "5/3/2026", "5.3.2026", "5 3 2026", " 5-3-2026 ", "05032026", "2026-03-05",
        "2026-3-5", "5 maart 2026", "5 mrt 2026", "5 mrt. 2026", "5 MAA 2026", "5-mrt-2026", "5-3-26",
        "5 mrt '26",
        "donderdag 5 maart 2026", "do 5 mrt 2026", "Donderdag, 5 maart 2026", "\u20665-3-2026\u2069",
        "5\u00a0maart\u00a02026",
    ],
)  # fmt: skip
def test_a_day_as_people_type_it(typed: str) -> None:
    assert read_typed(typed) == "2026-03-05"


@pytest.mark.parametrize(
    "typed",
    [
        "", "morgen", "vorig jaar", "31-11-2026", "29-2-2027", "31-2-2026", "0-1-2026", "1-13-2026",
        "1-0-2026",
        "5 maandag 2026", "5 decimaal 2026", "5 ma 2026", "5 j 2026", "5 mrtt 2026", "vrijdag 5 maart 2026",
        "5-3", "5-3-1", "5-3-0001", "5-3-9999", "1-1-1899", "1-1-2101", "0001-01-01", "9999-12-31",
        "20260305",
        "5-3-226", "1-1-1-2026", "5 maart", "maart 2026", "5-3-2026 14:05", "-5-3-2026", "²-3-2026",
    ],
)  # fmt: skip
def test_what_is_no_day_stays_as_it_was_typed(typed: str) -> None:
    assert read_typed(typed) == typed
    assert read_date(typed) is None
    assert (as_typed(typed), date_in_words(typed), short_date(typed)) == (typed, typed, "")


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("1-11-26", "2026-11-01"), ("1-1-30", "2030-01-01"), ("1-1-68", "2068-01-01"), ("1-1-69", "1969-01-01")],
)
def test_a_year_in_two_figures(typed: str, iso: str) -> None:
    assert read_typed(typed) == iso


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("1-11-26", "2026-11-01"), ("28-11-26", "1926-11-28"), ("1-1-30", "1930-01-01"),
        ("17 mrt 94", "1994-03-17"), ("29-2-00", "2000-02-29"), ("1-1-2030", "2030-01-01"),
        ("29-2-28", "1928-02-29"), ("29-2-27", "29-2-27"),
    ],
)  # fmt: skip
def test_of_a_day_of_birth_the_year_has_been(typed: str, iso: str) -> None:
    assert read_typed(typed, tot_en_met=VANDAAG) == iso


@pytest.mark.parametrize(
    "waarde", [None, 20260305, True, {}, "2026-W10-4", "2026-03-05T00:00:00", "2026-3-5"]
)
def test_only_a_whole_iso_date_is_a_date(waarde: object) -> None:
    assert read_date(waarde) is None


def test_a_day_in_words() -> None:
    assert (date_in_words("2026-03-05"), short_date("2026-03-05")) == ("5 maart 2026", "5 mrt 2026")
    assert with_weekday(datetime.date(2026, 3, 1)) == "zondag 1 maart 2026"


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date(1899, 12, 31)])
def test_no_year_before_1900_is_ever_written(day: datetime.date) -> None:
    for write in (in_words, in_short, with_weekday):
        with pytest.raises(ValueError, match="no date to write"):
            write(day)

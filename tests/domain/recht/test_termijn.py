"""Terms to the day, on both sides of each limit."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.recht.termijn import (
    TWAALF_WEKEN,
    easter,
    feestdagen,
    is_feestdag,
    is_werkdag,
    koningsdag,
    plus_dagen,
    termijn_dagen,
    termijn_maanden,
    verschuif,
)

JAREN = st.integers(2000, 2199)
DATUMS = st.dates(date(2000, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "pasen",
    [
        date(2000, 4, 23), date(2008, 3, 23), date(2011, 4, 24), date(2016, 3, 27), date(2019, 4, 21),
        date(2021, 4, 4), date(2022, 4, 17), date(2023, 4, 9), date(2024, 3, 31), date(2025, 4, 20),
        date(2026, 4, 5), date(2027, 3, 28), date(2028, 4, 16), date(2029, 4, 1), date(2030, 4, 21),
        date(2031, 4, 13), date(2035, 3, 25), date(2038, 4, 25), date(2049, 4, 18), date(1818, 3, 22),
    ],
)  # fmt: skip
def test_easter_table(pasen: date) -> None:
    assert easter(pasen.year) == pasen


@given(JAREN)
def test_easter_is_a_sunday_in_spring(jaar: int) -> None:
    pasen = easter(jaar)
    assert pasen.weekday() == 6
    assert date(jaar, 3, 22) <= pasen <= date(jaar, 4, 25)


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [
        (2025, date(2025, 4, 26)),
        (2026, date(2026, 4, 27)),
        (2031, date(2031, 4, 26)),
        (2030, date(2030, 4, 27)),
    ],
)
def test_koningsdag_is_the_26th_only_on_a_sunday(jaar: int, dag: date) -> None:
    assert koningsdag(jaar) == dag


def test_feestdagen_of_2026() -> None:
    assert feestdagen(2026) == {
        date(2026, 1, 1): "nieuwjaarsdag",
        date(2026, 4, 3): "goede_vrijdag",
        date(2026, 4, 5): "eerste_paasdag",
        date(2026, 4, 6): "tweede_paasdag",
        date(2026, 4, 27): "koningsdag",
        date(2026, 5, 5): "bevrijdingsdag",
        date(2026, 5, 14): "hemelvaartsdag",
        date(2026, 5, 24): "eerste_pinksterdag",
        date(2026, 5, 25): "tweede_pinksterdag",
        date(2026, 12, 25): "eerste_kerstdag",
        date(2026, 12, 26): "tweede_kerstdag",
    }


@pytest.mark.parametrize(
    ("datum", "verschoven"),
    [
        (date(2026, 5, 22), date(2026, 5, 22)),  # an ordinary Friday stays
        (date(2026, 5, 23), date(2026, 5, 26)),  # Saturday before Whitsun: over both days
        (date(2026, 5, 25), date(2026, 5, 26)),  # second Whitsun day
        (date(2026, 5, 26), date(2026, 5, 26)),
        (date(2026, 4, 2), date(2026, 4, 2)),  # Thursday before Goede Vrijdag
        (date(2026, 4, 3), date(2026, 4, 7)),  # Goede Vrijdag, Saturday, both Easter days
        (date(2026, 4, 27), date(2026, 4, 28)),  # Koningsdag on a Monday
        (date(2025, 4, 26), date(2025, 4, 28)),  # Koningsdag on Saturday the 26th
        (date(2026, 5, 5), date(2026, 5, 6)),  # 5 mei, each year
        (date(2025, 5, 5), date(2025, 5, 6)),
        (date(2026, 5, 14), date(2026, 5, 15)),  # Hemelvaart; the Friday after is no feestdag
        (date(2026, 12, 25), date(2026, 12, 28)),  # Christmas on Friday and Saturday
        (date(2026, 12, 31), date(2026, 12, 31)),  # New Year's Eve is an ordinary day
        (date(2027, 1, 1), date(2027, 1, 4)),  # New Year on a Friday
        (date(2022, 12, 31), date(2023, 1, 2)),  # Saturday, then New Year on a Sunday
        (date(2032, 5, 5), date(2032, 5, 7)),  # 5 mei, then Hemelvaart
    ],
)
def test_verschuif(datum: date, verschoven: date) -> None:
    assert verschuif(datum) == verschoven


def test_days_equated_by_decree_are_data() -> None:
    brugdag = date(2026, 5, 15)
    assert verschuif(brugdag) == brugdag
    assert is_feestdag(brugdag, (brugdag,))
    assert verschuif(date(2026, 5, 14), (brugdag,)) == date(2026, 5, 18)


@given(DATUMS)
def test_verschuif_goes_to_the_first_werkdag_and_no_further(datum: date) -> None:
    verschoven = verschuif(datum)
    assert is_werkdag(verschoven)
    assert verschuif(verschoven) == verschoven
    assert 0 <= (verschoven - datum).days <= 5
    tussen = [datum + timedelta(days=n) for n in range((verschoven - datum).days)]
    assert not any(is_werkdag(dag) for dag in tussen)


@pytest.mark.parametrize(
    ("begin", "dagen", "einde"),
    [
        (date(2026, 3, 16), 70, date(2026, 5, 26)),  # the example of the contract
        (date(2026, 3, 17), 70, date(2026, 5, 26)),
        (date(2026, 3, 13), 70, date(2026, 5, 22)),
        (date(2026, 5, 12), 42, date(2026, 6, 23)),
        (date(2026, 5, 20), 14, date(2026, 6, 3)),
    ],
)
def test_termijn_dagen(begin: date, dagen: int, einde: date) -> None:
    assert termijn_dagen(begin, dagen) == einde


def test_only_terms_up_to_twelve_weeks_move() -> None:
    pinkstermaandag = date(2026, 5, 25)
    precies = pinkstermaandag - timedelta(days=TWAALF_WEKEN)
    assert termijn_dagen(precies, TWAALF_WEKEN) == date(2026, 5, 26)
    assert termijn_dagen(precies - timedelta(days=1), TWAALF_WEKEN + 1) == pinkstermaandag


@pytest.mark.parametrize(
    ("begin", "maanden", "einde"),
    [
        (date(2026, 5, 12), 36, date(2029, 5, 11)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2028, 2, 29), 36, date(2031, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 8, 29), 6, date(2028, 2, 28)),
        (date(2026, 8, 29), 6, date(2027, 2, 28)),
        (date(2026, 8, 28), 6, date(2027, 2, 27)),
        (date(2026, 3, 1), 36, date(2029, 2, 28)),
        (date(2025, 3, 1), 36, date(2028, 2, 29)),
        (date(2026, 1, 1), 6, date(2026, 6, 30)),
        (date(2026, 7, 1), 6, date(2026, 12, 31)),
        (date(2026, 5, 31), 6, date(2026, 11, 30)),
        (date(2026, 12, 1), 18, date(2028, 5, 31)),
        (date(2026, 5, 24), 12, date(2027, 5, 23)),  # a Sunday: not moved
    ],
)
def test_termijn_maanden(begin: date, maanden: int, einde: date) -> None:
    assert termijn_maanden(begin, maanden) == einde


@given(DATUMS, st.integers(1, 60))
def test_the_day_after_a_term_of_months_opens_the_next(begin: date, maanden: int) -> None:
    volgende = termijn_maanden(begin, maanden) + timedelta(days=1)
    assert volgende.day in (begin.day, 1)
    assert (volgende.year - begin.year) * 12 + volgende.month - begin.month in (maanden, maanden + 1)


def test_a_mistyped_year_is_absurd_but_no_crash() -> None:
    assert plus_dagen(date(9999, 12, 1), 70) == date.max
    assert termijn_dagen(date(9999, 12, 1), 70) == date.max
    assert termijn_maanden(date(9998, 1, 1), 36) == date.max
    assert verschuif(date.max, (date.max,)) == date.max

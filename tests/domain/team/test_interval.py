"""Intervals as published, or counted by hand."""

import math
from itertools import combinations

import pytest

from intake_assistant.domain.team.interval import mediaan, newcombe, wilson


@pytest.mark.parametrize(
    ("aantal", "van", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_of_wilson_as_published(aantal: int, van: int, low: float, high: float) -> None:
    marge = wilson(aantal, van)
    assert (round(marge.van, 4), round(marge.tot, 4)) == (low, high)
    assert marge.waarde == aantal / van


def test_of_all_the_upper_end_is_all() -> None:
    assert (wilson(20, 20).tot, wilson(0, 20).van) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("een", "ander", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10.
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((10, 10), (0, 20), 0.6791, 1.0),
    ],
)
def test_the_interval_of_newcombe_as_published(
    een: tuple[int, int], ander: tuple[int, int], low: float, high: float
) -> None:
    marge = newcombe(een, ander)
    assert (round(marge.van, 4), round(marge.tot, 4)) == (low, high)


def test_a_difference_may_be_no_difference() -> None:
    assert newcombe((56, 70), (48, 80)).is_zonder_nul
    assert newcombe((48, 80), (56, 70)).is_zonder_nul
    assert not newcombe((5, 56), (0, 29)).is_zonder_nul


def test_a_median_lies_between_two_of_the_numbers() -> None:
    """Of ten: (1 + 10) / 1024 lies outside the second and the ninth, (1 + 10 + 45) / 1024 is too much."""
    marge = mediaan([8, 3, 1, 10, 6, 2, 9, 4, 7, 5])
    assert marge is not None
    assert (marge.waarde, marge.van, marge.tot) == (5.5, 2, 9)


def test_a_median_of_an_odd_number_is_the_one_in_the_middle() -> None:
    marge = mediaan([10, 40, 20, 30, 70, 60, 50])
    assert marge is not None
    assert (marge.waarde, marge.van, marge.tot) == (40, 10, 70)


def test_of_five_numbers_no_interval_holds_the_median_often_enough() -> None:
    assert mediaan([1, 2, 3, 4, 5]) is None
    assert mediaan([]) is None


@pytest.mark.parametrize("aantal", [6, 11, 25, 60])
def test_the_ranks_leave_at_most_one_in_twenty_outside(aantal: int) -> None:
    marge = mediaan(range(1, aantal + 1))
    assert marge is not None
    rang = int(marge.van)
    assert marge.tot == aantal + 1 - rang
    one_side = sum(math.comb(aantal, n) for n in range(rang)) / 2**aantal
    assert one_side <= 0.025
    assert one_side + math.comb(aantal, rang) / 2**aantal > 0.025


def test_counted_out_the_interval_of_six_holds_the_median_as_often_as_it_says() -> None:
    """Of twelve numbers each choice of six: outside only when all six lie on one side of the middle."""
    outside = 0
    for gekozen in combinations(range(12), 6):
        marge = mediaan(gekozen)
        assert marge is not None
        outside += not marge.van <= 5.5 <= marge.tot
    assert outside == 2

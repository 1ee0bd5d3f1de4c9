"""Fewer than ten people are told together with others; of a scale with those beside them."""

from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.team.groepen import ONBEKEND, in_volgorde, op_grootte

GESLACHT = ("vrouw", "man", "x", ONBEKEND)


def test_large_groups_stand_by_themselves() -> None:
    assert in_volgorde({"vrouw": 50, "man": 40}, GESLACHT) == [("vrouw",), ("man",)]


def test_a_small_group_goes_with_the_smaller_one_beside_it() -> None:
    assert in_volgorde({"vrouw": 50, "man": 40, "x": 2}, GESLACHT) == [("vrouw",), ("man", "x", ONBEKEND)]


def test_nobody_tells_which_of_those_together_are_empty() -> None:
    with_x = in_volgorde({"vrouw": 50, "man": 40, "x": 2}, GESLACHT)
    without = in_volgorde({"vrouw": 50, "man": 40, ONBEKEND: 2}, GESLACHT)
    assert with_x == without


def test_ages_join_their_neighbours() -> None:
    ages = ("jong", "midden", "oud", ONBEKEND)
    assert in_volgorde({"jong": 4, "midden": 30, "oud": 12}, ages) == [("jong", "midden"), ("oud",)]
    assert in_volgorde({"jong": 4, "midden": 3, "oud": 2}, ages) == []


def test_countries_that_are_too_small_stand_together_as_the_last() -> None:
    assert op_grootte({"SY": 30, "ER": 20, "AF": 6, "IR": 5}) == [("SY",), ("ER",), ("AF", "IR")]


def test_when_those_are_too_few_the_smallest_large_one_goes_with_them() -> None:
    assert op_grootte({"SY": 30, "ER": 20, "AF": 6}) == [("SY",), ("AF", "ER")]
    assert op_grootte({"SY": 30, "AF": 6}) == [("AF", "SY")]
    assert op_grootte({"SY": 6}) == []


tellingen = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 30), min_size=1)


@given(tellingen)
def test_everybody_is_in_one_group_of_ten_or_more(aantallen: dict[str, int]) -> None:
    for groepen in (op_grootte(aantallen), in_volgorde(aantallen, "abcdefgh")):
        codes = [code for groep in groepen for code in groep]
        assert len(codes) == len(set(codes))
        assert all(sum(aantallen.get(code, 0) for code in groep) >= 10 for groep in groepen)
        everybody = sum(aantallen.values())
        told = sum(aantallen.get(code, 0) for code in codes)
        assert told == (everybody if everybody >= 10 else 0)

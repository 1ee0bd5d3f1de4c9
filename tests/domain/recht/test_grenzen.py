"""Numbers that cannot be are known by their limits."""

import pytest

from intake_assistant.domain.recht.grenzen import (
    GELDBEDRAG,
    GRENZEN,
    MINUTEN,
    getalgebrek,
    onmogelijke_getallen,
)


@pytest.mark.parametrize("waarde", [None, "", 0, 1, 60, "60", 1440])
def test_a_number_that_can_be(waarde: object) -> None:
    assert getalgebrek(waarde, MINUTEN) == ""


@pytest.mark.parametrize(
    ("waarde", "gebrek"),
    [
        (-30, "buiten_grens"), ("-30", "buiten_grens"), (1441, "buiten_grens"), ("1e9", "buiten_grens"),
        ("zes", "geen_getal"), ("NaN", "geen_getal"), ("Infinity", "geen_getal"), (True, "geen_getal"),
        ([], "geen_getal"), ("7,5", "geen_heel_getal"), ("7.5", "geen_heel_getal"),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be(waarde: object, gebrek: str) -> None:
    assert getalgebrek(waarde, MINUTEN) == gebrek


@pytest.mark.parametrize(
    ("waarde", "gebrek"),
    [
        ("12,50", ""), (9999, ""), ("900.5", ""), (1_000_000, "buiten_grens"), (-5, "buiten_grens"),
        ("€ 900", "geen_getal"), ("1.250", "geen_getal"), ("1.250,50", "geen_getal"),
    ],
)  # fmt: skip
def test_an_amount_of_money_as_people_write_it(waarde: object, gebrek: str) -> None:
    assert getalgebrek(waarde, GELDBEDRAG) == gebrek


def test_the_numbers_of_a_beschikking_whole_or_in_parts() -> None:
    concept = {"intensiteit": {"uren_per_week": 200, "weken": 52}, "map_uren": 999999, "pvt_uren": -1}
    assert onmogelijke_getallen(concept) == ("intensiteit.uren_per_week", "pvt_uren", "map_uren")
    assert onmogelijke_getallen({"intensiteit.uren_per_week": "7.5", "intensiteit.weken": "7.5"}) == (
        "intensiteit.weken",
    )
    assert onmogelijke_getallen({"zroute.cursusuren": 800, "voortgangsgesprekken": 0}) == ()
    assert all(grens.minst < grens.meest for grens in GRENZEN.values())

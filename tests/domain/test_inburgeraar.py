"""Somebody without a birth date or a name is still somebody."""

import pytest

from intake_assistant.domain.inburgeraar import geboortejaar, inburgeraar_of
from tests.domain.schrijver import Schrijver


@pytest.mark.parametrize(
    ("person", "year"),
    [
        ({"geboortedatum": "2003-04-01"}, 2003),
        ({"geboortejaar": "2003"}, 2003),
        ({"geboortejaar": 2003}, 2003),
        ({"geboortedatum": "", "geboortejaar": "1968"}, 1968),
        ({"geboortejaar": "onbekend"}, None),
        ({"geboortejaar": "\N{SUPERSCRIPT TWO}003"}, None),
        ({}, None),
    ],
)
def test_the_year_of_birth(person: dict[str, object], year: int | None) -> None:
    assert geboortejaar(person) == year


def test_facts_come_as_texts_and_empty_ones_are_left_out() -> None:
    an = Schrijver("an")
    an.record("inburgeraar.voornamen", {"waarde": "Selam"})
    an.record("inburgeraar.geboortejaar", {"waarde": 2003})
    an.record("inburgeraar.achternaam", {"waarde": ""})
    assert inburgeraar_of(an.dossier) == {"voornamen": "Selam", "geboortejaar": "2003"}

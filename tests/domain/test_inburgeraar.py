"""Somebody without a surname, a birth date or a name is still somebody."""

import pytest

from intake_assistant.domain.inburgeraar import (
    ZONDER_ACHTERNAAM,
    ZONDER_NAAM,
    geboortejaar,
    inburgeraar_of,
    sorteernaam,
    volledige_naam,
)
from tests.domain.schrijver import Schrijver


@pytest.mark.parametrize(
    ("person", "full", "sorted_by"),
    [
        ({"voornamen": "Selam", "achternaam": "Tesfay"}, "Selam Tesfay", "Tesfay, Selam"),
        ({"voornamen": "Ahmad"}, f"Ahmad {ZONDER_ACHTERNAAM}", f"{ZONDER_ACHTERNAAM}, Ahmad"),
        ({"achternaam": "Tesfay"}, "Tesfay", "Tesfay"),
        ({}, ZONDER_NAAM, ZONDER_NAAM),
        ({"voornamen": "", "achternaam": ""}, ZONDER_NAAM, ZONDER_NAAM),
    ],
)
def test_a_person_always_has_a_name_to_show(person: dict[str, object], full: str, sorted_by: str) -> None:
    assert volledige_naam(person) == full
    assert sorteernaam(person) == sorted_by


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

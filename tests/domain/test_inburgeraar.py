"""Somebody without a surname, a birth date or a name is still somebody."""

import datetime

import pytest

from intake_assistant.domain.inburgeraar import (
    ZONDER_ACHTERNAAM,
    ZONDER_NAAM,
    geboortejaar,
    inburgeraar_of,
    leeftijd,
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


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("2003-04-01", "2026-03-31", 22),
        ("2003-04-01", "2026-04-01", 23),
        ("2004-02-29", "2026-02-28", 21),
        ("2004-02-29", "2026-03-01", 22),
        ("2003-02-30", "2026-03-01", None),
        ("", "2026-03-01", None),
    ],
)
def test_the_age_on_a_day(born: str, on: str, age: int | None) -> None:
    assert leeftijd({"geboortedatum": born}, datetime.date.fromisoformat(on)) == age


def test_facts_come_as_texts_and_empty_ones_are_left_out() -> None:
    an = Schrijver("an")
    an.record("inburgeraar.voornamen", {"waarde": "Selam"})
    an.record("inburgeraar.geboortejaar", {"waarde": 2003})
    an.record("inburgeraar.achternaam", {"waarde": ""})
    assert inburgeraar_of(an.dossier) == {"voornamen": "Selam", "geboortejaar": "2003"}

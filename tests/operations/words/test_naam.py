"""Somebody without a surname or a name is still called something."""

import pytest

from intake_assistant.operations.words.naam import kopnaam, sorteernaam, volledige_naam

ZONDER_ACHTERNAAM, ZONDER_NAAM = "(zonder achternaam)", "(naam nog onbekend)"


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
    assert kopnaam(person) == full.removesuffix(f" {ZONDER_ACHTERNAAM}")

"""A value keeps its own direction and turns nothing around it."""

import pytest

from intake_assistant.domain.leesrichting import OMKERINGEN, begins_right_to_left, op_scherm
from intake_assistant.texts import text


@pytest.mark.parametrize("teken", OMKERINGEN)
def test_what_turns_the_direction_is_not_shown(teken: str) -> None:
    assert op_scherm(f"{teken}Selam {teken}Tesfay") == "Selam Tesfay"


def test_right_to_left_letters_are_isolated_and_others_left_alone() -> None:
    assert op_scherm("سلام") == "\u2068سلام\u2069"
    assert op_scherm("Selam (1990)") == "Selam (1990)"


def test_a_day_between_right_to_left_letters_is_not_read_backwards() -> None:
    assert op_scherm("في 12-05-2026 مساء") == "\u2068في \u206612-05-2026\u2069 مساء\u2069"
    assert op_scherm("op 12-05-2026") == "op 12-05-2026"


def test_what_is_isolated_already_stays_as_it_is() -> None:
    zin = op_scherm("Naam: \u2068سلام\u2069, 12")
    assert zin == "Naam: \u2068سلام\u2069, 12"
    assert op_scherm(zin) == zin


@pytest.mark.parametrize("los", ["\u2067سلام", "سلام\u2069", "\u2069سلام\u2068"])
def test_an_isolate_that_is_never_closed_does_not_leak(los: str) -> None:
    assert op_scherm(los) == "\u2068سلام\u2069"


def test_a_sentence_around_a_name_keeps_its_direction() -> None:
    zin = text("dossiers.te_regelen.naar_naam", naam="\u202eسلام")
    assert "\u2068سلام\u2069" in zin
    assert "\u202e" not in zin


def test_the_first_letter_says_on_which_side_a_text_begins() -> None:
    right = ["سلام Selam", "1998: سلام", "\u2068שלום\u2069"]
    assert [t for t in (*right, "Selam سلام", "ሰላም", "12", "") if begins_right_to_left(t)] == right

"""The states of an answer: what counts as asked, as answered and as open."""

import pytest

from intake_assistant.domain.antwoord import BRONNEN, Antwoord, Staat, is_touched


def test_an_answer_nobody_gave_is_open() -> None:
    answer = Antwoord("taalniveau.nl_lezen")
    assert answer.open
    assert not answer.touched
    assert not answer.beantwoord


@pytest.mark.parametrize(
    ("staat", "conflict", "open", "beantwoord"),
    [
        (Staat.BEANTWOORD, False, False, True),
        (Staat.BEANTWOORD, True, True, False),
        (Staat.ONBEKEND, False, False, False),
        (Staat.WIL_NIET_ZEGGEN, False, False, False),
        (Staat.NIET_GEVRAAGD, False, False, False),
        (Staat.NIET_GEVRAAGD, True, True, False),
    ],
)
def test_a_conflict_is_open_and_a_refusal_is_not(
    staat: Staat, conflict: bool, open: bool, beantwoord: bool
) -> None:
    answer = Antwoord("a.b", staat=staat, bron="inburgeraar", conflict=conflict)
    assert (answer.open, answer.beantwoord, answer.touched) == (open, beantwoord, True)


@pytest.mark.parametrize(
    ("value", "touched"),
    [
        (None, False),
        ({"staat": "open"}, False),
        ({"staat": "onbekend"}, True),
        ({"staat": "beantwoord", "waarde": ""}, True),
        ({"waarde": 0}, True),
    ],
)
def test_only_an_undone_answer_is_untouched(value: dict[str, object] | None, touched: bool) -> None:
    assert is_touched(value) == touched


def test_the_order_of_the_sources_is_that_of_the_design() -> None:
    assert BRONNEN == ("duo", "toets", "diploma", "school", "coa", "inburgeraar", "regievoerder")

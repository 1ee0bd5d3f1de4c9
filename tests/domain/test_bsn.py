"""The 11-proef and the mask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.bsn import elfproef, mask


@pytest.mark.parametrize("bsn", ["999990019", "999990020", "111222333", "123456782"])
def test_valid_numbers(bsn: str) -> None:
    assert elfproef(bsn)


@pytest.mark.parametrize(
    "bsn",
    [
        "",
        "999990018",
        "99999001",
        "9999900190",
        "000000000",
        "99999001a",
        " 99990019",
        "99999-019",
        "９９９９９００１９",
        "٩٩٩٩٩٠٠١٩",
    ],
)
def test_refused_numbers(bsn: str) -> None:
    assert not elfproef(bsn)


@given(st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_always_shows(plaats: int, erbij: int) -> None:
    goed = "999990019"
    fout = goed[:plaats] + str((int(goed[plaats]) + erbij) % 10) + goed[plaats + 1 :]
    assert not elfproef(fout)


def test_mask_shows_three_digits_at_most() -> None:
    assert mask("999990019") == "••••••019"
    assert mask("123") == "•••"
    assert mask("") == ""

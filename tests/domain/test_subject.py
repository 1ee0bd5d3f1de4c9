"""Subjects: taken apart and put together the same way everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.subject import by_prefix, field_of, in_row, question_of, row, rows_in, split_bron

ID = "00112233445566aa"
IDS = st.text("0123456789abcdef", min_size=16, max_size=16)


@pytest.mark.parametrize(
    ("subject", "naam", "bron"),
    [
        ("taalniveau.nl_lezen@inburgeraar", "taalniveau.nl_lezen", "inburgeraar"),
        (f"werkervaring.banen[{ID}].beroep@diploma", f"werkervaring.banen[{ID}].beroep", "diploma"),
        ("inburgeraar.achternaam", "inburgeraar.achternaam", ""),
        ("", "", ""),
    ],
)
def test_the_source_is_part_of_the_subject(subject: str, naam: str, bron: str) -> None:
    assert split_bron(subject) == (naam, bron)


@pytest.mark.parametrize(
    ("subject", "rows"),
    [
        ("inburgeraar.achternaam", []),
        (f"gesprek[{ID}].datum", [("gesprek", ID)]),
        (f"gesprek[{ID}].aanwezig[b]", [("gesprek", ID), (f"gesprek[{ID}].aanwezig", "b")]),
        (f"weging[B].voor[{ID}]", [("weging", "B"), ("weging[B].voor", ID)]),
        (f"notitie[gesprek {ID}]", [("notitie", f"gesprek {ID}")]),
        ("notitie[taalniveau.nl_lezen]", [("notitie", "taalniveau.nl_lezen")]),
        # A note on a field of a row is one note, not a row of the list it writes about.
        (f"notitie[werkervaring.banen[{ID}].beroep]", [("notitie", f"werkervaring.banen[{ID}].beroep")]),
    ],
)
def test_a_subject_lies_in_rows(subject: str, rows: list[tuple[str, str]]) -> None:
    assert rows_in(subject) == rows


@given(IDS)
def test_a_field_in_a_row_names_its_question(rij: str) -> None:
    subject = in_row("werkervaring.banen", rij, "werkervaring.banen.beroep")
    assert subject == f"werkervaring.banen[{rij}].beroep"
    assert question_of(subject) == "werkervaring.banen.beroep"
    assert rows_in(subject) == [("werkervaring.banen", rij)]
    assert subject.startswith(row("werkervaring.banen", rij))


@given(st.lists(st.text("ab.[]@", max_size=9), unique=True), st.text("ab.[]@", max_size=7))
def test_the_fields_of_a_prefix_are_those_that_say_so(subjects: list[str], prefix: str) -> None:
    said = {veld: subject for subject in subjects if (veld := field_of(subject, prefix))}
    assert by_prefix(subjects).get(prefix, {}) == said


def test_a_field_may_have_a_dot_of_its_own() -> None:
    assert by_prefix(["doel[x].wat", "doel[x].wie.naam", "doel[x].wat@diploma", "doel[x]"]) == {
        "doel[x]": {"wat": "doel[x].wat", "wie.naam": "doel[x].wie.naam"},
        "doel[x].wie": {"naam": "doel[x].wie.naam"},
    }

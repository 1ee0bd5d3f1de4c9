"""The DPIA aid says what the program processes as it is."""

from tests.architecture.dpia import AID, written


def test_the_aid_is_of_the_program_as_it_is() -> None:
    assert AID.read_text(encoding="utf-8") == written(), "python -m tests.architecture.dpia makes it anew"

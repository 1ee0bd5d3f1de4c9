"""Found by what a Dutch keyboard can type."""

import pytest

from intake_assistant.domain.letters import holds, plain


@pytest.mark.parametrize(
    ("naam", "getypt"),
    [("Öztürk, Ayşe", "ozturk AYSE"), ("Yılmaz", "yilmaz"), ("İnönü", "inonu"), ("Łukasz", "lukasz"),
     ("Strauß", "strauss"), ("Søren Æbelø", "aebelo soren"), ("Haddad-El Mansouri", "el had"),
     ("ሰላም", "ሰላም")],
)  # fmt: skip
def test_a_name_is_found_by_what_one_types(naam: str, getypt: str) -> None:
    assert holds(plain(naam), getypt)


def test_each_word_counts() -> None:
    assert not holds(plain("Öztürk, Ayşe"), "ozturk fatma")

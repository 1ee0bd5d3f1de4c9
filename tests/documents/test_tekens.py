"""Characters: what is kept, dropped, replaced, and how values keep their direction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.documents.tekens import VERVANGTEKEN, covered, isoleer, schoon


def test_our_languages_are_covered() -> None:
    texts = "Zoë Łódź İğdır Čačak Київ москва سلام عليكم پښتو ټګڼ فارسی ሰላም ኣለኩም አማርኛ € – … “é”"
    assert set(texts) - covered() == set()


@pytest.mark.parametrize(
    ("given", "cleaned", "replaced"),
    [
        ("gewoon", "gewoon", []),
        ("a\x00b\x07c\x1b", "abc", []),
        ("regel 1\r\nregel 2\rregel 3\u2028regel 4", "regel 1\nregel 2\nregel 3\nregel 4", []),
        ("blij \U0001f600!", f"blij {VERVANGTEKEN}!", ["\U0001f600"]),
        ("half \ud83d", f"half {VERVANGTEKEN}", [VERVANGTEKEN]),
        ("漢字", VERVANGTEKEN * 2, ["漢", "字"]),
        ("\ue000", VERVANGTEKEN, ["\ue000"]),
        ("e\u0301", "é", []),
        ("می\u200cخواهم", "می\u200cخواهم", []),
        ("om\u202egekeerd\ufeff", "omgekeerd", []),
    ],
)
def test_schoon(given: str, cleaned: str, replaced: list[str]) -> None:
    assert schoon(given) == (cleaned, replaced)


@given(st.text(st.characters(codec=None)))
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    once, _ = schoon(text)
    assert schoon(once) == (once, [])
    once.encode("utf-8")


def test_a_value_in_arabic_text_keeps_its_direction() -> None:
    text = f"ولدت في {isoleer('12-03-1985')} في دمشق"
    assert schoon(text)[0] == text
    assert "\u206612-03-1985\u2069" in text
    assert isoleer("سلام") == "\u2068سلام\u2069"


def test_dutch_text_stays_searchable() -> None:
    assert (
        schoon(f"Beste {isoleer('Selam Tesfay')}, op {isoleer('12-03-1985')}")[0]
        == "Beste Selam Tesfay, op 12-03-1985"
    )


def test_nobody_closes_an_isolate_that_we_opened() -> None:
    assert isoleer("a\u2069b\u2067c") == "\u2068abc\u2069"
    assert schoon("سلام \u2069 x")[0] == "سلام  x"
    assert isoleer("") == ""

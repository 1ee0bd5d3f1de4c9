"""A card: who somebody is for others, compared by its fingerprint."""

import json

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.exchange.card import Card, as_name, read_card
from tests.exchange.hulp import person

AN, BO = person("an"), person("bo")


def test_a_card_is_one_line_that_gives_it_back() -> None:
    assert "\n" not in AN.card.line
    assert read_card(AN.card.line) == read_card(f"{AN.card.line}\n") == AN.card


def test_its_fingerprint_can_be_read_out_and_typed_in_any_way() -> None:
    said = AN.card.fingerprint
    assert [len(group) for group in said.split()] == [5] * 6
    assert AN.card.has_fingerprint(said.replace(" ", ""))
    assert AN.card.has_fingerprint(said.replace(" ", "-"))
    assert not AN.card.has_fingerprint(said[:-1])
    assert not AN.card.has_fingerprint("")
    assert not AN.card.has_fingerprint(BO.card.fingerprint)


@pytest.mark.parametrize("veld", ["naam", "rol", "gemeente", "device", "public", "recipient", "handtekening"])
def test_a_card_that_was_altered_on_its_way_is_none(veld: str) -> None:
    other = person("bo", gemeente="Elders", rol="teamleider").card
    told = AN.card.as_json() | {veld: other.as_json()[veld]}
    refused(json.dumps(told, sort_keys=True, separators=(",", ":")))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hallo",
        "[]",
        "{}",
        "[" * 100_000,
        '{"formaat":1}',
        '{"formaat":true}',
        "9" * 5000,
        "\0",
        "x" * 10**5,
    ],
)
def test_what_is_no_card_is_refused(text: str) -> None:
    refused(text)


def test_a_card_cut_anywhere_is_refused() -> None:
    for end in range(len(AN.card.line)):
        refused(AN.card.line[:end])


def test_a_card_of_a_later_form_is_told_as_such() -> None:
    told = AN.card.as_json() | {"formaat": 2, "foto": "..."}
    refused(json.dumps(told), "exchange.newer")


def test_what_turns_or_hides_signs_is_no_name() -> None:
    assert as_name("  An \n\u202e de\u2066 Boer\0 ") == "An de Boer\N{REPLACEMENT CHARACTER}"
    assert (
        as_name("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")
        == "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    )
    assert len(as_name("a" * 999)) == 200
    forged = Card(**{**{f: getattr(AN.card, f) for f in Card.__slots__}, "naam": "An\u202e"})
    refused(forged.signed(AN.keys.sign).line)


def refused(text: str, code: str = "exchange.no_card") -> None:
    with pytest.raises(KnownError) as error:
        read_card(text)
    assert error.value.code == code

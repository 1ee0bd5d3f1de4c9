"""The form of an entry: bytes that everybody can check, and nothing that cannot be stored."""

import dataclasses
import enum
import hashlib
import json
import unicodedata

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain import entry as module
from intake_assistant.domain.entry import (
    LARGEST_INT,
    Entry,
    Header,
    Json,
    Presence,
    canonical,
    clean,
    header_bytes,
    is_sound,
    make_entry,
    read_header,
    value_hash,
)
from intake_assistant.domain.kinds import erased_target

SALT = bytes(range(16))
ANY_TEXT = st.text(st.characters())
KEYS = st.text(st.characters(max_codepoint=127), max_size=8)
WHOLE = st.integers(-LARGEST_INT, LARGEST_INT)
VALUES: st.SearchStrategy[object] = st.recursive(
    WHOLE | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def header(**changed: object) -> Header:
    found = Header(
        dossier="d" * 32,
        device="e" * 32,
        counter=7,
        vastgelegd_op="2026-11-01T12:00:00.000Z",
        author="Noor de Wit",
        gesprek="",
        subject="taalniveau.nl_lezen@inburgeraar",
        replaces=("a" * 64, "b" * 64),
        value_hash=value_hash(SALT, b"{}"),
    )
    return dataclasses.replace(found, **changed)  # type: ignore[arg-type]  # fields of a test


def made(value: dict[str, Json]) -> Entry:
    body = canonical(value)
    return make_entry(header(value_hash=value_hash(SALT, body)), SALT, body)


@given(VALUES)
def test_canonical_bytes_are_those_of_rfc_8785(value: object) -> None:
    cleaned = clean(value)
    assert canonical(cleaned) == rfc8785.dumps(cleaned)
    assert json.loads(canonical(cleaned)) == cleaned


@given(VALUES)
def test_clean_twice_is_clean_once(value: object) -> None:
    assert clean(clean(value)) == clean(value)


def test_the_bytes_of_a_header_are_fixed_for_ever() -> None:
    # A change here makes every vault that exists unreadable.
    assert header_bytes(header(replaces=("f",), value_hash="0")) == (
        b'{"author":"Noor de Wit","counter":7,"device":"' + b"e" * 32 + b'","dossier":"' + b"d" * 32 + b'",'
        b'"formaat":1,"gesprek":"","replaces":["f"],"subject":"taalniveau.nl_lezen@inburgeraar",'
        b'"value_hash":"0","vastgelegd_op":"2026-11-01T12:00:00.000Z"}'
    )


def test_the_id_is_the_blake2b_hash_of_the_bytes() -> None:
    entry = made({"waarde": "goed"})
    assert entry.id == hashlib.blake2b(entry.raw, digest_size=32).hexdigest()
    assert entry.header.value_hash == hashlib.blake2b(entry.body, key=SALT, digest_size=32).hexdigest()


@given(
    ANY_TEXT,
    st.integers(1, LARGEST_INT),
    st.lists(st.text("0123456789abcdef", min_size=64, max_size=64), max_size=3),
)
def test_a_header_is_read_back(tekst: str, counter: int, replaces: list[str]) -> None:
    cleaned = clean(tekst)
    wanted = header(author=cleaned, subject=cleaned, counter=counter, replaces=tuple(replaces))
    assert read_header(header_bytes(wanted)) == wanted


WHOLE_HEADER = json.loads(header_bytes(header()))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"7",
        b'"formaat"',
        b"null",
        b'{"formaat":1}',
        b'{"formaat":2}',
        canonical({**WHOLE_HEADER, "extra": "x"}),
        canonical({k: v for k, v in WHOLE_HEADER.items() if k != "author"}),
        canonical({**WHOLE_HEADER, "formaat": 2}),
        canonical({**WHOLE_HEADER, "counter": "7"}),
        canonical({**WHOLE_HEADER, "counter": 0}),
        canonical({**WHOLE_HEADER, "counter": 2**31}),
        canonical({**WHOLE_HEADER, "counter": -1}),
        canonical({**WHOLE_HEADER, "author": 7}),
        canonical({**WHOLE_HEADER, "subject": ["x"]}),
        canonical({**WHOLE_HEADER, "replaces": "abc"}),
        canonical({**WHOLE_HEADER, "replaces": [7]}),
        canonical(WHOLE_HEADER).replace(b'"counter":7', b'"counter":7.0'),
        canonical(WHOLE_HEADER).replace(b'"counter":7', b'"counter":true'),
        canonical(WHOLE_HEADER).replace(b'"gesprek":""', b'"gesprek":null'),
    ],
)
def test_bytes_that_are_no_header_are_refused(raw: bytes) -> None:
    with pytest.raises(ValueError):
        read_header(raw)


def test_an_entry_as_made_is_sound() -> None:
    assert is_sound(made({"waarde": "goed"}))


@pytest.mark.parametrize("field", [f.name for f in dataclasses.fields(Header)])
def test_a_change_of_any_field_of_the_header_shows(field: str) -> None:
    entry = made({"waarde": "goed"})
    other = {"counter": 8, "replaces": ()}.get(field, "anders")
    changed = header(**{**dataclasses.asdict(entry.header), field: other})
    assert not is_sound(dataclasses.replace(entry, header=changed))


@pytest.mark.parametrize(
    "change",
    [
        {"body": canonical({"waarde": "slecht"})},
        {"salt": bytes(16)},
        {"id": "0" * 64},
    ],
)
def test_a_change_of_value_salt_or_id_shows(change: dict[str, bytes]) -> None:
    assert not is_sound(dataclasses.replace(made({"waarde": "goed"}), **change))  # type: ignore[arg-type]  # a test


def test_other_bytes_of_the_same_header_are_refused() -> None:
    entry = made({"waarde": "goed"})
    spaced = json.dumps(json.loads(entry.raw), sort_keys=True).encode()
    with pytest.raises(ValueError, match="canonical"):
        read_header(spaced)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("vastgelegd_op", "2026-11-01T12:00:00Z"),
        ("vastgelegd_op", "2026-11-01T13:00:00.000+01:00"),
        ("vastgelegd_op", "2026-11-01T12:00:00.000"),
        ("vastgelegd_op", "gisteren"),
        ("value_hash", "AB" * 32),
        ("value_hash", "ab"),
        ("replaces", ["een"]),
    ],
)
def test_what_numbers_and_bytes_would_not_give_back_is_refused(veld: str, waarde: Json) -> None:
    with pytest.raises(ValueError):
        read_header(canonical({**WHOLE_HEADER, veld: waarde}))


@pytest.mark.parametrize("presence", [Presence.ERASED, Presence.WITHHELD])
def test_an_entry_without_its_value_is_sound_and_says_nothing(presence: Presence) -> None:
    entry = dataclasses.replace(made({"waarde": "goed"}), presence=presence, salt=b"", body=b"")
    assert is_sound(entry)
    assert entry.value is None


def test_the_salt_hides_equal_values() -> None:
    body = canonical({"waarde": "ja"})
    assert value_hash(SALT, body) != value_hash(bytes(16), body)


def test_text_is_stored_in_nfc() -> None:
    assert clean("e\N{COMBINING ACUTE ACCENT}") == "\N{LATIN SMALL LETTER E WITH ACUTE}"


@given(ANY_TEXT)
def test_any_text_becomes_storable(tekst: str) -> None:
    cleaned = clean(tekst)
    assert isinstance(cleaned, str)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "\0" not in cleaned
    cleaned.encode("utf-8")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b", "a\N{REPLACEMENT CHARACTER}b"),
        ("a\ud800b", "a\N{REPLACEMENT CHARACTER}b"),
        ("\udfff", "\N{REPLACEMENT CHARACTER}"),
        ("\N{GRINNING FACE}", "\N{GRINNING FACE}"),
        ("\x01\x1b\x7f\r\n\t", "\x01\x1b\x7f\r\n\t"),
        ("\u0633\u0644\u0627\u0645 \u200f\u202e", "\u0633\u0644\u0627\u0645 \u200f\u202e"),
        ("", ""),
    ],
)
def test_only_what_cannot_be_stored_is_replaced(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("value", [True, False, None, 1.0, float("nan"), b"a", bytearray(b"a"), {1}, ...])
@pytest.mark.parametrize("inside", [lambda v: v, lambda v: [v], lambda v: {"a": {"b": v}}])
def test_what_has_no_stored_form_is_refused(value: object, inside: object) -> None:
    with pytest.raises(TypeError):
        clean(inside(value))  # type: ignore[operator]  # a parameter of the test


@pytest.mark.parametrize("whole", [2**31, -(2**31), 2**53, 10**30])
def test_integers_beyond_32_bits_are_refused(whole: int) -> None:
    with pytest.raises(TypeError):
        clean(whole)


@pytest.mark.parametrize("whole", [2**31 - 1, -(2**31) + 1, 0])
def test_integers_within_32_bits_are_kept(whole: int) -> None:
    assert clean(whole) == whole


@pytest.mark.parametrize("key", [1, "\u00e9", None])
def test_keys_are_ascii(key: object) -> None:
    with pytest.raises(TypeError):
        clean({key: "x"})


class Kleur(enum.StrEnum):
    ROOD = "rood"


def test_a_code_is_stored_as_its_text() -> None:
    assert canonical(clean({"waarde": Kleur.ROOD, "rij": (1, 2)})) == b'{"rij":[1,2],"waarde":"rood"}'


def test_the_target_of_an_erasing_entry_is_in_its_subject() -> None:
    assert erased_target(f"gewist[{'ab' * 32}]") == "ab" * 32
    assert erased_target("gewist[abc]") == ""
    assert erased_target(f"taalniveau.gewist[{'ab' * 32}]") == ""
    assert erased_target("taalniveau.nl_lezen@inburgeraar") == ""


@given(
    st.fixed_dictionaries(
        {
            "author": st.text(max_size=4),
            "counter": st.one_of(st.integers(-1, 3), st.just(2**31), st.booleans()),
            "replaces": st.lists(st.sampled_from(["0" * 64, "f" * 64, "A" * 64, '0","1']), max_size=3),
            "subject": st.sampled_from(["a.b@c", "a\\b", 'a"b', "a\tb", "é", "\x7f", ""]),
            "vastgelegd_op": st.sampled_from(
                ["2026-11-01T12:00:00.000Z", "2026-13-01T12:00:00.000Z", "2026-11-01T12:00:00Z"]
            ),
        }
    )
)
def test_a_header_is_read_alike_whatever_stands_in_its_texts(told: dict[str, object]) -> None:
    """What can be read by its form alone says what reading it as JSON says."""
    whole = {"device": "d", "dossier": "d" * 32, "formaat": 1, "gesprek": "", "value_hash": "0" * 64, **told}
    raw = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    try:
        header = module._read_any_header(raw)
        module.refuse_unwritable(header)
    except ValueError:
        with pytest.raises(ValueError):
            read_header(raw)
    else:
        assert read_header(raw) == header
        assert header_bytes(header) == raw


PIECES = [
    b'"a"', b'"b"', b'"a":1', b'"b":"x"', b'"c":-0', b'"c":01', b'"d":"e\xcc\x81"', b'"e":"\xff"', b'"f":1.5',
    b'"g":true', b'"h":99999999999', b'"i":"\\u0041"', b'"j":",\\""', b'"k":"{"', b" ", b"[]",
]  # fmt: skip
SOME_KEYS = st.text(st.sampled_from('abz_09A é"'), max_size=3)
SOME_TEXT = st.text(st.characters(max_codepoint=0x2100), max_size=4)
WRITTEN = st.dictionaries(SOME_KEYS, WHOLE | SOME_TEXT).map(
    lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
)
BODIES = WRITTEN | st.lists(st.sampled_from(PIECES), max_size=6).map(
    lambda parts: b"{" + b",".join(parts) + b"}"
)


@given(BODIES)
def test_a_value_is_judged_alike_by_its_form_and_by_writing_it_anew(body: bytes) -> None:
    def by_writing() -> bool:
        try:
            value = json.loads(body.decode())
            return isinstance(value, dict) and canonical(clean(value)) == body
        except (ValueError, TypeError):
            return False

    assert is_sound(make_entry(header(value_hash=value_hash(SALT, body)), SALT, body)) == by_writing()

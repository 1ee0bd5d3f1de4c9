"""An entry whose columns do not give its id, or that could not be read back, is refused; nothing is kept."""

import json
from dataclasses import replace

import pytest

from intake_assistant.domain.entry import Entry, Header, entry_id, header_bytes, make_entry, value_hash
from intake_assistant.errors import KnownError
from intake_assistant.storage.entries.vault import Vault
from tests.storage.entries.test_vault import LEZEN, D, content, entry

GOOD = entry(waarde=1)
DEEP = b'{"waarde":' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def with_header(**changed: object) -> Entry:
    """As somebody would send it whose program is another one: the id fits what is said."""
    header = replace(GOOD.header, **changed)  # type: ignore[arg-type]  # also what no header holds
    return replace(GOOD, header=header, id=_id(header))


def _id(header: Header) -> str:
    try:
        return entry_id(header_bytes(header))
    except UnicodeEncodeError:
        return "0" * 64


def with_body(body: bytes, salt: bytes = b"s" * 16) -> Entry:
    hash = value_hash(salt[:64], body)
    return make_entry(replace(GOOD.header, value_hash=hash), salt, body)


UNSOUND = {
    "another id": replace(GOOD, id="0" * 64),
    "no id": replace(GOOD, id="x"),
    "without milliseconds": with_header(vastgelegd_op="2026-11-01T12:00:00Z"),
    "microseconds": with_header(vastgelegd_op="2026-11-01T12:00:00.000001Z"),
    "offset": with_header(vastgelegd_op="2026-11-01T12:00:00.000+00:00"),
    "summer": with_header(vastgelegd_op="2026-11-01T12:00:00.000+02:00"),
    "local": with_header(vastgelegd_op="2026-11-01T12:00:00.000"),
    "no moment": with_header(vastgelegd_op="gisteren"),
    "far future": with_header(vastgelegd_op="10000-01-01T00:00:00.000Z"),
    "capitals": with_header(value_hash=GOOD.header.value_hash.upper()),
    "short replaces": with_header(replaces=("ab" * 31,)),
    "long replaces": with_header(replaces=("ab" * 33,)),
    "capital replaces": with_header(replaces=("AB" * 32,)),
    "counter 0": with_header(counter=0),
    "counter -1": with_header(counter=-1),
    "counter 2^31": with_header(counter=2**31),
    "counter 2^63": with_header(counter=2**63),
    "subject with NUL": with_header(subject="notitie[\0]"),
    "author with NUL": with_header(author="a\0n"),
    "device with NUL": with_header(device="e\0"),
    "gesprek with NUL": with_header(gesprek="\0"),
    "subject with half a sign": with_header(subject="notitie[\ud800]"),
    "author with half a sign": with_header(author="\udfff"),
    "of nobody": with_header(dossier=""),
    "of a setting": with_header(dossier="naam"),
    "value of nothing": with_body(b""),
    "value is no JSON": with_body(b"{"),
    "value is no object": with_body(b'["waarde"]'),
    "value with a blank": with_body(b'{"waarde": 1}'),
    "value in another order": with_body(b'{"waarde":1,"staat":"open"}'),
    "value twice": with_body(b'{"waarde":1,"waarde":2}'),
    "value with a fraction": with_body(b'{"waarde":1.5}'),
    "value with NaN": with_body(b'{"waarde":NaN}'),
    "value with true": with_body(b'{"waarde":true}'),
    "value with null": with_body(b'{"waarde":null}'),
    "value with NUL": with_body(b'{"waarde":"\\u0000"}'),
    "value with half a sign": with_body(b'{"waarde":"\\ud800"}'),
    "value that is no UTF-8": with_body(b'{"waarde":"\xff"}'),
    "value of a large number": with_body(b'{"waarde":2147483648}'),
    "value of too many digits": with_body(b'{"waarde":' + b"9" * 5000 + b"}"),
    "value that is too deep": with_body(DEEP),
    "short salt": with_body(GOOD.body, b"s"),
    "long salt": with_body(GOOD.body, b"s" * 65),
    "another value": replace(GOOD, body=b'{"waarde":2}'),
}


@pytest.mark.parametrize("what", UNSOUND)
def test_what_is_not_sound_is_refused_and_nothing_of_it_is_kept(vault: Vault, what: str) -> None:
    vault.union([entry("inburgeraar.achternaam", 1, waarde="Tesfay")])
    before = content(vault)
    with pytest.raises(KnownError) as refused:
        vault.union([entry("notitie[1]", 3, waarde="eerst"), UNSOUND[what]])
    assert refused.value.code == "entry.unsound"
    assert content(vault) == before


SOUND = {
    "last counter": with_header(counter=2**31 - 1),
    "long subject": with_header(subject=f"notitie[{'x' * 10_000}]"),
    "long author": with_header(author="Anneke " * 10_000),
    "author without name": with_header(author=""),
    "of long ago": with_header(vastgelegd_op="0001-01-01T00:00:00.000Z"),
    "replaces twice": with_header(replaces=("ab" * 32, "ab" * 32)),
    "many replaced": with_header(replaces=tuple(f"{n:064x}" for n in range(3000))),
    "signs": with_header(subject='notitie["\\\n\u2028\U0001f600]', author="Öztürk \u202e"),
}


@pytest.mark.parametrize("what", SOUND)
def test_what_is_only_uncommon_comes_back_as_it_was(vault: Vault, what: str) -> None:
    sent = SOUND[what]
    assert vault.union([sent]) == {D}
    assert vault.union([sent]) == set()
    assert vault.entries(D) == [sent]
    (leaf,) = vault.dossier(D).leaves(sent.header.subject)
    assert (leaf.id, leaf.author) == (sent.id, sent.header.author)
    vault.rebuild()
    assert vault.entries(D) == [sent]
    assert json.loads(sent.body) == leaf.value


def test_after_the_last_counter_there_is_no_next_and_one_records_all_the_same(vault: Vault) -> None:
    vault.union([SOUND["last counter"]])
    assert vault.next_counter(D) == 2**31 - 1
    before = vault.leaves(D, LEZEN)
    after = replace(GOOD.header, counter=vault.next_counter(D), replaces=(before[0].id,))
    vault.append(make_entry(after, GOOD.salt, GOOD.body), before)
    assert [leaf.id for leaf in vault.leaves(D, LEZEN)] == [entry_id(header_bytes(after))]

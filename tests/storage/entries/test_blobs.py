"""Files beside the database: encrypted, named by what they hold, never half there."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake_assistant.domain.entry import Json, canonical
from intake_assistant.errors import KnownError
from intake_assistant.storage.entries.blobs import BLOBS, named_in
from intake_assistant.storage.entries.vault import Vault
from tests.storage.hulp import quick


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.binary(max_size=3000))
def test_what_was_put_is_got(vault: Vault, content: bytes) -> None:
    name = vault.blobs.put(content)
    assert name == hashlib.sha256(content).hexdigest()
    assert vault.blobs.get(name) == content
    assert vault.blobs.is_sound(name)


def test_it_is_there_after_reopening(path: Path) -> None:
    with quick(path) as vault:
        name = vault.blobs.put(b"%PDF-1.7")
    with quick(path) as vault:
        assert vault.blobs.get(name) == b"%PDF-1.7"
        assert vault.blobs.names() == [name]


def test_the_same_content_twice_is_one_file(vault: Vault, path: Path) -> None:
    name = vault.blobs.put(b"x")
    before = (path / BLOBS / name).read_bytes()
    assert vault.blobs.put(b"x") == name
    assert (path / BLOBS / name).read_bytes() == before


@pytest.mark.parametrize("length", [0, 5, 12, 20])
def test_a_blob_that_was_cut_is_said_so_and_put_again_when_the_content_is_there(
    vault: Vault, path: Path, length: int
) -> None:
    name = vault.blobs.put(b"%PDF-1.7")
    (path / BLOBS / name).write_bytes((path / BLOBS / name).read_bytes()[:length])
    assert not vault.blobs.is_sound(name)
    with pytest.raises(KnownError) as refused:
        vault.blobs.get(name)
    assert refused.value.code == "vault.damaged"
    assert vault.blobs.put(b"%PDF-1.7") == name
    assert vault.blobs.get(name) == b"%PDF-1.7"


def test_a_blob_under_the_name_of_another_is_not_sound(vault: Vault, path: Path) -> None:
    one, other = vault.blobs.put(b"een"), vault.blobs.put(b"ander")
    (path / BLOBS / one).write_bytes((path / BLOBS / other).read_bytes())
    assert not vault.blobs.is_sound(one)


def test_one_that_is_missing_is_said_so(vault: Vault) -> None:
    assert vault.blobs.names() == []
    with pytest.raises(KnownError):
        vault.blobs.get("0" * 64)


def test_a_transaction_that_fails_takes_its_own_blobs_along(vault: Vault) -> None:
    with vault.transaction():
        kept = vault.blobs.put(b"een")
    with pytest.raises(ZeroDivisionError), vault.transaction():
        vault.blobs.put(b"een")
        with vault.transaction():
            vault.blobs.put(b"ander")
        raise ZeroDivisionError
    assert vault.blobs.names() == [kept]
    assert vault.blobs.get(kept) == b"een"


def test_an_entry_names_blobs_under_bestanden_and_nowhere_else() -> None:
    """The ids of entries that an overdracht saw, and what was typed, look the same and are none."""
    pdf, model, seen, typed = ("1" * 64, "2" * 64, "3" * 64, "4" * 64)
    bestanden: dict[str, Json] = {"pdf": pdf, "model": model, "soort": "pip"}
    named: dict[str, Json] = {"waarde": {"bestanden": bestanden, "reden": f'"{typed}"'}}
    values: list[dict[str, Json]] = [
        {**named, "gezien": [seen]},
        {"waarde": f'"bestanden":{{"pdf":"{typed}"}}'},
        {"waarde": {"tekst": typed, "lijst": [seen]}},
    ]
    assert named_in([*(canonical(value) for value in values), None]) == {pdf, model}

"""Files beside the database: encrypted, named by what they hold, never half there."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake_assistant.domain.entry import Json
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.opening import create_vault, open_vault
from intake_assistant.storage.entries import projections
from intake_assistant.storage.entries.blobs import BLOBS, files_named_by, named_by, naming
from intake_assistant.storage.entries.vault import Vault
from tests.storage.entries.test_vault import D, entry
from tests.storage.hulp import AROUND, PASSPHRASE, copied, quick


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
        assert vault.blobs.files() == [vault.blobs.file_of(name)]


def test_the_same_content_twice_is_one_file(vault: Vault) -> None:
    name = vault.blobs.put(b"x")
    before = sealed(vault, b"x")
    assert vault.blobs.put(b"x") == name
    assert sealed(vault, b"x") == before


@pytest.mark.parametrize("length", [0, 5, 12, 20])
def test_a_blob_that_was_cut_is_said_so_and_put_again_when_the_content_is_there(
    vault: Vault, path: Path, length: int
) -> None:
    name = vault.blobs.put(b"%PDF-1.7")
    (path / BLOBS / vault.blobs.file_of(name)).write_bytes(sealed(vault, b"%PDF-1.7")[:length])
    assert not vault.blobs.is_sound(name)
    with pytest.raises(KnownError) as refused:
        vault.blobs.get(name)
    assert refused.value.code == "vault.damaged"
    assert vault.blobs.put(b"%PDF-1.7") == name
    assert vault.blobs.get(name) == b"%PDF-1.7"


def test_a_blob_under_the_name_of_another_is_not_sound(vault: Vault, path: Path) -> None:
    one, other = vault.blobs.put(b"een"), sealed(vault, b"ander")
    (path / BLOBS / vault.blobs.file_of(one)).write_bytes(other)
    assert not vault.blobs.is_sound(one)


def test_one_that_is_missing_is_said_so(vault: Vault) -> None:
    assert vault.blobs.files() == []
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
    assert vault.blobs.files() == [vault.blobs.file_of(kept)]
    assert vault.blobs.get(kept) == b"een"


def test_an_interrupt_takes_away_no_file_that_was_stored(vault: Vault) -> None:
    """Ctrl+C in the moment of the commit comes after it: what an entry names must be there still."""

    def named() -> set[str]:
        with vault.reading() as connection:
            return files_named_by(connection)

    with pytest.raises(KeyboardInterrupt), vault.blobs.gone_on_failure(named):
        with vault.transaction():
            stored = vault.blobs.put(b"%PDF-1.7")
            vault.blobs.put(b"ander")
            vault.append(entry("besluit[1]", 1, waarde={"bestanden": {"pdf": stored}}), ())
        raise KeyboardInterrupt
    assert vault.blobs.get(stored) == b"%PDF-1.7"
    assert vault.blobs.files() == [vault.blobs.file_of(stored)]
    with pytest.raises(KeyboardInterrupt), vault.transaction():
        vault.blobs.put(b"ander")
        raise KeyboardInterrupt
    assert vault.blobs.files() == [vault.blobs.file_of(stored)]


def test_who_has_a_document_cannot_see_that_it_is_there(vault: Vault, path: Path, tmp_path: Path) -> None:
    """Not by the name of a file, not by its length, and another vault names it otherwise."""
    content = b"%PDF besluit " * 4000
    sha256 = vault.blobs.put(content)
    (file,) = vault.blobs.files()
    unkeyed = {hashlib.new(kind, content).hexdigest() for kind in ("sha256", "sha3_256", "blake2s")}
    assert sha256 in unkeyed
    assert file not in unkeyed | {hashlib.blake2b(content, digest_size=32).hexdigest()}
    lengths = {len(sealed(vault, content[:size])) for size in (52_000, 51_999, 51_000, 50_000)}
    assert len(lengths) == 1
    (tmp_path / "elders").mkdir()
    with quick(copied(tmp_path / "elders", "an")) as twin:
        assert twin.blobs.file_of(sha256) == file
    create_vault(tmp_path / "bo.intake", PASSPHRASE, AROUND, {})
    with open_vault(tmp_path / "bo.intake", PASSPHRASE, AROUND) as other:
        assert other.blobs.put(content) == sha256
        assert other.blobs.files() != [file]


def sealed(vault: Vault, content: bytes) -> bytes:
    return (vault.path / BLOBS / vault.blobs.file_of(vault.blobs.put(content))).read_bytes()


@pytest.mark.parametrize("size", [0, 1, (1 << 14) - 1, 1 << 14, 300_000, 5_000_000])
def test_a_file_is_little_longer_than_its_content(vault: Vault, size: int) -> None:
    length = len(sealed(vault, bytes(size)))
    assert size < length <= max(size * 9 // 8, size + (1 << 14)) + 40
    assert vault.blobs.get(hashlib.sha256(bytes(size)).hexdigest()) == bytes(size)


PDF, MODEL, SEEN, TYPED = ("1" * 64, "2" * 64, "3" * 64, "4" * 64)


def named(vault: Vault) -> set[str]:
    with vault.reading() as connection:
        return named_by(connection)


def test_an_entry_names_blobs_under_bestanden_and_nowhere_else(vault: Vault) -> None:
    """The ids of entries that an overdracht saw, and what was typed, look the same and are none."""
    bestanden: dict[str, Json] = {"pdf": PDF, "model": MODEL, "soort": "pip", "kort": "12ab"}
    values: list[dict[str, Any]] = [
        {"waarde": {"bestanden": bestanden, "reden": f'"{TYPED}"'}, "gezien": [SEEN]},
        {"waarde": f'"bestanden":{{"pdf":"{TYPED}"}}'},
        {"waarde": {"tekst": TYPED, "lijst": [SEEN], "bestanden": "geen"}},
        {"bestanden": {"pdf": TYPED}, "waarde": {"diep": {"bestanden": {"pdf": SEEN}}}},
    ]
    for counter, value in enumerate(values, start=1):
        vault.append(entry(f"besluit[{counter}]", counter, **value), ())
    assert named(vault) == {PDF, MODEL}


def test_what_is_named_follows_each_value_and_is_made_again_the_same(vault: Vault) -> None:
    made = entry("toestemming[1]", 1, waarde={"bestanden": {"pdf": PDF, "model": PDF}})
    vault.append(made, ())
    vault.append(entry("planversie[1]", 2, waarde={"bestanden": {"pdf": MODEL}}, dossier="e" * 32), ())
    before = vault.projections()
    assert before["p_blob"] == [(D, PDF), ("e" * 32, MODEL)]
    vault.rebuild()
    assert vault.projections() == before
    with vault.reading() as connection:
        assert (named_by(connection, D), naming(connection, MODEL)) == ({PDF}, {"e" * 32})
    vault.union([entry(f"gewist[{made.id}]", 3, reden="vergissing")])
    assert named(vault) == {MODEL}
    with vault.transaction() as connection:
        projections.take_out(connection, "e" * 32)
    assert named(vault) == set()


@pytest.mark.parametrize("body", [b'{"bestanden":', b'\xff\x00"bestanden":{}', b'"bestanden":' + b"[" * 5000])
def test_a_value_that_was_altered_names_nothing_and_stops_nobody(vault: Vault, body: bytes) -> None:
    vault.append(entry("besluit[1]", 1, waarde={"bestanden": {"pdf": PDF}}), ())
    with vault.transaction() as connection:
        connection.execute("UPDATE entry_0 SET body=?", (body,))
        vault.rebuild()
    assert named(vault) == set()

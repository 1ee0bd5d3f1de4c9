"""The program checks itself, and says what is broken."""

import os
from pathlib import Path

import pytest

from intake_assistant import paths
from intake_assistant.operations.vault.selftest import self_test
from intake_assistant.storage.engine import database
from tests.storage.hulp import CLOCK


def test_every_part_of_a_whole_installation_is_good() -> None:
    outcomes = self_test(CLOCK, os.urandom)
    found = [outcome.onderdeel for outcome in outcomes]
    assert found == ["cipher", "forms", "rules", "translations", "fonts", "papers", "policy"]
    assert [o for o in outcomes if not o.goed] == []
    assert all(o.uitleg for o in outcomes)
    assert "kalender.gelijkgesteld" in outcomes[2].uitleg  # of which nobody read the source yet


@pytest.mark.parametrize(
    ("part", "function"),
    [
        ("forms", "forms_dir"),
        ("rules", "forms_dir"),
        ("translations", "translations_dir"),
        ("fonts", "fonts_dir"),
    ],
)
def test_a_part_that_is_gone_is_named_and_the_others_are_still_tried(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, part: str, function: str
) -> None:
    from intake_assistant import texts
    from intake_assistant.documents import tekens

    empty = tmp_path / "leeg"
    empty.mkdir()
    monkeypatch.setattr(paths, function, lambda: empty)
    monkeypatch.setattr(texts, function, lambda: empty, raising=False)
    tekens.covered.cache_clear()
    try:
        outcomes = {o.onderdeel: o for o in self_test(CLOCK, os.urandom)}
    finally:
        tekens.covered.cache_clear()
    assert not outcomes[part].goed
    assert len(outcomes) == 7
    assert outcomes["cipher"].goed


def test_a_cipher_that_does_not_encrypt_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = b"leesbaar"
    monkeypatch.setattr(database, "PLAIN_HEADER", b"")
    outcome = self_test(CLOCK, os.urandom)[0]
    assert (outcome.onderdeel, outcome.goed) == ("cipher", False)
    assert plain

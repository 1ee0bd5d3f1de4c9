"""The search itself: it would find what leaks, however it is written down."""

import base64
import json
import os
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.sporen import WOORDEN, is_new, no_traces, traces, traces_of_process, words_of_case

ZIN = "Selam Tesfay zegt: ik slaap slecht"
LEAKS = {
    "plain": ZIN.encode(),
    "capitals": ZIN.upper().encode(),
    "utf-16": ZIN.encode("utf-16"),
    "utf-16-be": ZIN.encode("utf-16-be"),
    "utf-32": ZIN.encode("utf-32-le"),
    "base64": base64.b64encode(b"x" + ZIN.encode()),
    "base64 of utf-16": base64.b64encode(ZIN.encode("utf-16-le")),
    "base64 for addresses": base64.urlsafe_b64encode(b"??>" + ZIN.encode()),
    "inside a bigger file": bytes(range(256)) * 400 + ZIN.encode() + bytes(4000),
    "an address": f"file:///thuis/{quote('ik slaap slecht')}".encode(),
    "json": json.dumps("ናይ ኢድ").encode(),
    "ethiopic": "ናይ ኢድ".encode("utf-16-le"),
    "arabic": "سلمى".encode(),
}


@pytest.mark.parametrize("how", LEAKS)
def test_a_word_is_found_however_it_is_written(how: str, tmp_path: Path) -> None:
    (tmp_path / "spoor").write_bytes(LEAKS[how])
    assert traces([tmp_path])


def test_what_other_tests_write_in_memory_at_the_same_time_is_theirs(tmp_path: Path) -> None:
    for folder in ("intake-test.Ab12Cd", "iets anders"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "spoor").write_bytes(ZIN.encode())
    assert {found.split("/")[-2] for found in traces([tmp_path])} == {"iets anders"}
    assert traces([tmp_path / "intake-test.Ab12Cd"])


def test_a_name_of_a_file_is_found_also_of_a_document(tmp_path: Path) -> None:
    (tmp_path / "plan van Selam.pdf").write_bytes(b"%PDF")
    assert [found.rsplit(": ")[-1] for found in traces([tmp_path])] == ["Selam"]


def test_nothing_is_found_in_nothing_and_in_chance(tmp_path: Path) -> None:
    (tmp_path / "willekeurig").write_bytes(os.urandom(300_000))
    (tmp_path / "leeg").touch()
    assert traces([tmp_path]) == []


def test_no_word_is_so_short_that_it_stands_in_what_is_encrypted() -> None:
    foreign = [woord for woord in WOORDEN if not woord.isascii()]
    assert len(foreign) >= 2
    # Of a gigabyte four bytes stand somewhere: seen once.
    assert [woord for woord in foreign if len(woord.encode("utf-16-le")) < 8] == []


@pytest.mark.parametrize("written", ["Selam", '"selam"', "SELAM", "naam=Selam\0"])
def test_a_short_name_is_found_as_people_and_programs_write_it(written: str, tmp_path: Path) -> None:
    (tmp_path / "spoor").write_bytes(bytes(range(256)) + b"\n" + written.encode() + b"\n" + bytes(range(256)))
    assert [found.rsplit(": ")[-1] for found in traces([tmp_path])] == ["Selam"]


def test_a_short_name_that_stands_by_chance_in_what_is_encrypted_is_nobody(tmp_path: Path) -> None:
    (tmp_path / "kluis").write_bytes(b"\x83sELaM\xf0 \x91Selam\xc4")
    assert traces([tmp_path]) == []


def test_what_was_found_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(AssertionError, match="spoor: Tesfay"), no_traces(tmp_path):
        (tmp_path / "spoor").write_bytes(b"Tesfay")


def test_a_file_of_somebody_else_may_go_while_it_is_looked_at(tmp_path: Path) -> None:
    """Another run on the same computer makes and removes its own in the same places."""
    assert not is_new(tmp_path / "zojuist weg", 0.0)
    (tmp_path / "hier").touch()
    assert is_new(tmp_path / "hier", 0.0)


def test_the_process_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    assert traces_of_process() == []
    monkeypatch.setenv("LAATSTE_DOSSIER", "Tesfay")
    assert traces_of_process() == ["os.environ: Tesfay"]


def test_there_are_sixty_words_and_none_is_of_the_program() -> None:
    assert len(set(WOORDEN)) >= 60
    root = Path(__file__).parents[1]
    assert traces([root / "intake_assistant" / name for name in ("operations", "storage", "ui")]) == []


def test_a_case_gives_its_own_words() -> None:
    source = (
        '[inburgeraar]\nachternaam = "Tesfay"\ndoelgroep = "asielstatushouder"\nx = ["wil een atelier"]\n'
    )
    assert words_of_case(source) == ["Tesfay", "wil een atelier"]

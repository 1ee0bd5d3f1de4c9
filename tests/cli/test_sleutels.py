"""The ways into a vault, from the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest

from intake_assistant import cli, crypto
from intake_assistant.policy import Policy
from intake_assistant.storage.keys.wachttijd import WAIT_FILE
from tests.cli.conftest import Outcome, Run
from tests.storage.hulp import CHEAP, CLOCK, PASSPHRASE, recovery_key

NEW = "gordijn lepel oceaan kraan"


@pytest.fixture
def loud(capsys: pytest.CaptureFixture[str]) -> Run:
    """As `run`, for what also says something on stderr when it is done."""

    def call(*words: object, policy: Policy | None = None) -> Outcome:
        capsys.readouterr()
        outside = cli.Outside(CLOCK, os.urandom, CHEAP, policy or Policy())
        code = cli.main([str(word) for word in words], outside)
        told = capsys.readouterr()
        return Outcome(code, told.out, told.err)

    return call


def identity(folder: Path) -> tuple[Path, str]:
    """The file that `age-keygen` writes, and the public key in it."""
    made = pyrage.x25519.Identity.generate()
    file = folder / "gemeente.key"
    file.write_text(f"# created: 2026-01-01\n# public key: {made.to_public()}\n{made}\n")
    return file, str(made.to_public())


def test_another_passphrase(run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("vault", "passphrase", vault).code == 2
    monkeypatch.setenv("INTAKE_NEW_PASSPHRASE", NEW)
    assert "nieuwe wachtzin" in run("vault", "passphrase", vault).out
    assert run("list", "--vault", vault).error == "vault.wrong_passphrase"
    monkeypatch.setenv("INTAKE_PASSPHRASE", NEW)
    assert run("list", "--vault", vault).code == 0
    new = vault.parent / "nieuw.txt"
    new.write_text(f"{NEW} weer\n")
    monkeypatch.delenv("INTAKE_NEW_PASSPHRASE")
    done = run("--json", "vault", "passphrase", vault, "--new-passphrase-file", new)
    assert done.json == {"kluis": str(vault), "niet_bijgewerkt": []}
    monkeypatch.setenv("INTAKE_PASSPHRASE", f"{NEW} weer")
    assert run("list", "--vault", vault).code == 0
    assert run("vault", "passphrase", vault, "--new-passphrase-file", vault / "weg").code == 2


def test_a_weak_passphrase_is_warned_of_and_taken(
    loud: Run, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTAKE_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("INTAKE_NEW_PASSPHRASE", "welkom123")
    done = loud("vault", "passphrase", vault)
    assert done.code == 0
    assert "snel te raden" in done.err
    assert "vier of meer losse woorden" in done.err
    assert "welkom123" not in done.err


def test_the_ways_in_are_listed_renewed_and_taken_away(run: Run, vault: Path, tmp_path: Path) -> None:
    assert [way["soort"] for way in run("vault", "slots", vault, "--json").json["sloten"]] == [
        "wachtwoord",
        "herstelsleutel",
    ]
    sheet = tmp_path / "blad.pdf"
    done = run("vault", "slots", vault, "--new-recovery", "--recovery-sheet", sheet, "--json").json
    with pikepdf.open(sheet) as pdf:
        assert len(pdf.pages) == 1
    assert run("vault", "slots", vault, "--new-recovery", "--recovery-sheet", sheet).error == "output.exists"
    assert crypto.read_recovery_key(done["herstelsleutel"])[1] == []
    assert opens_with(run, vault, recovery_key()) == "vault.wrong_recovery"
    assert opens_with(run, vault, done["herstelsleutel"]) == ""
    left = run("vault", "slots", vault, "--remove-recovery")
    assert left.out.startswith("Wachtzin: ")
    assert "papier" not in left.out
    assert run("vault", "slots", vault, "--remove-recovery", "--new-recovery").code == 2


def opens_with(run: Run, vault: Path, sheet: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INTAKE_RECOVERY_KEY", sheet)
        return run("vault", "open-with-recovery", vault).error


def test_the_sheet_sets_the_new_passphrase_that_is_named_as_new(
    run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTAKE_NEW_PASSPHRASE", NEW)
    assert opens_with(run, vault, recovery_key()) == ""
    assert run("list", "--vault", vault).error == "vault.wrong_passphrase"
    monkeypatch.setenv("INTAKE_PASSPHRASE", NEW)
    assert run("list", "--vault", vault).code == 0


def test_another_key_takes_all_along_and_prints_its_sheet_first(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    assert run("vault", "backup", vault).code == 0
    sheet = tmp_path / "blad.pdf"
    done = run("vault", "rekey", vault, "--recovery-sheet", sheet)
    assert done.code == 0
    key = done.out.splitlines()[0]
    assert sheet.exists()
    assert run("list", "--vault", vault).code == 0
    assert run("vault", "restore", vault).code == 0
    assert opens_with(run, vault, recovery_key()) == "vault.wrong_recovery"
    assert opens_with(run, vault, key) == ""
    again = run("vault", "rekey", vault, "--json").json
    assert again["niet_bereikt"] == []
    assert opens_with(run, vault, again["herstelsleutel"]) == ""


def test_a_wrong_passphrase_gives_no_other_key(
    run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (vault / "vault.db").read_bytes()
    monkeypatch.setenv("INTAKE_PASSPHRASE", "verkeerd")
    done = run("vault", "rekey", vault)
    assert (done.error, done.out) == ("vault.wrong_passphrase", "")
    assert (vault / "vault.db").read_bytes() == before


def test_the_municipality_opens_what_was_made_under_its_rule(
    loud: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, recipient = identity(tmp_path)
    rule = Policy(beheerder="ICT Delfzijl", gemeente_sleutel=recipient)
    path = tmp_path / "v.intake"
    monkeypatch.setenv("INTAKE_PASSPHRASE", PASSPHRASE)
    made = loud("vault", "create", path, policy=rule)
    assert made.code == 0
    assert "Uw gemeente kan deze kluis ook openen" in made.err
    assert "ICT Delfzijl" in made.err
    ways = loud("vault", "slots", path, "--json", policy=rule)
    assert ways.err == ""
    assert ways.json["sloten"][2]["ontvanger"] == recipient
    monkeypatch.setenv("INTAKE_PASSPHRASE", NEW)
    assert loud("vault", "open-with-recovery", path, "--gemeentesleutel", file).code == 0
    assert loud("list", "--vault", path).code == 0
    other, _ = identity(tmp_path)
    wrongs = [other, tmp_path / "weg", tmp_path, path / "vault.db"]
    if hasattr(os, "mkfifo"):
        # Nobody waits for who is to write into a pipe, and no file without an end is read.
        os.mkfifo(tmp_path / "pijp")
        wrongs += [tmp_path / "pijp", Path("/dev/zero")]
    for wrong in wrongs:
        found = loud("vault", "open-with-recovery", path, "--gemeentesleutel", wrong)
        assert (found.code, found.error) == (1, "vault.wrong_municipality_key")


def test_a_rule_that_came_later_lets_the_municipality_in_and_says_so_once(
    loud: Run, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTAKE_PASSPHRASE", PASSPHRASE)
    file, recipient = identity(tmp_path)
    rule = Policy(beheerder="ICT Delfzijl", gemeente_sleutel=recipient)
    assert "Vanaf nu kan uw gemeente" in loud("list", "--vault", vault, policy=rule).err
    assert loud("list", "--vault", vault, policy=rule).err == ""
    assert loud("vault", "rekey", vault, policy=rule).code == 0
    assert loud("vault", "open-with-recovery", vault, "--gemeentesleutel", file).code == 0


def test_playing_another_day_does_not_shorten_the_waiting(
    run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTAKE_PASSPHRASE", "verkeerd")
    for _ in range(3):
        assert run("list", "--vault", vault).error == "vault.wrong_passphrase"
    monkeypatch.setenv("INTAKE_PASSPHRASE", PASSPHRASE)
    for day in ("2030-01-01", "2020-01-01"):
        found = run("list", "--vault", vault, "--now", day)
        assert found.error == "vault.wait"
        assert "30 seconden" in found.err
    (vault / WAIT_FILE).unlink()
    assert run("list", "--vault", vault, "--now", "2030-01-01").code == 0


@pytest.mark.parametrize("empty", ["", "\n", "   ", "\t \u200b\u00a0\r\n"])
def test_an_empty_passphrase_is_refused_wherever_one_is_set(
    run: Run, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: str
) -> None:
    file, new, (key, public) = tmp_path / "leeg.txt", tmp_path / "nieuw.intake", identity(tmp_path)
    file.write_text(empty)
    before = (vault / "slots.json").read_bytes()
    change = ("vault", "passphrase", vault, "--new-passphrase-file", file)
    assert run(*change).error == "vault.empty_passphrase"
    monkeypatch.delenv("INTAKE_PASSPHRASE")
    monkeypatch.setenv("INTAKE_RECOVERY_KEY", recovery_key())
    with_file = ("--passphrase-file", file)
    for words in (
        ("vault", "create", new),
        ("vault", "open-with-recovery", vault),
        ("vault", "open-with-recovery", vault, "--gemeentesleutel", key),
    ):
        assert run(*words, *with_file).error == "vault.empty_passphrase"
        if empty.strip("\r\n"):
            monkeypatch.setenv("INTAKE_NEW_PASSPHRASE" if "open" in words[1] else "INTAKE_PASSPHRASE", empty)
            assert run(*words).error == "vault.empty_passphrase"
            monkeypatch.delenv("INTAKE_PASSPHRASE", raising=False)
            monkeypatch.delenv("INTAKE_NEW_PASSPHRASE", raising=False)
    assert not new.exists()
    assert (vault / "slots.json").read_bytes() == before
    assert public


@pytest.mark.parametrize(
    ("typed", "code", "error"),
    [([NEW, NEW], 0, ""), ([NEW, f"{NEW}s"], 2, "De"), (["", ""], 1, "vault.empty_passphrase")],
)
def test_a_passphrase_that_is_typed_to_be_set_is_asked_twice(
    loud: Run, vault: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str], code: int, error: str
) -> None:
    monkeypatch.delenv("INTAKE_PASSPHRASE", raising=False)
    monkeypatch.setenv("INTAKE_RECOVERY_KEY", recovery_key())
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    new = vault.with_name("nieuw.intake")
    for words in (("vault", "create", new), ("vault", "open-with-recovery", vault)):
        answers = iter(typed)
        monkeypatch.setattr("getpass.getpass", lambda _, answers=answers: next(answers))
        done = loud(*words)
        assert (done.code, list(answers)) == (code, [])
        assert done.err.startswith(error)
    assert new.exists() is (code == 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_of_a_new_vault_whose_key_nobody_saw_is_said_how_to_get_one(tmp_path: Path) -> None:
    main, new = Path(__file__).parents[2] / "main.py", tmp_path / "n.intake"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, main, "vault", "create", new],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env={**os.environ, "INTAKE_PASSPHRASE": PASSPHRASE},
        )  # fmt: skip
    assert (done.returncode, "--new-recovery" in done.stderr) == (1, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_recovery_key_that_nobody_saw_replaces_none(
    run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = Path(__file__).parents[2] / "main.py"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, main, "vault", "slots", vault, "--new-recovery"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env={**os.environ, "INTAKE_PASSPHRASE": PASSPHRASE},
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("disk.full ")
    monkeypatch.setenv("INTAKE_RECOVERY_KEY", recovery_key())
    monkeypatch.setenv("INTAKE_NEW_PASSPHRASE", NEW)
    assert run("vault", "open-with-recovery", vault).code == 0

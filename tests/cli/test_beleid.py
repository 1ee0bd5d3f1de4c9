"""The command line says when the rules of the administrator cannot be read, and goes on."""

from pathlib import Path

import pytest

from intake_assistant import cli
from intake_assistant.policy import Policy
from tests.cli.conftest import Run
from tests.storage.hulp import CHEAP, CLOCK, PASSPHRASE, seeded

BROKEN = Policy(
    bron=Path("/etc/intake-assistent/beleid.toml"), beheerder="Servicedesk", fouten=("Regel 3: zo niet.",)
)


def test_a_command_says_it_and_does_what_was_asked(
    vault: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTAKE_PASSPHRASE", PASSPHRASE)
    outside = cli.Outside(CLOCK, seeded(1), CHEAP, BROKEN)
    code = cli.main(["list", "--vault", str(vault), "--json"], outside)
    told = capsys.readouterr()
    assert code == 0
    assert told.out == "[]\n"
    assert told.err.split()[0] == "policy.invalid"
    for words in ("/etc/intake-assistent/beleid.toml", "Servicedesk", "Regel 3: zo niet."):
        assert words in told.err


def test_making_a_vault_is_refused_once(run: Run, tmp_path: Path) -> None:
    found = run("vault", "create", tmp_path / "nieuw.intake", policy=BROKEN)
    assert (found.code, found.error) == (1, "policy.invalid")
    assert found.err.count("policy.invalid") == 1
    assert not (tmp_path / "nieuw.intake").exists()


def test_the_self_test_fails_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["--self-test"], cli.Outside(CLOCK, seeded(1), CHEAP, BROKEN))
    told = capsys.readouterr().out
    assert code == 1
    assert "FOUT policy: policy.invalid" in told
    assert "Regel 3: zo niet." in told


def test_the_rules_of_this_computer_are_said(run: Run) -> None:
    policy = Policy(
        bron=Path("/etc/x/beleid.toml"), beheerder="Servicedesk", idle_seconds=300.0, talen=("nl", "ar")
    )
    found = run("policy", "check", policy=policy)
    assert found.code == 0
    assert found.out.splitlines() == [
        "/etc/x/beleid.toml, van Servicedesk",
        "ok   vergrendeling.seconden: 300",
        "ok   talen.aanbod: nl, ar",
    ]
    assert run("policy", "check").out == (
        "Op deze computer staat geen bestand met regels: de gebruiker kiest alles zelf.\n"
    )


def test_a_rule_is_said_by_its_place_in_the_file_and_as_it_stands_there(run: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    file = tmp_path / "beleid.toml"
    file.write_text(
        'beheerder = "ICT"\n[backup]\nplaats = "/mnt/kopie"\n[documenten]\nongecontroleerd = false\n'
        '[ondernemingsraad]\ninstemming = 2026-03-02\nkenmerk = "OR 12"\n',
        encoding="utf-8",
    )
    assert run("policy", "check", file).out.splitlines()[1:] == [
        "ok   backup.plaats: /mnt/kopie",
        "ok   documenten.ongecontroleerd: false",
        "ok   ondernemingsraad.instemming: 2026-03-02",
        "ok   ondernemingsraad.kenmerk: OR 12",
    ]


def test_in_a_file_that_was_refused_nothing_is_called_good(run: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    file = tmp_path / "beleid.toml"
    file.write_text("[vergrendeling]\nseconden = 60\n[scherm]\ntoto = true\n", encoding="utf-8")
    found = run("policy", "check", file)
    assert (found.code, found.error) == (1, "policy.invalid")
    assert not [line for line in found.out.splitlines() if line.startswith("ok")]
    assert found.out.splitlines()[1:4] == [
        "Zolang er een fout in het bestand staat, gelden alleen deze regels:",
        "     vergrendeling.seconden: 60",
        "     documenten.ongecontroleerd: false",
    ]


def test_mistakes_of_this_computer_are_said_once(run: Run) -> None:
    found = run("policy", "check", policy=BROKEN)
    assert found.code == 1
    assert found.err.count("policy.invalid") == found.err.count("Regel 3: zo niet.") == 1


def test_a_file_is_tried_before_it_is_in_its_place(run: Run, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    file = tmp_path / "beleid.toml"
    file.write_text('beheerder = "ICT"\n[vergrendeling]\nseconde = 300\n', encoding="utf-8")
    found = run("policy", "check", file, "--json")
    assert found.code == 1
    assert found.json["bestand"] == str(file)
    assert "vergrendeling.seconden" in found.json["fouten"][0]
    file.write_text('beheerder = "ICT"\n[vergrendeling]\nseconden = 300\n', encoding="utf-8")
    assert run("policy", "check", file, "--json").json["regels"] == {"vergrendeling.seconden": "300"}
    weg = run("policy", "check", tmp_path / "weg.toml")
    assert (weg.code, "dit bestand is er niet" in weg.err) == (2, True)
    file.write_text("#" * 1_000_001, encoding="utf-8")
    assert "te groot" in run("policy", "check", file).err

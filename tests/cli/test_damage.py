"""`vault check` and `vault rescue` as they are typed."""

import os
from pathlib import Path

import pytest

from intake_assistant import cli
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries import entries, numbers
from tests.cli.conftest import Run
from tests.gelezen import lazily
from tests.storage.hulp import CHEAP, CLOCK, quick, seeded

CASE = Path(__file__).parents[1] / "data" / "cases" / "07_afghanistan_zonder_achternaam.toml"
OTHER = "05_gezinsmigrant_brazilie.toml"


def test_a_sound_vault(run: Run, vault: Path) -> None:
    assert run("vault", "check", vault, "--json").json == {"bevindingen": [], "fout": 0, "let_op": 0}
    (vault / "brief.docx").write_bytes(b"x")
    told = run("vault", "check", vault)
    assert told.code == 0
    assert "let op" in told.out
    assert "De kluis is in orde." in told.out


def test_a_place_that_is_copied_is_warned_of_at_making_and_at_opening(
    capsys: pytest.CaptureFixture[str], run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "OneDrive - Gemeente Delfzijl" / "an.intake"
    path.parent.mkdir()
    for words in (["vault", "create", path], ["list", "--vault", path]):
        outside = cli.Outside(CLOCK, os.urandom, CHEAP)
        assert cli.main([str(word) for word in words], outside) == 0
        assert "OneDrive steeds gekopieerd" in capsys.readouterr().err
    (path / "vault (2).db").write_bytes(b"x")
    assert "vault (2).db" in run("vault", "check", path).out


def test_a_damaged_vault_is_told_and_rescued(run: Run, vault: Path, tmp_path: Path) -> None:
    run("play", CASE, "--vault", vault)
    whole = bytearray((vault / DATABASE).read_bytes())
    whole[5 * 4096 : 6 * 4096] = bytes(4096)
    (vault / DATABASE).write_bytes(whole)
    checked = run("vault", "check", vault, "--json")
    assert (checked.code, checked.error) == (1, "vault.damaged")
    assert {b["code"] for b in checked.json["bevindingen"]} == {"pagina"}
    assert set(checked.json["bevindingen"][0]) == {"code", "ernst", "waar", "dossier", "uitleg", "advies"}
    told = run("vault", "rescue", vault)
    assert told.code == 0
    assert "nog niets gered" in told.out
    new = tmp_path / "gered.intake"
    saved = run("vault", "rescue", vault, "--to", new, "--json").json
    assert (saved["kluis"], len(saved["dossiers"])) == (str(new), 1)
    assert len(saved["herstelsleutel"].split("-")) == 8
    assert set(saved["dossiers"][0]) == {
        "dossier", "naam", "gelezen", "kwijt", "eerder_kwijt", "documenten_kwijt", "heel"
    }  # fmt: skip
    assert run("vault", "check", new).code == 0
    assert run("list", "--vault", new).code == 0
    assert "gered" in {regel["wat"] for regel in run("vault", "log", new, "--json").json["regels"]}
    assert (vault / DATABASE).read_bytes() == bytes(whole)
    assert run("vault", "rescue", vault, "--to", new).error == "vault.exists"


def test_of_a_sound_vault_nothing_is_said_to_have_been_missing(run: Run, vault: Path) -> None:
    run("play", CASE, "--vault", vault)
    run("vault", "backup", vault)
    told = run("vault", "rescue", vault)
    assert told.code == 0
    assert "Te lezen: 1 dossier. Er ontbreekt niets." in told.out
    assert "Wat ontbrak" not in told.out
    (backup,) = (vault / "backups").glob("*.db")
    assert backup.name in told.out
    with quick(vault) as opened:
        work = Workspace(opened, lazily(), CLOCK, seeded(1))
        record_antwoord(work, opened.dossiers()[0], "taalniveau.nl_lezen", "a2")
    assert " 1 vastlegging staat niet in die reservekopie." in run("vault", "rescue", vault).out


def test_a_backup_that_is_damaged_refuses_but_the_vault_stays_good(run: Run, vault: Path) -> None:
    run("vault", "backup", vault)
    backup = next((vault / "backups").glob("*.db"))
    backup.write_bytes(backup.read_bytes()[:9000])
    told = run("vault", "check", vault)
    assert (told.code, told.error) == (1, "vault.check_failed")
    assert "reservekopie is beschadigd" in told.out


@pytest.mark.parametrize("as_json", [False, True])
def test_one_damaged_dossier_keeps_no_other_from_the_list(run: Run, vault: Path, as_json: bool) -> None:
    dossiers = run("play", CASE, CASE.with_name(OTHER), "--vault", vault).out.split()
    with quick(vault) as opened, opened.transaction() as connection:
        nr = numbers.find(connection, numbers.DOSSIER, dossiers[0]) or 0
        rows = entries.shelf(nr).table
        connection.execute(f"UPDATE {rows} SET body=x'7b' WHERE dossier=? AND subject LIKE 'inb%'", (nr,))
    # In a new year every line is made anew.
    told = run("list", "--vault", vault, "--now", "2027-01-04", *(["--json"] if as_json else []))
    assert (told.code, told.error) == (1, "vault.damaged")
    if as_json:
        stand = {line["dossier"]: line["stand"] for line in told.json}
    else:
        stand = {cells[0]: cells[2] for cells in (line.split("\t") for line in told.out.splitlines())}
    assert stand[dossiers[0]] == "beschadigd"
    assert stand[dossiers[1]] != "beschadigd"
    found = run("vault", "check", vault, "--json")
    assert (found.code, {b["dossier"] for b in found.json["bevindingen"]}) == (1, {dossiers[0]})
    assert run("show", dossiers[0], "--vault", vault).error == "vault.damaged"

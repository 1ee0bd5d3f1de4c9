"""Backups from the command line: made, listed, compared, put back; refused in words."""

import shutil
from pathlib import Path

import pytest

from intake_assistant.policy import Policy
from tests.cli.conftest import Played, Run
from tests.storage.hulp import copied

CASES = sorted((Path(__file__).parents[1] / "data" / "cases").glob("*.toml"))


@pytest.fixture
def dossier(played: Played) -> str:
    return played(CASES[0])


@pytest.fixture
def naam(run: Run, vault: Path, dossier: str) -> str:
    """The name of a backup with one dossier."""
    return str(run("vault", "backup", vault, "--json").json["reservekopie"]["naam"])


def test_made_listed_and_checked(run: Run, vault: Path, naam: str) -> None:
    (found,) = run("vault", "restore", vault, "--check", "--json").json["reservekopieen"]
    assert (found["naam"], found["soort"], found["plaats"], found["in_orde"]) == (naam, "hand", "", True)
    assert found["grootte"] == (vault / "backups" / naam).stat().st_size
    cells = run("vault", "restore", vault, "--check").out.rstrip("\n").split("\t")
    assert (cells[0], cells[2], cells[-1]) == (naam, "hand", "in orde")
    # A script that practises once a year is to hear it too.
    half = vault / "backups" / naam
    half.write_bytes(half.read_bytes()[: half.stat().st_size // 2])
    found = run("vault", "restore", vault, "--check")
    assert (found.error, found.out.rstrip("\n").split("\t")[-1]) == ("backup.damaged", "beschadigd")
    assert run("vault", "restore", vault).code == 0


def test_to_a_stick_and_back(run: Run, vault: Path, dossier: str, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    found = run("vault", "backup", vault, "--to", stick, "--json").json
    assert [p["stand"] for p in found["plaatsen"]] == ["gekopieerd"]
    shutil.rmtree(vault / "backups")
    (kept,) = run("vault", "restore", vault, "--json").json["reservekopieen"]
    assert kept["plaats"].startswith(str(stick))
    before = run("digest", "--vault", vault).out
    run("play", CASES[1], "--vault", vault)
    run("vault", "restore", vault, "--replace", kept["naam"])
    assert run("digest", "--vault", vault).out == before
    assert run("vault", "check", vault).code == 0


def test_a_place_is_known_from_everywhere(
    run: Run, vault: Path, dossier: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()
    monkeypatch.chdir(tmp_path)
    (made,) = run("vault", "backup", vault, "--to", "stick", "--json").json["plaatsen"]
    assert made["plaats"] == str(tmp_path / "stick")
    monkeypatch.chdir("/")
    found = run("vault", "restore", vault, "--json").json["reservekopieen"]
    assert [bool(kopie["plaats"]) for kopie in found] == [False, True]


def test_compared_then_replaced_then_merged_with_what_went(
    run: Run, vault: Path, naam: str, dossier: str
) -> None:
    later = run("play", CASES[1], "--vault", vault).out.strip()
    rows = run("vault", "restore", vault, "--compare", naam, "--json").json["dossiers"]
    cells = run("vault", "restore", vault, "--compare", naam).out.splitlines()[0].split("\t")
    assert "vergeleken" in {r["wat"] for r in run("vault", "log", vault, "--json").json["regels"]}
    assert len(cells) == 4
    assert {r["dossier"]: (r["terug"], r["weg"] > 0) for r in rows} == {
        dossier: (0, False), later: (0, True)
    }  # fmt: skip
    assert all(row["naam"] for row in rows)
    done = run("vault", "restore", vault, "--replace", naam, "--json").json
    assert done == {"dossiers": [later], "zonder": []}
    assert [row["dossier"] for row in run("list", "--vault", vault, "--json").json] == [dossier]
    # The backup of just before brings it back.
    kinds = run("vault", "restore", vault, "--json").json["reservekopieen"]
    before = next(k["naam"] for k in kinds if k["soort"] == "herstel")
    assert run("vault", "restore", vault, "--merge", before, "--dossier", later).out.split() == [later]
    assert len(run("list", "--vault", vault, "--json").json) == 2
    assert run("vault", "check", vault).code == 0


def test_a_vault_that_is_lost_is_made_anew_elsewhere(run: Run, vault: Path, naam: str, dossier: str) -> None:
    (vault / "vault.db").write_bytes(b"stuk")
    new = vault.with_name("nieuw.intake")
    assert run("vault", "restore", vault, "--replace", naam[:8], "--into", new, "--json").json == {
        "kluis": str(new)
    }
    assert [row["dossier"] for row in run("list", "--vault", new, "--json").json] == [dossier]
    assert run("vault", "check", new).code == 0
    noted = [regel["wat"] for regel in run("vault", "log", new, "--json").json["regels"]]
    assert {"lijst", "nieuwe_kluis"} <= set(noted)


def test_a_laptop_that_is_lost_is_made_anew_of_the_stick(
    run: Run, vault: Path, dossier: str, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    run("vault", "backup", vault, "--to", tmp_path / "stick")
    shutil.rmtree(vault)
    (folder,) = (tmp_path / "stick").iterdir()
    new = tmp_path / "nieuw.intake"
    run("vault", "restore", folder, "--replace", "20", "--into", new)
    assert [row["dossier"] for row in run("list", "--vault", new, "--json").json] == [dossier]
    assert run("vault", "check", new).code == 0


def test_refused_in_words(run: Run, vault: Path, naam: str, tmp_path: Path) -> None:
    other = copied(tmp_path, "bo")
    path = vault / "backups" / naam
    assert run("vault", "restore", other, "--replace", path).error == "backup.other_vault"
    assert run("vault", "restore", vault, "--compare", "20010101").error == "backup.not_found"
    assert run("vault", "backup", vault, "--to", vault).error == "backup.place_in_vault"
    gone = run("vault", "backup", vault, "--to", tmp_path / "weg")
    assert gone.error == "backup.place_gone"
    assert len(gone.out.splitlines()) == 1, "the refusal is not told twice"
    absent = run("vault", "restore", vault, "--merge", naam, "--dossier", "f" * 32)
    assert absent.error == "dossier.not_found"
    assert run("vault", "restore", vault, "--dossier", "f" * 32).code == 2
    assert run("vault", "restore", vault, "--into", tmp_path / "x").code == 2
    assert run("vault", "restore", vault, "--merge", naam, "--replace", naam).code == 2
    path.write_bytes(path.read_bytes()[:9000])
    assert run("vault", "restore", vault, "--replace", naam).error == "backup.damaged"


def test_the_place_of_the_administrator(run: Run, vault: Path, dossier: str, tmp_path: Path) -> None:
    place = tmp_path / "share"
    policy = Policy(backup_plaats=place)
    away = run("vault", "backup", vault, policy=policy)
    assert away.code == 0
    assert str(place) in away.out
    place.mkdir()
    found = run("vault", "backup", vault, "--json", policy=policy).json["plaatsen"]
    assert [(p["plaats"], p["stand"]) for p in found] == [(str(place), "gekopieerd")]
    assert len(list(place.rglob("*.db"))) == 1

"""Erasing from the command line: the contract's words, stable JSON, refusals that change nothing."""

from pathlib import Path

from tests.cli.conftest import Played, Run
from tests.cli.test_ending import ENDED
from tests.operations.casussen import CASES, KORT

REASON = ("--reason", "bewaartermijn verstreken")


def test_a_dossier_is_erased_for_good(run: Run, vault: Path, played: Played, tmp_path: Path) -> None:
    dossier, other = played(KORT), run("play", CASES[0], "--vault", vault).out.strip()
    before = run("digest", "--vault", vault).out
    found = run("erase", dossier, "--vault", vault, *REASON, "--json").json
    assert (found["dossier"], found["grond"], found["klaar"]) == (dossier, "anders", True)
    assert {"vastleggingen", "antwoorden"} <= set(found["aantallen"])
    assert [plaats["soort"] for plaats in found["plaatsen"]] == ["kluis", "backups"]
    assert "Haddad" not in str(found)
    assert [line["dossier"] for line in run("list", "--vault", vault, "--json").json] == [other]
    assert run("digest", "--vault", vault).out != before
    assert run("vault", "check", vault).code == 0
    for again in (
        ("erase", dossier, "--vault", vault, *REASON),
        ("erase", "0" * 32, "--vault", vault, *REASON),
    ):
        refused = run(*again)
        assert (refused.code, refused.error) == (
            1, "dossier.erased" if dossier in again else "dossier.not_found"
        )  # fmt: skip


def test_without_a_reason_only_what_the_law_gives(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier = played(ENDED)
    assert run("erase", dossier, "--vault", vault, "--now", "2026-04-20").error == "erase.no_reason"
    named = run("erase", dossier, "--vault", vault, "--now", "2026-04-20", "--reason", "Omar vroeg dit")
    assert named.error == "erase.names_person"
    grond = ("--grond", "bewaartermijn")
    assert run("erase", dossier, "--vault", vault, "--now", "2026-04-20", *grond).error == "erase.no_ground"
    made = run("erase", dossier, "--vault", vault, "--now", "2031-04-02", "--json").json
    assert (made["grond"], made["regel"], made["op"]) == ("bewaartermijn", "Besl 9.9(1)", "2031-04-02")


def test_a_dry_run_erases_nothing(run: Run, vault: Path, played: Played, tmp_path: Path) -> None:
    dossier = played(ENDED)
    before = run("digest", "--vault", vault).out
    now = ("--now", "2026-05-03")
    found = run("erase", dossier, "--vault", vault, *now, "--dry-run", "--json").json
    assert (found["kenmerk"], found["gronden"][0], found["belet"]) == ("Z-26-0042", "overgedragen", "")
    assert [regel["wat"] for regel in found["te_wissen"]] == ["laptopkopie"]
    lines = run("erase", dossier, "--vault", vault, *now, "--dry-run").out.splitlines()
    assert lines[0].startswith("Z-26-0042\t"), "whose it is comes first"
    assert lines[0].split("\t")[1]
    assert "Deze kluis\tHier wordt het nu gewist." in lines
    assert run("digest", "--vault", vault).out == before


def test_the_proof_is_written_and_nothing_over_another_file(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier, proof = played(KORT), tmp_path / "bewijs.pdf"
    proof.write_bytes(b"iets anders")
    line = ("erase", dossier, "--vault", vault, *REASON, "--wisbewijs", proof)
    assert run(*line).error == "output.exists"
    assert run("show", dossier, "--vault", vault, "--json").code == 0
    proof.unlink()
    assert run(*line).out.splitlines()[0].startswith("Deze kluis  Gewist op")
    assert proof.read_bytes().startswith(b"%PDF-")


def test_when_nothing_waited_that_is_said_and_that_the_dossiers_stay(
    run: Run, vault: Path, played: Played
) -> None:
    dossier = played(KORT)
    told = run("vault", "erase", vault)
    assert told.code == 0
    assert told.out == "Er wachtte niets op wissen. De dossiers in deze kluis blijven staan.\n"
    assert run("show", dossier, "--vault", vault).code == 0
    assert run("vault", "erase", vault, "--json").json == {"wissingen": []}
    run("erase", dossier, "--vault", vault, *REASON)
    told = run("vault", "erase", vault)
    assert told.out.startswith("Er wachtte niets op wissen.")
    assert "Gewist op" in told.out


def test_what_is_still_to_be_done_is_told_and_done_later(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier, place = played(KORT), tmp_path / "stick"
    place.mkdir()
    assert run("vault", "backup", vault, "--to", place).code == 0
    (folder,) = (f for f in place.iterdir() if f.is_dir())
    place.rename(tmp_path / "weg")
    found = run("erase", dossier, "--vault", vault, *REASON, "--json").json
    assert (found["klaar"], found["plaatsen"][-1]["oorzaak"]) == (False, "plaats.weg")
    assert run("vault", "erase", vault, "--json").json == {"wissingen": [found]}
    (tmp_path / "weg").rename(place)
    assert run("vault", "erase", vault, "--json").json["wissingen"][0]["klaar"]
    assert run("vault", "erase", vault, "--gone", str(folder)).code == 0

"""`vault log`: the log on the command line."""

from pathlib import Path

from tests.cli.conftest import Played, Run
from tests.operations.rijk import CASES


def test_the_log_is_printed_filtered_and_written(run: Run, vault: Path, tmp_path: Path) -> None:
    case = next(CASES.glob("01_*.toml"))
    dossier = run("play", case, "--vault", vault).out.strip().split("\t")[-1]
    run("show", dossier, "--vault", vault, "--json")
    found = run("vault", "log", vault, "--json").json
    assert found["formaat"] == 1
    assert {regel["wat"] for regel in found["regels"]} >= {"ontgrendeld", "show"}
    only = run("vault", "log", vault, "--dossier", dossier, "--json").json["regels"]
    assert {regel["dossier"] for regel in only} == {dossier}
    out = tmp_path / "logboek.csv"
    assert run("vault", "log", vault, "--out", out).code == 0
    assert "Dossier getoond op de opdrachtregel" in out.read_text(encoding="utf-8-sig")
    lines = run("vault", "log", vault).out
    assert "Logboek als bestand gemaakt (csv)" in lines
    assert "Logboek bekeken" in lines
    assert all(len(line.split("\t")) == 4 for line in lines.splitlines())


def test_wrong_use_is_told(run: Run, vault: Path, tmp_path: Path) -> None:
    assert run("vault", "log", vault, "--out", tmp_path / "log.txt").code == 2
    assert run("vault", "log", vault, "--van", "gisteren").code == 2
    (tmp_path / "log.csv").write_text("van een ander")
    assert run("vault", "log", vault, "--out", tmp_path / "log.csv").error == "output.exists"


def test_who_plays_another_day_plays_no_other_log(run: Run, vault: Path, played: Played) -> None:
    """`--now` is for clocks and demos: who looked at what, and when, is what the FG asks."""
    dossier = played(next(CASES.glob("01_*.toml")))
    run("show", dossier, "--vault", vault, "--now", "2019-01-01")
    op = [regel["op"] for regel in run("vault", "log", vault, "--json").json["regels"] if regel["dossier"]]
    assert op
    assert {moment[:10] for moment in op} == {"2026-11-02"}

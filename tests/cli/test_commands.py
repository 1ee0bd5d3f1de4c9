"""Every command of the contract: what it prints, where, and with which exit code."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.documents.lezen import pdf_pages
from tests.operations.casussen import ALLES, COMPLEET, CONTRACT, KORT
from tests.storage.hulp import recovery_key

# One that was set, and a concept of somebody without a surname.
TWO = [c for c in CONTRACT if c.stem in ("gezinsmigrant_alleen_kennisgeving", "concept_zonder_achternaam")]
ID = re.compile(r"[0-9a-f]{32}")


@pytest.fixture
def kort(tmp_path: Path) -> Path:
    path = tmp_path / "kort.toml"
    path.write_text(KORT, encoding="utf-8")
    return path


def test_of_a_case_that_the_law_refuses_nothing_is_stored_and_that_is_said(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    path = tmp_path / "half.toml"
    path.write_text(re.sub(r"(?m)^motivering = .*$", 'motivering = ""', COMPLEET), encoding="utf-8")
    refused = run("play", path, "--vault", vault)
    assert refused.error == "pip.incomplete"
    assert refused.err.splitlines()[-1] == f"Van dit casusbestand is niets opgeslagen: {path}"
    assert "bewaard" not in refused.err
    assert not run("list", "--vault", vault).out


# -- the vault


def test_create_prints_the_recovery_key_once_and_writes_the_sheet(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "blad.pdf"
    made = run("vault", "create", tmp_path / "v.intake", "--naam", "Åsa", "--recovery-sheet", sheet)
    assert made.code == 0
    assert re.fullmatch(r"([0-9A-Z]{5}-){7}[0-9A-Z]{5}\n", made.out)
    assert sheet.read_bytes().startswith(b"%PDF")
    assert run("vault", "check", tmp_path / "v.intake").code == 0


def test_create_as_json_is_one_document(run: Run, tmp_path: Path) -> None:
    made = run("vault", "create", tmp_path / "v.intake", "--json").json
    assert set(made) == {"kluis", "herstelsleutel"}


def test_create_refuses_what_is_there(run: Run, tmp_path: Path, vault: Path) -> None:
    for path in (vault, tmp_path):
        assert run("vault", "create", path).error == "vault.exists"
    (tmp_path / "blad.pdf").write_bytes(b"x")
    made = run("vault", "create", tmp_path / "nieuw.intake", "--recovery-sheet", tmp_path / "blad.pdf")
    assert (made.code, made.error) == (1, "output.exists")
    assert not (tmp_path / "nieuw.intake").exists()


def test_the_recovery_key_opens_and_sets_a_new_passphrase(
    run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTAKE_RECOVERY_KEY", recovery_key().lower().replace("-", " "))
    monkeypatch.setenv("INTAKE_PASSPHRASE", "een heel nieuwe zin")
    assert run("vault", "open-with-recovery", vault).code == 0
    assert run("list", "--vault", vault).code == 0
    monkeypatch.setenv("INTAKE_PASSPHRASE", "een lange wachtzin van vijf woorden")
    assert run("list", "--vault", vault).error == "vault.wrong_passphrase"


def test_check_finds_an_altered_blob(run: Run, vault: Path, tmp_path: Path) -> None:
    case = tmp_path / "c.toml"
    case.write_text(COMPLEET, encoding="utf-8")
    run("play", case, "--vault", vault)
    assert run("vault", "check", vault).code == 0
    assert run("vault", "check", vault, "--json").json["bevindingen"] == []
    blob = next((vault / "blobs").iterdir())
    blob.write_bytes(blob.read_bytes()[:-1] + b"\0")
    found = run("vault", "check", vault, "--json")
    assert [(b["code"], b["waar"]) for b in found.json["bevindingen"]] == [("blob", blob.name)]
    assert (found.code, found.error) == (1, "vault.check_failed")


def test_rebuild_changes_nothing(run: Run, vault: Path) -> None:
    run("play", *TWO, "--vault", vault)
    ids = [line["dossier"] for line in run("list", "--vault", vault, "--json").json]

    def everything() -> list[str]:
        shows = [run("show", id, "--vault", vault, "--json").out for id in ids]
        return [run("digest", "--vault", vault).out, run("list", "--vault", vault).out, *shows]

    before = everything()
    assert run("vault", "rebuild", vault).code == 0
    assert everything() == before
    assert run("vault", "rebuild", vault, "--json").json == run("digest", "--vault", vault, "--json").json


# -- play, list, show, digest


def test_play_prints_each_id_and_list_and_show_know_it(run: Run, vault: Path) -> None:
    played = run("play", *TWO, "--vault", vault)
    ids = played.out.split()
    assert played.code == 0
    assert len(ids) == 2
    assert all(ID.fullmatch(id) for id in ids)

    lines = run("list", "--vault", vault).out.splitlines()
    assert {line.split("\t")[0] for line in lines} == set(ids)
    assert any("(zonder achternaam)" in line for line in lines)
    assert {line["dossier"] for line in run("list", "--vault", vault, "--json").json} == set(ids)
    shown = run("show", ids[0], "--vault", vault, "--json").json
    assert shown["dossier"] == ids[0]
    assert json.loads(run("show", ids[0], "--vault", vault).out) == shown


def test_the_same_case_twice_is_refused_and_the_others_go_on(
    run: Run, vault: Path, tmp_path: Path, kort: Path
) -> None:
    alles, broken = tmp_path / "alles.toml", tmp_path / "stuk.toml"
    alles.write_text(ALLES, encoding="utf-8")
    broken.write_text("formaat = 1\nnaam = 2\n", encoding="utf-8")
    played = run("play", alles, alles, broken, tmp_path / "weg.toml", kort, "--vault", vault)
    assert played.code == 1
    assert len(played.out.split()) == 2
    codes = [line.split()[0] for line in played.err.splitlines() if re.match(r"[a-z]+\.[a-z_]+ ", line)]
    assert codes == ["dossier.same_bsn", "case.unknown_key", "case.invalid"]
    assert len(run("list", "--vault", vault, "--json").json) == 2

    again = run("play", alles, kort, "--vault", vault, "--json")
    assert again.code == 1
    first, second = again.json["dossiers"]
    assert first == {"bestand": str(alles), "fout": "dossier.same_bsn"}
    assert ID.fullmatch(second["dossier"])


def test_now_is_today_for_what_is_printed_only(run: Run, vault: Path, kort: Path) -> None:
    id = run("play", kort, "--vault", vault).out.strip()
    digest = run("digest", "--vault", vault).out

    def pip_clock(*now: str) -> dict[str, object]:
        klok: dict[str, object] = run("show", id, "--vault", vault, "--json", *now).json["klokken"][0]
        return klok

    assert pip_clock()["stand"] == "wacht"
    gezin = kort.with_name("gezin.toml")
    gezin.write_text(KORT.replace("asielstatushouder", "gezinsmigrant"), encoding="utf-8")
    id = run("play", gezin, "--vault", vault, "--now", "2030-01-01").out.strip()
    assert pip_clock("--now", "2026-05-04")["dagen_over"] == 7
    assert pip_clock("--now", "2026-05-12")["stand"] == "overschreden"
    assert run("--now", "2026-05-04", "list", "--vault", vault).out != run("list", "--vault", vault).out
    assert run("digest", "--vault", vault).out != digest


def test_the_bsn_is_masked_unless_asked_for(run: Run, vault: Path, tmp_path: Path) -> None:
    case = tmp_path / "alles.toml"
    case.write_text(ALLES, encoding="utf-8")
    id = run("play", case, "--vault", vault).out.strip()
    assert "999990020" not in run("show", id, "--vault", vault, "--json").out
    assert "999990020" in run("show", id, "--vault", vault, "--json", "--bsn").out


# -- pip, forms, self-test


def test_pip_writes_where_it_says_and_never_over_something(run: Run, vault: Path, tmp_path: Path) -> None:
    case = tmp_path / "c.toml"
    case.write_text(COMPLEET, encoding="utf-8")
    id = run("play", case, "--vault", vault).out.strip()
    args = ("pip", id, "--vault", vault, "--deel", "beide", "--formaat", "beide")
    written = run(*args, "--out", tmp_path / "uit").out.split("\n")[:-1]
    assert [Path(path).suffix for path in written] == [".docx", ".pdf", ".docx", ".pdf"]
    assert all(Path(path).is_file() for path in written)
    assert run(*args, "--out", tmp_path / "uit").error == "output.exists"
    one = run(
        "pip",
        id,
        "--vault",
        vault,
        "--deel",
        "ontwikkelplan",
        "--formaat",
        "pdf",
        "--out",
        tmp_path,
        "--json",
    )
    assert len(one.json["bestanden"]) == 1
    wand = run(*args[:4], "--deel", "wandplan", "--formaat", "pdf", "--out", tmp_path, "--json")
    assert [Path(path).name.split("-")[0] for path in wand.json["bestanden"]] == ["wandplan"]
    assert run(*args, "--out", tmp_path / "ti", "--taal", "ti").error == "pip.unchecked_translation"
    assert not (tmp_path / "ti").exists()


def test_pip_lays_two_days_side_by_side_that_are_asked_for(run: Run, vault: Path, tmp_path: Path) -> None:
    case = tmp_path / "c.toml"
    case.write_text(ALLES, encoding="utf-8")
    args = ("pip", run("play", case, "--vault", vault).out.strip(), "--vault", vault, "--formaat", "pdf")
    dagen = ("--deel", "toen_en_nu", "--toen", "2028-01-06", "--nu", "2028-02-03")
    (pad,) = run(*args, *dagen, "--out", tmp_path / "uit", "--json").json["bestanden"]
    told = " ".join(" ".join(pdf_pages(Path(pad).read_bytes())).split())
    assert "6 januari 2028" in told
    assert "3 februari 2028" in told
    alleen_toen = run(*args, *dagen[:4], "--out", tmp_path / "toen", "--json").json["bestanden"]
    assert len(alleen_toen) == 1
    assert run(*args, "--deel", "beschikking", *dagen[2:4], "--out", tmp_path / "x").code == 2
    assert run(*args, *dagen, "--taal", "ti", "--out", tmp_path / "x").code == 2
    assert not (tmp_path / "x").exists()


def test_forms_are_checked_and_written_to_excel_and_back(run: Run, tmp_path: Path) -> None:
    checked = run("forms", "check", "--json").json
    assert len(checked["startposities"]) == 15
    assert [gesprek["gesprek"] for gesprek in checked["gesprekken"]] == [1, 2, 3, 4]
    assert sum(gesprek["minuten"] for gesprek in checked["gesprekken"]) == pytest.approx(
        checked["minuten"], abs=3
    )
    printed = run("forms", "check").out
    assert f"gesprek 1: {checked['gesprekken'][0]['minuten']} minuten met een tolk" in printed
    assert f"{checked['gesproken']} hardop" in printed
    assert "geen fouten" in printed
    assert run("forms", "to-xlsform", tmp_path / "f.xlsx").code == 0
    assert run("forms", "to-xlsform", tmp_path / "f.xlsx").error == "output.exists"
    back = run("forms", "from-xlsform", tmp_path / "f.xlsx", "--out", tmp_path / "terug", "--json")
    assert len(back.json["bestanden"]) == 15


def test_the_self_test_prints_one_line_each(run: Run) -> None:
    found = run("--self-test")
    assert found.code == 0
    assert [line.split(":")[0] for line in found.out.splitlines()] == [
        f"ok   {part}" for part in ("cipher", "forms", "rules", "translations", "fonts", "papers", "policy")
    ]
    assert len(run("--self-test", "--json").json["onderdelen"]) == 7


# -- wrong use

WRONG = [
    [],
    ["onzin"],
    ["vault"],
    ["vault", "create"],
    ["list"],
    ["show", "--vault", "x"],
    ["pip", "x", "--vault", "x", "--deel", "alles", "--formaat", "pdf", "--out", "x"],
    ["pip", "x", "--vault", "x", "--deel", "beide", "--formaat", "odt", "--out", "x"],
    ["list", "--vault", "x", "--now", "4 mei"],
    ["list", "--vault", "x", "--now", "2026-02-30"],
    ["play", "--vault", "x"],
    ["vault", "create", "x", "--rol", "baas"],
    ["forms", "from-xlsform", "x"],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_use_is_told_on_stderr_with_code_2(run: Run, words: list[str]) -> None:
    found = run(*words)
    assert (found.code, found.out) == (2, "")


def test_without_a_passphrase_and_a_terminal_it_is_wrong_use(
    run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("INTAKE_PASSPHRASE")
    assert run("list", "--vault", vault).code == 2
    assert run("list", "--vault", vault, "--passphrase-file", tmp_path / "weg").code == 2
    (tmp_path / "zin").write_text("een lange wachtzin van vijf woorden\r\n", encoding="utf-8")
    assert run("list", "--vault", vault, "--passphrase-file", tmp_path / "zin").code == 0
    told = run("vault", "open-with-recovery", vault, "--passphrase-file", tmp_path / "zin")
    assert told.code == 2
    assert "INTAKE_RECOVERY_KEY" in told.err

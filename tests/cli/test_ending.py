"""The commands of ending: stable JSON, plain lines, and refusals without a trace."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Played, Run
from tests.operations.casussen import CASES, KORT

ENDED = KORT.replace(
    "kennisgeving_duo = 2026-03-02",
    'kennisgeving_duo = 2026-03-02\neinde_inburgeringsplicht = 2026-04-01\neinde_reden = "vertrek"\n'
    'overgedragen_op = 2026-04-02\nzaaknummer = "Z-26-0042"',
)
ASKED = (
    KORT
    + """
[[verzoek]]
soort = "inzage"
ontvangen_op = 2026-05-04
wijze = "mondeling"
wat = "alles zien"
"""
)


def test_due_lists_what_must_go_with_its_reason(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier = played(ENDED)
    assert run("due", "--vault", vault, "--now", "2026-05-02", "--json").json["te_wissen"] == []
    (copy,) = run("due", "--vault", vault, "--now", "2026-05-03", "--json").json["te_wissen"]
    assert (copy["dossier"], copy["wat"], copy["vanaf"]) == (dossier, "laptopkopie", "2026-05-03")
    later = run("due", "--vault", vault, "--now", "2031-04-02", "--json").json
    assert set(later) == {"formaat", "op", "te_wissen", "verzoeken"}
    assert (later["formaat"], later["op"], later["verzoeken"]) == (1, "2031-04-02", [])
    whole = next(regel for regel in later["te_wissen"] if regel["wat"] == "dossier")
    assert set(whole) == {"dossier", "naam", "wat", "vanaf", "stand", "regel", "reden", "uitleg"}
    assert (whole["vanaf"], whole["regel"], whole["reden"]) == ("2031-04-02", "Besl 9.9(1)", "einde_plicht")


def test_due_prints_lines(run: Run, vault: Path, played: Played, tmp_path: Path) -> None:
    dossier = played(ENDED)
    (line,) = run("due", "--vault", vault, "--now", "2026-05-03").out.splitlines()
    cells = line.split("\t")
    assert cells[:4] == [dossier, "Haddad, Omar", "De kopie op deze laptop", "2026-05-03"]
    assert cells[5].startswith("Het dossier staat sinds 2 april 2026 in het zaaksysteem")


def test_due_of_one_dossier_says_why_not_yet(run: Run, vault: Path, played: Played, tmp_path: Path) -> None:
    dossier = played(KORT)
    found = run("due", "--vault", vault, "--dossier", dossier, "--json").json
    run("due", "--vault", vault)
    noted = [(r["wat"], r["dossier"]) for r in run("vault", "log", vault, "--json").json["regels"]]
    assert {("due", ""), ("due_dossier", dossier)} <= set(noted)
    assert found["te_wissen"] == []
    assert [(regel["wat"], regel["stand"]) for regel in found["later"]] == [
        ("dossier", "wacht"), ("laptopkopie", "wacht")
    ]  # fmt: skip
    lines = run("due", "--vault", vault, "--dossier", dossier).out.splitlines()
    assert "einddatum is niet vastgelegd" in lines[0]
    assert run("due", "--vault", vault, "--dossier", "nergens").error == "dossier.not_found"


def test_due_lists_the_requests_that_wait(run: Run, vault: Path, played: Played, tmp_path: Path) -> None:
    dossier = played(ASKED)
    (verzoek,) = run("due", "--vault", vault, "--now", "2026-06-05", "--json").json["verzoeken"]
    assert (verzoek["dossier"], verzoek["soort"], verzoek["uiterlijk"]) == (dossier, "inzage", "2026-06-04")
    assert (verzoek["stand"], verzoek["dagen_over"]) == ("overschreden", -1)
    shown = run("show", dossier, "--vault", vault, "--json").json
    assert shown["verzoek"][0]["soort"] == "inzage"
    assert "verzoek" not in {klok["klok"] for klok in shown["klokken"]}
    assert "de gegevens zien" in run("due", "--vault", vault).out


def test_inzage_writes_a_pdf_and_a_json(run: Run, vault: Path, played: Played, tmp_path: Path) -> None:
    dossier = played(CASES[0])
    out = tmp_path / "uit"
    eerst = run("inzage", dossier, "--vault", vault, "--out", out, "--taal", "ar", "--json").json
    assert eerst["concept"]
    assert [Path(path).suffix for path in eerst["bestanden"]] == [".pdf", ".json"]
    found = json.loads(Path(eerst["bestanden"][1]).read_text(encoding="utf-8"))
    assert (found["soort"], found["taal"], found["concept"]) == ("inzage", "ar", True)
    klaar = run("inzage", dossier, "--vault", vault, "--out", out, "--nagelezen", "--json").json
    assert not klaar["concept"]
    assert Path(klaar["bestanden"][0]).read_bytes().startswith(b"%PDF")
    assert (
        run("inzage", dossier, "--vault", vault, "--out", tmp_path / "nog").out.splitlines()
        == [str(tmp_path / "nog" / Path(path).name) for path in klaar["bestanden"]]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("nergens",), "dossier.not_found"),
        (("--taal", "xx"), "taal.onbekend"),
    ],
)
def test_inzage_is_refused_in_words(
    run: Run, vault: Path, played: Played, tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    dossier = played(KORT)
    wie = () if code == "dossier.not_found" else (dossier,)
    made = run("inzage", *wie, *words, "--vault", vault, "--out", tmp_path / "uit")
    assert (made.code, made.error) == (1, code)
    assert not (tmp_path / "uit").exists()


def test_agenda_writes_a_calendar_once(run: Run, vault: Path, played: Played, tmp_path: Path) -> None:
    dossier = played(KORT)
    out = tmp_path / "agenda.ics"
    found = run("agenda", dossier, "--vault", vault, "--out", out, "--now", "2026-03-10", "--json")
    assert (found.code, found.json) == (0, {"bestand": str(out)})
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert run("agenda", dossier, "--vault", vault, "--out", out).error == "output.exists"

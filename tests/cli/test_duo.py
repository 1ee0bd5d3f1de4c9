"""The messages for DUO and what it answered, at the real command line."""

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Played, Run
from tests.operations.casussen import CASES, DATA

CASE = CASES[2]


def duo(run: Run, vault: Path, *args: object, now: str = "2026-12-01") -> Any:
    return run("duo", *args, "--vault", vault, "--now", now)


def answer(folder: Path, found: object) -> Path:
    path = folder / "antwoord.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def shown(run: Run, vault: Path, dossier: str) -> Any:
    return run("show", dossier, "--vault", vault, "--json", "--now", "2026-12-01").json


def test_the_message_of_the_pip_that_holds(run: Run, vault: Path, played: Played, tmp_path: Path) -> None:
    dossier = played(CASE)
    out = tmp_path / "pip.json"
    assert duo(run, vault, "pip", dossier, "--out", out, "--geregistreerd-op", "2026-11-30").code == 0
    bericht, pip = json.loads(out.read_text(encoding="utf-8")), shown(run, vault, dossier)["pip"]
    assert bericht["dagtekeningPip"] == pip["dagtekening"]
    assert bericht["leerroute"] == pip["leerroute"]
    assert pip["duo"] == {"geregistreerd_op": "2026-11-30", "verwijderd_op": None, "weigert": []}


def test_a_fact_that_comes_later_makes_duo_refuse(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier = played(CASE)
    assert shown(run, vault, dossier)["pip"]["duo"]["weigert"] == []
    path = answer(tmp_path, {"indicatorInburgeringsplicht": True, "begindatum": "2026-11-01"})
    assert duo(run, vault, "read", path, "--dossier", dossier).code == 0
    refused = duo(run, vault, "pip", dossier)
    assert refused.error == "pip.duo_rule"
    assert "DUO 1, Wet 3" in refused.err
    assert [w["regel"] for w in shown(run, vault, dossier)["pip"]["duo"]["weigert"]] == ["DUO 1, Wet 3"]


def test_the_term_of_duo_goes_before_and_both_are_shown(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier = played(CASE)
    before = shown(run, vault, dossier)["pip"]["inburgeringstermijn"]
    path = answer(tmp_path, {"startdatum": before["begin"], "einddatum": "2030-01-01"})
    told = duo(run, vault, "read", path, "--dossier", dossier, "--json").json
    assert [feit["uitkomst"] for feit in told["feiten"]] == ["genomen", "genomen"]
    termijn = shown(run, vault, dossier)["pip"]["inburgeringstermijn"]
    assert (termijn["einde"], termijn["bron"]) == ("2029-12-31", "duo")
    assert termijn["berekend"] == {"begin": before["begin"], "einde": before["einde"]}
    refused = duo(run, vault, "pip", dossier, "--verwijderd-op", "2026-12-01")
    assert (refused.error, "DUO 9, Wet 11" in refused.err) == ("pip.duo_rule", True)


def test_a_later_term_of_duo_follows_an_earlier_one_and_an_old_file_does_not(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier = played(CASE)
    nieuw = {
        "startdatum": "2026-07-01",
        "einddatum": "2030-01-01",
        "wijzigingsdatum": "2026-11-20",
        "verlengingsgrondcode": "ZIEK",
    }
    eerst = {**nieuw, "einddatum": "2029-07-01", "wijzigingsdatum": "2026-08-01"}
    assert duo(run, vault, "read", answer(tmp_path, eerst), "--dossier", dossier).code == 0
    told = duo(run, vault, "read", answer(tmp_path, nieuw), "--dossier", dossier, "--json").json
    assert told["feiten"][1] | {"onderwerp": ""} == {
        "onderwerp": "",
        "waarde": "2029-12-31",
        "uitkomst": "vervangen",
        "stond": "2029-06-30",
    }
    oud = {**eerst, "einddatum": "2028-07-01", "wijzigingsdatum": "2026-07-15"}
    told = duo(run, vault, "read", answer(tmp_path, oud), "--dossier", dossier, "--json").json
    assert told["feiten"][1]["uitkomst"] == "tegenspraak"


def test_a_contradiction_stands_until_somebody_chooses(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier = played(CASE)
    stond = shown(run, vault, dossier)["procedure"]["kennisgeving_duo"]
    bericht = {"indicatorInburgeringsplicht": True, "datumKennisgevingInburgeringsplicht": "2026-01-05"}
    path = answer(tmp_path, bericht)
    told = duo(run, vault, "read", path, "--dossier", dossier)
    assert "Beide blijven staan" in told.out
    (conflict,) = shown(run, vault, dossier)["conflicten"]
    assert conflict["onderwerp"] == "procedure.kennisgeving_duo"
    assert [w["waarde"] for w in conflict["waarden"]] == [stond, "2026-01-05"]
    assert run("resolve", dossier, conflict["onderwerp"], "--keep", 1, "--vault", vault).code == 0
    again = duo(run, vault, "read", path, "--dossier", dossier, "--json").json
    assert [feit["uitkomst"] for feit in again["feiten"]] == ["beslist"]
    assert not again["gewijzigd"]
    assert shown(run, vault, dossier)["conflicten"] == []


LBT = {
    "resultaat": "Onbekend",
    "behaaldeScore": "3,00",
    "benodigdeScore": "28,00",
    "datumAfname": "2026-03-11",
}


def test_the_test_of_duo_stands_beside_what_another_said(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier = played(DATA / "contract" / "alle_sleutels.toml")
    path = answer(tmp_path, LBT)
    told = duo(run, vault, "read", path, "--dossier", dossier, "--json", now="2029-01-01").json
    assert told["feiten"][2]["uitkomst"] == "ernaast"
    uitslag = shown(run, vault, dossier)["antwoorden"]["leerbaarheid.lbt_uitslag"]
    assert (uitslag["waarde"], uitslag["bron"]) == ("onbekend", "duo")
    assert [a["waarde"] for a in uitslag["andere_bronnen"]] == ["niet_haalbaar"]


def test_what_somebody_typed_as_the_word_of_duo_may_contradict_it(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier = played(CASE)
    path = answer(tmp_path, LBT)
    told = duo(run, vault, "read", path, "--dossier", dossier, "--json").json
    per = {feit["onderwerp"].split(".")[1]: feit["uitkomst"] for feit in told["feiten"]}
    assert per["lbt_datum@duo"] == "gelijk"
    assert per["lbt_uitslag@duo"] == per["lbt_score@duo"] == "tegenspraak"
    assert len(shown(run, vault, dossier)["conflicten"]) == 2


def test_another_shape_changes_nothing(run: Run, vault: Path, played: Played, tmp_path: Path) -> None:
    dossier = played(CASE)
    before = run("digest", "--vault", vault).out
    for found in ({"startdatum": "2026-05-12"}, ["x"], {"foo": 1}):
        refused = duo(run, vault, "read", answer(tmp_path, found), "--dossier", dossier)
        assert (refused.code, refused.error) == (1, "duo.shape")
    path = tmp_path / "antwoord.json"
    path.write_text("{", encoding="utf-8")
    assert duo(run, vault, "read", path, "--dossier", dossier).error == "duo.shape"
    path.write_text(json.dumps({"startdatum": "x" * 1_100_000}), encoding="utf-8")
    for other in (path, tmp_path, tmp_path / "weg"):
        assert duo(run, vault, "read", other, "--dossier", dossier).error == "duo.shape"
    assert run("digest", "--vault", vault).out == before


def test_other_messages(run: Run, vault: Path, played: Played, tmp_path: Path) -> None:
    dossier = played(CASE)
    contact = ("--naam", "Mieke de Boer", "--email", "m@delfzijl.test", "--telefoon", "0596-639200")
    found = duo(run, vault, "contactpersoon", dossier, *contact, "--json").json
    assert found["contactpersoongegevens"]["naam"] == "Mieke de Boer"
    refused = duo(run, vault, "contactpersoon", dossier, "--naam", "R2", *contact[2:])
    assert (refused.error, "naam" in refused.err) == ("duo.fields", True)
    aanbod = ("--datum", "2020-01-01", "--alfabetisering", "NVT", "--instelling", "1234567890")
    refused = duo(run, vault, "aanbod", dossier, *aanbod)
    assert (refused.error, "(DUO, Wet 16)" in refused.err) == ("pip.duo_rule", True)
    assert duo(run, vault, "pvt", dossier, "--datum", "2026-11-20").code == 0
    kept = shown(run, vault, dossier)["duoberichten"]
    assert [bericht["soort"] for bericht in kept] == ["contactpersoon", "pvt"]


def test_nothing_is_told_before_there_is_a_besluit(run: Run, vault: Path, tmp_path: Path) -> None:
    path = tmp_path / "kort.toml"
    path.write_text('formaat = 1\ntitel = "Kort"\n[inburgeraar]\nvoornamen = "Omar"\n', encoding="utf-8")
    dossier = run("play", path, "--vault", vault).out.strip()
    assert duo(run, vault, "pip", dossier).error == "pip.incomplete"
    refused = duo(run, vault, "pvt", dossier, "--datum", "2026-11-20")
    assert (refused.error, "Er is nog geen PIP" in refused.err) == ("pip.duo_rule", True)


def test_who_has_no_plicht_by_duo_gets_no_pip_until_duo_says_otherwise(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    path = tmp_path / "kort.toml"
    path.write_text('formaat = 1\ntitel = "Kort"\n[inburgeraar]\nvoornamen = "Omar"\n', encoding="utf-8")
    dossier = run("play", path, "--vault", vault).out.strip()
    vrij = {
        "indicatorInburgeringsplicht": False,
        "redenGeenInburgeringsplicht": "Tijdelijke vrijstelling",
    }
    for bericht, verboden in ((vrij, True), ({"indicatorInburgeringsplicht": True}, False)):
        assert duo(run, vault, "read", answer(tmp_path, bericht), "--dossier", dossier).code == 0
        wat = [een["wat"] for een in shown(run, vault, dossier)["pip"]["verboden"]]
        assert ("DUO zegt dat deze persoon nu niet hoeft in te burgeren." in wat) is verboden


GEEN = {"indicatorInburgeringsplicht": False, "einddatum": "2026-10-31", "wijzigingsdatum": "2026-11-02"}
WEER = {"indicatorInburgeringsplicht": True, "wijzigingsdatum": "2026-11-20"}


def test_a_plicht_that_runs_again_takes_an_end_of_duo_away(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier = played(CASE)
    einde = {**GEEN, "redenGeenInburgeringsplicht": "Verblijfsdoel gewijzigd"}
    for bericht, stand in ((WEER | {"wijzigingsdatum": "2026-04-01"}, "vastgesteld"), (einde, "afgerond")):
        assert duo(run, vault, "read", answer(tmp_path, bericht), "--dossier", dossier).code == 0
        assert shown(run, vault, dossier)["stand"] == stand
    # The first message once more is older than the end: it changes nothing.
    duo(run, vault, "read", answer(tmp_path, WEER | {"wijzigingsdatum": "2026-04-01"}), "--dossier", dossier)
    assert shown(run, vault, dossier)["stand"] == "afgerond"
    told = duo(run, vault, "read", answer(tmp_path, WEER), "--dossier", dossier)
    assert "Daarom vervalt dit." in told.out
    assert shown(run, vault, dossier)["stand"] == "vastgesteld"


def test_a_plicht_that_runs_again_doubts_an_end_that_was_typed(run: Run, vault: Path, tmp_path: Path) -> None:
    case = tmp_path / "einde.toml"
    case.write_text(
        'formaat = 1\ntitel = "Vertrek"\n[inburgeraar]\nvoornamen = "Omar"\n'
        '[procedure]\neinde_inburgeringsplicht = 2026-10-31\neinde_reden = "vertrek"\n',
        encoding="utf-8",
    )
    dossier = run("play", case, "--vault", vault).out.strip()
    path = answer(tmp_path, WEER)
    told = duo(run, vault, "read", path, "--dossier", dossier, "--json").json
    assert [een["uitkomst"] for een in told["feiten"]] == ["tegenspraak", "tegenspraak"]
    onderwerpen = [c["onderwerp"] for c in shown(run, vault, dossier)["conflicten"]]
    assert onderwerpen == ["procedure.einde_inburgeringsplicht", "procedure.einde_reden"]
    for onderwerp in onderwerpen:
        run("resolve", dossier, onderwerp, "--keep", "1", "--vault", vault)
    assert shown(run, vault, dossier)["stand"] == "afgerond"
    again = duo(run, vault, "read", path, "--dossier", dossier, "--json").json
    assert [een["uitkomst"] for een in again["feiten"]] == ["beslist", "beslist"]


def test_a_newer_message_holds_also_when_it_says_what_was_said_before(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier, uitkomsten = played(CASE), []
    for einde, dag in (("2029-05-12", "05-20"), ("2029-11-12", "08-20"), ("2029-05-12", "10-20")):
        bericht = {"startdatum": "2026-05-12", "einddatum": einde, "wijzigingsdatum": f"2026-{dag}"}
        told = duo(run, vault, "read", answer(tmp_path, bericht), "--dossier", dossier, "--json").json
        uitkomsten.append(told["feiten"][-1]["uitkomst"])
    assert uitkomsten == ["genomen", "vervangen", "vervangen"]
    assert shown(run, vault, dossier)["pip"]["inburgeringstermijn"]["einde"] == "2029-05-11"


def test_of_two_messages_of_which_one_is_undated_the_one_read_last_counts(
    run: Run, vault: Path, played: Played, tmp_path: Path
) -> None:
    dossier = played(CASE)
    vrij = {
        "indicatorInburgeringsplicht": False,
        "redenGeenInburgeringsplicht": "Tijdelijke vrijstelling",
        "wijzigingsdatum": "2026-06-02",
    }
    duo(run, vault, "read", answer(tmp_path, vrij), "--dossier", dossier)
    duo(run, vault, "read", answer(tmp_path, {"indicatorInburgeringsplicht": True}), "--dossier", dossier)
    wat = [een["wat"] for een in shown(run, vault, dossier)["pip"]["verboden"]]
    assert "DUO zegt dat deze persoon nu niet hoeft in te burgeren." not in wat

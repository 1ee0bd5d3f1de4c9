"""Files that travel, from the command line: cards, sending, merging, settling."""

import os
from pathlib import Path
from typing import Any

import pytest

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.workspace import Workspace
from tests.cli.conftest import Run
from tests.gelezen import lazily
from tests.storage.hulp import CLOCK, copied, quick, seeded

CASE = Path(__file__).parents[1] / "data/cases"


@pytest.fixture
def case() -> Path:
    return min(CASE.glob("*.toml"), key=lambda path: path.stat().st_size)


@pytest.fixture
def trust(run: Run, tmp_path: Path) -> dict[str, Path]:
    """Two regievoerders and a team lead; the lead knows both, and both know the lead."""
    vaults = {naam: copied(tmp_path, naam) for naam in ("an", "bo", "tea")}
    for naam, vault in vaults.items():
        assert run("vault", "card", vault, "--out", tmp_path / f"{naam}.kaart").code == 0
    for one, other in (("tea", "an"), ("tea", "bo"), ("an", "tea"), ("bo", "tea")):
        kenmerk = run("vault", "card", vaults[other], "--json").json["kenmerk"]
        added = run(
            "vault",
            "card",
            vaults[one],
            "--add",
            tmp_path / f"{other}.kaart",
            "--fingerprint",
            kenmerk,
            "--json",
        )
        assert added.json["bekend"][-1]["kenmerk"] == kenmerk or len(added.json["bekend"]) == 2
    return vaults


def digest(run: Run, vault: Path) -> str:
    return str(run("digest", "--vault", vault).out)


def test_that_the_only_dossier_was_erased_travels_too(
    run: Run, trust: dict[str, Path], case: Path, tmp_path: Path
) -> None:
    dossier = run("play", case, "--vault", trust["an"]).out.strip()
    to = ("--to", tmp_path / "tea.kaart")
    first, second = tmp_path / "1.intake.age", tmp_path / "2.intake.age"
    run("export", "--vault", trust["an"], *to, "--out", first)
    run("merge", first, "--vault", trust["tea"])
    assert run("erase", dossier, "--vault", trust["an"], "--reason", "vergissing").code == 0
    made = run("export", "--vault", trust["an"], *to, "--out", second, "--json").json
    assert made["dossiers"] == 0
    told = run("merge", second, "--vault", trust["tea"], "--json").json
    assert told["gewist"] == 1


def test_a_dossier_travels_to_the_team_lead(
    run: Run, trust: dict[str, Path], case: Path, tmp_path: Path
) -> None:
    run("play", case, "--vault", trust["an"])
    file = tmp_path / "an.intake.age"
    made = run("export", "--vault", trust["an"], "--to", tmp_path / "tea.kaart", "--out", file, "--json").json
    assert (made["dossiers"], made["soort"], made["ontvangers"]) == (1, "team", ["tea"])
    empty = digest(run, trust["tea"])
    dry = run("merge", file, "--vault", trust["tea"], "--dry-run", "--json").json
    assert digest(run, trust["tea"]) == empty
    done = run("merge", file, "--vault", trust["tea"], "--json").json
    assert dry == done
    assert (done["nieuw"], done["gelijk"], done["conflicten"]) == (1, 0, [])
    assert done["bestanden"][0] | {"uitleg": ""} == done["bestanden"][0]
    assert done["bestanden"][0]["afzender"] == "an"
    assert digest(run, trust["tea"]) == digest(run, trust["an"])
    again = run("merge", file, "--vault", trust["tea"], "--json").json
    assert (again["nieuw"], again["gewijzigd"], again["gelijk"]) == (0, 0, 1)


def test_in_any_order_it_is_the_same(run: Run, trust: dict[str, Path], case: Path, tmp_path: Path) -> None:
    files = {}
    for naam in ("an", "bo"):
        run("play", case, "--vault", trust[naam])
        files[naam] = tmp_path / f"{naam}.intake.age"
        run("export", "--vault", trust[naam], "--to", tmp_path / "tea.kaart", "--out", files[naam])
    run("merge", files["an"], files["bo"], "--vault", trust["tea"])
    run("export", "--vault", trust["tea"], "--to", tmp_path / "an.kaart", "--out", tmp_path / "t.intake.age")
    run("merge", tmp_path / "t.intake.age", "--vault", trust["an"])
    assert digest(run, trust["an"]) == digest(run, trust["tea"]) != digest(run, trust["bo"])


def test_a_conflict_is_settled_once_and_travels_back(
    run: Run, trust: dict[str, Path], case: Path, tmp_path: Path
) -> None:

    dossier = run("play", case, "--vault", trust["an"]).out.split()[0]
    send(run, trust, "an", "tea", tmp_path, "1")
    for naam, waarde in (("an", "a2"), ("tea", "b1")):
        with quick(trust[naam]) as vault:
            work = Workspace(vault, lazily(), CLOCK, seeded(1))
            record_antwoord(work, dossier, "taalniveau.nl_lezen", waarde)
    done = send(run, trust, "an", "tea", tmp_path, "2")
    assert (done["gewijzigd"], len(done["conflicten"])) == (1, 1)
    subject = done["conflicten"][0]["onderwerp"]
    assert {side["waarde"] for side in done["conflicten"][0]["waarden"]} == {"a2", "b1"}
    run("resolve", dossier, subject, "--vault", trust["tea"], "--keep", "1")
    back = send(run, trust, "tea", "an", tmp_path, "3")
    assert (back["gewijzigd"], back["conflicten"]) == (1, [])
    assert digest(run, trust["an"]) == digest(run, trust["tea"])
    shown = [run("show", dossier, "--vault", trust[naam], "--json").out for naam in ("an", "tea")]
    assert shown[0] == shown[1]


def send(run: Run, trust: dict[str, Path], one: str, other: str, folder: Path, nr: str) -> dict[str, Any]:
    file, ground = folder / f"{nr}.intake.age", ("--gezondheid", "overleg over de belastbaarheid")
    run("export", "--vault", trust[one], "--to", folder / f"{other}.kaart", "--out", file, *ground)
    found: dict[str, Any] = run("merge", file, "--vault", trust[other], "--json").json
    return found


# -- what is refused -----------------------------------------------------------------------------------------


def test_who_is_not_known_is_refused_with_what_to_compare(
    run: Run, trust: dict[str, Path], case: Path, tmp_path: Path
) -> None:
    stranger, file = copied(tmp_path, "cor"), tmp_path / "cor.intake.age"
    run("play", case, "--vault", stranger)
    run("export", "--vault", stranger, "--to", tmp_path / "tea.kaart", "--out", file)
    refused = run("merge", file, "--vault", trust["tea"], "--json")
    kenmerk = run("vault", "card", stranger, "--json").json["kenmerk"]
    assert (refused.code, refused.error) == (1, "exchange.unknown_device")
    assert kenmerk in refused.err
    (told,) = refused.json["bestanden"]
    assert (told["stand"], told["reden"], told["kenmerk"]) == (
        "geweigerd",
        "exchange.unknown_device",
        kenmerk,
    )
    assert run("merge", file, "--vault", trust["tea"], "--trust", kenmerk).code == 0
    device = run("vault", "card", stranger, "--json").json["kaart"]["device"]
    known = run("vault", "card", trust["tea"], "--withdraw", device, "--json").json["bekend"]
    assert [one["naam"] for one in known if one["ingetrokken_op"]] == ["cor"]
    assert run("merge", file, "--vault", trust["tea"]).error == "exchange.withdrawn_device"


def test_who_sends_to_a_card_that_nobody_compared_is_told(
    run: Run, trust: dict[str, Path], case: Path, tmp_path: Path
) -> None:
    run("play", case, "--vault", trust["an"])
    kenmerk = run("vault", "card", trust["bo"], "--json").json["kenmerk"]
    told = {"bo": [{"naam": "bo", "kenmerk": kenmerk}], "tea": []}
    for naam, strangers in told.items():
        sending = ("export", "--vault", trust["an"], "--to", tmp_path / f"{naam}.kaart", "--out")
        assert run(*sending, tmp_path / f"{naam}.age", "--json").json["niet_vergeleken"] == strangers
        assert (kenmerk in run(*sending, tmp_path / "x.age", "--dry-run").out) == bool(strangers)


def test_a_card_comes_with_its_fingerprint_or_not_at_all(
    run: Run, trust: dict[str, Path], tmp_path: Path
) -> None:
    card = tmp_path / "bo.kaart"
    assert run("vault", "card", trust["an"], "--add", card).code == 2
    assert run("vault", "card", trust["an"], "--fingerprint", "1" * 30).code == 2
    assert run("vault", "card", trust["an"], "--add", card, "--fingerprint", "1" * 30).error == (
        "exchange.fingerprint"
    )
    assert run("vault", "card", trust["an"], "--add", tmp_path / "weg", "--fingerprint", "1").error == (
        "exchange.no_card"
    )
    assert run("vault", "card", trust["an"], "--withdraw", "").code == 2, "an empty variable in a script"
    assert run("vault", "card", trust["an"], "--out", card).error == "output.exists"
    assert len(run("vault", "card", trust["an"], "--json").json["bekend"]) == 1


def test_who_is_not_known_is_not_withdrawn_and_the_words_are_about_that(
    run: Run, trust: dict[str, Path]
) -> None:
    nobody = run("vault", "card", trust["an"], "--withdraw", "0" * 32)
    assert nobody.error == "exchange.unknown_device"
    known = run("vault", "card", trust["tea"], "--json").json["bekend"]
    shared = os.path.commonprefix([device["device"] for device in known])
    two = run("vault", "card", trust["tea"], "--withdraw", shared or "0" * 32)
    for told in (nobody, two):
        assert "Er is niets ingetrokken." in told.err
        assert "vault card" in told.err
        assert "bestand" not in told.err
        assert "vertrouw" not in told.err
    again = run("vault", "card", trust["tea"], "--json").json["bekend"]
    assert [device["ingetrokken_op"] for device in again] == ["", ""]


def test_a_receiver_is_a_card_or_the_key_of_somebody_known(
    run: Run, trust: dict[str, Path], case: Path, tmp_path: Path
) -> None:
    run("play", case, "--vault", trust["an"])
    out, tea = tmp_path / "x.intake.age", run("vault", "card", trust["tea"], "--json").json["kaart"]
    bo = run("vault", "card", trust["bo"], "--json").json["kaart"]["recipient"]
    sending = ("export", "--vault", trust["an"], "--out", out)
    assert run(*sending, "--to", bo).error == "exchange.no_right"
    assert run(*sending, "--to", tmp_path / "weg").error == "exchange.no_card"
    assert run(*sending, "--to", tea["recipient"], "--to", bo, "--sinds-vorige").code == 2
    assert run(*sending, "--to", tea["recipient"], "--dossier", "0" * 32).error == "dossier.not_found"
    assert run(*sending, "--to", tea["recipient"], "--soort", "overdracht-collega").error == (
        "exchange.nothing_to_send"
    )
    assert not out.exists()
    assert run(*sending, "--to", tea["recipient"]).code == 0
    assert run(*sending, "--to", tea["recipient"]).error == "output.exists"


def test_plain_words_tell_what_was_merged(
    run: Run, trust: dict[str, Path], case: Path, tmp_path: Path
) -> None:
    dossier = run("play", case, "--vault", trust["an"]).out.split()[0]
    file = tmp_path / "1.intake.age"
    run("export", "--vault", trust["an"], "--to", tmp_path / "tea.kaart", "--out", file)
    assert "nieuw 1, gewijzigd 0, gelijk 0" in run("merge", file, "--vault", trust["tea"]).out
    assert run("erase", dossier, "--vault", trust["an"], "--grond", "vergissing").code == 0
    file = tmp_path / "2.intake.age"
    run("play", case, "--vault", trust["an"])
    run("export", "--vault", trust["an"], "--to", tmp_path / "tea.kaart", "--out", file)
    told = run("merge", file, "--vault", trust["tea"])
    assert dossier in told.out
    assert "--accept-erase" in told.out
    run("merge", file, "--vault", trust["tea"], "--accept-erase", dossier)
    assert digest(run, trust["an"]) == digest(run, trust["tea"])
    assert run("vault", "check", trust["tea"]).code == 0

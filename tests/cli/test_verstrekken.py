"""What leaves the municipality, from the command line: first a list, then a file, then who is to be told."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest

from intake_assistant.operations.acts.toestemming import withdraw_toestemming
from intake_assistant.operations.workspace import Workspace
from tests.cli.conftest import Played, Run
from tests.documents.lezen import pdf_pages
from tests.gelezen import lazily
from tests.storage.hulp import CLOCK, copied, quick, seeded

CASE = next((Path(__file__).parents[1] / "data/cases").glob("06_*.toml"))
NA_DE_CASE = "2026-11-02"


def given(case: Path) -> dict[str, Any]:
    """A consent of the case that still stands."""
    found = tomllib.loads(case.read_text(encoding="utf-8"))["toestemming"]
    return next(t for t in found if t["gegeven"] and t["richting"] == "delen" and "ingetrokken_op" not in t)


@pytest.fixture
def dossier(played: Played) -> str:
    return played(CASE)


def test_a_school_gets_what_the_law_names(run: Run, vault: Path, dossier: str, tmp_path: Path) -> None:
    key, out = pyrage.x25519.Identity.generate(), tmp_path / "school.intake.age"
    sending = ("export", "--vault", vault, "--soort", "partner", "--dossier", dossier, "--out", out)
    school = (*sending, "--to", key.to_public(), "--partner", "Taalschool De Brug", "--als", "taalschool")
    listed = run(*school, "--dry-run", "--json").json
    assert not out.exists()
    assert {"naw", "leerroute"} <= {deel["wat"] for deel in listed["delen"]}
    assert listed["zeg"].startswith("De school krijgt")
    told = run(*school)
    assert "Naar Taalschool De Brug: Naam en adres." in told.out.replace("\u2068", "").replace("\u2069", "")
    assert told.out.splitlines()[-1] == str(out)
    assert run(*school).error == "output.exists"
    assert pyrage.decrypt(out.read_bytes(), [key])


def test_who_has_no_consent_and_who_did_not_ask_get_nothing(
    run: Run, vault: Path, dossier: str, tmp_path: Path
) -> None:
    key, out = pyrage.x25519.Identity.generate(), tmp_path / "x.intake.age"
    sending = ("export", "--vault", vault, "--out", out, "--to", key.to_public(), "--partner", "Iemand")
    assert run(*sending, "--soort", "partner", "--dossier", dossier).error == "consent.missing"
    naar = (*sending, "--soort", "overdracht-gemeente", "--dossier", dossier)
    assert run(*naar).error == "exchange.no_request"
    assert run(*sending, "--soort", "partner").code == 2
    asked = ("--verzoek-op", "2026-10-30", "--verzoek-door", "J. Bakker, Iemand")
    assert run(*naar, *asked, "--json").json["soort"] == "overdracht-gemeente"
    assert run(*naar, *asked, "--verzoek-op", "gisteren").code == 2
    assert [p.name for p in tmp_path.glob("x.*")] == ["x.intake.age"]


def test_after_a_withdrawal_a_letter_is_made_and_ticked_off(
    run: Run, vault: Path, dossier: str, tmp_path: Path
) -> None:
    consent = given(CASE)
    key, out = pyrage.x25519.Identity.generate(), tmp_path / "x.intake.age"
    made = run(
        "export", "--vault", vault, "--out", out, "--to", key.to_public(), "--soort", "partner",
        "--dossier", dossier, "--partner", consent["partij"], "--gezondheid", "nodig voor de les", "--json",
        "--now", NA_DE_CASE,
    ).json  # fmt: skip
    listing = ("verstrekkingen", "--vault", vault)
    (regel,) = run(*listing, "--json").json["verstrekkingen"]
    assert (regel["naam"], regel["sha256"]) == (consent["partij"], made["sha256"])
    _withdraw(vault, dossier, consent)
    told = run(*listing)
    assert "nog te melden" in told.out
    kenmerk, brief = made["sha256"][:16], tmp_path / "brief.pdf"
    assert run(*listing, "--brief", kenmerk).code == 2
    run(*listing, "--brief", kenmerk, "--out", brief)
    assert kenmerk in "\n".join(pdf_pages(brief.read_bytes()))
    assert run(*listing, "--gemeld", kenmerk, "--json").json["te_melden"] == []
    assert run(*listing, "--gemeld", kenmerk).error == "exchange.no_notice"


def _withdraw(vault: Path, dossier: str, consent: dict[str, Any]) -> None:
    with quick(vault) as opened:
        work = Workspace(opened, lazily(), CLOCK, seeded(1))
        found = work.vault.dossier(dossier)
        (rij,) = [
            rij
            for rij in found.row_ids("toestemming")
            if json.dumps(found.get(f"toestemming[{rij}]")).find(consent["partij"]) > 0
        ]
        withdraw_toestemming(work, dossier, rij, {})


def test_another_municipality_reads_what_it_asked_for(
    run: Run, vault: Path, dossier: str, tmp_path: Path
) -> None:
    deventer, kaart, out = copied(tmp_path, "deventer"), tmp_path / "kaart.txt", tmp_path / "d.intake.age"
    with quick(deventer) as opened:
        opened.set_setting("gemeente", "Deventer")
    run("vault", "card", deventer, "--out", kaart)
    run(
        "export", "--vault", vault, "--to", kaart, "--out", out, "--soort", "overdracht-gemeente",
        "--dossier", dossier, "--verzoek-op", "2026-10-30", "--verzoek-door", "J. Bakker",
    )  # fmt: skip
    assert run("merge", out, "--vault", deventer).error in ("exchange.unknown_device", "exchange.no_entries")
    reading = ("document", out, "--out", tmp_path / "lezen")
    found = run(*reading, "--vault", deventer, "--json").json
    assert (found["soort"], found["bekend"]) == ("overdracht-gemeente", False)
    assert found["kenmerk"] == run("vault", "card", vault, "--json").json["kenmerk"]
    assert sorted(p.name for p in (tmp_path / "lezen").iterdir()) == ["document.json", "document.pdf"]
    told = json.loads((tmp_path / "lezen/document.json").read_bytes())
    assert (told["ontvanger"], told["soort"]) == ("Deventer", "overdracht-gemeente")
    assert run(*reading, "--vault", deventer).error == "output.exists"
    van, again = tmp_path / "van.txt", ("document", out, "--vault", deventer, "--out", tmp_path / "weer")
    run("vault", "card", vault, "--out", van)
    assert run("vault", "card", deventer, "--add", van, "--fingerprint", found["kenmerk"]).code == 0
    assert "De handtekening klopt" in run(*again).out
    assert run("document", out, "--vault", deventer, "--out", tmp_path / "json", "--json").json["bekend"]
    damaged = tmp_path / "kapot.intake.age"
    damaged.write_bytes(out.read_bytes()[:-1])
    assert run("document", damaged, "--vault", deventer, "--out", tmp_path / "x").error == "exchange.damaged"
    other = copied(tmp_path, "bo")
    assert run("document", out, "--vault", other, "--out", tmp_path / "x").error == "exchange.not_for_you"
    assert not (tmp_path / "x").exists()


def test_a_file_for_a_colleague_is_listed_first_too(run: Run, vault: Path, tmp_path: Path) -> None:
    tea, kaart, out = copied(tmp_path, "tea"), tmp_path / "tea.kaart", tmp_path / "t.intake.age"
    run("vault", "card", tea, "--out", kaart)
    sending = (
        "export",
        "--vault",
        vault,
        "--to",
        kaart,
        "--out",
        out,
        "--gezondheid",
        "overleg",
        "--dry-run",
    )
    listed = run(*sending, "--json").json
    assert [deel["wat"] for deel in listed["gronden"]] == ["dossiers", "gezondheid"]
    assert "gezondheid. overleg" in run(*sending).out.replace("\u2068", "").replace("\u2069", "")
    assert not out.exists()

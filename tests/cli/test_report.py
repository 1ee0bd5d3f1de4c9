"""The figures of a team as files: opened again and read."""

import datetime
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from intake_assistant.operations.acts.dossier import record_inburgeraar
from intake_assistant.operations.workspace import Workspace
from tests.cli.conftest import Run
from tests.documents.lezen import elements, pdf_pages
from tests.gelezen import lazily
from tests.operations.kansen import veertig
from tests.operations.team import intake, team
from tests.storage.hulp import CLOCK, quick, seeded


@pytest.fixture
def filled(vault: Path) -> Path:
    """A vault with the two dozen dossiers of a team, one of whom has a name that looks like a formula."""
    with quick(vault) as opened:
        work = Workspace(opened, lazily(), CLOCK, seeded(1))
        team(work)
        vreemd = intake(work, '=HYPERLINK("http://kwaad")', begin="2026-10-20")
        record_inburgeraar(work, vreemd, {"bsn": "999990019"})
    return vault


def book_of(path: Path) -> Workbook:
    return load_workbook(io.BytesIO(path.read_bytes()))


def rows_of(book: Workbook, naam: str) -> dict[Any, tuple[Any, ...]]:
    """The rows of a sheet by their first cell; days as days."""
    rows = [tuple(_day(cell.value) for cell in row) for row in book[naam].iter_rows(min_row=2)]
    return {first: tuple(rest) for first, *rest in rows}


def _day(value: object) -> object:
    return value.date() if isinstance(value, datetime.datetime) else value


def told_in(content: bytes) -> str:
    return " ".join(" ".join(pdf_pages(content)).split())


def test_the_workbook_has_real_dates_filters_and_no_formula(run: Run, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "team.xlsx"
    assert run("report", "--vault", filled, "--out", out, "--json").json == {
        "bestand": str(out),
        "dossiers": 25,
    }
    book = book_of(out)
    assert book.sheetnames == [
        "Leeswijzer", "Dossiers", "Aandacht", "Tien weken", "Per week", "Regievoerders", "Hoe ver", "Uren",
        "Weken", "Groepen", "Kansengelijkheid",
    ]  # fmt: skip
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert "f" not in {cell.data_type for row in sheet for cell in row}
    begin, uiterlijk = rows_of(book, "Tien weken")["A04, X"][2:4]
    assert (begin, uiterlijk) == (datetime.date(2026, 9, 21), datetime.date(2026, 11, 30))
    vreemd = next(cell for cell in book["Dossiers"]["A"] if str(cell.value).startswith("="))
    assert vreemd.quotePrefix


def test_the_figures_of_the_workbook_are_those_counted_by_hand(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "team.xlsx"
    run("report", "--vault", filled, "--out", out)
    book = book_of(out)
    facts = rows_of(book, "Leeswijzer")
    assert facts["Geteld op"] == (datetime.date(2026, 11, 2),)
    assert facts["Daarvan lopend"] == (23,)
    weeks = {week: aantal for week, (aantal,) in rows_of(book, "Per week").items()}
    assert weeks[datetime.date(2026, 11, 30)] == 6
    assert sum(weeks.values()) == 19
    people = {naam: rest[:2] for naam, rest in rows_of(book, "Regievoerders").items()}
    assert people == {"Anneke": (13, 1), "Bo": (8, 1), "nog niemand": (2, 0)}


def test_no_file_compares_who_works_there(run: Run, filled: Path, tmp_path: Path) -> None:
    """WOR 27(1)(k) and (l): how much work there is for whom, not who is late or takes long."""
    run("report", "--vault", filled, "--out", tmp_path / "team.xlsx")
    (koppen, *_) = book_of(tmp_path / "team.xlsx")["Regievoerders"].iter_rows(values_only=True)
    assert koppen == ("Regievoerder", "Lopend", "Afgerond", "Onderwerpen open", "Gesprekken")


def test_no_number_of_a_person_leaves(run: Run, filled: Path, tmp_path: Path) -> None:
    for naam in ("team.xlsx", "team.pdf"):
        run("report", "--vault", filled, "--out", tmp_path / naam)
    cells = [str(cell.value) for sheet in book_of(tmp_path / "team.xlsx") for row in sheet for cell in row]
    assert "999990019" not in " ".join(cells)
    assert "999990019" not in told_in((tmp_path / "team.pdf").read_bytes())


def test_the_report_says_what_the_figures_say(run: Run, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "team.pdf"
    assert run("report", "--vault", filled, "--out", out).out == f"{out}\n"
    told = told_in(out.read_bytes())
    assert "De drukste week begint op 30 november 2026: dan moeten 6 plannen klaar zijn." in told
    assert "Bij 2 van hen zijn de tien weken voorbij." in told
    assert "23 dossiers lopen nu, bij Anneke (13), Bo (8) en nog niemand (2)." in told
    assert "Er is nog geen plan vastgesteld van een intake met genoteerde minuten." in told


def test_what_leaves_is_logged_and_nothing_is_written_over(run: Run, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "team.xlsx"
    run("report", "--vault", filled, "--out", out)
    before = out.read_bytes()
    assert run("report", "--vault", filled, "--out", out).error == "output.exists"
    assert out.read_bytes() == before
    logged = run("vault", "log", filled, "--json").json["regels"]
    assert "Cijfers van het team als bestand gemaakt (xlsx)" in [regel["woorden"] for regel in logged]


def test_another_kind_of_file_is_wrong_use(run: Run, filled: Path, tmp_path: Path) -> None:
    found = run("report", "--vault", filled, "--out", tmp_path / "team.docx")
    assert found.code == 2
    assert "team.docx" in found.err


def test_a_vault_without_dossiers_gives_both(run: Run, vault: Path, tmp_path: Path) -> None:
    for naam in ("team.xlsx", "team.pdf"):
        assert run("report", "--vault", vault, "--out", tmp_path / naam).code == 0
    assert "Er zijn nog geen dossiers." in told_in((tmp_path / "team.pdf").read_bytes())


def test_chances_leave_without_a_person(run: Run, vault: Path, tmp_path: Path) -> None:
    with quick(vault) as opened:
        veertig(Workspace(opened, lazily(), CLOCK, seeded(1)))
    names = {line["naam"] for line in run("list", "--vault", vault, "--json").json}
    assert len(names) > 30
    for formaat in ("xlsx", "pdf"):
        out = tmp_path / f"kansen.{formaat}"
        made = run("report", "--kansengelijkheid", "--vault", vault, "--out", out, "--json").json
        assert made == {"bestand": str(out), "dossiers": 40}
    cells = [cell.value for sheet in book_of(tmp_path / "kansen.xlsx") for row in sheet for cell in row]
    told = told_in((tmp_path / "kansen.pdf").read_bytes())
    assert not [naam for naam in names if naam in cells or naam in told]


def test_each_picture_of_the_report_is_said_to_who_does_not_see_it(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "team.pdf"
    run("report", "--vault", filled, "--out", out)
    alts = [str(told["alt"]) for kind, told in elements(out.read_bytes()) if kind == "/Figure"]
    assert all(alts)
    assert any("De drukste week begint op 30 november 2026" in alt for alt in alts)
    assert any("23 dossiers lopen nu" in alt for alt in alts)

"""What leaves the vault on equal chances: read back from the workbook and from the pages."""

import datetime
import io
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # the wheel carries no types
import pytest
from openpyxl import load_workbook

from intake_assistant.domain.team.kansfeiten import Kansuitkomst, Kenmerk
from intake_assistant.operations.papers.kansblad import WAT, make_kansrapport
from intake_assistant.operations.papers.teamrapport import make_rapport
from intake_assistant.operations.vault.uitvoer import write_out
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.team.beeld import read_team
from intake_assistant.operations.views.team.kansengelijkheid import Kansbeeld, read_kansen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import Policy
from tests.operations.kansen import besluit


@pytest.fixture
def beeld(work: Workspace) -> Kansbeeld:
    """Forty women, of whom 25 got the Z-route, and forty men, of whom twelve did; one of them is x."""
    with work.vault.transaction():
        for nummer in range(80):
            is_vrouw = nummer < 40
            is_z = nummer % 40 < (25 if is_vrouw else 12)
            geslacht = "vrouw" if is_vrouw else "x" if nummer == 79 else "man"
            besluit(
                work,
                nummer,
                {"geslacht": geslacht},
                {"leerroute": "Z" if is_z else "B"},
                regievoerder=("Anneke", "Bo")[nummer % 2],
            )
    op = work.clock.today()
    under = replace(work, policy=Policy(or_instemming_op=op, or_kenmerk="OR 1"))
    return read_kansen(under, list_dossiers(under))


def sheet(inhoud: bytes) -> list[tuple[object, ...]]:
    return list(load_workbook(io.BytesIO(inhoud))["Kansengelijkheid"].iter_rows(values_only=True))


def pages(inhoud: bytes) -> str:
    found = pypdfium2.PdfDocument(inhoud)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in found)


def test_the_sheet_holds_each_comparison_by_group(work: Workspace, beeld: Kansbeeld) -> None:
    rows = sheet(make_kansrapport(work, beeld, "xlsx"))
    assert (
        "geslacht", "vrouw", "leerroute", "Z-route", 40, 25, "62 %", None, "47 tot 76 %",
        "32 procentpunt meer (+11 tot +50)",
    ) in rows  # fmt: skip
    # One person is x: that is told with the men, and which of the others there are is not told.
    assert {row[1] for row in rows if row[0] == "geslacht"} == {
        "vrouw", "man, x en niet bekend", "iedereen samen",
    }  # fmt: skip


def test_nobody_is_in_what_leaves_not_even_who_did_the_work(work: Workspace, beeld: Kansbeeld) -> None:
    assert [rij.groep for rij in beeld.tabel(Kenmerk.REGIEVOERDER, Kansuitkomst.LEERROUTE).rijen] == [
        ("Anneke",), ("Bo",),
    ]  # fmt: skip
    for formaat in ("xlsx", "pdf"):
        inhoud = make_kansrapport(work, beeld, formaat)
        words = pages(inhoud) if formaat == "pdf" else str(sheet(inhoud))
        assert "Anneke" not in words
        assert "P001" not in words


def test_the_pages_say_what_a_difference_is_not(work: Workspace, beeld: Kansbeeld) -> None:
    words = pages(make_kansrapport(work, beeld, "pdf"))
    assert "Van de groep ‘vrouw’ kreeg 62 % ‘Z-route’." in words
    assert "Het is geen bewijs van ongelijke behandeling." in words
    assert "Niemand krijgt een score." in words


def test_the_report_of_the_team_has_a_sheet_and_a_page_of_it(work: Workspace, beeld: Kansbeeld) -> None:
    team = read_team(work, list_dossiers(work))
    assert team.kansen == beeld.feiten
    assert len(sheet(make_rapport(work, team, "xlsx"))) > 10
    assert "Groter verschil dan toeval meestal geeft: leerroute" in pages(make_rapport(work, team, "pdf"))


def test_with_few_besluiten_the_page_says_only_that(work: Workspace) -> None:
    besluit(work, 1, {"geslacht": "vrouw"}, {"leerroute": "B"})
    few = read_kansen(work, list_dossiers(work))
    assert "nog minder dan 10 besluiten" in pages(make_kansrapport(work, few, "pdf"))
    assert "B1-route" not in str(sheet(make_kansrapport(work, few, "xlsx")))


def test_that_it_left_is_noted(work: Workspace, tmp_path: Path) -> None:
    few = Kansbeeld(datetime.date(2026, 11, 2), (), ())
    write_out(work, f"{WAT} xlsx", make_kansrapport(work, few, "xlsx"), tmp_path / "kansen.xlsx")
    assert (tmp_path / "kansen.xlsx").stat().st_size > 1000
    assert any("kansengelijkheid xlsx" in str(line) for line in work.vault.logs())

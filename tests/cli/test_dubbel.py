"""Dossiers that may be of one person, from the command line."""

from pathlib import Path

import pytest

from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.workspace import Workspace
from tests.cli.conftest import Run
from tests.gelezen import lazily
from tests.storage.hulp import CLOCK, copied, quick, seeded

BORN = {"geboortedatum": "1988-07-14", "nationaliteit": "ERI"}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return copied(tmp_path, "an")


@pytest.fixture
def two(vault: Path) -> tuple[str, str]:
    with quick(vault) as opened:
        work = Workspace(opened, lazily(), CLOCK, seeded(1))
        one = create_dossier(work, {"voornamen": "Yohannes", "achternaam": "Ghebremedhin", **BORN}).made
        other = create_dossier(work, {"voornamen": "Gebre Medhin", "achternaam": "Johannes", **BORN}).made
        create_dossier(work, {"voornamen": "Selam", "achternaam": "Tesfay", **BORN})
    return min(one, other), max(one, other)


def test_the_list_names_two_that_may_be_one_and_why(run: Run, vault: Path, two: tuple[str, str]) -> None:
    (found,) = run("dubbel", "--vault", vault, "--json").json["dubbel"]
    assert (found["dossiers"], found["stand"], found["zekerheid"]) == ([*two], "los", "mogelijk")
    assert sorted(found["namen"]) == ["Ghebremedhin, Yohannes", "Johannes, Gebre Medhin"]
    (line,) = run("dubbel", "--vault", vault).out.splitlines()
    cells = line.split("\t")
    assert (cells[:2], cells[4]) == ([*two], "nog te beslissen")


@pytest.mark.parametrize(
    ("option", "stand"), [("--koppel", "zelfde_persoon"), ("--geen-dubbel", "geen_dubbel")]
)
def test_what_was_decided_is_shown_and_can_be_taken_back(
    run: Run, vault: Path, two: tuple[str, str], option: str, stand: str
) -> None:
    assert run("dubbel", *two, option, "--vault", vault).code == 0
    assert run("show", two[0], "--vault", vault, "--json").json["koppelingen"] == {two[1]: stand}
    assert run("dubbel", "--vault", vault, "--json").json["dubbel"][0]["stand"] == stand
    assert {tuple(line["mogelijk_dubbel"]) for line in run("list", "--vault", vault, "--json").json} == {()}
    assert run("dubbel", *two[::-1], "--ontkoppel", "--vault", vault).code == 0
    asked = {
        line["dossier"]: line["mogelijk_dubbel"] for line in run("list", "--vault", vault, "--json").json
    }
    assert (asked[two[0]], asked[two[1]]) == ([two[1]], [two[0]])


def test_half_a_line_is_refused(run: Run, vault: Path, two: tuple[str, str]) -> None:
    for words in (two, (two[0], "--koppel"), ("--koppel",), (*two, "--koppel", "--geen-dubbel")):
        assert run("dubbel", *words, "--vault", vault).code == 2
    unknown = run("dubbel", two[0], "0" * 32, "--koppel", "--vault", vault)
    assert (unknown.code, unknown.err.split()[0]) == (1, "dossier.not_found")

"""One conflict, settled by number, by the start of an entry, or by keeping both."""

from pathlib import Path

import pytest

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.workspace import Data, Workspace
from tests.cli.conftest import Run
from tests.operations.samen import exchange
from tests.storage.hulp import CLOCK, copied, quick, seeded

SUBJECT = "opleiding.jaren_onderwijs@inburgeraar"


@pytest.fixture
def conflict(tmp_path: Path, data: Data) -> tuple[Path, str]:
    """A vault in which two laptops said different things, and the dossier."""
    with quick(copied(tmp_path, "an")) as one, quick(copied(tmp_path, "bo")) as two:
        an, bo = (Workspace(vault, data, CLOCK, seeded(n)) for n, vault in enumerate((one, two)))
        dossier = create_dossier(an, {"voornamen": "Selam"}).made
        exchange(an, bo)
        record_antwoord(an, dossier, "opleiding.jaren_onderwijs", 8)
        record_antwoord(bo, dossier, "opleiding.jaren_onderwijs", 6)
        exchange(an, bo)
    return tmp_path / "an.intake", dossier


def test_both_sides_are_shown_and_the_question_is_open(run: Run, conflict: tuple[Path, str]) -> None:
    vault, dossier = conflict
    shown = run("show", dossier, "--vault", vault, "--json").json
    assert [c["onderwerp"] for c in shown["conflicten"]] == [SUBJECT]
    assert {side["waarde"] for side in shown["conflicten"][0]["waarden"]} == {6, 8}
    assert {"waarde", "wie", "apparaat", "entry"} <= set(shown["conflicten"][0]["waarden"][0])
    answer = shown["antwoorden"]["opleiding.jaren_onderwijs"]
    assert (answer["conflict"], answer["staat"]) == (True, "open")


@pytest.mark.parametrize("by_entry", [False, True])
@pytest.mark.parametrize("number", [1, 2])
def test_a_side_is_chosen_in_the_order_shown(
    run: Run, conflict: tuple[Path, str], number: int, by_entry: bool
) -> None:
    vault, dossier = conflict
    sides = run("show", dossier, "--vault", vault, "--json").json["conflicten"][0]["waarden"]
    keep = sides[number - 1]["entry"][:8] if by_entry else number
    settled = run(
        "resolve", dossier, SUBJECT, "--vault", vault, "--keep", keep, "--reason", "op het diploma", "--json"
    )
    assert settled.json == {"dossier": dossier, "onderwerp": SUBJECT}
    after = run("show", dossier, "--vault", vault, "--json").json
    assert after["conflicten"] == []
    assert after["antwoorden"]["opleiding.jaren_onderwijs"]["waarde"] == sides[number - 1]["waarde"]


def test_what_is_no_side_or_no_conflict_is_refused(run: Run, conflict: tuple[Path, str]) -> None:
    vault, dossier = conflict
    for keep in ("0", "3", "-1", "zz", "ffffffff", "beide", "²"):
        found = run("resolve", dossier, SUBJECT, "--vault", vault, f"--keep={keep}")
        assert (found.code, found.error) == (1, "conflict.changed"), keep
    assert (
        run("resolve", dossier, "taalniveau.nl_lezen@coa", "--vault", vault, "--keep", "1").error
        == "conflict.changed"
    )

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


def test_without_a_choice_it_is_told_what_there_is(run: Run, conflict: tuple[Path, str]) -> None:
    vault, dossier = conflict
    shown = run("show", dossier, "--vault", vault, "--json").json
    found = run("resolve", dossier, "--vault", vault, "--json").json
    assert found == {
        "dossier": dossier,
        "conflicten": shown["conflicten"],
        "juridisch_probleem": None,
    }
    assert run("resolve", dossier, SUBJECT, "--vault", vault, "--json").json == found
    assert (
        run("resolve", dossier, "taalniveau.nl_lezen@coa", "--vault", vault, "--json").json["conflicten"]
        == []
    )
    lines = run("resolve", dossier, "--vault", vault).out.splitlines()
    assert lines[0] == SUBJECT
    assert {line.split()[-1] for line in lines[1:]} == {"6", "8"}


def test_a_new_value_settles_it(run: Run, conflict: tuple[Path, str]) -> None:
    vault, dossier = conflict
    wrong = run("resolve", dossier, SUBJECT, "--vault", vault, "--value", "zeven")
    assert wrong.code == 2
    assert run("resolve", dossier, SUBJECT, "--vault", vault, "--value", "7").code == 0
    after = run("show", dossier, "--vault", vault, "--json").json
    assert (after["conflicten"], after["antwoorden"]["opleiding.jaren_onderwijs"]["waarde"]) == ([], 7)


def test_the_side_that_is_not_kept_can_be_what_another_source_says(
    run: Run, conflict: tuple[Path, str]
) -> None:
    vault, dossier = conflict
    sides = run("show", dossier, "--vault", vault, "--json").json["conflicten"][0]["waarden"]
    taken = run("resolve", dossier, SUBJECT, "--vault", vault, "--keep", "1", "--beside", "inburgeraar")
    assert (taken.code, taken.error) == (1, "conflict.source_taken")
    run("resolve", dossier, SUBJECT, "--vault", vault, "--keep", "1", "--beside", "diploma")
    answer = run("show", dossier, "--vault", vault, "--json").json["antwoorden"]["opleiding.jaren_onderwijs"]
    assert (answer["bron"], answer["waarde"]) == ("diploma", sides[1]["waarde"])
    assert [(a["bron"], a["waarde"]) for a in answer["andere_bronnen"]] == [
        ("inburgeraar", sides[0]["waarde"])
    ]


@pytest.mark.parametrize(
    "given",
    [["--keep", "1"], ["--value", "7"], ["S", "--beside", "coa"], ["S", "--keep", "1", "--value", "7"]],
)
def test_half_a_choice_is_wrong_use(run: Run, conflict: tuple[Path, str], given: list[str]) -> None:
    vault, dossier = conflict
    assert run("resolve", dossier, *given, "--vault", vault).code == 2


def test_a_besluit_is_begun_only_with_a_reason_and_where_two_hold(
    run: Run, conflict: tuple[Path, str]
) -> None:
    vault, dossier = conflict
    setting = ("resolve", dossier, "--vault", vault, "--besluit", "0a")
    assert run(*setting).code == 2
    assert run(*setting, "--reason", "twee besluiten").error == "conflict.changed"

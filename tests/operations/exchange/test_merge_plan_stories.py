"""What two colleagues do apart to one plan and find when their files meet."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.operations.acts.conflict import resolve_conflict
from intake_assistant.operations.acts.ontwikkelplan import (
    add_afspraak,
    add_doel,
    record_afspraak,
    record_doel,
    remove_afspraak,
    remove_doel,
)
from intake_assistant.operations.acts.record import restore_row, undo
from intake_assistant.operations.workspace import Workspace
from tests.operations.exchange.two import Two, met


@pytest.fixture
def two(laptop: Callable[[str], Workspace], tmp_path: Path) -> Two:
    return met(laptop, tmp_path)


# -- moved ---------------------------------------------------------------------------------------------------


@dataclass
class Plan:
    """Two goals that both laptops know, and an agreement of the first."""

    eerste: str
    tweede: str
    afspraak: str


@pytest.fixture
def plan(two: Two) -> Plan:
    eerste = add_doel(two.an, two.dossier, "werk", "kort").made
    tweede = add_doel(two.an, two.dossier, "taal", "kort").made
    afspraak = add_afspraak(two.an, two.dossier, eerste, {"wat": "inschrijven"}).made
    two.exchange()
    return Plan(eerste, tweede, afspraak)


def test_an_agreement_that_was_moved_there_is_moved_here(two: Two, plan: Plan) -> None:
    record_afspraak(two.bo, two.dossier, plan.afspraak, {"doel": plan.tweede})
    two.exchange()
    assert two.plan() == {"werk": [], "taal": ["inschrijven"]}


def test_an_agreement_that_was_moved_there_keeps_what_was_changed_here(two: Two, plan: Plan) -> None:
    record_afspraak(two.bo, two.dossier, plan.afspraak, {"doel": plan.tweede})
    record_afspraak(two.an, two.dossier, plan.afspraak, {"wat": "inschrijven bij De Brug"})
    two.exchange()
    assert two.plan() == {"werk": [], "taal": ["inschrijven bij De Brug"]}
    assert two.conflicts() == []


def test_an_agreement_that_was_moved_to_a_new_goal_comes_with_it(two: Two, plan: Plan) -> None:
    nieuw = add_doel(two.bo, two.dossier, "rijbewijs", "lang").made
    record_afspraak(two.bo, two.dossier, plan.afspraak, {"doel": nieuw})
    two.exchange()
    assert two.plan() == {"werk": [], "taal": [], "rijbewijs": ["inschrijven"]}


def test_an_agreement_that_was_moved_apart_stays_in_sight_while_somebody_chooses(
    two: Two, plan: Plan
) -> None:
    nieuw = add_doel(two.bo, two.dossier, "rijbewijs", "lang").made
    record_afspraak(two.bo, two.dossier, plan.afspraak, {"doel": nieuw})
    record_afspraak(two.an, two.dossier, plan.afspraak, {"doel": plan.tweede})
    two.exchange()
    assert two.conflicts() == [f"afspraak[{plan.afspraak}].doel"]
    assert [wat for afspraken in two.plan().values() for wat in afspraken] == ["inschrijven"]
    resolve_conflict(two.an, two.dossier, two.conflicts()[0], "1")
    two.exchange()
    assert two.conflicts() == []
    assert [wat for afspraken in two.plan().values() for wat in afspraken] == ["inschrijven"]


# -- goals ---------------------------------------------------------------------------------------------------


def test_new_goals_of_both_stand_beside_each_other(two: Two, plan: Plan) -> None:
    add_doel(two.an, two.dossier, "zwemmen", "kort")
    add_doel(two.bo, two.dossier, "fietsen", "kort")
    two.exchange()
    assert set(two.plan()) == {"werk", "taal", "zwemmen", "fietsen"}
    assert two.conflicts() == []


def test_the_same_goal_made_apart_is_shown_twice_and_not_joined_in_silence(two: Two) -> None:
    two.exchange()
    for one in two.both:
        add_doel(one, two.dossier, "werk", "kort")
    two.exchange()
    namen = [doel.naam for doel in doelen_of(two.an.vault.dossier(two.dossier))]
    assert namen == ["werk", "werk"]


def test_another_name_of_a_goal_and_another_term_of_it_go_together(two: Two, plan: Plan) -> None:
    record_doel(two.an, two.dossier, plan.eerste, {"naam": "eigen winkel"})
    record_doel(two.bo, two.dossier, plan.eerste, {"termijn": "lang"})
    two.exchange()
    assert two.conflicts() == []
    (doel, _) = doelen_of(two.bo.vault.dossier(two.dossier))
    assert (doel.naam, doel.termijn) == ("eigen winkel", "lang")


def test_a_goal_that_got_another_name_here_keeps_it_when_the_old_name_comes(two: Two) -> None:
    doel = add_doel(two.an, two.dossier, "werk", "kort").made
    two.exchange()
    record_doel(two.an, two.dossier, doel, {"naam": "een winkel"})
    two.travel(two.bo, two.an)
    two.exchange()
    assert two.plan() == {"een winkel": []}


# -- removed -------------------------------------------------------------------------------------------------


def test_a_goal_that_was_removed_there_is_gone_with_its_agreements(two: Two, plan: Plan) -> None:
    remove_doel(two.bo, two.dossier, plan.eerste)
    two.exchange()
    assert two.plan() == {"taal": []}
    assert two.conflicts() == []


def test_a_goal_that_was_removed_there_while_an_agreement_was_added_here_is_shown_with_both(
    two: Two, plan: Plan
) -> None:
    """An agreement with a person may not go out of sight since a colleague knew nothing of it."""
    remove_doel(two.bo, two.dossier, plan.eerste)
    add_afspraak(two.an, two.dossier, plan.eerste, {"wat": "solliciteren"})
    two.exchange()
    assert two.conflicts() == [f"doel[{plan.eerste}]"]
    assert two.plan()["werk"] == ["inschrijven", "solliciteren"]
    resolve_conflict(two.an, two.dossier, f"doel[{plan.eerste}]", "1")
    two.exchange()
    assert (two.conflicts(), two.plan()) == ([], {"taal": []})


def test_a_goal_that_was_removed_there_while_an_agreement_was_moved_out_of_it_here(
    two: Two, plan: Plan
) -> None:
    remove_doel(two.bo, two.dossier, plan.eerste)
    record_afspraak(two.an, two.dossier, plan.afspraak, {"doel": plan.tweede})
    two.exchange()
    assert two.plan() == {"taal": ["inschrijven"]}


def test_an_agreement_removed_there_and_done_here_is_shown_with_both(two: Two, plan: Plan) -> None:
    remove_afspraak(two.bo, two.dossier, plan.afspraak)
    record_afspraak(two.an, two.dossier, plan.afspraak, {"klaar_op": "2026-11-01"})
    two.exchange()
    assert two.conflicts() == [f"afspraak[{plan.afspraak}]"]


@pytest.mark.parametrize("who", ["an", "bo"])
def test_what_was_removed_and_put_back_is_there(two: Two, plan: Plan, who: str) -> None:
    remove_doel(two.an, two.dossier, plan.tweede)
    two.exchange()
    restore_row(getattr(two, who), two.dossier, f"doel[{plan.tweede}]")
    two.exchange()
    assert set(two.plan()) == {"werk", "taal"}
    assert two.conflicts() == []


def test_what_was_removed_and_undone_before_anybody_saw_it_is_as_if_nothing_happened(
    two: Two, plan: Plan
) -> None:
    subject = f"doel[{plan.tweede}].naam"
    record_doel(two.an, two.dossier, plan.tweede, {"naam": "taal en tolk"})
    undo(two.an, two.dossier, subject)
    two.exchange()
    assert set(two.plan()) == {"werk", "taal"}
    assert two.conflicts() == []

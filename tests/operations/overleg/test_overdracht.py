"""A dossier is handed over by one and accepted by another; a colleague stands in until a day."""

import datetime
from collections.abc import Callable
from itertools import permutations

import pytest

from intake_assistant.domain.overleg.overdracht import (
    Collega,
    Overdracht,
    overdrachten_of,
    regievoerder_of,
    wachtende_of,
)
from intake_assistant.domain.overleg.waarneming import waarneming_on, waarnemingen_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.overleg.overdracht import (
    accept_overdracht,
    hand_over,
    refuse_overdracht,
    take_back_overdracht,
)
from intake_assistant.operations.acts.overleg.waarneming import add_waarneming, end_waarneming
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.workspace import Workspace
from tests.operations.overleg.laptops import leider
from tests.operations.samen import exchange, give

Laptop = Callable[[str], Workspace]
VANDAAG = datetime.date(2026, 11, 2)
DAG = datetime.timedelta(1)


def only(work: Workspace, dossier: str) -> Overdracht:
    (overdracht,) = overdrachten_of(work.vault.dossier(dossier))
    return overdracht


def test_a_dossier_is_of_who_accepted_it(work: Workspace, dossier: str, laptop: Laptop) -> None:
    bo = laptop("bo")
    hand_over(work, [dossier], Collega("bo", bo.vault.device.id), "Ik ga weg")
    give(work, bo)
    for both in (work, bo):
        assert only(both, dossier).stand == "wacht"
        assert regievoerder_of(both.vault.dossier(dossier)) == "an"
    assert (only(bo, dossier).van, only(bo, dossier).reden) == ("an", "Ik ga weg")
    accept_overdracht(bo, dossier, only(bo, dossier).id)
    give(bo, work)
    assert only(work, dossier).stand == "aangenomen"
    assert regievoerder_of(work.vault.dossier(dossier)) == "bo"


def test_a_whole_caseload_goes_at_once_or_not_at_all(work: Workspace, dossier: str, laptop: Laptop) -> None:
    others = [create_dossier(work, {"voornamen": naam}).made for naam in ("Abel", "Semhar")]
    hand_over(work, [others[0]], Collega("cas"))
    before = digest(work)
    with pytest.raises(KnownError, match=r"overleg\.al_overgedragen"):
        hand_over(work, [dossier, *others], Collega("bo"))
    assert digest(work) == before
    hand_over(work, [dossier, others[1]], Collega(" BO "))
    bo = laptop("bo")
    give(work, bo)
    waiting = [d for d in bo.vault.dossiers() for _ in wachtende_of(bo.vault.dossier(d))]
    assert len(waiting) == 3
    accept_overdracht(bo, dossier, only(bo, dossier).id)
    with pytest.raises(KnownError, match=r"overleg\.niet_voor_u"):
        accept_overdracht(bo, others[0], only(bo, others[0]).id)


def test_refusing_says_why_and_the_dossier_stays(work: Workspace, dossier: str, laptop: Laptop) -> None:
    bo = laptop("bo")
    hand_over(work, [dossier], Collega("bo"))
    give(work, bo)
    with pytest.raises(KnownError, match=r"overleg\.zonder_reden"):
        refuse_overdracht(bo, dossier, only(bo, dossier).id, "")
    refuse_overdracht(bo, dossier, only(bo, dossier).id, "Ik heb al 90 dossiers")
    give(bo, work)
    assert (only(work, dossier).stand, only(work, dossier).toelichting) == (
        "geweigerd",
        "Ik heb al 90 dossiers",
    )
    assert regievoerder_of(work.vault.dossier(dossier)) == "an"
    with pytest.raises(KnownError, match=r"overleg\.intussen"):
        take_back_overdracht(work, dossier, only(work, dossier).id)
    hand_over(work, [dossier], Collega("cas"))
    assert [o.aan for o in wachtende_of(work.vault.dossier(dossier))] == ["cas"]


def test_nobody_hands_over_to_who_has_it_or_to_nobody(work: Workspace, dossier: str) -> None:
    with pytest.raises(KnownError, match=r"overleg\.zelfde"):
        hand_over(work, [dossier], Collega("An"))
    with pytest.raises(KnownError, match=r"overleg\.zonder_naam"):
        hand_over(work, [dossier], Collega(" "))


def test_taken_back_here_and_accepted_there_is_a_conflict_for_both(
    work: Workspace, dossier: str, laptop: Laptop
) -> None:
    bo = laptop("bo")
    hand_over(work, [dossier], Collega("bo"))
    give(work, bo)
    rij = only(bo, dossier).id
    take_back_overdracht(work, dossier, rij)
    accept_overdracht(bo, dossier, rij)
    exchange(work, bo)
    for both in (work, bo):
        assert only(both, dossier).stand == "verschillend"
        assert [c.subject for c in both.vault.dossier(dossier).conflicts()] == [f"overdracht[{rij}].uitkomst"]


def test_in_any_order_of_files_the_team_knows_the_same(work: Workspace, dossier: str, laptop: Laptop) -> None:
    bo, cas = laptop("bo"), leider(laptop, "cas")
    give(work, bo)
    hand_over(work, [dossier], Collega("bo"))
    give(work, bo)
    accept_overdracht(bo, dossier, only(bo, dossier).id)
    give(bo, cas)
    hand_over(cas, [dossier], Collega("cas", cas.vault.device.id))
    add_waarneming(bo, [dossier], Collega("cas"), VANDAAG, VANDAAG + DAG)
    known = [e for one in (work, bo, cas) for e in one.vault.entries(dossier)]
    parts = known[::3], known[1::3], known[2::3]
    seen = set()
    for number, order in enumerate(permutations(parts)):
        target = laptop(f"team{number}")
        for part in order:
            target.vault.union(part)
        found = target.vault.dossier(dossier)
        seen.add((str(overdrachten_of(found)), str(waarnemingen_of(found)), regievoerder_of(found)))
    assert len(seen) == 1


def test_standing_in_ends_by_itself_after_its_last_day(work: Workspace, dossier: str, laptop: Laptop) -> None:
    bo = laptop("bo")
    add_waarneming(work, [dossier], Collega("bo"), VANDAAG + DAG, VANDAAG + 10 * DAG)
    give(work, bo)
    found = waarnemingen_of(bo.vault.dossier(dossier))
    on = {dag: waarneming_on(found, VANDAAG + dag * DAG) for dag in (0, 1, 10, 11)}
    assert [bool(on[dag]) for dag in (0, 1, 10, 11)] == [False, True, True, False]
    assert on[1] is not None
    assert (on[1].door, on[1].voor) == ("bo", "an")
    end_waarneming(work, dossier, found[0].id)
    assert waarnemingen_of(work.vault.dossier(dossier)) == []


def test_standing_in_for_the_one_before_ends_when_the_dossier_was_taken_over(
    work: Workspace, dossier: str, laptop: Laptop
) -> None:
    cas = laptop("cas")
    add_waarneming(work, [dossier], Collega("bo"), VANDAAG, VANDAAG + 10 * DAG)
    hand_over(work, [dossier], Collega("cas"))
    give(work, cas)
    accept_overdracht(cas, dossier, only(cas, dossier).id)
    assert waarnemingen_of(cas.vault.dossier(dossier)) == []


@pytest.mark.parametrize(
    ("van", "tot", "code"), [(2, 1, "overleg.tot_voor_van"), (-5, -1, "overleg.al_voorbij")]
)
def test_days_that_make_no_sense_are_refused(
    work: Workspace, dossier: str, van: int, tot: int, code: str
) -> None:
    with pytest.raises(KnownError, match=code):
        add_waarneming(work, [dossier], Collega("bo"), VANDAAG + van * DAG, VANDAAG + tot * DAG)


def test_only_whose_it_is_who_stands_in_and_the_team_lead_pass_it_on(
    laptop: Callable[[str], Workspace],
) -> None:
    an, bo, tea = laptop("an"), laptop("bo"), leider(laptop, "tea")
    dossier = create_dossier(an, {"voornamen": "Selam"}).made
    exchange(an, bo, tea)
    vandaag = bo.clock.today()
    with pytest.raises(KnownError) as refused:
        hand_over(bo, [dossier], Collega("bo"))
    assert refused.value.code == "overleg.niet_van_u"
    with pytest.raises(KnownError) as refused:
        add_waarneming(bo, [dossier], Collega("bo"), vandaag, vandaag)
    assert refused.value.code == "overleg.niet_van_u"
    add_waarneming(tea, [dossier], Collega("bo"), vandaag, vandaag)
    exchange(bo, tea)
    hand_over(bo, [dossier], Collega("cas"))
    assert len(overdrachten_of(bo.vault.dossier(dossier))) == 1
